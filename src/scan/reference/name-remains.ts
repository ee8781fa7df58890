import type { NameList } from './authors.ts';
import type { DateFinding } from './dates.ts';
import { type Draft, nextDate } from './draft.ts';
import { CONJUNCTION, PARTICLE } from './lexicon.ts';
import { isInitial, isNameWord, isParticle, type NameFinding } from './name-pieces.ts';
import { readName } from './names.ts';
import { readSeparator } from './separators.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** Most words between two separators of a list of names. */
const LONGEST_NAME = 4;

/**
 * The list up to the year of `Rokem, A., Chan, K. L. Yeatman, J. D. (2014). Evaluating …`: what stands between the last
 * name that could be read and the bracket is names too, not the title, where it looks like nothing else and the title
 * follows the year. One family name alone is read, as in `Basser PJ, LeBihan (1994)`; others count as left out.
 */
export function withRemains(draft: Draft, list: NameList): NameList {
  const { tokens } = draft;
  if (list.form === 'literal' || list.form === 'cjk' || list.editors || list.othersOmitted) return list;
  const date = nextDate(draft, list.to, false);
  if (date === undefined || date.from <= list.to || !isYearOfHead(tokens, date)) return list;
  const last = familyAlone(tokens, list.to, date.from);
  const rest = last === undefined ? readPairs(tokens, list, date.from) : [last];
  if (rest !== undefined)
    return { ...list, names: [...list.names, ...rest], to: date.from, roleTo: date.from };
  if (!areNames(tokens, list.to, date.from)) return list;
  return { ...list, to: date.from, roleTo: date.from, othersOmitted: true };
}

/** `(1994) MR diffusion`: nothing else in the bracket, and words behind it, so that no title stands before it. */
function isYearOfHead(tokens: readonly Token[], date: DateFinding): boolean {
  if (date.bracket !== '(' || !date.alone) return false;
  let i = date.to;
  while (isOneOf(tokens[i], '.,:')) i++;
  return tokens[i]?.kind === 'word' || tokens[i]?.kind === 'open-quote';
}

/** `, LeBihan (1994)`, `& Shalabh (2016)`. */
function familyAlone(tokens: readonly Token[], from: number, to: number): NameFinding | undefined {
  const end = isMark(tokens[to - 1], ',') ? to - 1 : to;
  let at = from + 1;
  while (at < end - 1 && isParticle(tokens[at]) && tokens[at]!.shape === 'lower') at++;
  const token = tokens[at];
  if (!isMark(tokens[from], ',') || at !== end - 1 || !isNameWord(token) || token!.emphasis >= 0)
    return undefined;
  if (isGroup(token!)) return undefined;
  return { name: { family: token!.text }, from: from + 1, to: end, form: 'literal' };
}

/** `Rosnow, Ralph L., Rosenthal, Robert and Rubin, Donald B. (2000)`: every name is turned round, with commas alone between. */
function readPairs(
  tokens: readonly Token[],
  { to: from, form }: NameList,
  to: number,
): NameFinding[] | undefined {
  const names: NameFinding[] = [];
  for (let at = from; at < to; ) {
    const next = readSeparator(tokens, at, to, form)?.to ?? to;
    if (next >= to) return names.length > 0 && to - at <= 1 ? names : undefined;
    const name = readName(tokens, next, to, 'inverted') ?? readName(tokens, next, to, 'inverted-full');
    if (name === undefined) return undefined;
    names.push(name);
    at = name.to;
  }
  return names;
}

/** `MD`: initials without their stops. */
function isGroup({ shape, text }: Token): boolean {
  return shape === 'caps' && text.length <= 3;
}

/** A separator, then pieces of a few capitalised words and initials, at least one of them with a full stop. */
function areNames(tokens: readonly Token[], from: number, to: number): boolean {
  if (!isOneOf(tokens[from], ',;&.…') && !isJoining(tokens[from]!) && !isMark(tokens[from - 1], '.'))
    return false;
  let words = 0;
  let initials = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.emphasis >= 0 || token.quote >= 0 || token.link >= 0) return false;
    if (isJoining(token) && tokens[i + 1]?.kind === 'mark') return false; // `and , A.` lacks a name
    if (isOneOf(token, ',;&…') || isJoining(token)) words = 0;
    else if (token.kind === 'mark') {
      if (!isOneOf(token, ".-‐‑–’'")) return false;
    } else if (isInitial(tokens, i)) {
      if (isMark(tokens[i + 1], '.')) initials++;
    } else if (isGroup(token)) {
      initials++;
    } else if (!isNameWord(token) && (token.bits & PARTICLE) === 0) return false;
    else if (++words > LONGEST_NAME) return false;
  }
  return initials > 0;
}

function isJoining(token: Token): boolean {
  return token.kind === 'word' && token.shape === 'lower' && (token.bits & CONJUNCTION) !== 0;
}
