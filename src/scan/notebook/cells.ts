import type { Region, SyntaxProblem } from '../../model.ts';
import { readJsonItems } from '../bibliography/json-items.ts';
import type { JsonItem } from '../bibliography/json-reader.ts';
import { readJsonString } from '../bibliography/json-scalar.ts';

/** One cell of a notebook as its file has it. */
export interface NotebookCell {
  /** `markdown`, `code` or `raw`; those of other kinds no engine prints. */
  readonly type: string;
  /** The strings of its source, in order, without their quotes. */
  readonly source: readonly Region[];
  /** What stands between the braces of its metadata, as written. */
  readonly metadata: string;
}

/** The cells of a notebook, or why it has none: a text that is not JSON is read by no engine. */
export interface NotebookCells {
  readonly cells: readonly NotebookCell[];
  readonly problems: readonly SyntaxProblem[];
}

const CELLS = { names: /^cells$/, top: 'an object' };
const LFS_POINTER = 'version https://git-lfs';

/**
 * Reads format 4, which all notebooks since 2015 have; in format 3 the cells lie one deeper, in worksheets, and none is
 * found. Outputs are passed over where they stand: of a picture in megabytes of base64 nothing is copied.
 */
export function readCells(text: string): NotebookCells {
  if (text.startsWith(LFS_POINTER)) {
    const end = text.indexOf('\n');
    const region = { start: 0, end: end === -1 ? text.length : end };
    return { cells: [], problems: [{ messageId: 'notebook-lfs-pointer', region }] };
  }
  const { items, shape, problems } = readJsonItems(text, CELLS);
  const [broken] = problems;
  if (broken !== undefined) return { cells: [], problems: [{ ...broken, messageId: 'notebook-syntax' }] };
  return { cells: shape === 'listed' ? items.map((item) => readCell(text, item)) : [], problems: [] };
}

function readCell(text: string, { members }: JsonItem): NotebookCell {
  const find = (name: string): Region | undefined =>
    members.findLast(
      ({ nameRegion: { start, end } }) => end - start === name.length && text.startsWith(name, start),
    )?.region;
  const slice = (region: Region | undefined, inset: number): string =>
    region === undefined ? '' : text.slice(region.start + inset, region.end - inset);
  const source = find('source');
  return {
    type: slice(find('cell_type'), 1),
    source: source === undefined ? [] : stringsIn(text, source),
    metadata: slice(find('metadata'), 1),
  };
}

/** The strings of a value that is one or a list of some. */
function stringsIn(text: string, { start, end }: Region): Region[] {
  const strings: Region[] = [];
  for (let open = text.indexOf('"', start); open !== -1 && open < end; ) {
    const behind = readJsonString(text, open).end;
    strings.push({ start: open + 1, end: behind - 1 });
    open = text.indexOf('"', behind);
  }
  return strings;
}
