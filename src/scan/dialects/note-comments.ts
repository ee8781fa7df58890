import type { Region } from '../../model.ts';
import { mask } from '../../text/mask.ts';

const SIGN = '%%';
const FENCE = /^[ \t]{0,3}(?:`{3}|~{3})/;
const NONE: readonly Region[] = [];
const SIGN_ALONE = /^[ \t]*%%[ \t\r]*$/;

/** Obsidian's comments, masked at equal length. */
export function maskNoteComments(text: string, body: Region): string {
  return mask(text, noteComments(text, body));
}

/**
 * Obsidian's comments: `%%…%%` on one line, and the lines between two that are `%%` alone. To Pandoc and others they are
 * text, but nobody else writes two of these signs outside of code, where they stay as they are.
 */
export function noteComments(text: string, body: Region): readonly Region[] {
  const first = text.indexOf(SIGN, body.start);
  if (first === -1 || text.indexOf(SIGN, first + SIGN.length) === -1) return NONE;
  const regions: Region[] = [];
  let isCode = false;
  let opened: number | undefined;
  for (let start = body.start; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, end);
    if (opened === undefined && FENCE.test(line)) isCode = !isCode;
    else if (!isCode && SIGN_ALONE.test(line)) {
      if (opened !== undefined) regions.push({ start: opened, end });
      opened = opened === undefined ? start : undefined;
    } else if (!isCode && opened === undefined) addInline(regions, line, start);
    start = end + 1;
  }
  return regions;
}

function addInline(regions: Region[], line: string, start: number): void {
  for (let from = line.indexOf(SIGN); from !== -1; ) {
    const close = line.indexOf(SIGN, from + SIGN.length);
    if (close === -1) return;
    const end = close + SIGN.length;
    regions.push({ start: start + from, end: start + end });
    from = line.indexOf(SIGN, end);
  }
}
