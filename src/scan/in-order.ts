import type { Region } from '../model.ts';

/** One for all pages, since most have nothing of most kinds. */
const NOTHING: readonly never[] = [];

/**
 * The same items, those that begin earlier first. What a scanner finds is in order nearly always, and to see that takes
 * no memory; to sort takes a copy.
 */
export function inOrder<T extends { readonly region: Region }>(items: readonly T[]): readonly T[] {
  if (items.length === 0) return NOTHING;
  for (let at = 1; at < items.length; at++) {
    if (items[at]!.region.start < items[at - 1]!.region.start) {
      return [...items].sort((a, b) => a.region.start - b.region.start);
    }
  }
  return items;
}

/** What two readers found, in the order of the file. */
export function joined<T extends { readonly region: Region }>(
  first: readonly T[],
  second: readonly T[],
): readonly T[] {
  if (first.length === 0) return inOrder(second);
  return inOrder(second.length === 0 ? first : [...first, ...second]);
}
