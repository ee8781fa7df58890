import { type Boundary, findBoundaries, isFullStop } from './boundaries.ts';
import type { DateFinding } from './dates.ts';
import { type Draft, isSeparator, skipPunctuation, trimEnd } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import { isSpan } from './head.ts';
import { countWords, periodicalLikeness, publisherLikeness } from './likeness.ts';
import type { NumberCluster } from './numbers.ts';
import type { Span, Token } from './token.ts';

/** Where the title stands and how it is marked. */
export interface TitleFinding {
  readonly from: number;
  readonly to: number;
  /** Where the rest of the reference begins. */
  readonly next: number;
  readonly mark: 'quote' | 'emphasis' | 'link' | 'plain';
}

/** What the title cannot reach into. */
export interface TitleLimits {
  readonly limit: number;
  readonly dates: readonly DateFinding[];
  readonly numbers: NumberCluster | undefined;
}

/** Reads the title that begins at `from`. Undefined where nothing there can be one. */
export function readTitle(draft: Draft, from: number, limits: TitleLimits): TitleFinding | undefined {
  const at = skipOpening(draft, from, limits.limit);
  if (at >= limits.limit || startsWithIn(draft.tokens, at)) return undefined;
  return readQuoted(draft, at, limits.limit) ?? readMarked(draft, at, limits) ?? readPlain(draft, at, limits);
}

/** `Arnaud, K. A., 1996, in Astronomical Data Analysis`: no title, a container at once. */
function startsWithIn(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!/^[iI]n$/.test(tokens[at]!.text) || at === 0 || next === undefined) return false;
  const marked = next.kind === 'open-quote' || next.emphasis >= 0 || next.text === ':';
  return marked || (tokens[at]!.text === 'in' && next.shape === 'capital');
}

function skipOpening(draft: Draft, from: number, limit: number): number {
  let i = from;
  while (
    i < limit &&
    (draft.taken[i] === 1 || (isSeparator(draft.tokens[i]!) && draft.tokens[i]!.emphasis < 0))
  )
    i++;
  return i;
}

/** “Title,” in quotation marks; a mark that goes on after them makes it a phrase of a longer title. */
function readQuoted(draft: Draft, at: number, limit: number): TitleFinding | undefined {
  const { tokens } = draft;
  if (tokens[at]!.kind !== 'open-quote') return undefined;
  const span = spanFrom(draft, 'quote', at + 1);
  if (span === undefined || span.to > limit) return undefined;
  const after = tokens[span.to + 1];
  const colon = after?.text === ':' && !after.spaced;
  if (after !== undefined && continuesPhrase(after) && (colon || !endsSentence(tokens[span.to - 1]!))) return undefined;
  let to = span.to;
  while (to > span.from && ',.;'.includes(tokens[to - 1]!.text) && !isEllipsis(tokens, to - 1)) to--;
  return { from: span.from, to, next: span.to + 1, mark: 'quote' };
}

function endsSentence(token: Token): boolean {
  return token.kind === 'mark' && ',.?!;'.includes(token.text);
}

function isEllipsis(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.text === '.' && tokens[at - 1]?.text === '.';
}

function continuesPhrase(token: Token): boolean {
  return (
    (token.kind === 'word' &&
      token.shape === 'lower' &&
      !/^(?:in|by|trans|eds?|accessed|vol|and)$/.test(token.text)) ||
    token.text === ':' ||
    token.text === '?'
  );
}

/** The span of that kind whose first token is `at`; the widest where several begin there. */
export function spanFrom(draft: Draft, kind: Span['kind'], at: number): Span | undefined {
  let widest: Span | undefined;
  for (const span of draft.source.spans) {
    if (span.kind === kind && span.from === at && (widest === undefined || span.to > widest.to))
      widest = span;
  }
  return widest;
}

