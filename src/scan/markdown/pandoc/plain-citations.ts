import type { CiteNode, InlineNode, ParsedCite } from './nodes.ts';
import { endOfPlainText } from './plain-text.ts';
import { text as textNode } from './tokens.ts';

/**
 * A key, `-` before it, a prefix or a suffix of words and numbers; then the next, or the end of the bracket with nothing
 * behind that makes it a link or a span.
 */
const PLAIN_CITE =
  /(?:[A-Za-z]+(?: [A-Za-z]+)* )?-?@[A-Za-z][A-Za-z0-9]*(?:[:_-][A-Za-z0-9]+)*(?:(?:,? [A-Za-z0-9]+\.?)+)?(?:; |\](?![[({]))/y;
/** The key of what that matched ends where a suffix, the next or the bracket's end begins. */
const TO_END_OF_KEY = /[^ ,;\]]+/y;

/** A key in the text, with nothing behind it that would go on with it or be its bracket. */
const PLAIN_KEY =
  /@[A-Za-z][A-Za-z0-9]*(?:[:_-][A-Za-z0-9]+)*(?=[,;)]| (?=[^\s[])|\n(?=[A-Za-z0-9\n])|[.:?](?=[ \n]))/y;

/** What is looked at anew wherever a bracket is, so it has an end. */
const MOST_PLAIN_CITES = 8;
/** Longer paragraphs are read as all text is, by a reader that counts its steps. */
const LONGEST_PLAIN = 20_000;

const NEWLINE = 10;
const SPACE = 32;
const OPENING_PARENTHESIS = 40;
const HYPHEN = 45;
const AT_SIGN = 64;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;

/** A citation as it is read from the text. */
type Citation = InlineNode & CiteNode;

/**
 * The citations of a paragraph outside lists that holds nothing but plain text and plain citations, as most do: to look
 * for them takes a fraction of what reading its inlines one by one does. Undefined where there is anything else.
 *
 *     > | As @knuth1997 says, words fade [see @lamport1978, p. 3].
 */
export function plainCitations(text: string, at: number, end: number): readonly Citation[] | undefined {
  if (end - at > LONGEST_PLAIN) return undefined;
  const found: Citation[] = [];
  for (let position = at; ; ) {
    position = endOfPlainText(text, false, position, end);
    if (position >= end) return found;
    const citation = plainCitation(text, position, end);
    if (citation === undefined) return undefined;
    found.push(citation);
    position = citation.end;
  }
}

function plainCitation(text: string, at: number, limit: number): Citation | undefined {
  const first = text.charCodeAt(at);
  if (first === OPENING_BRACKET) return plainBracket(text, at, limit);
  return first === AT_SIGN && mayPrecedeKey(text, at) ? plainKey(text, at, limit) : undefined;
}

/** No word ends right before the key; behind other marks the whole reader decides. */
function mayPrecedeKey(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before === SPACE || before === NEWLINE || before === OPENING_PARENTHESIS;
}

/** What most brackets are, `[@a]` or `[see @a, p. 3; @b]`, at once; undefined where the whole reader has to look. */
export function plainBracket(text: string, at: number, limit: number): Citation | undefined {
  const cites: ParsedCite[] = [];
  for (let start = at + 1; cites.length < MOST_PLAIN_CITES; ) {
    // Asked for its end alone: a list of the groups that matched would be longer than the citation.
    PLAIN_CITE.lastIndex = start;
    if (!PLAIN_CITE.test(text)) return undefined;
    const { lastIndex: end } = PLAIN_CITE;
    if (end > limit) return undefined;
    const isLast = text.charCodeAt(end - 1) === CLOSING_BRACKET;
    cites.push(plainCite(text, start, end - (isLast ? 1 : 2)));
    if (isLast) return citationNode('bracketed', at, end, cites, text.slice(at, end));
    start = end;
  }
  return undefined;
}

function plainKey(text: string, at: number, limit: number): Citation | undefined {
  PLAIN_KEY.lastIndex = at;
  if (!PLAIN_KEY.test(text)) return undefined;
  const { lastIndex: end } = PLAIN_KEY;
  if (end > limit) return undefined;
  const key = text.slice(at + 1, end);
  return citationNode('in-text', at, end, [citeOf(key, at + 1, 'author-in-text', NOTHING, NOTHING)], '');
}

function citationNode(
  form: CiteNode['form'],
  start: number,
  end: number,
  cites: readonly ParsedCite[],
  brackets: string,
): Citation {
  return { kind: 'cite', form, start, end, wordEnds: false, cites, brackets, plain: true };
}

/**
 * ```
 * see -@a, p. 3; @b
 * ^start       ^end
 * ```
 */
function plainCite(written: string, start: number, end: number): ParsedCite {
  const keyStart = written.indexOf('@', start) + 1;
  TO_END_OF_KEY.lastIndex = keyStart;
  TO_END_OF_KEY.test(written);
  const next = TO_END_OF_KEY.lastIndex;
  const isSuppressed = written.charCodeAt(keyStart - 2) === HYPHEN;
  // A prefix ends with the blank that parts it from the key.
  const before = keyStart - (isSuppressed ? 2 : 1) - 1;
  const prefix = before <= start ? NOTHING : [textNode(start, before, written.slice(start, before))];
  const suffix = next === end ? NOTHING : [textNode(next, end, written.slice(next, end))];
  const mode = isSuppressed ? 'suppress-author' : 'normal';
  return citeOf(written.slice(keyStart, next), keyStart, mode, prefix, suffix);
}

function citeOf(
  key: string,
  keyStart: number,
  mode: ParsedCite['mode'],
  prefix: readonly InlineNode[],
  suffix: readonly InlineNode[],
): ParsedCite {
  const keyEnd = keyStart + key.length;
  return { key, keyStart, keyEnd, next: keyEnd, mode, prefix, suffix, spaced: false };
}

const NOTHING: readonly InlineNode[] = [];
