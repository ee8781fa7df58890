import type { Engine, Footnotes } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';

/** A label as the engine compares it: GFM and its kin fold case, the others do not. */
export function footnoteName({ caseSensitiveFootnotes }: Engine): (label: string) => string {
  return caseSensitiveFootnotes ? (label) => label : (label) => label.toLowerCase();
}

/** Labels of definitions that nothing on the page uses: what a misspelt use may have meant. */
export function unusedLabels({ uses, definitions }: Footnotes, name: (label: string) => string): string[] {
  const used = new Set(uses.map(({ label }) => name(label)));
  return definitions.map(({ label }) => label).filter((label) => !used.has(name(label)));
}

/** Those of them that a use without a definition is a misspelling of. */
export function misspeltLabels(footnotes: Footnotes, name: (label: string) => string): Set<string> {
  const defined = new Set(footnotes.definitions.map(({ label }) => name(label)));
  const lost = footnotes.uses.filter(({ label }) => !defined.has(name(label)));
  if (lost.length === 0) return new Set();
  const free = unusedLabels(footnotes, name);
  return new Set(lost.flatMap(({ label }) => closest(label, free) ?? []));
}
