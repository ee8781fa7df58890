import type { PersonName } from '../../model.ts';
import { isYear } from './dates.ts';
import { CONJUNCTION, EDITOR_ROLE, PARTICLE, SUFFIX } from './lexicon.ts';
import { isMark, isOneOf, type Token, textOf } from './token.ts';

/** In which order a name is written: `Knuth, D. E.` · `Knuth, Donald` · `Knuth DE` · `D. E. Knuth` · `Donald Knuth` · 王选. */
export type NameForm = 'inverted' | 'inverted-full' | 'run-on' | 'direct' | 'direct-full' | 'cjk' | 'literal';

/** One name with its tokens. */
export interface NameFinding {
  readonly name: PersonName;
  readonly from: number;
  readonly to: number;
  readonly form: NameForm;
}

/** A capitalised word that can be part of a name. */
export function isNameWord(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false;
  switch (token.shape) {
    case 'capital':
    case 'mixed':
    case 'caseless':
      return true;
    case 'caps':
      return token.text.length > 1;
    default:
      return false;
  }
}

// ---- initials ----

/** Beginnings of given names that are shortened to more than one letter: `Ch.`, `Yu.`, `Wm.`, `Дж.`. */
const LONG_INITIALS: ReadonlySet<string> = new Set(
  'Ch Chr Th Ph Yu Ya Ye Zh Sh Kh Ts Iu Ju Je Fr Wm Geo Jos St Дж'.split(' '),
);

/** One letter, `J-P`, two capitals or a known beginning before a full stop. */
export function isInitial(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  const { length } = token.text;
  if (token.shape === 'caps') {
    return (
      length === 1 ||
      (length <= 3 && '-‐‑'.includes(token.text[1]!)) ||
      (length === 2 && isStopped(tokens, at))
    );
  }
  return isLongInitial(tokens, at);
}

/** A known beginning of a given name before a full stop. */
export function isLongInitial(tokens: readonly Token[], at: number): boolean {
  const { shape, text } = tokens[at]!;
  return shape === 'capital' && text.length <= 3 && LONG_INITIALS.has(text) && isStopped(tokens, at);
}

/** A full stop follows without a blank. */
function isStopped(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return isMark(next, '.') && !next!.spaced;
}

/**
 * After the initials at `at`: `D. E.`, `J.-P.`, `DE`, `D E.`; `at` where there are none. Once one has a full stop, all
 * have, so that the article in `Rawls J. A Theory` is none; the last of a name may have lost it (`Seward, J. M, &`).
 */
export function endOfInitials(tokens: readonly Token[], at: number, limit: number): number {
  let i = at;
  let dotted: boolean | undefined;
  while (i < limit && (isInitial(tokens, i) || (dotted === true && isSmallInitial(tokens, i)))) {
    const stopped = i + 1 < limit && isStopped(tokens, i);
    if (dotted === true && !stopped && !followsNames(tokens[i + 1])) return i;
    i += stopped ? 2 : 1;
    if (dotted === false && stopped) return i;
    if (i + 1 < limit && isOneOf(tokens[i], '-‐‑–') && isInitial(tokens, i + 1)) i++;
    else dotted = stopped;
  }
  return i;
}

/** `d.` in `Centeno, M. d. L.`: a particle that is shortened, between initials. */
function isSmallInitial(tokens: readonly Token[], at: number): boolean {
  const { shape, text } = tokens[at]!;
  return shape === 'lower' && text.length === 1 && isStopped(tokens, at) && isInitial(tokens, at + 2);
}

/** What stands between and behind names: a comma, “and”, “et al.”, the year in its bracket or bare. */
function followsNames(token: Token | undefined): boolean {
  return isOneOf(token, ',&;(') || token?.text === 'and' || token?.text === 'et' || isYear(token);
}

// ---- family names ----

/** Longest run of capitalised words taken for a family name. */
const LONGEST_FAMILY = 4;

/** `van`, `de`, `Le`, `VAN`. */
export function isParticle(token: Token | undefined): boolean {
  if (token === undefined || (token.bits & PARTICLE) === 0) return false;
  return token.shape === 'lower' || token.text.length <= 3;
}

