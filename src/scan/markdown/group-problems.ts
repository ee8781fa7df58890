import type { Region, SyntaxProblem } from '../../model.ts';
import { once } from '../../text/once.ts';
import { isPackageName } from '../../text/package-name.ts';
import type { InlineText } from './page.ts';

const KEY_MARK = once(() => /(?<![A-Za-z0-9.])@(?=[\p{L}\d_{])/gu);
const KEY_CHARS = once(() => /\{[^}\s]*\}|[\p{L}\d_][^\s,;\]{}]*/uy);
const JOINT = /^(,?)(\s*)(?:(?:and|und|et|y|e|en|&)\s+)?-?$/;

/**
 * What is wrong between the brackets of a citation: parts without a key, empty parts, and keys that are not separated by
 * a semicolon, of which the engine cites one and prints the other as a text or not at all. Of packages nothing is said.
 * ```
 * [@knuth84, @shannon48; ; see also]
 *  ^start  ^comma        ^empty   ^end: without key
 * ```
 */
export function findGroupProblems(
  text: string,
  start: number,
  end: number,
  region: (start: number, end: number) => Region,
): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (let from = start; from <= end; ) {
    const semicolon = text.indexOf(';', from);
    const to = semicolon === -1 || semicolon > end ? end : semicolon;
    const part = text.slice(from, to);
    const marks = [...part.matchAll(KEY_MARK())].map(({ index }) => index);
    if (part.trim() === '') problems.push(emptyPart(from, to, start, region));
    else if (marks.length === 0) problems.push({ messageId: 'part-without-key', region: region(from, to) });
    for (let index = 1; index < marks.length; index++) {
      const between = (at: number, behind: number): Region => region(from + at, from + behind);
      const problem = unseparated(part, marks[index - 1]!, marks[index]!, between);
      if (!isPackageName(problem.data.key)) problems.push(problem);
    }
    from = to + 1;
  }
  return problems;
}

const SECOND_CITATION = once(() => /\[-?@[\p{L}\d_{]/uy);

/**
 * A citation that is none because another bracket opens right behind it. Two citations can be joined.
 * ```
 * [@knuth84][@shannon48]
 *          ^at
 * ```
 */
export function bracketBehindCitation(
  citation: string,
  text: string,
  at: number,
  region: Region,
  regionOf: (start: number, end: number) => Region,
): SyntaxProblem {
  const key = /^-?@(\{[^}]*\}|[^\s,;[\]]*)/.exec(citation)?.[1] ?? '';
  const problem = { messageId: 'bracket-behind-citation', data: { key }, region };
  SECOND_CITATION().lastIndex = at;
  if (!SECOND_CITATION().test(text)) return problem;
  const edits = [{ region: regionOf(at - 1, at + 1), text: '; ' }];
  return { ...problem, fix: { title: 'Join the citations', safety: 'suggest', edits } };
}

/** The semicolon before an empty part goes, or the one behind it where it is the first. */
function emptyPart(
  from: number,
  to: number,
  start: number,
  region: (a: number, b: number) => Region,
): SyntaxProblem {
  const edge = from === start ? region(from, to + 1) : region(from - 1, to);
  return {
    messageId: 'empty-cite-part',
    region: edge,
    fix: { title: 'Remove the semicolon', safety: 'safe', edits: [{ region: edge, text: '' }] },
  };
}

/** Far longer than any key. */
const MAX_KEY = 300;

function unseparated(
  part: string,
  mark: number,
  next: number,
  region: (start: number, end: number) => Region,
) {
  KEY_CHARS().lastIndex = mark + 1;
  const written = (KEY_CHARS().exec(part)?.[0] ?? '').slice(0, Math.min(next - mark - 1, MAX_KEY));
  const key = written.replace(/[^\p{L}\d_}]+$/u, '');
  const gap = JOINT.exec(part.slice(mark + 1 + key.length, next));
  const problem = {
    messageId: gap !== null && gap[1] === ',' ? 'comma-between-cites' : 'missing-semicolon',
    data: { key },
    region: region(mark, next),
  };
  if (gap === null) return problem;
  const dash = part[next - 1] === '-' ? 1 : 0;
  const edit = { region: region(mark + 1 + key.length, next - dash), text: '; ' };
  return { ...problem, fix: { title: 'Separate the cites by `;`', safety: 'safe' as const, edits: [edit] } };
}

