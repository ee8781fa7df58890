import type { Region, SyntaxProblem } from '../../../model.ts';
import { once } from '../../../text/once.ts';
import { bracketBehindCitation, findSpacedKey, isEmptyCite } from '../group-problems.ts';
import { cites, type IsCitation } from './cite-problems.ts';
import { regionOf } from './document.ts';
import { skipSpaces } from './lexical.ts';
import type { InlineNode, ReferenceNode } from './nodes.ts';
import type { Piece } from './source.ts';
import { isUnmarkedKey } from './unmarked-keys.ts';

type Node<Kind> = InlineNode & Kind;

/**
 * A bracket that was meant to cite and is printed as it stands: `[@]`, or parts of which one begins with a key and
 * another is empty or has none.
 */
export function bracketProblems(
  node: Node<ReferenceNode>,
  piece: Piece,
  isCitation: IsCitation,
): SyntaxProblem[] {
  if (piece.text[node.start] !== '[') return [];
  const isFollowed = piece.text[node.bracketEnd] === '[';
  if (node.end !== node.bracketEnd && !isFollowed) return [];
  const parts = partsOf(node, piece);
  const beginsWithKey = ({ nodes }: Part): boolean => {
    const first = nodes.find(({ kind }) => kind !== 'space');
    return first?.kind === 'cite' && cites(first, isCitation);
  };
  const unclosed = parts.flatMap((part) => unclosedBrace(part, piece) ?? []);
  if (unclosed.length > 0) return unclosed;
  const spaced = findSpacedKey(piece.text, node.start, (start, end) => regionOf(piece, start, end));
  if (spaced !== undefined && parts.length === 1 && !isFollowed) return [spaced];
  if (isFollowed) return parts.every(beginsWithKey) ? [bracketBehind(node, parts[0]!, piece)] : [];
  const empty = parts.filter(({ text }) => isEmptyCite(text));
  if (empty.length > 0 && (parts.length === 1 || parts.some(beginsWithKey))) {
    return empty.map(({ start, end }) => ({
      messageId: 'empty-citation',
      region: trimmedRegion(piece, start, end),
    }));
  }
  if (!parts.some(beginsWithKey)) return unmarkedBracket(node, parts, piece);
  if (parts.length < 2) return [];
  return parts.flatMap((part, index) => partProblem(part, index, parts.length, piece));
}

/** `[@knuth84][@shannon48]`: to Pandoc the two are one link, and the first is no citation where nothing is linked. */
function bracketBehind(
  { start, bracketEnd }: Node<ReferenceNode>,
  { text }: Part,
  piece: Piece,
): SyntaxProblem {
  const region = regionOf(piece, start, bracketEnd);
  return bracketBehindCitation(text, piece.text, bracketEnd, region, (from, to) => regionOf(piece, from, to));
}

/** What stands between two semicolons of a bracket. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly nodes: readonly InlineNode[];
}

function partsOf(node: Node<ReferenceNode>, piece: Piece): Part[] {
  const parts: Part[] = [];
  let start = node.start + 1;
  let nodes: InlineNode[] = [];
  const close = (end: number): void => {
    parts.push({ start, end, text: piece.text.slice(start, end).trim(), nodes });
  };
  for (const child of node.unlinked) {
    const isInside = child.start > node.start && child.end < node.bracketEnd;
    if (isInside && child.kind === 'text' && child.text === ';') {
      close(child.start);
      start = child.end;
      nodes = [];
    } else if (isInside) nodes.push(child);
  }
  close(node.bracketEnd - 1);
  return parts;
}

/** `@{key` or `see @{key` at the beginning of a part without a closing brace, with a locator or nothing behind it. */
const OPENED_BRACE = once(
  () => /^(?:\p{L}[\p{L}.]{0,11},?\s){0,3}-?(@\{[\p{L}\d_][\p{L}\d_:.#$%&+?<>~/-]{0,100})(?:,|$)/u,
);

function unclosedBrace({ start, end, text }: Part, piece: Piece): SyntaxProblem | undefined {
  const opened = text.includes('}') ? undefined : OPENED_BRACE().exec(text)?.[1];
  if (opened === undefined) return undefined;
  const at = start + piece.text.slice(start, end).indexOf(opened);
  const behind = at + opened.length;
  const last = regionOf(piece, behind - 1, behind);
  return {
    messageId: 'unclosed-brace',
    region: regionOf(piece, at, behind),
    fix: {
      title: 'Close the brace',
      safety: 'suggest',
      edits: [{ region: { start: last.end, end: last.end }, text: '}' }],
    },
  };
}

function partProblem(part: Part, index: number, count: number, piece: Piece): SyntaxProblem[] {
  if (part.text !== '') {
    const cites = part.nodes.some(({ kind }) => kind !== 'text' && kind !== 'space');
    return cites ? [] : [partWithoutKey(part, index, count, piece)];
  }
  const isFirst = index === 0;
  const behind = isFirst ? skipSpaces(piece.text, part.end + 1, piece.text.length) : part.end;
  const region = regionOf(piece, isFirst ? part.start : part.start - 1, behind);
  const title = 'Remove the semicolon';
  const fix = { title, safety: 'safe', edits: [{ region, text: '' }] } as const;
  return [{ messageId: 'empty-cite-part', region, ...(count > 1 ? { fix } : {}) }];
}

/**
 * `[AIA; @lemen2012]` and `[@lemen2012; and others]`: behind or before a comma the words belong to the key. What may be a
 * key itself lacks its sign.
 */
function partWithoutKey(part: Part, index: number, count: number, piece: Piece): SyntaxProblem {
  const { start, end, text } = part;
  const region = trimmedRegion(piece, start, end);
  const messageId = 'part-without-key';
  if (isUnmarkedKey(text)) return { messageId, region, fix: signing(text, region) };
  const semicolon = index < count - 1 ? end : start - 1;
  return {
    messageId,
    region,
    fix: {
      title: 'Write a comma for the semicolon',
      safety: 'suggest',
      edits: [{ region: regionOf(piece, semicolon, semicolon + 1), text: ',' }],
    },
  };
}

/** `[knuth1997, p. 33; shannon1948]` without any `@`, unless it is an image, a note's `[[knuth1997]]` or has its `@` before it. */
function unmarkedBracket(
  { start: open }: Node<ReferenceNode>,
  parts: readonly Part[],
  piece: Piece,
): SyntaxProblem[] {
  if (/[!@[]/.test(piece.text[open - 1] ?? '')) return [];
  return parts.flatMap(({ start, end, text }) => {
    const key = text.split(',', 1)[0]!;
    if (!isUnmarkedKey(key)) return [];
    const from = trimmedRegion(piece, start, end).start;
    const region = { start: from, end: from + key.length };
    return [{ messageId: 'unmarked-key', data: { key }, region, fix: signing(key, region) }];
  });
}

function signing(key: string, { start }: Region): NonNullable<SyntaxProblem['fix']> {
  const edits = [{ region: { start, end: start }, text: '@' }];
  return { title: `Write \`@${key}\``, safety: 'suggest', edits };
}

function trimmedRegion(piece: Piece, start: number, end: number): Region {
  const text = piece.text.slice(start, end);
  const first = start + text.length - text.trimStart().length;
  return regionOf(piece, first, Math.max(first + 1, start + text.trimEnd().length));
}
