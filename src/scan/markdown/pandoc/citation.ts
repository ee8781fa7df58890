import { append } from '../../../text/append.ts';
import { bracketEnd } from './bracket-pairs.ts';
import { wordWidth } from './characters.ts';
import { type CiteKey, readCiteKey } from './cite-key.ts';
import { attributes, FAIL, skipSpacesAndNewline } from './lexical.ts';
import { linkLabel, noteMarker } from './link-labels.ts';
import {
  AFTER_WORD,
  type CiteGroup,
  type CiteNode,
  type InlineNode,
  type InlineRun,
  type ParsedCite,
} from './nodes.ts';
import { plainBracket } from './plain-citations.ts';
import { type Ender, inlinesTill, inlinesUntil, NEVER, readInlines } from './sequences.ts';
import { linkTarget } from './targets.ts';
import { text } from './tokens.ts';

/** A citation at `[`, `@` or `-@`. */
export function citation(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  if (run.env.text[at] !== '[') return textualCitation(run, at, flags);
  const plain = plainBracket(run.env.text, at, run.limit);
  if (plain !== undefined) return plain;
  const group = citeGroup(run, at, flags);
  if (group === undefined) return undefined;
  const { cites, end } = group;
  const brackets = run.env.text.slice(at, end);
  return { kind: 'cite', form: 'bracketed', start: at, end, wordEnds: false, cites, brackets, plain: false };
}

/**
 * `[see @a, p. 3; -@b]`: cites separated by semicolons, each with a key. What goes on like a link or a span is none.
 *
 *     > | [see @a, p. 3; also @b]
 *         ^^^^^^^^^^^^^^^^^^^^^^^
 */
export function citeGroup(run: InlineRun, at: number, flags: number): CiteGroup | undefined {
  const inner = flags & ~AFTER_WORD;
  const place = at * 16 + inner;
  const known = run.groups?.get(place);
  if (known !== undefined) return known ?? undefined;
  const group = readGroup(run, at, inner);
  // What is found where nothing stands around it is not asked for again.
  if (group === undefined || run.env.depth > 1) {
    run.groups ??= new Map();
    run.groups.set(place, group ?? null);
  }
  return group;
}

function readGroup(run: InlineRun, at: number, flags: number): CiteGroup | undefined {
  const { env, limit } = run;
  if (env.text[at] !== '[' || !mayHoldKey(run, at)) return undefined;
  const start = skipSpacesAndNewline(env.text, at + 1, limit);
  const list = start === FAIL ? undefined : citeList(run, start, flags);
  const end = list === undefined ? FAIL : closingBracket(run, list.end);
  if (list === undefined || end === FAIL) return undefined;
  const goesOn =
    linkTarget(env, end, limit) !== FAIL || attributes(env, end, limit) !== FAIL || isReference(run, end);
  return goesOn ? undefined : { cites: list.cites, end };
}

/** Cheap proof that there is no group: no `@` or no `]` ahead. */
function mayHoldKey({ env, limit }: InlineRun, at: number): boolean {
  const key = env.find('@', at);
  if (key === -1 || key >= limit) return false;
  const close = env.find(']', key);
  return close !== -1 && close < limit;
}

function isReference(run: InlineRun, at: number): boolean {
  const { env, limit } = run;
  return (
    at < limit &&
    env.text[at] === '[' &&
    noteMarker(env.text, at, limit) === FAIL &&
    bracketEnd(run, at) !== FAIL
  );
}

function closingBracket({ env, limit }: InlineRun, at: number): number {
  const close = skipSpacesAndNewline(env.text, at, limit);
  return close !== FAIL && close < limit && env.text[close] === ']' ? close + 1 : FAIL;
}

/** Cites with semicolons between them; a semicolon that no cite follows fails the whole list. */
function citeList(run: InlineRun, at: number, flags: number): CiteGroup | undefined {
  const { env, limit } = run;
  let cite = oneCite(run, at, flags);
  if (cite === undefined) return undefined;
  const cites = [cite.cite];
  for (;;) {
    const { end } = cite;
    if (end >= limit || env.text[end] !== ';') return { cites, end };
    const next = skipSpacesAndNewline(env.text, end + 1, limit);
    if (next === FAIL) return { cites, end };
    cite = oneCite(run, next, flags);
    if (cite === undefined) return undefined;
    cites.push(cite.cite);
  }
}

/** Prefix, key and suffix. A bracket may end the prefix too, as long as a key follows it: `[1]@a]`. */
function oneCite(run: InlineRun, at: number, flags: number) {
  // Most cites begin with their key.
  const first = keyAt(run, at, flags);
  return first === undefined ? citeWithPrefix(run, at, flags) : citeOf(run, first, NOTHING, flags);
}

function citeWithPrefix(run: InlineRun, at: number, flags: number) {
  const { env, limit } = run;
  const prefix = inlinesTill(run, at, flags, 'prefix', (position, state) => {
    const character = env.text[position];
    if (position >= limit || character === ';') return NEVER;
    if (character === ']') return keyAt(run, position + 1, flags) === undefined ? NEVER : position + 1;
    return keyAt(run, position, state) === undefined ? FAIL : position;
  });
  const key = prefix && keyAt(run, prefix.behind, prefix.behind === prefix.end ? prefix.flags : flags);
  return key === undefined ? undefined : citeOf(run, key, prefix!.nodes, flags);
}

