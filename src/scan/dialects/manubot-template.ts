import type { Region } from '../../model.ts';
import { mask } from '../../text/mask.ts';

/** Manubot's delimiters of Jinja; its comments have two signs, since `{#` begins an identifier of Pandoc. */
const CLOSING: Readonly<Record<string, string>> = { '{##': '##}', '{%': '%}', '{{': '}}' };
const OPENING = /\{(?:##|%|\{)/g;

/** Jinja runs over the pages of Manubot before Pandoc sees them: masked at equal length. */
export function maskJinja(text: string, body: Region): string {
  const regions: Region[] = [];
  OPENING.lastIndex = body.start;
  for (let opening = OPENING.exec(text); opening !== null; opening = OPENING.exec(text)) {
    const closing = CLOSING[opening[0]]!;
    const close = text.indexOf(closing, OPENING.lastIndex);
    // Jinja stops at a tag that is never closed, and nothing is built.
    if (close === -1) break;
    const end = close + closing.length;
    regions.push({ start: opening.index, end });
    OPENING.lastIndex = end;
  }
  return mask(text, regions);
}
