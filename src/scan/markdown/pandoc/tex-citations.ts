import type { Region, SyntaxProblem } from '../../../model.ts';
import { once } from '../../../text/once.ts';
import { regionOf } from './document.ts';
import type { Piece } from './source.ts';
import { isDefinition } from './tex-definitions.ts';

/** `[@key]`, `[see @key, p. 3]`. */
const BRACKET = /\[[^[\]]{1,600}\]/g;
const CITED = once(() => /[[\s(]-?@\{?([\p{L}\d_](?:[:.#$%&+?<>~/-]?[\p{L}\d_])*)/u);

const OPENING = once(() => /^\\(?:begin[ \t]{0,9}\{[^{}\n]{1,40}\}|\p{L}+)/u);

/** What is printed as it stands or not at all, and what is math: there a bracket may be anything. */
const NO_TEXT =
  /\\begin\{(?:[vBL]?[vV]erbatim|alltt|lstlisting|minted|comment|filecontents|displaymath|math|equation|gather|multline|eqnarray|align|flalign|alignat|d(?:math|group|array))\b|\\(?:verb|lstinline|mintinline)\b|(?<!\\)\\[[(]/;

/** An escape, a comment, math. */
const HIDDEN = /\\[\s\S]|%[^\n]*|\$\$[^$]*(?:\$\$)?|\$[^$]*\$?/g;

/**
 * Citations in brackets within raw TeX, `\footnote{See [@knuth1997]}`: Pandoc hands them on to LaTeX as they stand, and to
 * other formats not at all. Whether the keys are known is for a rule to tell.
 */
export function citationsInTex({ start, end }: Region, piece: Piece): readonly SyntaxProblem[] {
  const tex = piece.text.slice(start, end);
  if (!tex.includes('@')) return [];
  const [where = ''] = OPENING().exec(tex) ?? [];
  if (isDefinition(where.slice(1)) || NO_TEXT.test(tex)) return [];
  const seen = tex.replace(HIDDEN, (hidden) => (hidden[0] === '\\' ? hidden : ' '.repeat(hidden.length)));
  return [...seen.matchAll(BRACKET)].flatMap(({ index, 0: written }) => {
    const key = CITED().exec(written)?.[1];
    const region = regionOf(piece, start + index, start + index + written.length);
    return key === undefined ? [] : [{ messageId: 'citation-in-tex', data: { key, where }, region }];
  });
}
