import type { Shortcode } from '../../../model.ts';

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Names of a page that are closed at least every second time they are opened: where no template tells, the evidence that
 * they come in pairs. A single stray close among many tags proves nothing.
 */
export function closedNames(shortcodes: readonly Shortcode[]): ReadonlySet<string> {
  if (!shortcodes.some(({ closing, selfClosing }) => closing && !selfClosing)) return NO_NAMES;
  const surplus = new Map<string, number>();
  for (const { name, closing, selfClosing, damaged } of shortcodes) {
    if (selfClosing || (closing && damaged)) continue;
    surplus.set(name, (surplus.get(name) ?? 0) + (closing ? 2 : -1));
  }
  return new Set([...surplus].filter(([, count]) => count >= 0).map(([name]) => name));
}
