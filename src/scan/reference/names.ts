import type { PersonName } from '../../model.ts';
import { isYear } from './dates.ts';
import { type Token, textOf } from './token.ts';
import { EDITOR_ROLES, GIVEN_NAMES, NAME_SUFFIXES, PARTICLES, STOP_WORDS } from './words.ts';

/** In which order a name is written: `Knuth, D. E.` · `Knuth, Donald` · `Knuth DE` · `D. E. Knuth` · `Donald Knuth` · 王选. */
export type NameForm = 'inverted' | 'inverted-full' | 'run-on' | 'direct' | 'direct-full' | 'cjk' | 'literal';

/** One name with its tokens. */
export interface NameFinding {
  readonly name: PersonName;
  readonly from: number;
  readonly to: number;
  readonly form: NameForm;
}

/** Longest run of capitalised words taken for a family name. */
const LONGEST_FAMILY = 4;

/** A name of the given form at `at`, before `limit`; undefined where the tokens are none. */
export function readName(
  tokens: readonly Token[],
  at: number,
  limit: number,
  form: NameForm,
): NameFinding | undefined {
  switch (form) {
    case 'inverted':
      return readInverted(tokens, at, limit, false);
    case 'inverted-full':
      return readInverted(tokens, at, limit, true);
    case 'run-on':
      return readRunOn(tokens, at, limit);
    case 'direct':
      return readDirect(tokens, at, limit, false);
    case 'direct-full':
      return readDirect(tokens, at, limit, true);
    case 'cjk':
      return readEastAsian(tokens, at, limit);
    case 'literal':
      return undefined;
  }
}

// ---- pieces ----

/** A capitalised word that can be part of a name. */
export function isNameWord(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false;
  return (
    token.shape === 'capital' ||
    token.shape === 'mixed' ||
    (token.shape === 'caps' && token.text.length > 1) ||
    token.shape === 'caseless'
  );
}

/** Beginnings of given names that are shortened to more than one letter: `Ch.`, `Yu.`, `Wm.`. */
const LONG_INITIALS: ReadonlySet<string> = new Set('Ch Chr Th Ph Yu Ya Zh Sh Kh Ts Iu Ju Je Fr Wm Geo Jos St'.split(' '));

/** One letter, `J-P`, two capitals or a known beginning before a full stop. */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  const stopped = tokens[at + 1]?.text === '.' && !tokens[at + 1]!.spaced;
  if (token.shape === 'caps') {
    const { length } = token.text;
    return length === 1 || (length <= 3 && '-‐‑'.includes(token.text[1]!)) || (length === 2 && stopped);
  }
  return stopped && token.shape === 'capital' && LONG_INITIALS.has(token.text);
}

/** After the initials at `at`: `D. E.`, `J.-P.`, `DE`, `D E.`; `at` where there are none. Once one has a full stop, all have. */
export function endOfInitials(tokens: readonly Token[], at: number, limit: number): number {
  let i = at;
  let dotted: boolean | undefined;
  while (i < limit && isInitial(tokens, i)) {
    const stopped = i + 1 < limit && tokens[i + 1]!.text === '.' && !tokens[i + 1]!.spaced;
    if (dotted === true && !stopped && !endsList(tokens[i + 1])) return i;
    i += stopped ? 2 : 1;
    if (dotted === false && stopped) return i;
    const dash = tokens[i];
    const hyphened = i + 1 < limit && dash !== undefined && '-‐‑–'.includes(dash.text) && isInitial(tokens, i + 1);
    if (hyphened) i++;
    else dotted = stopped;
  }
  return i;
}

/** After a last initial that has lost its full stop: `Seward, J. M, & Nethercote`. */
function endsList(token: Token | undefined): boolean {
  return token !== undefined && (token.text === ',' || token.text === '&' || token.text === ';' || token.text === 'and');
}

function isParticle(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false;
  return (
    PARTICLES.has(token.text) ||
    (token.shape === 'capital' && token.text.length <= 3 && PARTICLES.has(token.text.toLowerCase()))
  );
}

