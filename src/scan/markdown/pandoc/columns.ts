import { once } from '../../../text/once.ts';

/** Widths of text on a terminal, by which tables drawn with characters are cut. */

const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const MARK = once(() => /^[\p{Mn}\p{Me}\p{Cf}]/u);

/** The offset of what stands at a column of the line from `start` to `end`; `end` where the line is shorter. */
export function offsetAtColumn(text: string, start: number, end: number, column: number): number {
  let position = start;
  for (let at = 0; position < end && at < column; ) {
    const code = text.codePointAt(position)!;
    at += code < 0x300 ? 1 : widthOf(code);
    position += code > 0xffff ? 2 : 1;
  }
  return Math.min(position, end);
}

/** How many columns a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    columns += code < 0x300 ? 1 : widthOf(code);
  }
  return columns;
}

function widthOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (MARK().test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
