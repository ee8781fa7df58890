import { isYear } from './dates.ts';
import { EDITOR_ROLE, GIVEN, PARTICLE, SUFFIX } from './lexicon.ts';
import {
  endOfInitials,
  endsName,
  isNameWord,
  type NameFinding,
  person,
  readFamily,
  readSuffix,
} from './name-pieces.ts';
import { isMark, isOneOf, type Token, textOf } from './token.ts';

/**
 * `Knuth, D. E.`, `van der Berg, J., Jr.`, `ALY (M.I.)`; with `full` set `King, Martin Luther, Jr.`, `BAZIN, Germain`.
 * Undefined where the tokens at `at` are no such name.
 */
export function readInverted(
  tokens: readonly Token[],
  at: number,
  limit: number,
  full: boolean,
): NameFinding | undefined {
  const family = readFamily(tokens, at, limit);
  if (family === undefined || family.end >= limit) return undefined;
  let i = family.end;
  let suffix = isMark(tokens[i], ',') ? undefined : readSuffix(tokens, i, limit);
  if (suffix !== undefined) i = suffix.end;
  else if (!full && isMark(tokens[i], '.') && isMark(tokens[i + 1], ',')) i++; // `Bates., D. M.`
  const bracketed = isMark(tokens[i], '(') && !full;
  if (i >= limit || (!isMark(tokens[i], ',') && !bracketed)) return undefined;
  const early = bracketed ? undefined : readSuffix(tokens, i, limit);
  if (early !== undefined && isMark(tokens[early.end], ',')) {
    suffix = early;
    i = early.end;
  }
  const given = readGiven(tokens, i + 1, limit, full, bracketed);
  if (given === undefined) return undefined;
  const trailing = endOfTrailingParticles(tokens, given.end, limit);
  const late = readSuffix(tokens, trailing, limit);
  const to = late === undefined ? trailing : late.end;
  if (!endsName(tokens, to, limit) && (!isMark(tokens[to - 1], '.') || tokens[to]!.shape === 'lower'))
    return undefined;
  const read = person(tokens, family, at, given.text, suffix ?? late);
  const name = trailing > given.end ? { ...read, particle: textOf(tokens, given.end, trailing) } : read;
  return { name, from: at, to, form: full ? 'inverted-full' : 'inverted' };
}

interface Given {
  readonly end: number;
  readonly text: string;
}

function readGiven(
  tokens: readonly Token[],
  from: number,
  limit: number,
  full: boolean,
  bracketed: boolean,
): Given | undefined {
  const end = full ? endOfGiven(tokens, from, limit) : endOfShortGiven(tokens, from, limit, bracketed);
  if (end === from) return undefined;
  if (!full && !bracketed && end < limit && isNameWord(tokens[end]) && isGivenAhead(tokens, end))
    return undefined;
  const text = textOf(tokens, from, end);
  if (!bracketed) return { end, text };
  return isMark(tokens[end], ')') ? { end: end + 1, text } : undefined;
}

/** Initials, also as one group (`Watson, WH`) and, in brackets, shortened names (`Bonhomme (Fl.)`). */
function endOfShortGiven(tokens: readonly Token[], at: number, limit: number, bracketed: boolean): number {
  const end = endOfInitials(tokens, at, limit);
  const token = tokens[at];
  if (end > at || at >= limit || token?.kind !== 'word') return end;
  if (bracketed) {
    const short = token.text.length <= 4 && (token.bits & EDITOR_ROLE) === 0 && isMark(tokens[at + 1], '.');
    return short ? endOfInitials(tokens, at + 2, limit) : at;
  }
  const group = token.shape === 'caps' && token.text.length <= 3 && (token.bits & SUFFIX) === 0;
  return group && (at + 1 >= limit || isOneOf(tokens[at + 1], '.,;&(')) ? at + 1 : at;
}

/** After initials: `Hoover, J. Edgar`, and not the title that follows `Knuth, D. E.` without a date between. */
function isGivenAhead(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at - 1], '.')) return true;
  const after = tokens[at + 1];
  const beyond = isMark(after, '.') ? tokens[at + 2] : undefined;
  if (beyond !== undefined && (beyond.kind === 'open-quote' || isYear(beyond))) return true;
  return (tokens[at]!.bits & GIVEN) !== 0 && (isOneOf(after, ',.&') || after?.text === 'and');
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
    const word = isNameWord(token) && (token.bits & SUFFIX) === 0;
    if (!word || (whole > 0 && token.shape === 'caps' && token.text.length > 3)) break;
    whole++;
    i++;
  }
  return whole === 0 ? at : i;
}

/** `Beethoven, Ludwig van`; `Sousa, M. de`; `Goethe, J. W. v.` */
function endOfTrailingParticles(tokens: readonly Token[], at: number, limit: number): number {
  let i = at;
  if (i + 1 < limit && /^[vd]$/.test(tokens[i]!.text) && isMark(tokens[i + 1], '.')) return i + 2;
  while (
    i < limit &&
    tokens[i]!.shape === 'lower' &&
    (tokens[i]!.bits & PARTICLE) !== 0 &&
    tokens[i]!.text !== 'y'
  )
    i++;
  return endsName(tokens, i, limit) ? i : at;
}
