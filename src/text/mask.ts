import type { Region } from '../model.ts';

/** What a masked character becomes: private use, so no Markdown construct begins or ends at it. */
export const MASK = '\uE000';

/**
 * Replaces each region by private-use characters of equal length, so every offset stays true; line ends stay too, so
 * blocks stay blocks. Regions are sorted and do not overlap.
 */
export function mask(text: string, regions: readonly Region[]): string {
  if (regions.length === 0) return text;
  let out = '';
  let from = 0;
  for (const { start, end } of regions) {
    out += text.slice(from, start) + maskLine(text.slice(start, end));
    from = end;
  }
  return out + text.slice(from);
}

function maskLine(text: string): string {
  return text.includes('\n') || text.includes('\r')
    ? text.replace(/[^\r\n]/g, MASK)
    : MASK.repeat(text.length);
}
