import type { Region, SyntaxProblem } from '../../model.ts';
import { isLetter } from './character-class.ts';
import { isOneOf, type Span, type Token } from './token.ts';

/** `i` and `b` stand for the elements that emphasise. */
export type DelimiterSign = '*' | '_' | 'i' | 'b';

/** A run of `*` or `_`, or a tag: something that opens or closes emphasis. */
export interface Delimiter {
  readonly sign: DelimiterSign;
  length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly region: Region;
  /** Index of the token after it. */
  token: number;
  /** The one of its sign that was opened before it and is open still. */
  outer?: Delimiter | undefined;
}

/**
 * The innermost open delimiter of each sign. The others are linked to it, because V8 gives the memory of an array back
 * when its last element is taken, and that takes ten times as long as the rest of the pairing.
 */
type Open = Record<DelimiterSign, Delimiter | undefined>;

/**
 * Pairs delimiters into spans, inner ones first, each with the nearest opener of its sign (CommonMark 6.2 without the
 * rule of three). Returns those that stay alone and cannot be anything but a forgotten half.
 */
export function pairDelimiters(
  text: string,
  tokens: readonly Token[],
  delimiters: readonly Delimiter[],
  spans: Span[],
): SyntaxProblem[] {
  if (delimiters.length === 0) return [];
  const open: Open = { '*': undefined, _: undefined, i: undefined, b: undefined };
  const alone: Delimiter[] = [];
  for (const delimiter of delimiters) {
    if (delimiter.canClose) close(delimiter, open, spans);
    if (delimiter.length === 0) continue;
    if (!delimiter.canOpen) alone.push(delimiter);
    else {
      delimiter.outer = open[delimiter.sign];
      open[delimiter.sign] = delimiter;
    }
  }
  for (const sign of SIGNS) {
    const left: Delimiter[] = [];
    for (let opener = open[sign]; opener !== undefined; opener = opener.outer) left.push(opener);
    alone.push(...left.reverse());
  }
  return alone.filter((delimiter) => isForgotten(text, tokens, delimiter)).map(problemOf);
}

const SIGNS = ['*', '_', 'i', 'b'] as const;

function close(closer: Delimiter, open: Open, spans: Span[]): void {
  while (closer.length > 0) {
    const opener = open[closer.sign];
    if (opener === undefined) return;
    const used = opener.length >= 2 && closer.length >= 2 ? 2 : 1;
    opener.length -= used;
    closer.length -= used;
    if (opener.length === 0) open[closer.sign] = opener.outer;
    if (opener.token === closer.token) continue;
    const region = { start: opener.region.start, end: closer.region.end };
    spans.push({ kind: used === 2 ? 'strong' : 'emphasis', from: opener.token, to: closer.token, region });
  }
}

/** Half a `**` is, as in `*The TeXbook** (1984)`; not `A* search`, `C*-algebra`, `2 * 3`, `(*equal share)`. */
function isForgotten(
  text: string,
  tokens: readonly Token[],
  { sign, length, canOpen, canClose, region, token }: Delimiter,
): boolean {
  if (sign === 'i' || sign === 'b') return true;
  const before = text.charCodeAt(region.start - 1);
  const after = text.charCodeAt(region.end);
  if (canOpen && canClose) return sign === '*' && closesShortened(text, region);
  if (length === 1 && region.end - region.start === 2) return true;
  if (canOpen && opensName(text, sign, region)) return false;
  if (canOpen && before === 0x28 && /^\p{Ll}/u.test(text.slice(region.end, region.end + 2))) return false;
  if (canOpen) return token < tokens.length && region.end - region.start <= 3 && isWordStart(after);
  if (token === 0 || !canClose) return false;
  const word = tokens[token - 1]!;
  const long = word.kind !== 'word' || word.text.length > 1;
  if (!long) return false;
  if (before === 0x2e) return closesShortened(text, region);
  if (Number.isNaN(after) || '.,;:)'.includes(String.fromCharCode(after))) return true;
  return opensDetails(text, region.end, word);
}

/** `_why. “Hackety Hack”.` at the start, and `*nix`: the sign belongs to the name, and a title would begin with a capital. */
function opensName(text: string, sign: DelimiterSign, { start, end }: Region): boolean {
  const behind = text.slice(end, end + 40);
  if (sign === '*') return /^(?:nix|bsd|ux)(?!\p{L})/iu.test(behind);
  return start === 0 && /^\p{Ll}[\p{L}\d]*(?: \p{Ll}[\p{L}\d]*){0,3}[.,]/u.test(behind);
}

/** `SIAM J. Sci. Comput.* 26`, `extensions of a tree.* Order 7`, `meeting (Pittsburgh)*, pp. 243`; no initial of a name, and no mark at the very end, which may mean a note. */
function closesShortened(text: string, { start, end }: Region): boolean {
  return (
    /\p{L}{3}[.)]$/u.test(text.slice(Math.max(0, start - 4), start)) &&
    /^(?:,| [\p{Lu}\d])/u.test(text.slice(end, end + 3))
  );
}

/** `Linux Kernel Development* (3rd ed.)`, `What is a neural network?* [Video]`, `Communications of the ACM* 13, no. 6`, `27*(3)`, `search trees* in Progress`: a title or a volume ends. */
function opensDetails(text: string, at: number, word: Token): boolean {
  if (word.kind === 'number')
    return /^ ?\(\d{1,5}(?:[-–]\d{1,5})?\)|^ \[\p{Lu}/u.test(text.slice(at, at + 16));
  if (isOneOf(word, '?!')) return /^ [([]\p{L}/u.test(text.slice(at, at + 5));
  if (word.kind !== 'word') return false;
  if (word.shape === 'lower' && /^ [Ii]n [*_]?\p{Lu}/u.test(text.slice(at, at + 6))) return true;
  const details = word.shape === 'caps' ? /^ \d{1,3}[,:(]/ : /^ [([\d]/;
  return details.test(text.slice(at, at + 5));
}

function isWordStart(code: number): boolean {
  return (
    !Number.isNaN(code) &&
    (isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x22 || code === 0x201c)
  );
}

function problemOf({ sign, region, canOpen }: Delimiter): SyntaxProblem {
  const mark = sign === '*' || sign === '_' ? sign : canOpen ? `<${sign}>` : `</${sign}>`;
  return { messageId: 'unbalanced-emphasis', data: { mark }, region };
}
