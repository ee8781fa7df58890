import { hasOrganisationWord, isOthers, type NameList, readNames, readRole } from './authors.ts';
import type { DateFinding } from './dates.ts';
import { type Draft, take } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import { countPhraseWords } from './names.ts';
import { type Token, textOf } from './token.ts';

/** What a reference starts with: a label, names, perhaps the date. */
export interface Head {
  /** After `[12]` or `12.`. */
  readonly start: number;
  readonly names: NameList | undefined;
  /** A dash stands for the names of the reference before. */
  readonly repeated: boolean;
  /** The date where it follows the names. */
  readonly date: DateFinding | undefined;
  /** Where the title begins. */
  readonly next: number;
}

/** Reads label, names and a date right after the names; takes their tokens. */
export function readHead(draft: Draft, dates: readonly DateFinding[]): Head {
  const { tokens } = draft;
  const start = endOfLabel(tokens);
  take(draft, 0, start);
  const hard = findHardLimit(draft, start, dates);
  const repeated = endOfRepetition(tokens, start);
  if (repeated > start) {
    take(draft, start, repeated);
    return afterNames(draft, { start, names: undefined, repeated: true }, repeated, dates);
  }
  const names = readNames(tokens, start, hard.limit, hasRunOnMarks(tokens, dates)) ?? readOrganisation(draft, start, hard);
  if (names === undefined) return afterNames(draft, { start, names, repeated: false }, start, dates);
  const next = endOfAside(tokens, Math.max(names.to, names.roleTo));
  take(draft, names.from, next);
  return afterNames(draft, { start, names, repeated: false }, next, dates);
}

/** The head with the date that follows the names, taken. */
function afterNames(draft: Draft, head: Omit<Head, 'date' | 'next'>, next: number, dates: readonly DateFinding[]): Head {
  const date = dateAfter(draft.tokens, next, dates, head.names !== undefined || head.repeated);
  if (date === undefined) return { ...head, date, next };
  take(draft, date.from, date.to);
  return { ...head, date, next: date.to };
}

/** `———.`, `______,`, `---.`: the author of the reference before. */
function endOfRepetition(tokens: readonly Token[], start: number): number {
  let i = start;
  let width = 0;
  while (i < tokens.length && tokens[i]!.kind === 'mark' && '—–-_'.includes(tokens[i]!.text[0]!) && (i === start || !tokens[i]!.spaced)) {
    width += tokens[i]!.text.length * (tokens[i]!.text === '—' ? 2 : 1);
    i++;
  }
  return width >= 3 && i < tokens.length ? i : start;
}

/** `Gorky, Maxim (Alexei Peshkov).`: another name in brackets. */
function endOfAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(' || tokens[at + 1]?.kind !== 'word' || tokens[at + 1]!.shape === 'lower') return at;
  for (let i = at + 1; i < tokens.length && i < at + 8; i++) {
    if (tokens[i]!.text === ')') return '.,('.includes(tokens[i + 1]?.text ?? ' ') ? i + 1 : at;
    if (tokens[i]!.kind !== 'word' && tokens[i]!.text !== '.') return at;
  }
  return at;
}

/** `[12]`, `12.`, `(3)`, `16-`, `•`, `-`: what numbers the item, no part of the reference. */
function endOfLabel(tokens: readonly Token[]): number {
  const [first, second, third] = tokens;
  if (first === undefined || second === undefined) return 0;
  if ((first.text === '[' || first.text === '(') && third !== undefined && ')]'.includes(third.text)) {
    const label = /^\d{1,3}[a-z]?$/.test(second.text) || (first.text === '[' && third.end - first.start <= 12);
    return label ? (tokens[3]?.text === '.' ? 4 : 3) : 0;
  }
  if (third === undefined) return 0;
  if (/^\d{1,3}$/.test(first.text)) {
    if (second.text === '.' || second.text === ')') return 2;
    const glued = !second.spaced && !third.spaced && third.kind === 'word' && third.shape !== 'lower';
    if (second.text === '-' && glued) return 2;
    return 0;
  }
  return first.kind === 'mark' && '•-–*—'.includes(first.text) && second.spaced ? 1 : 0;
}

/** `; 1997`, `1997;27`, `[M]`: marks of styles that write names as `Knuth DE`. */
function hasRunOnMarks(tokens: readonly Token[], dates: readonly DateFinding[]): boolean {
  for (const date of dates) {
    if (tokens[date.from - 1]?.text === ';' || (tokens[date.to]?.text === ';' && tokens[date.to + 1]?.kind === 'number')) return true;
  }
  return tokens.some((_, i) => isGenreMark(tokens, i));
}

interface HardLimit {
  readonly limit: number;
  readonly by: 'date' | 'quote' | 'emphasis' | 'link' | 'end';
}

/** The first place names cannot pass: a date in brackets, a quotation, emphasis, a link, an identifier. */
function findHardLimit(draft: Draft, start: number, dates: readonly DateFinding[]): HardLimit {
  const { tokens } = draft;
  const date = dates.find((candidate) => candidate.from >= start && !isSpan(tokens, candidate, dates));
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (i === date?.from) return { limit: i, by: 'date' };
    if (
      token.kind === 'open-quote' &&
      (token.text !== '"' || tokens[i - 1]?.kind !== 'word' || !isNickname(tokens, i))
    )
      return { limit: i, by: 'quote' };
    if (token.emphasis >= 0 && !(isOthers(tokens, i) > i) && !(tokens[i - 1]?.emphasis === token.emphasis))
      return { limit: i, by: 'emphasis' };
    if (token.link >= 0 && i > start) return { limit: i, by: 'link' };
    if (draft.taken[i] === 1 && i > start) return { limit: i, by: 'end' };
  }
  return { limit: tokens.length, by: 'end' };
}