interface Family {
  readonly end: number;
  readonly particleEnd: number;
}

/** Particles and capitalised words: `van der Berg`, `Garcia Marquez`; a particle may stand inside, `Le Goff de Ville`. */
function readFamily(
  tokens: readonly Token[],
  at: number,
  limit: number,
  longest = LONGEST_FAMILY,
): Family | undefined {
  let i = at;
  while (
    i < limit &&
    isParticle(tokens[i]) &&
    (isNameWord(tokens[i + 1]) || isParticle(tokens[i + 1]) || isElision(tokens, i))
  ) {
    i += isElision(tokens, i) ? 2 : 1;
  }
  const particleEnd = i;
  let count = 0;
  while (i < limit && count < longest) {
    const token = tokens[i];
    if (isNameWord(token) && !(count > 0 && isSuffix(token))) count++;
    else if (!(count > 0 && isInnerParticle(token, longest) && isNameWord(tokens[i + 1]))) break;
    i++;
  }
  return count === 0 ? undefined : { end: i, particleEnd };
}

/** `Jr`, `III`; a family may be called Junior or Ii, but not after another word. */
function isSuffix(token: Token | undefined): boolean {
  return token !== undefined && NAME_SUFFIXES.has(token.text.toLowerCase());
}

/** `Ortega y Gasset`, `Le Goff de Ville`; in direct order a particle begins the family name. */
function isInnerParticle(token: Token | undefined, longest: number): boolean {
  return token?.kind === 'word' && token.shape === 'lower' && longest === LONGEST_FAMILY && PARTICLES.has(token.text);
}

/** `d’ Alembert` with a blank; without one it is a single word. */
function isElision(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at + 1];
  return (
    mark !== undefined &&
    !mark.spaced &&
    (mark.text === '’' || mark.text === "'") &&
    tokens[at]!.text.length === 1
  );
}

interface Suffix {
  readonly end: number;
  readonly text: string;
}

/** `Jr.`, `, Jr.`, `III`. */
function readSuffix(tokens: readonly Token[], at: number, limit: number): Suffix | undefined {
  const i = tokens[at]?.text === ',' ? at + 1 : at;
  const token = tokens[i];
  if (i >= limit || token?.kind !== 'word' || !NAME_SUFFIXES.has(token.text.toLowerCase())) return undefined;
  if (i > at && /^[ivIV]+$/.test(token.text) && tokens[i + 1]?.text === '.' && !/^I+V?$/.test(token.text))
    return undefined;
  const end = tokens[i + 1]?.text === '.' && !tokens[i + 1]!.spaced && i + 1 < limit ? i + 2 : i + 1;
  return { end, text: textOf(tokens, i, end) };
}

function person(
  tokens: readonly Token[],
  family: Family,
  from: number,
  given: string,
  suffix: Suffix | undefined,
): PersonName {
  const particle = textOf(tokens, from, family.particleEnd);
  return {
    family: textOf(tokens, family.particleEnd, family.end),
    ...(given !== '' && { given }),
    ...(particle !== '' && { particle }),
    ...(suffix !== undefined && { suffix: suffix.text }),
  };
}

/** A name ends before punctuation, a conjunction, a bracket or the limit, not inside a phrase. */
function endsName(tokens: readonly Token[], at: number, limit: number): boolean {
  const token = tokens[at];
  if (at >= limit || token === undefined) return true;
  if (token.kind === 'word')
    return /^(?:and|und|et|y|e|i|och|og|en|и|with|in|eds?|u)$/i.test(token.text) && token.text !== 'I';
  return token.kind !== 'mark' || token.text !== "'";
}

// ---- forms ----

