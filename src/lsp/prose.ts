import type { Location } from '../model.ts';
import { makeVisibleLine } from '../text/visible.ts';

/** A piece of a text for people. Everything in it is untrusted, and printed as it reads. */
export type Piece =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  /** A hand-written reference: its own emphasis is kept. */
  | { readonly reference: string }
  /** A place of the project, or an address of our own. */
  | { readonly link: string; readonly to: Location | string };

/** Paragraphs and lists; a list's items follow the paragraph that introduces them. */
export interface Paragraph {
  readonly pieces: readonly Piece[];
  readonly items?: readonly (readonly Piece[])[];
}

/** Prints paragraphs as Markdown in which no text can become markup; `address` is where a place is to be found. */
export function printMarkdown(
  paragraphs: readonly Paragraph[],
  address: (at: Location | string) => string,
): string {
  const print = (pieces: readonly Piece[]): string =>
    pieces.map((piece) => markdownOf(piece, address)).join('');
  return paragraphs
    .map(({ pieces, items = [] }) => [print(pieces), ...items.map((item) => `- ${print(item)}`)].join('\n'))
    .join('\n\n');
}

/** Prints paragraphs for an editor that shows no Markdown. */
export function printPlain(paragraphs: readonly Paragraph[]): string {
  const print = (pieces: readonly Piece[]): string => makeVisibleLine(pieces.map(plainOf).join(''));
  return paragraphs
    .map(({ pieces, items = [] }) => [print(pieces), ...items.map((item) => `- ${print(item)}`)].join('\n'))
    .join('\n\n');
}

function markdownOf(piece: Piece, address: (at: Location | string) => string): string {
  if (typeof piece === 'string') return escapeMarkup(piece);
  if ('strong' in piece) return `**${escapeMarkup(piece.strong)}**`;
  if ('code' in piece) return codeSpan(piece.code);
  if ('reference' in piece) return escapeMarkup(piece.reference).replaceAll('\\*', '*');
  return `[${escapeMarkup(piece.link)}](<${address(piece.to).replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

function plainOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return piece.strong;
  if ('code' in piece) return piece.code;
  return 'reference' in piece ? piece.reference.replaceAll('*', '') : piece.link;
}

/** Neither emphasis, link, image, HTML, code nor table can be made of it. */
function escapeMarkup(text: string): string {
  return makeVisibleLine(text)
    .replace(/[\\`*_{}[\]()#+!|~-]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function codeSpan(text: string): string {
  const visible = makeVisibleLine(text);
  const longest = Math.max(0, ...[...visible.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + visible + fence : `${fence} ${visible} ${fence}`;
}