/** `(1885–1914)`: what the title is about, where another date follows. */
export function isSpan(tokens: readonly Token[], date: DateFinding, dates: readonly DateFinding[]): boolean {
  if (date.yearTo - date.yearFrom !== 3 || tokens[date.yearFrom + 1]!.text === '/' || dates.at(-1) === date) return false;
  return Number.parseInt(tokens[date.yearTo - 1]!.text, 10) - Number.parseInt(tokens[date.yearFrom]!.text, 10) > 1;
}

/** `Robert “Uncle Bob” Martin`. */
function isNickname(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < at + 5 && i < tokens.length; i++) {
    if (tokens[i]!.kind === 'close-quote')
      return tokens[i + 1]?.kind === 'word' && tokens[i + 1]!.shape === 'capital';
  }
  return false;
}

/** An organisation before the date or the title, or up to the first full stop. */
function readOrganisation(draft: Draft, start: number, hard: HardLimit): NameList | undefined {
  const { tokens } = draft;
  let to = hard.limit;
  while (to > start && tokens[to - 1]!.kind === 'mark' && '.,:;'.includes(tokens[to - 1]!.text)) to--;
  const role = roleBefore(tokens, start, to);
  if (role > 0) to = role;
  const stop = firstStop(tokens, start, to);
  const bounded = hard.by !== 'end' && (hard.by !== 'date' || tokens[hard.limit]?.text === '(');
  const whole = stop === to && bounded;
  if (to <= start || (!whole && !isOrganisation(tokens, start, stop))) return undefined;
  if (whole && !looksLikeOrganisation(tokens, start, to)) return undefined;
  const end = whole ? to : stop;
  const roleTo = readRole(tokens, end);
  const name = { family: textOf(tokens, start, end), literal: true };
  return {
    names: [{ name, from: start, to: end, form: 'literal' }],
    from: start,
    to: end,
    othersOmitted: false,
    editors: roleTo > end,
    roleTo,
    form: 'literal',
    closed: false,
    dangling: false,
  };
}

function roleBefore(tokens: readonly Token[], start: number, to: number): number {
  for (let i = Math.max(start, to - 4); i < to; i++) if (readRole(tokens, i) > i) return i;
  return 0;
}

function firstStop(tokens: readonly Token[], start: number, to: number): number {
  for (let i = start + 1; i < to; i++) {
    if (tokens[i]!.text === '.' && tokens[i + 1]?.spaced === true && tokens[i - 1]!.text.length > 1) return i;
  }
  return to;
}

/** An acronym, or capitalised words one of which says “organisation”. */
function isOrganisation(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 12 || to - from === 0) return false;
  if (to - from === 1) return tokens[from]!.shape === 'caps' && tokens[from]!.text.length > 1;
  return looksLikeOrganisation(tokens, from, to) && hasOrganisationWord(tokens, from, to);
}

/** No phrase: hardly a small word, no long run, no quotation. */
function looksLikeOrganisation(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 24) return false;
  const phrase = countPhraseWords(tokens, from, to);
  return (
    phrase === 0 || (phrase <= 3 && hasOrganisationWord(tokens, from, to) && tokens[from]!.shape !== 'lower')
  );
}

/** The date that follows the names: `(1997)`, `1997.`, `, 1997,`. */
function dateAfter(
  tokens: readonly Token[],
  at: number,
  dates: readonly DateFinding[],
  named: boolean,
): DateFinding | undefined {
  let i = at;
  while (i < tokens.length && i < at + 2 && tokens[i]!.kind === 'mark' && '.,:;'.includes(tokens[i]!.text))
    i++;
  const date = dates.find((candidate) => candidate.from === i && !isSpan(tokens, candidate, dates));
  if (date === undefined) return undefined;
  if (date.bracket !== '') return named || date.alone ? date : undefined;
  const after = tokens[date.to];
  const closed =
    after === undefined ||
    (after.kind === 'mark' && '.,:;—–-'.includes(after.text)) ||
    after.kind === 'open-quote' ||
    after.emphasis >= 0;
  const bare = i === at && after?.kind === 'word' && after.shape !== 'lower' && tokens[i]!.spaced;
  return (closed || bare) && named ? date : undefined;
}

/** The date further back: the last that is no part of title, container or pages; one in brackets first. */
readHead.late = (draft: Draft, from: number, dates: readonly DateFinding[]): DateFinding | undefined => {
  const free = dates.filter(
    (date) => date.yearFrom >= from && draft.taken[date.yearFrom] === 0 && !isPageRange(draft.tokens, date) && !isSpan(draft.tokens, date, dates),
  );
  const best =
    free.findLast((date) => date.bracket !== '' && !date.wordy) ??
    free.findLast((date) => !date.wordy && !insideMarks(draft, date)) ??
    free.at(-1);
  return best;
};

function insideMarks(draft: Draft, date: DateFinding): boolean {
  return draft.tokens[date.yearFrom]!.quote >= 0 || draft.tokens[date.yearFrom]!.emphasis >= 0;
}

function isPageRange(tokens: readonly Token[], date: DateFinding): boolean {
  const before = tokens[date.from - 1]?.text ?? '';
  const range = date.yearTo - date.yearFrom === 3 && tokens[date.yearFrom + 1]!.text !== '/';
  const label =
    /^(?:pp?|pages?)$/.test(before) ||
    (before === '.' && /^(?:pp?|S)$/.test(tokens[date.from - 2]?.text ?? ''));
  return label || (range && date.bracket === '' && (before === ':' || before === ','));
}