/** `Knuth, D. E.`, `van der Berg, J., Jr.`, `King, Martin Luther, Jr.`, `BAZIN, Germain`, `ALY (M.I.)`. */
function readInverted(
  tokens: readonly Token[],
  at: number,
  limit: number,
  full: boolean,
): NameFinding | undefined {
  const family = readFamily(tokens, at, limit);
  if (family === undefined) return undefined;
  let i = family.end;
  let suffix = tokens[i]?.text !== ',' ? readSuffix(tokens, i, limit) : undefined;
  if (suffix !== undefined) i = suffix.end;
  const separator = tokens[i]?.text;
  const parenthesised = separator === '(' && !full;
  if (i >= limit || (separator !== ',' && !parenthesised)) return undefined;
  const early = parenthesised ? undefined : readSuffix(tokens, i, limit);
  if (early !== undefined && tokens[early.end]?.text === ',') {
    suffix = early;
    i = early.end;
  }
  const givenFrom = i + 1;
  let end = full ? endOfGiven(tokens, givenFrom, limit) : endOfShortGiven(tokens, givenFrom, limit, parenthesised);
  if (end === givenFrom) return undefined;
  if (!full && !parenthesised && end < limit && isNameWord(tokens[end]) && isGivenAhead(tokens, end))
    return undefined;
  const given = textOf(tokens, givenFrom, end);
  if (parenthesised) {
    if (tokens[end]?.text !== ')') return undefined;
    end++;
  }
  const trailing = endOfTrailingParticles(tokens, end, limit);
  const late = readSuffix(tokens, trailing, limit);
  if (late !== undefined && suffix === undefined) suffix = late;
  const to = late === undefined ? trailing : late.end;
  if (!endsName(tokens, to, limit) && (tokens[to - 1]!.text !== '.' || tokens[to]!.shape === 'lower'))
    return undefined;
  const name = person(tokens, family, at, given, suffix);
  const particle = trailing > end ? { particle: textOf(tokens, end, trailing) } : {};
  return { name: { ...name, ...particle }, from: at, to, form: full ? 'inverted-full' : 'inverted' };
}

/** Initials, also as one group (`Watson, WH`) and, in brackets, shortened names (`Bonhomme (Fl.)`). */
function endOfShortGiven(tokens: readonly Token[], at: number, limit: number, bracketed: boolean): number {
  const end = endOfInitials(tokens, at, limit);
  const token = tokens[at];
  if (end > at || at >= limit || token?.kind !== 'word') return end;
  const next = tokens[at + 1];
  if (bracketed && EDITOR_ROLES.has(token.text.toLowerCase())) return at;
  if (bracketed) return token.text.length <= 4 && next?.text === '.' ? endOfInitials(tokens, at + 2, limit) : at;
  const group = token.shape === 'caps' && token.text.length <= 3;
  return group && (at + 1 >= limit || '.,;&('.includes(next!.text)) && !NAME_SUFFIXES.has(token.text.toLowerCase()) ? at + 1 : at;
}

/** After initials: `Hoover, J. Edgar`, and not the title that follows `Knuth, D. E.` without a date between. */
function isGivenAhead(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]!.text !== '.') return true;
  const after = tokens[at + 1]?.text;
  const beyond = after === '.' ? tokens[at + 2] : undefined;
  if (beyond !== undefined && (beyond.kind === 'open-quote' || beyond.emphasis >= 0 || isYear(beyond))) return true;
  return (
    GIVEN_NAMES.has(tokens[at]!.text.toLowerCase()) &&
    (after === ',' || after === '.' || after === '&' || after === 'and')
  );
}

/** `Donald`, `Donald E.`, `Jean-Paul Marie`; at most four parts, at least one of them a whole word. */
function endOfGiven(tokens: readonly Token[], at: number, limit: number): number {
  let i = at;
  let whole = 0;
  for (let count = 0; count < 4 && i < limit; count++) {
    const initials = endOfInitials(tokens, i, limit);
    if (initials > i) {
      i = initials;
      if (whole > 0) break;
      continue;
    }
    const token = tokens[i]!;
    if (!isNameWord(token) || (token.shape === 'caps' && token.text.length > 3 && whole > 0)) break;
    if (NAME_SUFFIXES.has(token.text.toLowerCase())) break;
    whole++;
    i++;
  }
  return whole === 0 ? at : i;
}