/** More brackets than these in one text are no citations that were forgotten to be closed. */
export const MAX_UNCLOSED = 20;

const OPENING = once(() => /(?:\p{L}[\p{L}.]{0,11},?\s){0,3}-?@[\p{L}\d_][^\s,;[\]@]{0,100}/uy);

/** A `[` that no `]` closes, with a citation right behind it or behind `see also`. */
export function findUnclosedCitation(
  text: string,
  open: number,
  region: (start: number, end: number) => Region,
): SyntaxProblem | undefined {
  OPENING().lastIndex = open + 1;
  const found = OPENING().exec(text);
  if (found === null) return undefined;
  return { messageId: 'unclosed-citation', region: region(open, open + 1 + found[0].length) };
}

const CLOSING = once(
  () => /(?<![\p{L}\d.@])-?@[\p{L}\d_][^\s,;[\]{}()@]{0,100}(?:\s{0,3},[^[\]()@]{0,60}[^[\]()@\s])?\]/gu,
);

/** Citations that a `]` closes and no `[` opens: of these there are fewer, also in code, which may have begun too early. */
export function findUnopenedCitations({ text, inline, region }: InlineText): SyntaxProblem[] {
  const { brackets, opaque } = inline;
  if (!text.includes('@') || !closesMore(text)) return [];
  const closed = new Set(brackets.map(({ close }) => close));
  const isText = (at: number): boolean =>
    !closed.has(at) && !opaque.some(({ start, end }) => start <= at && at < end);
  return Array.from(text.matchAll(CLOSING()), ({ index, 0: { length } }) => ({ index, end: index + length }))
    .slice(0, MAX_UNCLOSED)
    .filter(({ end }) => isText(end - 1))
    .map(({ index, end }) => ({ messageId: 'unopened-citation', region: region(index, end) }));
}

/** Whether a text has more closing brackets than opening ones. */
export const closesMore = (text: string): boolean => text.split(']').length > text.split('[').length;

/** Whether brackets hold an `@` and no key. */
export function isEmptyCitation(text: string, open: number, close: number): boolean {
  return close - open <= LONGEST_EMPTY && isEmptyCite(text.slice(open + 1, close).trim());
}

const LONGEST_EMPTY = 40;

/** A sign without a key, alone or before pages: `[@, #, $]` is a list of characters. */
export const isEmptyCite = (part: string): boolean =>
  /^-?@(?:,\s{0,3}(?:pp?|ch|chap|sec|vol)\.\s?\d[^@]{0,20})?$/.test(part);

/** A small name with a year, as keys have it, between brackets: `[@ 5pm]` is none, and `[@ PyCon2024]` says where. */
const SPACED_KEY = once(
  () => /\[-?@([ \t]{1,3})(?=[\p{Ll}_][\p{L}\d_:.-]{0,80}\d{4}[a-z]?[ \t]{0,3}[,\]])/uy,
);

/**
 * A blank between the sign and the key, which makes both plain text.
 * ```
 * [@ knuth84]
 * ^open
 * ```
 */
export function findSpacedKey(
  text: string,
  open: number,
  region: (start: number, end: number) => Region,
): SyntaxProblem | undefined {
  SPACED_KEY().lastIndex = open;
  const blank = SPACED_KEY().exec(text)?.[1];
  if (blank === undefined) return undefined;
  const end = SPACED_KEY().lastIndex;
  const gap = region(end - blank.length, end);
  return {
    messageId: 'spaced-key',
    region: region(open, end),
    fix: { title: 'Remove the blank', safety: 'safe', edits: [{ region: gap, text: '' }] },
  };
}
