import type { Facts } from '../model.ts';

/** A program's note to whoever opens its output. `@generated{` would be a BibTeX entry. */
const GENERATED = /(?<!\S)@generated\b(?!\s{0,9}[{(])|\bDO NOT EDIT\b/;

/** Characters in which such a note stands, if there is one. */
const HEAD = 2000;

/** Why what a file holds forbids to write it; completes “it was not fixed: …”. `undefined` where nothing does. */
export function refusalOf(facts: Facts | undefined, text: string): string | undefined {
  if (facts === undefined) return 'it is not among the files to check';
  const has = (id: string): boolean => facts.problems.some(({ messageId }) => messageId === id);
  if (has('not-utf8')) return 'it is not UTF-8';
  if (has('nul-character')) return 'it holds a NUL character';
  return GENERATED.test(text.slice(0, HEAD)) ? 'it says that a program writes it' : undefined;
}
