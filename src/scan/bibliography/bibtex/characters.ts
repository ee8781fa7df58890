/**
 * What BibTeX's lexer knows of characters: its white space, and the names it reads for entry types, fields and macros
 * (bibtex.web, "legal_id_char": anything printable but white space and `" # % ' ( ) , = { }`). An `@` is left out as
 * well, so that a name never swallows the start of an entry.
 */
const NOT_IN_NAMES = '"#%\'(),={}@';
const inName = new Uint8Array(128);
for (let code = 33; code < 127; code++) {
  inName[code] = NOT_IN_NAMES.includes(String.fromCharCode(code)) ? 0 : 1;
}

/** Whether a code unit can stand in a name; beyond ASCII everything but white space can. */
export function isNameCode(code: number): boolean {
  return code < 128 ? inName[code] === 1 : !isWideSpace(code);
}

/** White space that BibTeX does not know: no-break and typographic spaces, a zero-width space, a byte order mark. */
export function isWideSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Whether a UTF-16 unit is a digit of ASCII. */
export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a UTF-16 unit is a letter of ASCII. */
export function isLetterCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Whether a code unit ends a line; CR alone does. */
export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** First offset at or behind `at` that is no ASCII white space; the text's length at the end. */
export function skipSpace(text: string, at: number): number {
  let offset = at;
  while (text.charCodeAt(offset) <= 32) offset++;
  return offset;
}

/** `skipSpace` that stays on its line. */
export function skipBlanks(text: string, at: number): number {
  let offset = at;
  for (let code = text.charCodeAt(offset); code === 32 || code === 9; code = text.charCodeAt(offset))
    offset++;
  return offset;
}

/** First offset at or behind `at` that is not part of a name. */
export function skipName(text: string, at: number): number {
  let offset = at;
  while (offset < text.length && isNameCode(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Offset of the line end at or behind `at`, the text's length on the last line. */
export function lineEnd(text: string, at: number): number {
  let offset = at;
  while (offset < text.length && !isLineEnd(text.charCodeAt(offset))) offset++;
  return offset;
}

/** The end of `text.slice(start, end)` without trailing white space; never before `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let offset = end;
  while (offset > start && text.charCodeAt(offset - 1) <= 32) offset--;
  return offset;
}
