import type { Scanner } from './block-scanner.ts';
import { isBlank, skipBlanks, trimBlanks } from './block-starts.ts';
import { labelEnd, takeDefinitions } from './link-definitions.ts';
import { createPassage } from './passage.ts';

/** Hands over a paragraph: link reference definitions at its start are taken off, and a table in it comes apart into cells. */
export function closeParagraph(scanner: Scanner, starts: number[], ends: number[]): void {
  dropDefinitions(scanner, starts, ends);
  if (starts.length === 0) return;
  const header = tableHeader(scanner.text, starts, ends);
  if (header === -1) {
    addText(scanner, 'paragraph', 0, starts, ends);
    return;
  }
  if (header > 0) addText(scanner, 'paragraph', 0, starts.slice(0, header), ends.slice(0, header));
  const columns = splitRow(scanner.text, starts[header]!, ends[header]!).length;
  for (let row = header; row < starts.length; row++) {
    if (row !== header + 1) addCells(scanner, starts[row]!, ends[row]!, columns);
  }
}

/** Takes link reference definitions off the lines of a paragraph and remembers what they define. */
export function dropDefinitions(scanner: Scanner, starts: number[], ends: number[]): void {
  const { text, definitions } = scanner;
  if (text[starts[0] ?? text.length] !== '[' || beginsWithLink(text, starts[0]!, ends[0]!)) return;
  const passage = createPassage(text, starts, ends);
  const taken = takeDefinitions(passage.text, definitions);
  if (taken === 0) return;
  const line = passage.lineStarts.indexOf(taken);
  const count = line === -1 ? starts.length : line;
  starts.splice(0, count);
  ends.splice(0, count);
}

/** Whether the label that opens a line ends on that line and defines nothing: `[text](url)`, `[1] Knuth`. */
function beginsWithLink(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end);
  const close = labelEnd(line, 0);
  return close !== -1 && line[close + 1] !== ':';
}

/** Keeps a run of lines as a text of the innermost open container. */
export function addText(
  scanner: Scanner,
  kind: 'paragraph' | 'heading' | 'cell',
  level: number,
  starts: readonly number[],
  ends: readonly number[],
): void {
  const container = scanner.open.at(-1)?.index ?? -1;
  scanner.texts.push({ kind, level, starts, ends, container });
}

/** The row of a paragraph that heads a GFM table: the line behind it rules as many columns. -1 without one. */
export function tableHeader(text: string, starts: readonly number[], ends: readonly number[]): number {
  for (let row = 1; row < starts.length; row++) {
    const columns = ruledColumns(text, starts[row]!, ends[row]!);
    if (columns > 0 && splitRow(text, starts[row - 1]!, ends[row - 1]!).length === columns) return row - 1;
  }
  return -1;
}

/**
 * The number of columns a delimiter row rules, 0 where the line is none.
 * ```
 * | :-- | :-: | --: |
 * ```
 */
function ruledColumns(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first !== 124 && first !== 58 && first !== 45) return 0;
  const line = text.slice(start, end);
  if (!/^[|:\- \t]+$/.test(line) || !line.includes('-')) return 0;
  const cells = splitRow(text, start, end);
  if (cells.length === 1 && !line.includes('|')) return 0;
  return cells.every(([from, to]) => /^:?-+:?$/.test(text.slice(from, to))) ? cells.length : 0;
}

/** The cells of a table row, trimmed; a pipe at either end opens no cell, and `\|` is text. */
function splitRow(text: string, start: number, end: number): [number, number][] {
  const last = trimBlanks(text, start, end);
  const pipes: number[] = [];
  for (let at = start; at < last; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') pipes.push(at);
  }
  if (pipes[0] !== start) pipes.unshift(start - 1);
  if (pipes.at(-1) !== last - 1 || pipes.length === 1) pipes.push(last);
  return pipes.slice(1).map((pipe, index) => {
    const from = skipBlanks(text, pipes[index]! + 1, pipe);
    return [from, trimBlanks(text, from, pipe)];
  });
}

/** Cells beyond the columns of the header are dropped by every engine. */
function addCells(scanner: Scanner, start: number, end: number, columns: number): void {
  for (const [from, to] of splitRow(scanner.text, start, end).slice(0, columns)) {
    if (to > from && !isBlank(scanner.text.charCodeAt(from))) addText(scanner, 'cell', 0, [from], [to]);
  }
}
