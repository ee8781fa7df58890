import type { Region, SyntaxProblem } from '../../../model.ts';
import { once } from '../../../text/once.ts';
import { bracketBehindCitation, closesMore, findSpacedKey, isEmptyCite } from '../group-problems.ts';
import { splitLocator } from '../locator.ts';
import type { LocatorTerms } from '../locator-terms.ts';
import { simpleKey } from './cite-key.ts';
import { regionOf } from './document.ts';
import { FAIL, skipSpaces } from './lexical.ts';
import type { CiteNode, InlineNode, ParsedCite, ReferenceNode } from './nodes.ts';
import type { Piece } from './source.ts';

type Node<Kind> = InlineNode & Kind;
type Edit = NonNullable<SyntaxProblem['fix']>['edits'][number];

/** Whether a key is meant for the bibliography, not for a figure or a section. */
export type IsCitation = (key: string) => boolean;

/**
 * What is wrong with a citation Pandoc did read: an empty key, or keys of one bracket without a semicolon between them.
 * Of those citeproc prints only the inner ones; the whole group around them vanishes from the text.
 */
export function citeProblems(
  node: Node<CiteNode>,
  piece: Piece,
  isCitation: IsCitation,
  terms: LocatorTerms,
): readonly SyntaxProblem[] {
  if (node.cites.every((cite) => isPlain(cite) && !mayBeCut(cite, piece))) return NOTHING;
  const problems: SyntaxProblem[] = [];
  for (const cite of node.cites) {
    if (cite.key === '') {
      const region = regionOf(piece, signOf(cite), cite.next);
      problems.push({ messageId: 'empty-citation', region });
    }
    const cut = mayBeCut(cite, piece) ? cutIdentifier(cite, piece) : undefined;
    if (cut !== undefined) problems.push(cut);
    // The other key of `url:https://medium.com/@jane` is a part of the address.
    if (node.form === 'in-text' || cut?.data?.['mark'] === '/') continue;
    const problem = isCitation(cite.key) ? unseparated(cite, piece, isCitation, terms) : undefined;
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

const isPlain = ({ key, suffix }: ParsedCite): boolean =>
  key !== '' && (suffix.length === 0 || !suffix.some(isCite));
const NOTHING: readonly SyntaxProblem[] = [];
const isCite = ({ kind }: InlineNode): boolean => kind === 'cite';

const mayBeCut = ({ keyEnd, next }: ParsedCite, { text }: Piece): boolean =>
  next === keyEnd &&
  (text[next] === '(' || text[next] === '=' || text.startsWith('/@', next) || text.startsWith('/(', next));

const IDENTIFIER = /^(?:doi:|url:|https?:\/\/|10\.\d{4,9}\/)/i;
/** What goes on with it: an address may end in a bracket or a full stop of the sentence, which are taken off. */
const REST = /(?:=|\/@|\/?\([^\s()[\]{};]{1,100}\))[^\s[\]{};,]{0,300}/y;

/** `@doi:10.1016/S0933-3657(96)00367-3`, whose key is `doi:10.1016/S0933-3657` without braces. */
function cutIdentifier({ key, keyStart, next }: ParsedCite, piece: Piece): SyntaxProblem | undefined {
  if (!IDENTIFIER.test(key)) return undefined;
  REST.lastIndex = next;
  const rest = withoutEnd(REST.exec(piece.text)?.[0] ?? '');
  if (rest.length < 2) return undefined;
  const region = regionOf(piece, keyStart, next + rest.length);
  return {
    messageId: 'cut-identifier',
    data: { key, mark: rest[0]! },
    region,
    fix: {
      title: 'Put the identifier into braces',
      safety: 'suggest',
      edits: [{ region, text: `{${key}${rest}}` }],
    },
  };
}

/** Without the punctuation behind an identifier, and without brackets that were opened before it. */
function withoutEnd(rest: string): string {
  let end = rest.length;
  let excess = rest.split(')').length - rest.split('(').length;
  for (; end > 0; end -= 1) {
    const last = rest[end - 1]!;
    if (last === ')' && excess > 0) excess -= 1;
    else if (!'.:!?*_"\''.includes(last)) break;
  }
  return rest.slice(0, end);
}

/** A cite whose suffix cites again. */
function unseparated(
  cite: ParsedCite,
  piece: Piece,
  isCitation: IsCitation,
  terms: LocatorTerms,
): SyntaxProblem | undefined {
  const inner = cite.suffix.filter(
    (node): node is Node<CiteNode> => node.kind === 'cite' && cites(node, isCitation),
  );
  const [first] = inner;
  const last = inner.at(-1);
  if (first === undefined || last === undefined || cite.key === '') return undefined;
  const gaps = inner.map((node, index) => {
    const start = index === 0 ? cite.next : inner[index - 1]!.end;
    return separatorOf(piece, start, node, terms);
  });
  const edits = gaps.flatMap(({ edit }) => edit ?? []);
  const problem: SyntaxProblem = {
    messageId: gaps[0]!.comma ? 'comma-between-cites' : 'missing-semicolon',
    data: { key: cite.key },
    region: regionOf(piece, signOf(cite), last.end),
  };
  if (edits.length < gaps.length) return problem;
  return { ...problem, fix: { title: 'Separate the cites by `;`', safety: 'safe', edits } };
}

function cites(node: Node<CiteNode>, isCitation: IsCitation): boolean {
  return node.cites.some(({ key }) => isCitation(key));
}

/** Where the `@` stands. */
function signOf({ keyStart, keyEnd, next }: ParsedCite): number {
  return next > keyEnd ? keyStart - 2 : keyStart - 1;
}

const CONJUNCTION = /^\s*(?:(?:and|und|et|y|e|en|&)\s+)?$/;

/** What stands between two keys, and how a semicolon comes to stand there. */
function separatorOf(
  piece: Piece,
  start: number,
  node: Node<CiteNode>,
  terms: LocatorTerms,
): { comma: boolean; edit?: Edit } {
  const between = piece.text.slice(start, node.start);
  const comma = between.lastIndexOf(',');
  const words = between.slice(comma + 1);
  const isComma = comma !== -1 && splitLocator(words, terms).locator === undefined;
  if (node.form !== 'in-text') return { comma: isComma };
  if (CONJUNCTION.test(words) && (comma === -1 || between.slice(0, comma).trim() === '')) {
    return { comma: isComma, edit: { region: gapOf(piece, start, node.start), text: '; ' } };
  }
  if (!isComma || /[[\]{};]/.test(words)) return { comma: isComma };
  return { comma: true, edit: { region: regionOf(piece, start + comma, start + comma + 1), text: ';' } };
}

function gapOf(piece: Piece, start: number, end: number): Region {
  if (end > start) return regionOf(piece, start, end);
  const at = regionOf(piece, start - 1, start).end;
  return { start: at, end: at };
}

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
  if (parts.length < 2 || !parts.some(beginsWithKey)) return [];
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

/** `[AIA; @lemen2012]` and `[@lemen2012; and others]`: behind or before a comma the words belong to the key. */
function partWithoutKey({ start, end }: Part, index: number, count: number, piece: Piece): SyntaxProblem {
  const semicolon = index < count - 1 ? end : start - 1;
  return {
    messageId: 'part-without-key',
    region: trimmedRegion(piece, start, end),
    fix: {
      title: 'Write a comma for the semicolon',
      safety: 'suggest',
      edits: [{ region: regionOf(piece, semicolon, semicolon + 1), text: ',' }],
    },
  };
}

function trimmedRegion(piece: Piece, start: number, end: number): Region {
  const text = piece.text.slice(start, end);
  const first = start + text.length - text.trimStart().length;
  return regionOf(piece, first, Math.max(first + 1, start + text.trimEnd().length));
}

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
  const next = nodes.slice(index + 1, index + FAR).find(({ kind }) => kind !== 'text' && kind !== 'space');
  if (next?.kind !== 'cite' || next.form !== 'in-text') return undefined;
  if (!PREFIX().test(piece.text.slice(node.end, next.start))) return undefined;
  return { messageId: 'unclosed-citation', region: regionOf(piece, node.start, next.cites[0]!.next) };
}

/** What may stand between a key and the bracket behind it. */
const SUFFIX = /^(?:\s*,[^[\]()]{0,60}[^[\]()\s])?$/;

/** `@key, p. 3]` at a place among the inlines of one element, where no bracket was opened before it. */
export function unopenedCitation(
  nodes: readonly InlineNode[],
  index: number,
  piece: Piece,
): SyntaxProblem | undefined {
  const node = nodes[index]!;
  if (node.kind !== 'text' || node.text !== ']' || piece.text[node.start] !== ']') return undefined;
  const before = nodes
    .slice(Math.max(0, index - FAR), index)
    .findLast(({ kind }) => kind !== 'text' && kind !== 'space');
  if (before?.kind !== 'cite' || before.form !== 'in-text' || before.bracket !== undefined) return undefined;
  const [{ next }] = before.cites as readonly [ParsedCite];
  if (!SUFFIX.test(piece.text.slice(next, node.start))) return undefined;
  // The bracket that opens it may stand in code that begins too early.
  if (!closesMore(piece.text.slice(nodes[0]!.start, nodes.at(-1)!.end))) return undefined;
  return { messageId: 'unopened-citation', region: regionOf(piece, before.start, node.end) };
}

/** `ada@lovelace.org` is an address, whatever stands behind a full stop in a key. */
const HOST_NAME = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i;

/**
 * `word@key` at a place among the inlines of one element: Pandoc takes no citation right behind a word. Whether the key is
 * one of a bibliography is for a rule to know; most such text is a handle or a version.
 */
export function unspacedCitation(
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