/** `Beethoven, Ludwig van`; `Sousa, M. de`. */
function endOfTrailingParticles(tokens: readonly Token[], at: number, limit: number): number {
  let i = at;
  if (i + 1 < limit && /^[vd]$/.test(tokens[i]!.text) && tokens[i + 1]!.text === '.') return i + 2;
  while (
    i < limit &&
    tokens[i]!.kind === 'word' &&
    tokens[i]!.shape === 'lower' &&
    PARTICLES.has(tokens[i]!.text)
  ) {
    if (/^(?:y|e|in|und|and|et)$/.test(tokens[i]!.text)) break;
    i++;
  }
  return endsName(tokens, i, limit) ? i : at;
}

/** `Knuth DE`, `van der Berg J`, `Heidegger M.`, `Poux P.-Y.`. */
function readRunOn(tokens: readonly Token[], at: number, limit: number): NameFinding | undefined {
  const family = readFamily(tokens, at, limit);
  if (family === undefined) return undefined;
  let familyEnd = family.end;
  const last = tokens[familyEnd - 1]!;
  let end = endOfInitials(tokens, familyEnd, limit);
  if (end === familyEnd) {
    const group = isInitialGroup(last) && familyEnd - 1 > family.particleEnd;
    if (!group) return undefined;
    familyEnd--;
    end = family.end;
    if (tokens[end]?.text === '.' && !tokens[end]!.spaced && tokens[end - 1]!.text.length === 1) end++;
  }
  const suffix = tokens[end]?.text === ',' ? undefined : readSuffix(tokens, end, limit);
  const to = suffix === undefined ? end : suffix.end;
  const stopped = tokens[to - 1]!.text === '.' && (tokens[to]?.shape !== 'lower' || isDomain(tokens, to));
  if (!stopped && !endsName(tokens, to, limit)) return undefined;
  const given = textOf(tokens, familyEnd, end);
  return {
    name: person(tokens, { ...family, end: familyEnd }, at, given, suffix),
    from: at,
    to,
    form: 'run-on',
  };
}

/** `example.org`: a site where a title may stand. */
function isDomain(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.text === '.' && !tokens[at + 1]!.spaced && tokens[at + 2]?.spaced === false;
}

/** `DE`, `JRR`: up to four capitals that are no word. */
function isInitialGroup(token: Token): boolean {
  return token.shape === 'caps' && token.text.length <= 4 && !/^(?:II|III|IV)$/.test(token.text);
}

/** `D. E. Knuth`, `J. van Leeuwen`, `Donald E. Knuth Jr.`, `Ludwig van Beethoven`. */
function readDirect(
  tokens: readonly Token[],
  at: number,
  limit: number,
  full: boolean,
): NameFinding | undefined {
  const initialsEnd = endOfInitials(tokens, at, limit);
  if (!full && (initialsEnd === at || isArticle(tokens, at))) return undefined;
  const givenEnd = full ? endOfDirectGiven(tokens, at, limit) : endOfNickname(tokens, initialsEnd, limit);
  if (givenEnd <= at) return undefined;
  const family = readFamily(tokens, givenEnd, limit, full ? 2 : 3);
  if (family === undefined) return undefined;
  const suffix = readSuffix(tokens, family.end, limit);
  const to = suffix === undefined ? family.end : suffix.end;
  if (!endsName(tokens, to, limit)) return undefined;
  const given = textOf(tokens, at, givenEnd);
  return {
    name: person(tokens, family, givenEnd, given, suffix),
    from: at,
    to,
    form: full ? 'direct-full' : 'direct',
  };
}

/** “A Civil Action”: the first word of a title. */
function isArticle(tokens: readonly Token[], at: number): boolean {
  return /^[AI]$/.test(tokens[at]!.text) && tokens[at + 1]?.text !== '.';
}