/** Tokens of a family name; the particle stands before `particleEnd`. */
export interface Family {
  readonly end: number;
  readonly particleEnd: number;
}

/** Particles and capitalised words: `van der Berg`, `Garcia Marquez`; a particle may stand inside, `Le Goff de Ville`. */
export function readFamily(
  tokens: readonly Token[],
  at: number,
  limit: number,
  longest = LONGEST_FAMILY,
): Family | undefined {
  let i = at;
  while (i < limit && (isPlaceParticle(tokens, i) || (isParticle(tokens[i]) && isBeforeFamily(tokens, i))))
    i += isElision(tokens, i) ? 2 : 1;
  const particleEnd = i;
  let count = 0;
  while (i < limit && count < longest) {
    const token = tokens[i];
    if (isNameWord(token) && !(count > 0 && (token!.bits & SUFFIX) !== 0)) count++;
    else if (!(count > 0 && isInnerParticle(token, longest) && isNameWord(tokens[i + 1]))) break;
    i++;
  }
  return count === 0 ? undefined : { end: i, particleEnd };
}

/** `an` in `an der Heiden`, `op` in `op de Beeck`: a particle before an article and a name alone. */
function isPlaceParticle(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:an|auf|aus|in|op)$/.test(tokens[at]!.text)) return false;
  return /^(?:de[rmn]?|’t)$/.test(tokens[at + 1]?.text ?? '') && isNameWord(tokens[at + 2]);
}

function isBeforeFamily(tokens: readonly Token[], at: number): boolean {
  return isNameWord(tokens[at + 1]) || isParticle(tokens[at + 1]) || isElision(tokens, at);
}

/** `Ortega y Gasset`, `Le Goff de Ville`; in direct order a particle begins the family name. */
function isInnerParticle(token: Token | undefined, longest: number): boolean {
  return (
    longest === LONGEST_FAMILY &&
    token !== undefined &&
    token.shape === 'lower' &&
    (token.bits & PARTICLE) !== 0
  );
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

// ---- suffixes and ends ----

/** A suffix of a name, and the token behind it. */
export interface Suffix {
  readonly end: number;
  readonly text: string;
}

/** `Jr.`, `, Jr.`, `III`. */
export function readSuffix(tokens: readonly Token[], at: number, limit: number): Suffix | undefined {
  const i = isMark(tokens[at], ',') ? at + 1 : at;
  const token = tokens[i];
  if (i >= limit || token === undefined || (token.bits & SUFFIX) === 0) return undefined;
  if (i > at && /^[ivIV]+$/.test(token.text) && isMark(tokens[i + 1], '.') && !/^I+V?$/.test(token.text))
    return undefined;
  const end = i + 1 < limit && isStopped(tokens, i) ? i + 2 : i + 1;
  return { end, text: textOf(tokens, i, end) };
}

/** A name ends before punctuation, a conjunction, a bracket or the limit, not inside a phrase. */
export function endsName(tokens: readonly Token[], at: number, limit: number): boolean {
  const token = tokens[at];
  if (at >= limit || token === undefined) return true;
  if (token.kind === 'word') {
    if (token.text === 'I') return false;
    return (
      (token.bits & CONJUNCTION) !== 0 ||
      /^(?:in|eds?|u)$/i.test(token.text) ||
      ((token.bits & EDITOR_ROLE) !== 0 && token.text.length > 3)
    );
  }
  return !isMark(token, "'");
}

/** Puts a name together. */
export function person(
  tokens: readonly Token[],
  family: Family,
  from: number,
  given: string,
  suffix: Suffix | undefined,
): PersonName {
  const name: { family: string; given?: string; particle?: string; suffix?: string } = {
    family: textOf(tokens, family.particleEnd, family.end),
  };
  if (given !== '') name.given = given;
  if (family.particleEnd > from) name.particle = textOf(tokens, from, family.particleEnd);
  if (suffix !== undefined) name.suffix = suffix.text;
  return name;
}
