import type { DialectName, Region, SyntaxProblem } from '../../model.ts';
import { countHolding } from '../../text/halving.ts';
import { type NotebookCell, readCells } from './cells.ts';
import { createPageText, type PageText, type Stretch } from './page-text.ts';

/** A notebook as the page that its engine makes of it, with the way back to its file. */
export interface Notebook {
  /** The cells that are read, with blank lines between them. */
  readonly text: string;
  /** Where they stand in the text, in order. */
  readonly cells: readonly Region[];
  /** Where front matter could end at the latest: behind the cell it has to stand in. */
  readonly headEnd: number;
  readonly problems: readonly SyntaxProblem[];
  /** The region of the file in which a stretch of the text is written. */
  inFile(region: Region): Region;
  /** The stretch of the text that a region of the file writes; of a sign that is cut in two, all. */
  inText(region: Region): Region;
}

/**
 * Opens a notebook as the engine of a dialect does: of its cells the Markdown, of Quarto raw ones that are YAML as well, and
 * of code the options in its first lines, which name figures and caption them. Never throws; of broken JSON there is no text.
 */
export function openNotebook(file: string, dialect: DialectName): Notebook {
  const { cells, problems } = readCells(file);
  const page = createPageText(file);
  const regions: Region[] = [];
  let headEnd = 0;
  for (const [index, cell] of cells.entries()) {
    const region = addCell(page, cell, file, dialect);
    if (region === undefined) continue;
    regions.push(region);
    // Sphinx takes front matter from the metadata of the notebook alone.
    if (index === 0 && cell.type !== 'code' && dialect !== 'sphinx') headEnd = region.end;
  }
  const { text, stretches } = page.finish();
  const written = stretches.filter((stretch) => stretch.file.end > stretch.file.start);
  return {
    text,
    cells: regions,
    headEnd,
    problems,
    inFile: (region) => inFile(stretches, region),
    inText: (region) => inText(written, region),
  };
}

/** myst-nb and nbsphinx leave such cells out. */
const REMOVED = /"remove[-_]cell"/;
const YAML = '---';

function addCell(
  page: PageText,
  { type, source, metadata }: NotebookCell,
  file: string,
  dialect: DialectName,
): Region | undefined {
  if (dialect === 'sphinx' && REMOVED.test(metadata)) return undefined;
  if (type === 'code') return page.addOptions(source);
  const isRead = type === 'markdown' || (type === 'raw' && dialect === 'quarto' && opensWith(YAML));
  return isRead ? page.addCell(source) : undefined;

  function opensWith(mark: string): boolean {
    return source[0] !== undefined && file.startsWith(mark, source[0].start);
  }
}

function inFile(stretches: readonly Stretch[], { start, end }: Region): Region {
  const from = fileOffset(stretches, start);
  if (end <= start) return { start: from, end: from };
  const last = stretches[at(stretches, end - 1, 'text')];
  if (last === undefined) return { start: from, end: from };
  const isWritten = isLiteral(last);
  return { start: from, end: isWritten ? last.file.start + end - last.text.start : last.file.end };
}

function fileOffset(stretches: readonly Stretch[], offset: number): number {
  const stretch = stretches[at(stretches, offset, 'text')];
  if (stretch === undefined) return 0;
  const { text, file } = stretch;
  if (offset >= text.end) return file.end;
  return isLiteral(stretch) ? file.start + offset - text.start : file.start;
}

function inText(stretches: readonly Stretch[], { start, end }: Region): Region {
  const from = textOffset(stretches, start, false);
  return { start: from, end: Math.max(from, textOffset(stretches, end, end > start)) };
}

/** Between two stretches of a text there is nothing of it; inside an escape its sign begins, or ends. */
function textOffset(stretches: readonly Stretch[], offset: number, isEnd: boolean): number {
  const stretch = stretches[at(stretches, offset, 'file')];
  if (stretch === undefined) return 0;
  const { text, file } = stretch;
  if (offset >= file.end) return text.end;
  if (isLiteral(stretch)) return text.start + offset - file.start;
  return isEnd && offset > file.start ? text.end : text.start;
}

function isLiteral({ text, file }: Stretch): boolean {
  return text.end - text.start === file.end - file.start;
}

function at(stretches: readonly Stretch[], offset: number, side: 'text' | 'file'): number {
  return countHolding(stretches.length, (place) => stretches[place]![side].start <= offset) - 1;
}
