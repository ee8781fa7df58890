/**
 * A place in a line, with its column: a tab fills up to the next multiple of four, and a container may take part of one.
 */
export interface Cursor {
  at: number;
  end: number;
  column: number;
  /** Columns of a tab behind which `at` stands that no container has taken. */
  spare: number;
}

/** What stands before the next character of a line that is not blank. */
export interface Indent {
  readonly columns: number;
  /** The place of that character; the end of the line where there is none. */
  readonly next: number;
}

/** Measures the blanks at the cursor, which does not move. */
export function measureIndent(text: string, { at, end, column, spare }: Cursor): Indent {
  let to = at;
  let width = spare;
  for (; to < end; to++) {
    const code = text.charCodeAt(to);
    if (code === 32) width += 1;
    else if (code === 9) width += 4 - ((column + width) % 4);
    else break;
  }
  return { columns: width, next: to };
}

/** Moves the cursor over `columns` columns of blanks, at most to the end of the line. */
export function takeColumns(text: string, cursor: Cursor, columns: number): void {
  let left = columns;
  const spare = Math.min(cursor.spare, left);
  cursor.spare -= spare;
  cursor.column += spare;
  left -= spare;
  while (left > 0 && cursor.at < cursor.end) {
    const width = text.charCodeAt(cursor.at) === 9 ? 4 - (cursor.column % 4) : 1;
    cursor.at += 1;
    cursor.column += Math.min(width, left);
    cursor.spare = Math.max(0, width - left);
    left -= Math.min(width, left);
  }
}

/** Moves the cursor behind blanks and `length` characters that follow them. */
export function takeMarker(cursor: Cursor, indent: Indent, length: number): void {
  cursor.column += indent.columns + length;
  cursor.at = indent.next + length;
  cursor.spare = 0;
}
