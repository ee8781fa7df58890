import type { Region } from '../../../model.ts';

/**
 * A tag of which one brace stands at either end, with the brace that blanks part from it: formatters of Markdown write
 * `{ {<` and `>} }`. Where only one end is so, a brace that has its partner elsewhere on the line is no part of the tag.
 * ```
 * { {< cite "knuth" >} }
 *   ^start            ^end
 * ```
 */
export function withPartedBraces(
  text: string,
  { start, end }: Region,
  lacks: { readonly opening: boolean; readonly closing: boolean },
): Region {
  const before = lacks.opening
    ? (BEFORE.exec(text.slice(Math.max(0, start - FAR), start))?.[0].length ?? 0)
    : 0;
  const behind = lacks.closing ? (BEHIND.exec(text.slice(end, end + FAR))?.[0].length ?? 0) : 0;
  const isPaired = before > 0 && behind > 0;
  if (!isPaired && before > 0 && openBraces(restOfLine(text, end)) < 0) return { start, end };
  if (!isPaired && behind > 0 && openBraces(startOfLine(text, start)) > 0) return { start, end };
  return { start: start - before, end: end + behind };
}

/** A brace and the blanks that part it from the other. */
const FAR = 4;
const BEFORE = /\{[ \t]{1,3}$/;
const BEHIND = /^[ \t]{1,3}\}/;

/** No partner is looked for further off, so that a page of one line is read in time that grows with it. */
const REACH = 1000;

const restOfLine = (text: string, end: number): string => text.slice(end, end + REACH).split('\n', 1)[0]!;

function startOfLine(text: string, start: number): string {
  const near = text.slice(Math.max(0, start - REACH), start);
  return near.slice(near.lastIndexOf('\n') + 1);
}

/** How many more braces open than close. */
const openBraces = (line: string): number => line.split('{').length - line.split('}').length;
