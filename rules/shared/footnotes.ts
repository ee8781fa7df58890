import type { Engine } from '../../src/model.ts';

/** A label as the engine compares it: GFM and its kin fold case, the others do not. */
export function footnoteName({ caseSensitiveFootnotes }: Engine): (label: string) => string {
  return caseSensitiveFootnotes ? (label) => label : (label) => label.toLowerCase();
}