/** `*Title*`, `**Title**` or `[Title](address)`; not a word of a longer title, `*Drosophila* genetics`. */
function readMarked(draft: Draft, at: number, limits: TitleLimits): TitleFinding | undefined {
  const { tokens } = draft;
  const link = spanFrom(draft, 'link', at);
  const span = spanFrom(draft, 'emphasis', at) ?? spanFrom(draft, 'strong', at) ?? link;
  if (span === undefined || span.to > limits.limit) return undefined;
  const quoted =
    span === link && tokens[at]!.kind === 'open-quote' ? readQuoted(draft, at, limits.limit) : undefined;
  if (quoted !== undefined) return { ...quoted, next: Math.max(quoted.next, span.to) };
  const after = tokens[span.to];
  const inside =
    after !== undefined &&
    (after.kind === 'word' ||
      after.kind === 'number' ||
      after.text === '-' ||
      after.text === "'" ||
      after.text === '’');
  if (
    inside &&
    !endsSentence(tokens[span.to - 1]!) &&
    !/^(?:by|in|edited|translated|ed|trans|von|par)$/i.test(after.text)
  )
    return undefined;
  let to = trimEnd(draft, span.from, span.to);
  let next = span.to;
  if (
    after?.text === ':' &&
    tokens[span.to + 1]?.emphasis === -1 &&
    tokens[span.to + 1]?.kind === 'word' &&
    span !== link
  ) {
    const subtitle = readPlain(draft, span.to + 1, limits);
    if (subtitle !== undefined && endsPlainly(draft, subtitle)) {
      to = subtitle.to;
      next = subtitle.next;
    }
  }
  return { from: span.from, to, next, mark: span === link ? 'link' : 'emphasis' };
}

/** A subtitle after the emphasis goes up to a full stop, and is no place before a publisher. */
function endsPlainly(draft: Draft, title: TitleFinding): boolean {
  const next = draft.tokens[title.to];
  return next === undefined || next.text === '.' || next.text === '(' || next.text === '?';
}

// ---- running text ----

/** Title in running text: up to the first thing that cannot belong to it, less what reads as the container. */
function readPlain(draft: Draft, at: number, limits: TitleLimits): TitleFinding | undefined {
  const stop = findStop(draft, at, limits);
  if (stop.at <= at) return undefined;
  const to = stop.sure ? stop.at : chooseCut(draft, at, stop);
  const end = trimTitle(draft, at, to);
  if (stop.by === 'numbers' && to === stop.at && isPeriodicalAlone(draft.tokens, at, end)) return undefined;
  return end <= at ? undefined : { from: at, to: end, next: to, mark: 'plain' };
}

/** Leaves out separating punctuation at the end, keeps `?`, `!`, `)` and the stop of `etc.`. */
function trimTitle(draft: Draft, from: number, to: number): number {
  return trimEnd(draft, from, to);
}

/** `J. Appl. Cryst. 2014, 47, 1797`, `ApJ, 400, 699`: physicists leave the title out. */
function isPeriodicalAlone(tokens: readonly Token[], from: number, to: number): boolean {
  const counts = countWords(tokens, from, to);
  if (counts.words > 7 || counts.phrase > 0) return false;
  const acronym = to - from <= 3 && counts.words <= 2 && tokens[from]!.shape !== 'capital';
  return counts.shortened >= 2 || (counts.shortened === 1 && counts.periodical > 0) || acronym;
}

interface Stop {
  readonly at: number;
  /** The title goes right up to the stop: no container stands between. */
  readonly sure: boolean;
  /** What stops it. */
  readonly by: 'end' | 'taken' | 'emphasis' | 'in' | 'numbers' | 'bracket' | 'date' | 'phrase';
}

function findStop(draft: Draft, from: number, limits: TitleLimits): Stop {
  const { tokens, taken } = draft;
  for (let i = from; i < limits.limit; i++) {
    const token = tokens[i]!;
    if (taken[i] === 1) return { at: i, sure: false, by: 'taken' };
    if (i === limits.numbers?.from) return { at: i, sure: false, by: 'numbers' };
    if (i === from) continue;
    const before = tokens[i - 1]!;
    if (token.emphasis >= 0 && before.emphasis !== token.emphasis && startsPartHere(tokens, i))
      return { at: i, sure: true, by: 'emphasis' };
    if (isIn(tokens, i)) return { at: i, sure: true, by: 'in' };
    if (startsPhrase(tokens, i)) return { at: i, sure: false, by: 'phrase' };
    if (isGenreMark(tokens, i)) return { at: i, sure: true, by: 'bracket' };
    if (token.text === '(' || token.text === '[') {
      if (isClosingBracket(draft, i, limits)) return { at: i, sure: false, by: 'bracket' };
    }
    if (isDateHere(limits.dates, i, tokens)) return { at: i, sure: false, by: 'date' };
  }
  return { at: limits.limit, sure: false, by: 'end' };
}

/** Emphasis that begins a part stands after punctuation or “in”. */
function startsPartHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]!;
  return (before.kind === 'mark' && '.,?!;:'.includes(before.text)) || before.kind === 'close-quote';
}

