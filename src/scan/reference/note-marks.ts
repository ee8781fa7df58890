import type { SyntaxProblem } from '../../model.ts';
import type { NameList } from './authors.ts';
import { isMark, isOneOf, regionOf, type Token, type TokenisedReference } from './token.ts';

/** Index after the signs that lead from a name to a note: `Doe*`, `Doe†`, `Doe<sup>1,2</sup>`, `Doe^1^`, `Doe²`. */
export function endOfNoteMarks(tokens: readonly Token[], at: number, limit: number): number {
  let i = at;
  while (i < limit && (isSign(tokens[i]!) || isRaised(tokens, i))) i++;
  return i;
}

function isSign(token: Token): boolean {
  return !token.spaced && isOneOf(token, '*†‡§¶#^¹²³⁴⁵⁶⁷⁸⁹');
}

/** A number glued to what stands before it, and the comma between two of them. */
function isRaised(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.spaced) return false;
  if (token.kind === 'number') return token.text.length <= 2;
  const next = tokens[at + 1];
  return isMark(token, ',') && tokens[at - 1]!.kind === 'number' && next?.kind === 'number' && !next.spaced;
}

/**
 * The marks that have no partner, without the asterisks of `Jane Doe*, John Smith*`: where one stands behind a name and
 * closes nothing, or there are two and a comma, all of them lead to a note below the list.
 */
export function withoutNoteMarks(
  { text, tokens, unbalanced }: TokenisedReference,
  names: NameList | undefined,
): readonly SyntaxProblem[] {
  const asterisks = unbalanced.filter(isAsterisk);
  if (asterisks.length === 0) return unbalanced;
  const isListed = asterisks.length > 1 && asterisks.some(({ region }) => text[region.end] === ',');
  const ends = new Set(names?.names.map(({ from, to }) => regionOf(tokens, from, to).end));
  const isNoteMark = isListed || asterisks.some(({ region }) => ends.has(region.start));
  return isNoteMark ? unbalanced.filter((problem) => !isAsterisk(problem)) : unbalanced;
}

const isAsterisk = ({ messageId, data }: SyntaxProblem): boolean =>
  messageId === 'unbalanced-emphasis' && data?.['mark'] === '*';
