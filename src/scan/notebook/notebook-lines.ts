import type { DialectName } from '../../model.ts';
import { createLineIndex, type LineIndex } from '../../text/line-index.ts';
import { openNotebook } from './notebook.ts';

/** The lines of a notebook as its author counts them: those of its cells, however they are laid out in the file. */
export function linesOfNotebook(file: string, dialect: DialectName): Pick<LineIndex, 'position'> {
  const { text, inText } = openNotebook(file, dialect);
  const lines = createLineIndex(text);
  return { position: (offset) => lines.position(inText({ start: offset, end: offset }).start) };
}
