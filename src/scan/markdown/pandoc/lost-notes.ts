import type { SyntaxProblem } from '../../../model.ts';
import { isNoteText } from '../notes-in-labels.ts';
import { regionOf } from './document.ts';
import type { InlineNode, ReferenceNode } from './nodes.ts';
import type { Piece } from './source.ts';

/** Longer than what tells a text of some words from other things behind `^[`. */
const BEGINNING = 200;

/** `[^Knuth says so himself.]`, which is printed as it stands; an inline note begins with `^[`. */
export function noteInLabel(
  { start, end, bracketEnd }: InlineNode & ReferenceNode,
  piece: Piece,
): SyntaxProblem[] {
  const { text } = piece;
  if (!text.startsWith('[^', start) || end !== bracketEnd || text[bracketEnd] === ':') return [];
  if (!isNoteText(text.slice(start + 2, bracketEnd - 1))) return [];
  const region = regionOf(piece, start, start + 2);
  const edits = [{ region, text: '^[' }];
  return [{ messageId: 'caret-in-bracket', region, fix: { title: 'Write `^[`', safety: 'suggest', edits } }];
}

/** `^[Knuth says so`, whose bracket nothing closes in the paragraph. */
export function unclosedNote({ kind, start, end }: InlineNode, piece: Piece): SyntaxProblem | undefined {
  const { text } = piece;
  if (kind !== 'text' || !text.startsWith('^[', start - 1) || text[start - 2] === '\\') return undefined;
  if (!isNoteText(text.slice(end, end + BEGINNING))) return undefined;
  return { messageId: 'unclosed-note', region: regionOf(piece, start - 1, end) };
}
