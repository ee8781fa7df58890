import type { Edit, Region } from '../model.ts';

/**
 * An edit as it is made in its text, which rules do not see: a line that comes in ends as the lines round it do, and what
 * is taken out and filled its lines takes them along, so that no blank line is left to part a paragraph in two.
 */
export function fitEdit(edit: Edit, text: string): Edit {
  if (edit.text === '') return { ...edit, region: wholeLines(edit.region, text) };
  if (!/[\r\n]/.test(edit.text)) return edit;
  return { ...edit, text: edit.text.replace(/\r\n?|\n/g, lineEndNear(text, edit.region.start)) };
}

/** The region with its line end and the blanks round it, if there is nothing else on its lines. */
function wholeLines(region: Region, text: string): Region {
  const start = skipBlanksBack(text, region.start);
  const end = skipBlanks(text, region.end);
  if (region.start === region.end || !isLineStart(text, start)) return region;
  if (end === text.length) return { start, end };
  if (!isBreak(text, end)) return region;
  const next = behindBreak(text, end);
  const blank = skipBlanks(text, next);
  // Of blank lines before and behind it one is enough.
  const isOneTooMany = isBreak(text, blank) && isBehindBlankLine(text, start);
  return { start, end: isOneTooMany ? behindBreak(text, blank) : next };
}

/** Whether the line before a line's start is blank; before the first line all is. */
function isBehindBlankLine(text: string, lineStart: number): boolean {
  return lineStart === 0 || isLineStart(text, skipBlanksBack(text, beforeBreak(text, lineStart)));
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

function skipBlanksBack(text: string, from: number): number {
  let at = from;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  return at;
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || isBreak(text, at - 1);
}

function behindBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** Where the line end before a line's start begins. */
function beforeBreak(text: string, lineStart: number): number {
  return text[lineStart - 1] === '\n' && text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
}

/** The line end before an offset, or else the one behind it, or else LF. */
function lineEndNear(text: string, offset: number): string {
  let at = offset;
  while (at > 0 && !isLineStart(text, at)) at -= 1;
  if (at > 0) return text.slice(beforeBreak(text, at), at);
  return /\r\n?|\n/.exec(text.slice(offset))?.[0] ?? '\n';
}