/** `. In`, `, in`, `; in:`: a container follows. */
export function isIn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'word' || token.text.length !== 2) return false;
  const lower = token.text.toLowerCase();
  if (lower !== 'in' || token.text === 'IN') return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before === undefined || next === undefined) return false;
  if (next.text === ':') return true;
  const opened = (before.kind === 'mark' && '.?!'.includes(before.text)) || before.kind === 'close-quote';
  if (token.text === 'In') return opened || before.text === ',' || before.text === ')';
  if (before.text === ')' && next.shape === 'capital') return true;
  return (
    (before.text === ',' || before.kind === 'close-quote' || (before.text === '.' && next.kind !== 'number')) && (next.shape !== 'lower' || next.emphasis >= 0)
  );
}

const PHRASES =
  /^(?:edited|translated|trans|transl|ed|eds|hrsg|phd|ph|ma|msc|master’s|master's|doctoral|dissertation|thesis|unpublished|paper|technical|tech|arxiv|doi|masters|preprint|submitted|manuscript)$/i;

/** “edited by”, “trans.”, “Ph.D. thesis”, “2nd ed.” after punctuation. */
function startsPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  if (before.kind !== 'mark' || !'.,(;'.includes(before.text)) return false;
  if (token.kind === 'number')
    return /^\d+(?:st|nd|rd|th|e|ª|º)?$/.test(token.text) && isEditionWord(tokens, at + 1);
  if (token.kind !== 'word' || !PHRASES.test(token.text))
    return (
      /^(?:second|third|fourth|fifth|revised|first|rev)$/i.test(token.text) && isEditionWord(tokens, at + 1)
    );
  const next = tokens[at + 1]?.text.toLowerCase();
  const lower = token.text.toLowerCase();
  if (lower === 'edited' || lower === 'translated') return next === 'by';
  if (
    lower === 'phd' ||
    lower === 'ph' ||
    lower === 'ma' ||
    lower === 'msc' ||
    lower.startsWith('master') ||
    lower === 'doctoral'
  )
    return isThesisAhead(tokens, at);
  if (lower === 'technical' || lower === 'tech') return next === 'report' || next === '.';
  if (lower === 'paper') return next === 'presented' || next === 'submitted';
  if (lower === 'trans' || lower === 'transl' || lower === 'ed' || lower === 'eds' || lower === 'hrsg')
    return next === '.' || next === 'by';
  if (lower === 'preprint' || lower === 'manuscript') return tokens[at + 1] === undefined || tokens[at + 1]!.kind === 'mark';
  if (lower === 'submitted') return next === 'to';
  return lower === 'arxiv' || lower === 'doi' || lower === 'unpublished';
}

function isThesisAhead(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < Math.min(tokens.length, at + 7); i++)
    if (/^(?:thesis|dissertation|diss)$/i.test(tokens[i]!.text)) return true;
  return false;
}

/** `ed.`, `edn`, `edition`, `Aufl.`, `éd.`. */
export function isEditionWord(tokens: readonly Token[], at: number): boolean {
  let i = at;
  if (tokens[i]?.text === '.' && !tokens[i]!.spaced) i++;
  const word = tokens[i]?.text.toLowerCase();
  return word !== undefined && /^(?:ed|edn|edition|aufl|auflage|éd|édition|edición|изд)$/.test(word);
}

/** A bracket that holds what stands after a title: place and publisher, a date, an edition, editors, a genre. */
function isClosingBracket(draft: Draft, at: number, limits: TitleLimits): boolean {
  const { tokens } = draft;
  const close = closingBracket(tokens, at);
  if (close < 0) return false;
  if (tokens[at]!.text === '[') return close - at <= 12 && startsPhraseInside(tokens, at + 1);
  const after = tokens[close + 1];
  if (after !== undefined && after.kind === 'word' && after.shape === 'lower' && !/^(?:in|edited|pp?|vol|trans)$/.test(after.text)) return false;
  for (const date of limits.dates) {
    if (date.from >= at && date.from < close && !isSpan(tokens, date, limits.dates)) return true;
  }
  if (startsPhraseInside(tokens, at + 1) || isEditionAt(tokens, at + 1)) return true;
  return hasColon(tokens, at, close) && publisherLikeness(tokens, at + 1, close) > 1.5;
}

function hasColon(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.text === ':') return true;
  return false;
}

function isEditionAt(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 4 && i < tokens.length; i++) if (isEditionWord(tokens, i)) return true;
  return false;
}

