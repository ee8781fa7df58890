import type { Param } from '../../../model.ts';
import { readScholarOptions, type ScholarOption } from './scholar-options.ts';
import { type LiquidTag, type LiquidWord, regionOf, splitWords } from './tag.ts';

/** What a jekyll-scholar tag does with its arguments. */
export type ScholarTag = 'cites' | 'nocites' | 'lists';

/** The tags of jekyll-scholar 7.3 (lib/jekyll/scholar/tags). `quote` is a block; no other has an end tag. */
export const scholarTags: ReadonlyMap<string, ScholarTag> = new Map([
  ['cite', 'cites'],
  ['nocite', 'nocites'],
  ['cite_details', 'cites'],
  ['details_link', 'cites'],
  ['reference', 'cites'],
  ['quote', 'cites'],
  ['bibliography', 'lists'],
  ['bibliography_count', 'lists'],
]);

/** The arguments of a jekyll-scholar tag. */
export interface ScholarArguments {
  /** The words before the first that begins with `-`, commas and quotes included. */
  readonly keys: readonly LiquidWord[];
  readonly options: readonly ScholarOption[];
  /** Words that are neither: dropped silently. */
  readonly stray: readonly LiquidWord[];
}

/**
 * Reads a tag's arguments as `split_arguments` and `optparse` do (utilities.rb): keys up to the first word that begins
 * with `-`, then options. A word of the options that equals a key is dropped, so `cite 3 -l 3` has an `-l` without value.
 */
export function readScholarArguments(text: string, tag: LiquidTag): ScholarArguments {
  const words = splitWords(text, tag.markup);
  const dash = words.findIndex((word) => word.text.startsWith('-'));
  const first = dash === -1 ? words.length : dash;
  if (scholarTags.get(tag.name) === 'lists') return { keys: [], ...readScholarOptions(words) };
  const keys = words.slice(0, first);
  const taken = new Set(keys.map((key) => key.text));
  const rest = words.slice(first).filter((word) => !taken.has(word.text));
  return { keys, ...readScholarOptions(rest) };
}

/** The arguments as params: keys without names and without their straight quotes, options under their long names. */
export function scholarParams({ keys, options }: ScholarArguments): Param[] {
  return [...keys.map(keyParam), ...options.map(optionParam)];
}

function keyParam(word: LiquidWord): Param {
  const quote = quoteOf(word.text);
  const value = quote === '' ? word.text : word.text.slice(1, -1);
  return { value, region: regionOf(word), quote };
}

/** The straight quote a whole word stands in; Liquid has no escapes. */
export function quoteOf(word: string): '' | '"' | "'" {
  const first = word[0];
  return word.length > 1 && (first === '"' || first === "'") && word.endsWith(first) ? first : '';
}

function optionParam({ name, written, value }: ScholarOption): Param {
  const nameRegion = regionOf(written);
  if (value !== undefined) return { name, nameRegion, value: value.text, region: regionOf(value), quote: '' };
  return { name, nameRegion, value: true, region: { start: written.end, end: written.end }, quote: '' };
}
