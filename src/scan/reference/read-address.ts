import { classOf, isEastAsian, PUNCTUATION, SPACE } from './character-class.ts';
import { type Lexer, push } from './lexer.ts';

const ADDRESS_START = /(?:https?:\/\/|ftp:\/\/|www\.|(?:dx\.)?doi\.org\/)\S/iy;

/**
 * An address runs to the next blank, less the punctuation of the sentence around it.
 * ```markdown
 * > | (https://doi.org/10.1145/359545.359563).
 *      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function readAddress(lexer: Lexer): boolean {
  const { text, at } = lexer;
  const first = text.charCodeAt(at) | 0x20;
  if (first !== 0x68 && first !== 0x66 && first !== 0x77 && first !== 0x64) return false;
  ADDRESS_START.lastIndex = at;
  if (!ADDRESS_START.test(text)) return false;
  const end = endOfAddress(lexer);
  push(lexer, 'url', end, text.slice(at, end));
  return true;
}

/** A DOI without an address: `10.1145/359545.359563`. */
export function readDoi(lexer: Lexer): boolean {
  const { text, at } = lexer;
  if (!/^10\.\d{4,9}\/\S/.test(text.slice(at, at + 16))) return false;
  const end = endOfAddress(lexer);
  push(lexer, 'doi', end, text.slice(at, end));
  return true;
}

/** Offset after an address; a bracket belongs to it where its other half does, and `]` in the midst of a word of it. */
function endOfAddress({ text, at: from, openBrackets }: Lexer): number {
  let end = from;
  let depth = 0;
  let squareDepth = 0;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (endsAddress(code)) break;
    if (code === 0x28) depth++;
    if (code === 0x29 && depth-- === 0) break;
    if (code === 0x5b) squareDepth++;
    if (code === 0x5d) {
      if (squareDepth > 0) squareDepth--;
      else if (openBrackets > 0 || !goesOn(text, end + 1)) break;
    }
  }
  while (end > from + 1 && ".,;:!?'*_".includes(text[end - 1]!)) end--;
  return end;
}

/** `a_I_]_b_c.pdf` */
function goesOn(text: string, at: number): boolean {
  return /^[\w/-]/.test(text.charAt(at));
}

/** White space, `<`, `>`, quotes, `}`, and East Asian text end an address. */
function endsAddress(code: number): boolean {
  if (code < 0x80) {
    return code <= 0x20 || code === 0x22 || code === 0x3c || code === 0x3e || code === 0x60 || code === 0x7d;
  }
  if (code === 0x201d || code === 0x2019 || code === 0xbb) return true;
  const found = classOf(code);
  return found === SPACE || (code >= 0x3000 && (isEastAsian(code) || found === PUNCTUATION));
}
