import { EDITOR_ROLE, OTHERS, TRANSLATOR_ROLE } from './lexicon.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** Second words after which a list names no more people, by the first. */
const OTHERS_PAIRS: ReadonlySet<string> = new Set([
  'et al',
  'et als',
  'et alii',
  'et coll',
  'and others',
  'and al',
  'and colleagues',
  '& others',
  '& al',
  'и др',
  'y otros',
  'i in',
  'e outros',
  'e altri',
  'und andere',
]);

/**
 * Index after “et al.” and its likes at `at` (with the comma before it); `at` where there is none. `McKinney W, others.`
 * is how styles print BibTeX’s `and others` where they take it for a name.
 */
export function endOfOthers(tokens: readonly Token[], at: number): number {
  let i = isOneOf(tokens[at], ',;') ? at + 1 : at;
  let first = tokens[i];
  if (first === undefined || (first.bits & OTHERS) === 0) return at;
  if (first.text === '等') return i + 1;
  if (first.text === 'others') return i > at && isOneOf(tokens[i + 1], '.,;:(') ? i + 1 : at;
  if ((first.text === '&' || first.text === 'and') && tokens[i + 1]?.text === 'et') first = tokens[++i]!;
  // `et. al.` is written so often that it is read, and reported.
  if (isStoppedEt(tokens, i)) i++;
  const second = tokens[i + 1];
  if (second === undefined) return at;
  if (first.text === 'u') return endOfUndAndere(tokens, i) ?? at;
  if (second.shape !== 'lower' || !OTHERS_PAIRS.has(`${first.lower} ${second.text}`)) return at;
  return isMark(tokens[i + 2], '.') && !tokens[i + 2]!.spaced ? i + 3 : i + 2;
}

/** “et” with a full stop, before “al”: a whole word that is not shortened. */
export function isStoppedEt(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'et' && isMark(tokens[at + 1], '.') && tokens[at + 2]?.text === 'al';
}

/** `u. a.` */
function endOfUndAndere(tokens: readonly Token[], at: number): number | undefined {
  if (!isMark(tokens[at + 1], '.') || tokens[at + 2]?.text !== 'a') return undefined;
  return isMark(tokens[at + 3], '.') ? at + 4 : at + 3;
}

/** Index after `(Eds.)`, `, eds.`, `(Hg.)`, `. (eds.)`, `, editor` at `at`; `at` where there is none. */
export function endOfRole(tokens: readonly Token[], at: number): number {
  const isStopped = isMark(tokens[at], '.') && isOneOf(tokens[at + 1], '([');
  let i = isMark(tokens[at], ',') || isStopped ? at + 1 : at;
  const bracket = isOneOf(tokens[i], '([');
  if (bracket) i++;
  const word = tokens[i];
  if (word === undefined || (word.bits & EDITOR_ROLE) === 0) return at;
  i++;
  if (isMark(tokens[i], '.')) i++;
  if (!bracket) return i > at + 1 ? endOfSecondRole(tokens, i) : at;
  while (i < tokens.length && i < at + 10 && !isOneOf(tokens[i], ')]')) i++;
  return isOneOf(tokens[i], ')]') ? i + 1 : at;
}

/** `(J. Strachey, Ed. & Trans.)`: index after the second of two roles. */
export function endOfSecondRole(tokens: readonly Token[], at: number): number {
  const role = tokens[at + 1];
  if (role === undefined || !isRoleWord(role) || !/^(?:&|and|und|et|y|e)$/.test(tokens[at]!.text)) return at;
  return isMark(tokens[at + 2], '.') ? at + 3 : at + 2;
}

/** Whether the word says what its bearer did for the work: edit or translate it. */
export function isRoleWord(token: Token): boolean {
  return (token.bits & (EDITOR_ROLE | TRANSLATOR_ROLE)) !== 0;
}