/** A given name after an initial: `J. Edgar Hoover` keeps `J. Edgar` as given. */
function endOfNickname(tokens: readonly Token[], at: number, limit: number): number {
  const token = tokens[at];
  const after = at + 1 < limit ? tokens[at + 1] : undefined;
  if (token?.kind === 'word' && isNameWord(after) && isMiddleName(tokens, at, limit)) return at + 1;
  const initials = isNameWord(token) && at + 1 < limit ? endOfInitials(tokens, at + 1, limit) : at + 1;
  return initials > at + 1 && isNameWord(tokens[initials]) ? initials : at;
}

/** A particle, small or capital (`van`, `Le`, `Mac`), before a name word: the family name begins here. */
function startsFamily(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'word') return false;
  if (token.shape === 'lower') return PARTICLES.has(token.text);
  const next = tokens[at + 1];
  return /^(?:Le|La|De|Van|Von|Du|Di|Da|Del|Della|El|Al|Ben|Ter|Ten|Der|Mac|Mc|San|Fitz)$/.test(token.text) && isNameWord(next);
}

/** `M. Frans Kaashoek`: one initial and two words; `J. Van Loan` and `A. B. Garcia Marquez` have two family names. */
function isMiddleName(tokens: readonly Token[], at: number, limit: number): boolean {
  const lower = tokens[at]!.text.toLowerCase();
  if (GIVEN_NAMES.has(lower)) return true;
  const third = at + 2 < limit && isNameWord(tokens[at + 2]);
  const single = tokens[at - 1]!.text === '.' && !endsInInitials(tokens, at - 2);
  return single && !third && !PARTICLES.has(lower) && !/^(?:mac|mc|saint|san|santa|fitz)$/.test(lower);
}

/** Another initial stands before the one at `at`. */
function endsInInitials(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === '.' && isInitial(tokens, at - 2);
}

/** Given names of a direct name: all capitalised words and initials but the last word, or all before a particle. */
function endOfDirectGiven(tokens: readonly Token[], at: number, limit: number): number {
  let i = at;
  let lastWord = at;
  for (let count = 0; i < limit && count < 5; count++) {
    const initials = endOfInitials(tokens, i, limit);
    if (initials > i) {
      i = initials;
      if (isNameWord(tokens[i]) || isParticle(tokens[i])) lastWord = i;
      continue;
    }
    const token = tokens[i]!;
    if (i > at && startsFamily(tokens, i)) return i;
    if (!isNameWord(token) || NAME_SUFFIXES.has(token.text.toLowerCase())) break;
    lastWord = i;
    i++;
  }
  return lastWord;
}

/** 王选, 陈景润, 王 选: two to four characters; Western names in Chinese lists are read by the other forms. */
function readEastAsian(tokens: readonly Token[], at: number, limit: number): NameFinding | undefined {
  const token = tokens[at];
  if (at >= limit || token?.kind !== 'word' || token.shape !== 'cjk') return undefined;
  let to = at + 1;
  let text = token.text;
  if (text.length === 1 && tokens[to]?.shape === 'cjk' && to < limit) {
    text += tokens[to]!.text;
    to++;
  }
  if (text.endsWith('等') && text.length > 2) text = text.slice(0, -1);
  const literal = text.length > 4 && !tokens[at + 1]?.text.startsWith('·');
  if (literal) return { name: { family: text, literal: true }, from: at, to, form: 'cjk' };
  const familyLength = text.length === 4 ? 2 : 1;
  const name =
    text.length < 2
      ? { family: text }
      : { family: text.slice(0, familyLength), given: text.slice(familyLength) };
  return { name, from: at, to, form: 'cjk' };
}

/** How many words of a run are lower-case and no particle: a phrase, not names. */
export function countPhraseWords(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (
      token.kind === 'word' &&
      token.shape === 'lower' &&
      token.text.length > 1 &&
      !PARTICLES.has(token.text) &&
      !STOP_WORDS.has(token.text)
    )
      count++;
  }
  return count;
}