function startsPhraseInside(tokens: readonly Token[], at: number): boolean {
  return /^(?:eds?|edited|trans|translated|hrsg|hg|vol|pp|phd|doctoral|master|master’s|unpublished|technical|report|thesis|online|internet|computer|software|data|video|blog|preprint|manuscript|working|no)$/i.test(
    tokens[at]?.text ?? '',
  );
}

/** Index of the bracket that closes the one at `at`, or -1; looks 60 tokens ahead. */
export function closingBracket(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length && i < at + 60; i++) {
    const { text, kind } = tokens[i]!;
    if (kind !== 'mark') continue;
    if (text === '(' || text === '[') depth++;
    else if ((text === ')' || text === ']') && --depth === 0) return i;
  }
  return -1;
}

/** A date after punctuation, not a year inside the title such as “Summer 1969: a memoir”. */
function isDateHere(dates: readonly DateFinding[], at: number, tokens: readonly Token[]): boolean {
  for (const date of dates) {
    if (date.from > at) return false;
    if (date.from !== at || isSpan(tokens, date, dates)) continue;
    const before = tokens[at - 1];
    const after = tokens[date.to];
    const closed =
      after === undefined || (after.kind === 'mark' && '.,;)['.includes(after.text)) || after.kind === 'url';
    return (before?.kind === 'mark' && '.,;('.includes(before.text) && closed) || date.bracket !== '';
  }
  return false;
}

/** The best place to cut title from container or publisher before the stop; the stop itself where none is good. */
function chooseCut(draft: Draft, from: number, stop: Stop): number {
  const boundaries = findBoundaries(draft, from, stop.at);
  const stops = boundaries.filter((boundary) => boundary.strength === 'stop').length;
  let best = stop.at;
  let bestScore = scoreWhole(draft, from, stop);
  for (let b = 0; b < boundaries.length; b++) {
    const { at, strength } = boundaries[b]!;
    const restFrom = skipPunctuation(draft, at + 1, stop.at);
    const restTo = trimEnd(draft, restFrom, stop.at);
    if (restTo <= restFrom || at === from) continue;
    const rest = scoreRest(draft, restFrom, restTo, boundaries, b, stop);
    const score = scoreMark(strength, stops) + rest + scoreTitle(draft.tokens, from, at);
    if (score > bestScore) {
      best = strength === 'question' ? at + 1 : at;
      bestScore = score;
    }
  }
  return best;
}

/** A full stop is a likelier end than a comma; where there are full stops, commas hardly count. */
function scoreMark(strength: Boundary['strength'], stops: number): number {
  switch (strength) {
    case 'stop':
      return 4;
    case 'question':
      return 3;
    case 'initial':
      return 1;
    case 'semicolon':
      return 0;
    case 'comma':
      return stops > 0 ? -1.5 : 1;
  }
}

/** Before numbers the whole rest must read as a periodical; elsewhere the next piece as a publisher, series or periodical. */
function scoreRest(draft: Draft, from: number, to: number, boundaries: readonly Boundary[], index: number, stop: Stop): number {
  const { tokens } = draft;
  if (stop.by === 'numbers') return periodicalLikeness(tokens, from, to) * 1.2;
  const next = boundaries.find((boundary, i) => i > index && boundary.strength !== 'comma' && boundary.at > from);
  const piece = next === undefined ? to : Math.min(to, next.at);
  const whole = Math.max(periodicalLikeness(tokens, from, to) - 0.5, publisherLikeness(tokens, from, to));
  if (piece >= to) return whole;
  const series = SERIES.test(tokens[from]!.text) || hasSeriesWord(tokens, from, piece) ? 2 : 0;
  return Math.max(whole, periodicalLikeness(tokens, from, piece) - 0.5, publisherLikeness(tokens, from, piece), series);
}

const SERIES = /^(?:series|reprint|revised|reprinted|collection|coll|schriftenreihe|bulletin|monograph|monographs|lncs|lnai|unpublished|occasional|\d+)$/i;

function hasSeriesWord(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to && i < from + 12; i++) if (/^(?:series|reihe|monographs?|schriften|vols|editions?)$/i.test(tokens[i]!.text)) return true;
  return false;
}

function scoreWhole(draft: Draft, from: number, stop: Stop): number {
  if (stop.by === 'numbers') return 0;
  const sentence = isFullStop(draft.tokens, stop.at - 1, from) ? 1 : 0;
  return 2 + sentence;
}

function scoreTitle(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if (tokens[i]!.kind === 'word' || tokens[i]!.kind === 'number') words++;
  return words === 1 ? -1 : words === 0 ? -9 : 0;
}
