import type { SyntaxProblem } from '../../../model.ts';
import { once } from '../../../text/once.ts';
import { closesMore } from '../group-problems.ts';
import { simpleKey } from './cite-key.ts';
import { regionOf } from './document.ts';
import { FAIL } from './lexical.ts';
import type { InlineNode, ParsedCite } from './nodes.ts';
import type { Piece } from './source.ts';

/** Words that lead to a key: `see also`, `e.g.,`. */
const PREFIX = once(() => /^(?:\p{L}[\p{L}.]{0,11},?\s){0,3}$/u);
/** More inlines than a prefix or a locator has. */
const FAR = 16;

/** `[@key` or `[see @key` at a place among the inlines of one element, where no bracket closes it further on. */
export function unclosedCitation(
  nodes: readonly InlineNode[],
  index: number,
  piece: Piece,
): SyntaxProblem | undefined {
  const node = nodes[index]!;
  if (node.kind !== 'text' || node.text !== '[' || piece.text[node.start] !== '[') return undefined;
  const beside = nodes[index + 1];
  if (beside !== undefined && isBracketed(beside) && beside.start === node.end)
    return strayBracket(node, piece);
  const next = nodes.slice(index + 1, index + FAR).find(({ kind }) => kind !== 'text' && kind !== 'space');
  if (next?.kind !== 'cite' || next.form !== 'in-text') return undefined;
  if (!PREFIX().test(piece.text.slice(node.end, next.start))) return undefined;
  return { messageId: 'unclosed-citation', region: regionOf(piece, node.start, next.cites[0]!.next) };
}

/** What may stand between a key and the bracket behind it. */
const SUFFIX = /^(?:\s*,[^[\]()]{0,60}[^[\]()\s])?$/;

/**
 * `@key, p. 3]` at a place among the inlines of one element, where no bracket was opened before it. It is one where the
 * text as a whole closes more than it opens: the bracket that opens it may stand in code that begins too early.
 */
export function unopenedCitation(
  nodes: readonly InlineNode[],
  index: number,
  piece: Piece,
): SyntaxProblem | undefined {
  const node = nodes[index]!;
  if (node.kind !== 'text' || node.text !== ']' || piece.text[node.start] !== ']') return undefined;
  const beside = nodes[index - 1];
  if (beside !== undefined && isBracketed(beside) && beside.end === node.start)
    return strayBracket(node, piece);
  const before = nodes
    .slice(Math.max(0, index - FAR), index)
    .findLast(({ kind }) => kind !== 'text' && kind !== 'space');
  if (before?.kind !== 'cite' || before.form !== 'in-text' || before.bracket !== undefined) return undefined;
  const [{ next }] = before.cites as readonly [ParsedCite];
  if (!SUFFIX.test(piece.text.slice(next, node.start))) return undefined;
  return { messageId: 'unopened-citation', region: regionOf(piece, before.start, node.end) };
}

const isBracketed = (node: InlineNode): boolean => node.kind === 'cite' && node.form === 'bracketed';

/** Whether the text of one element closes more brackets than it opens. */
export const hasUnopened = (nodes: readonly InlineNode[], { text }: Piece): boolean =>
  closesMore(text.slice(nodes[0]!.start, nodes.at(-1)!.end));

/** The second bracket of `[@key]]` or of `[[@key]`, which has no partner. */
function strayBracket({ start, end }: InlineNode, piece: Piece): SyntaxProblem {
  const region = regionOf(piece, start, end);
  const bracket = piece.text.slice(start, end);
  const edits = [{ region, text: '' }];
  return {
    messageId: 'stray-bracket',
    data: { bracket },
    region,
    fix: { title: `Remove the \`${bracket}\``, safety: 'suggest', edits },
  };
}

/** `ada@lovelace.org` is an address, whatever stands behind a full stop in a key. */
const HOST_NAME = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i;

/**
 * `word@key` and `\@key` at a place among the inlines of one element: Pandoc takes no citation right behind a word or a
 * backslash. Whether the key is one of a bibliography is for a rule to know; most such text is a handle or a version.
 */
export function lostSign(
  nodes: readonly InlineNode[],
  index: number,
  piece: Piece,
): SyntaxProblem | undefined {
  const { start } = nodes[index]!;
  return piece.text[start] === '\\' ? escapedCitation(start, piece) : unspacedCitation(nodes, index, piece);
}

const YEAR = /\d\d/;

/**
 * What the visual editor of RStudio makes of a citation that it does not know. A handle has no year, and is put between
 * brackets by nobody.
 * ```
 * \[\@knuth84\]
 *   ^start
 * ```
 */
function escapedCitation(start: number, piece: Piece): SyntaxProblem | undefined {
  const { text } = piece;
  const end = simpleKey(text, start + 2, text.length);
  if (end === FAIL) return undefined;
  const key = text.slice(start + 2, end);
  if (!YEAR.test(key) && text[start - 1] !== '[') return undefined;
  const problem: SyntaxProblem = {
    messageId: 'escaped-key',
    data: { key },
    region: regionOf(piece, start, end),
  };
  const isOpened = text.startsWith('\\[', start - 2);
  // Of several keys between brackets that are escaped as well, none can be mended alone.
  if (isOpened !== text.startsWith('\\]', end)) return problem;
  const marks = isOpened ? [start - 2, start, end] : [start];
  const edits = marks.map((at) => ({ region: regionOf(piece, at, at + 1), text: '' }));
  const title = isOpened ? 'Remove the backslashes' : 'Remove the backslash';
  return { ...problem, fix: { title, safety: 'suggest', edits } };
}

function unspacedCitation(
  nodes: readonly InlineNode[],
  index: number,
  piece: Piece,
): SyntaxProblem | undefined {
  const at = signBehindWord(nodes, index, piece);
  if (at === undefined) return undefined;
  const end = simpleKey(piece.text, at + 1, piece.text.length);
  if (end === FAIL) return undefined;
  const key = piece.text.slice(at + 1, end);
  if (HOST_NAME.test(key)) return undefined;
  const isAddress = piece.text[at - 1] === "'";
  return {
    messageId: isAddress ? 'citation-in-address' : 'unspaced-citation',
    data: { key },
    region: regionOf(piece, at, end),
  };
}

const WORD_OF_ADDRESS = once(() => /^[\p{L}\p{N}][^\s:/@]*(?=@)/u);

/** Where an `@` of the text stands right behind a word. R Markdown takes both for an address, and `l'@key` as well. */
function signBehindWord(nodes: readonly InlineNode[], index: number, piece: Piece): number | undefined {
  const node = nodes[index]!;
  if (node.kind !== 'text' || !piece.text.startsWith(node.text, node.start)) return undefined;
  if (!node.text.startsWith('@')) {
    const word = WORD_OF_ADDRESS().exec(node.text)?.[0];
    return word === undefined ? undefined : node.start + word.length;
  }
  const before = nodes[index - 1];
  return before?.wordEnds === true && before.end === node.start ? node.start : undefined;
}
