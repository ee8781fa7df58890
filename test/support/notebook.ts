/** A cell in short: its Markdown, or its type and source. */
export type CellSource = string | readonly [type: 'markdown' | 'code' | 'raw', source: string];

/** How a notebook is written down. */
export interface NotebookLayout {
  readonly indent?: number;
  /** A source is one string instead of a list of lines. */
  readonly isJoined?: boolean;
  /** Every sign beyond ASCII is escaped, as `json.dump` of Python does it. */
  readonly isAscii?: boolean;
}

/** A notebook of format 4 as Jupyter writes it, or in another layout; code cells have outputs that cite, too. */
export function notebook(cells: readonly CellSource[], layout: NotebookLayout = {}): string {
  const { indent = 1, isJoined = false, isAscii = false } = layout;
  const written = cells.map((cell) => {
    const [type, text] = typeof cell === 'string' ? (['markdown', cell] as const) : cell;
    const source = isJoined ? text : linesOf(text);
    const outputs = [{ output_type: 'stream', name: 'stdout', text: ['{cite}`printed` [@printed]\n'] }];
    const rest = type === 'code' ? { execution_count: 1, outputs } : {};
    return { cell_type: type, metadata: {}, ...rest, source };
  });
  const file = { cells: written, metadata: {}, nbformat: 4, nbformat_minor: 5 };
  const json = `${JSON.stringify(file, undefined, indent)}\n`;
  if (!isAscii) return json;
  return json.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The sources of a notebook's cells, each as one text. */
export function sourcesOf(file: string): readonly string[] {
  const { cells } = JSON.parse(file) as { cells: { source: string | string[] }[] };
  return cells.map(({ source }) => (typeof source === 'string' ? source : source.join('')));
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
