import { endOfAsciiWord } from './characters.ts';

const NEWLINE = 10;

/** What the second line of a table, of an underlined heading or of a definition begins with. */
const SECOND_LINE = marks(' :~=-|+');
/** What a definition behind a blank line begins with. */
const BEHIND_BLANK = marks(' :~');

/**
 * Cheap proof that a paragraph begins here and no block of another kind, which holds for nearly all: the line begins with
 * a word that is no number of a list and no `Table:`, and what stands below it is no part of a table, a heading or a
 * definition.
 */
export function beginsParagraph(text: string, at: number): boolean {
  const behind = text.charCodeAt(at) < 65 ? at : endOfAsciiWord(text, at);
  if (behind === at || !isBlankOrComma(text.charCodeAt(behind))) return false;
  const line = text.indexOf('\n', behind) + 1;
  const below = text.charCodeAt(line);
  return (
    line > 0 &&
    (below === NEWLINE ? isNoneOf(BEHIND_BLANK, text.charCodeAt(line + 1)) : isNoneOf(SECOND_LINE, below))
  );
}

function isBlankOrComma(code: number): boolean {
  return code === 32 || code === 44;
}

function marks(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

function isNoneOf(table: Uint8Array, code: number): boolean {
  return table[code] !== 1;
}
