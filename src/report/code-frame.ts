import type { Region } from '../model.ts';
import type { LineIndex } from '../text/line-index.ts';
import { makeVisible } from '../text/visible.ts';
import { cellWidth } from './cell-width.ts';

/** The source line a region starts on, and which of its columns to mark. */
export interface CodeFrame {
  readonly line: number;
  /** Where the region ends; another line than `line` where it goes on below. */
  readonly lastLine: number;
  /** The line, cut to a window round the region; control characters made visible, tabs four blanks. */
  readonly source: string;
  /** Columns of a terminal before the mark, whatever the script. */
  readonly indent: number;
  /** Columns marked: at least one, and no further than the first line. */
  readonly width: number;
  /** There is nothing to mark, because the file ends here. */
  readonly atEnd: boolean;
}

/** Columns of a terminal that a source line may fill unless told otherwise; longer ones are cut round the region. */
const WIDTH = 100;
/** Part of the columns left of the region in a cut line: less for a long region, so that more of it is seen. */
const BEFORE = { most: 0.4, least: 0.12 };
/** Most UTF-16 units in a window, however many of them fill no column. */
const MOST_UNITS = 4 * WIDTH;

/**
 * The line on which the region starts, in constant time however long it is, cut to so many columns. A byte order mark is
 * not shown.
 */
export function codeFrame(text: string, lines: LineIndex, region: Region, width = WIDTH): CodeFrame {
  const { line } = lines.position(region.start);
  const lineStart = lines.lineStart(line) + (line === 1 && text.startsWith('\ufeff') ? 1 : 0);
  const lineEnd = Math.max(lineStart, lines.lineEnd(line));
  const start = wholeCharacter(text, Math.min(Math.max(region.start, lineStart), lineEnd));
  const { start: from, end: to } = windowRound(
    { start, end: region.end },
    text,
    { start: lineStart, end: lineEnd },
    width,
  );
  const end = wholeCharacter(text, Math.min(Math.max(start, region.end), to));
  const lead = from > lineStart ? '…' : '';
  const indent = cellWidth(lead + visible(text.slice(from, start)));
  const marked = cellWidth(lead + visible(text.slice(from, end))) - indent;
  return {
    line,
    lastLine: lines.position(Math.max(region.start, region.end - 1)).line,
    source: lead + visible(text.slice(from, to)) + (to < lineEnd ? '…' : ''),
    indent,
    width: Math.max(1, marked),
    atEnd: start >= text.length && lineStart === lineEnd,
  };
}

/** The whole line where it fits; else a window that starts a little before the region, or ends with the line. */
function windowRound(region: Region, text: string, line: Region, width: number): Region {
  if (forward(text, line.start, line.end, width) === line.end) return line;
  const spare = width - (region.end - region.start);
  const before = Math.max(BEFORE.least * width, Math.min(BEFORE.most * width, spare));
  const from = backward(text, region.start, line.start, before);
  const to = forward(text, from, line.end, width);
  if (to < line.end) return { start: from, end: to };
  return { start: Math.min(from, backward(text, line.end, line.start, width)), end: line.end };
}

/** The offset at which the columns are used up, going right. */
function forward(text: string, from: number, end: number, columns: number): number {
  const plain = Math.min(end, from + Math.floor(columns));
  if (isAllPlain(text.slice(from, plain))) return plain;
  const limit = Math.min(end, from + MOST_UNITS);
  let left = columns;
  let at = from;
  while (at < limit) {
    const isPlain = isPlainAt(text, at);
    const character = isPlain ? '' : String.fromCodePoint(text.codePointAt(at) ?? 0);
    left -= isPlain ? 1 : cellWidth(visible(character));
    if (left < 0) break;
    at += isPlain ? 1 : character.length;
  }
  return Math.min(at, end);
}

const isAllPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/** Printable ASCII, which is most of a page: one column, and shown as it is. */
function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x20 && code < 0x7f;
}

/** The offset at which the columns are used up, going left. */
function backward(text: string, from: number, start: number, columns: number): number {
  const limit = Math.max(start, from - MOST_UNITS);
  let left = columns;
  let at = from;
  while (at > limit) {
    const before = isLowSurrogate(text.charCodeAt(at - 1)) && at - 2 >= start ? at - 2 : at - 1;
    left -= isPlainAt(text, before) ? 1 : cellWidth(visible(text.slice(before, at)));
    if (left < 0) break;
    at = before;
  }
  return at;
}

/** Not between the halves of a surrogate pair, but before it. */
function wholeCharacter(text: string, offset: number): number {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

const visible = (text: string): string => makeVisible(text.replaceAll('\t', '    '));
