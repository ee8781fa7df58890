import type { SyntaxProblem } from '../../../model.ts';
import { once } from '../../../text/once.ts';
import { regionOf } from './document.ts';
import type { ParsedCite } from './nodes.ts';
import type { Piece } from './source.ts';

/** A word and a year in one, as most keys are; the name of a package, `ggplot2`, stands beside many a key, and `p. 12`. */
const WITH_YEAR = /[^\s\d,;&()]\d\d/;
const WORD = once(() => /(?<![^\s,;&()])\p{L}[\p{L}\d_:-]{3,100}(?![^\s,;&()])/gu);
const WORD_ALONE = once(() => /^\p{L}[\p{L}\d_:-]{3,100}$/u);

/**
 * What may be keys without their sign, in the prefixes and suffixes of a citation: they are printed as text. Whether a
 * bibliography has such keys is for a rule to know.
 * ```
 * [@robbins52, lai85]
 *              ^
 * ```
 */
export function unmarkedKeys(cites: readonly ParsedCite[], piece: Piece): readonly SyntaxProblem[] {
  let problems: readonly SyntaxProblem[] = NOTHING;
  for (const { prefix, suffix } of cites) {
    problems = withKeysIn(prefix, piece, problems);
    problems = withKeysIn(suffix, piece, problems);
  }
  // `[covid19, @covid19]` says what is cited.
  return problems.length === 0
    ? problems
    : problems.filter(({ data }) => !cites.some(({ key }) => key === data?.['key']));
}

function withKeysIn(
  nodes: ParsedCite['prefix'],
  piece: Piece,
  problems: readonly SyntaxProblem[],
): readonly SyntaxProblem[] {
  const [first] = nodes;
  if (first === undefined) return problems;
  const { start } = first;
  const words = piece.text.slice(start, nodes.at(-1)!.end);
  if (!WITH_YEAR.test(words)) return problems;
  const keys = [...words.matchAll(WORD())].filter(([word]) => YEAR.test(word));
  const found = keys.map(({ 0: key, index }): SyntaxProblem => {
    const region = regionOf(piece, start + index, start + index + key.length);
    return { messageId: 'unmarked-key', data: { key }, region };
  });
  return [...problems, ...found];
}

/** Whether the text of a part between semicolons may be a key, and nothing else. */
export function isUnmarkedKey(part: string): boolean {
  return YEAR.test(part) && WORD_ALONE().test(part);
}

const YEAR = /\d\d/;
const NOTHING: readonly SyntaxProblem[] = [];
