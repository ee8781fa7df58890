import type { Container } from './blocks.ts';

/** The outermost list item that a text stands in; undefined outside of lists, and in a footnote. */
export function outermostItem(
  containers: readonly Container[],
  innermost: number,
): { readonly index: number; readonly container: Container } | undefined {
  let found: { index: number; container: Container } | undefined;
  for (let index = innermost; index !== -1; index = containers[index]!.parent) {
    const container = containers[index]!;
    if (container.kind === 'footnote') return undefined;
    if (container.kind === 'item') found = { index, container };
  }
  return found;
}

/** Whether a text stands in block quotes alone: beside a list they hold what is said of its items, and else the list. */
export function isInQuotes(containers: readonly Container[], innermost: number): boolean {
  for (let index = innermost; index !== -1; index = containers[index]!.parent) {
    if (containers[index]!.kind !== 'quote') return false;
  }
  return innermost !== -1;
}