function citeOf(run: InlineRun, key: CiteKey, prefix: readonly InlineNode[], flags: number) {
  const suffix = readSuffix(run, key.next, flags);
  if (suffix === undefined) return undefined;
  const mode = key.suppressed ? ('suppress-author' as const) : ('normal' as const);
  return { cite: parsed(key, mode, prefix, suffix), end: suffix.end };
}

function keyAt(run: InlineRun, at: number, flags: number): CiteKey | undefined {
  if (flags & AFTER_WORD) return undefined;
  const character = run.env.text[at];
  return character === '@' || character === '-' ? readCiteKey(run.env, at, run.limit) : undefined;
}

interface Suffix {
  readonly nodes: readonly InlineNode[];
  readonly spaced: boolean;
  readonly end: number;
}

function readSuffix(run: InlineRun, at: number, flags: number): Suffix | undefined {
  const { env, limit } = run;
  const spaced = at >= limit || env.text[at] === ' ' || env.text[at] === '\n';
  const start = skipSpacesAndNewline(env.text, at, limit);
  if (start === FAIL) return undefined;
  if (endsCite(run, start)) return { nodes: NOTHING, spaced: false, end: start };
  const { nodes, end } = inlinesUntil(run, start, flags & ~AFTER_WORD, endOfCite(run));
  return { nodes, spaced: spaced && nodes.length > 0, end };
}

function endOfCite(run: InlineRun): Ender {
  return (at) => (endsCite(run, at) ? at : FAIL);
}

function endsCite({ env, limit }: InlineRun, at: number): boolean {
  return at < limit && (env.text[at] === ';' || env.text[at] === ']');
}

function parsed(
  key: CiteKey,
  mode: ParsedCite['mode'],
  prefix: readonly InlineNode[],
  suffix: Suffix,
): ParsedCite {
  const { start: keyStart, end: keyEnd, next } = key;
  return { key: key.key, keyStart, keyEnd, next, mode, prefix, suffix: suffix.nodes, spaced: suffix.spaced };
}

const NOTHING: readonly InlineNode[] = [];
const NO_SUFFIX: Suffix = { nodes: NOTHING, spaced: false, end: 0 };

/** `@key`, `-@key`, with the bracket that may follow: `@key [p. 3; see @b]`. */
function textualCitation(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const key = keyAt(run, at, flags);
  const { env, limit } = run;
  if (key === undefined || (env.examples.size > 0 && env.examples.has(key.key))) return undefined;
  const mode = key.suppressed ? ('suppress-author' as const) : ('author-in-text' as const);
  const first = parsed(key, mode, NOTHING, NO_SUFFIX);
  const open = skipSpacesAndNewline(env.text, key.next, limit);
  const group =
    open === FAIL || env.text[open] !== '[' || open >= limit ? undefined : citeGroup(run, open, flags);
  const list = group
    ? { cites: [first, ...group.cites], end: group.end }
    : bareLocator(run, open, key, mode, flags);
  if (list === undefined) return inText(at, key.next, [first], '', endsPlainly(run, key));
  const raw = env.text.slice(open, list.end);
  const children = readInlines(run.within(list.end - 1), open + 1, flags).nodes;
  const bracket = { label: linkLabel(raw), children, start: open };
  return inText(at, list.end, list.cites, raw, false, bracket);
}

/** Whether a key in the text is whole, and not cut off where an identifier goes on: `@doi:10.1016/S0933-3657(96)00367-3`. */
function endsPlainly({ env }: InlineRun, { key, next }: CiteKey): boolean {
  const behind = env.text[next];
  return key !== '' && behind !== '(' && behind !== '=';
}

/** Written out, for a spread takes as long as all the rest. */
function inText(
  start: number,
  end: number,
  cites: readonly ParsedCite[],
  brackets: string,
  plain: boolean,
  bracket?: CiteNode['bracket'],
): InlineNode {
  const form = 'in-text';
  return bracket === undefined
    ? { kind: 'cite', form, start, end, wordEnds: false, cites, brackets, plain }
    : { kind: 'cite', form, start, end, wordEnds: false, cites, brackets, plain, bracket };
}

/** `[p. 3; see @b]` behind a key in the text. */
function bareLocator(run: InlineRun, open: number, key: CiteKey, mode: ParsedCite['mode'], flags: number) {
  const { env, limit } = run;
  if (open === FAIL || open + 1 >= limit || env.text[open] !== '[' || env.text[open + 1] === '^')
    return undefined;
  if (!mayClose(run, open)) return undefined;
  const suffix = readSuffix(run, open + 1, flags);
  if (suffix === undefined) return undefined;
  let { end } = suffix;
  const cites = [parsed(key, mode, [], suffix)];
  if (env.text[end] === ';' && end < limit) {
    const next = skipSpacesAndNewline(env.text, end + 1, limit);
    const list = next === FAIL ? undefined : citeList(run, next, flags);
    if (list !== undefined) {
      append(cites, list.cites);
      end = list.end;
    }
  }
  end = closingBracket(run, end);
  return end === FAIL || (end < limit && '[({'.includes(env.text[end]!)) ? undefined : { cites, end };
}

function mayClose({ env, limit }: InlineRun, at: number): boolean {
  const close = env.find(']', at);
  return close !== -1 && close < limit;
}

/** `@label` of an example list. */
export function exampleReference(run: InlineRun, at: number): InlineNode {
  const { text: source } = run.env;
  let end = at + 1;
  while (end < run.limit) {
    const inner = source[end] === '-' || source[end] === '_' ? 1 : 0;
    const width = wordWidth(source, end + inner);
    if (width === 0 || end + inner + width > run.limit) break;
    end += inner + width;
  }
  return text(at, end, source.slice(at, end));
}
