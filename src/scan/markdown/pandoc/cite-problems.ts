import type { Region, SyntaxProblem } from '../../../model.ts';
import { splitLocator } from '../locator.ts';
import type { LocatorTerms } from '../locator-terms.ts';
import { regionOf } from './document.ts';
import type { CiteNode, InlineNode, ParsedCite } from './nodes.ts';
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

/** Whether a citation has a key that is meant for the bibliography. */
export function cites(node: Node<CiteNode>, isCitation: IsCitation): boolean {
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
