import type { Citation, Cite, SyntaxProblem } from '../../../model.ts';
import { append } from '../../../text/append.ts';
import { readSuffix } from '../cite-suffix.ts';
import {
  bracketBehindCitation,
  findGroupProblems,
  findSpacedKey,
  findUnclosedCitation,
  findUnopenedCitations,
  isEmptyCitation,
  MAX_UNCLOSED,
} from '../group-problems.ts';
import type { Bracket, Opaque } from '../inline.ts';
import { isWhitespace } from '../link-parts.ts';
import type { InlineText } from '../page.ts';

/** What the citations of one text come to. */
export interface CitationDraft {
  readonly citations: Citation[];
  readonly problems: SyntaxProblem[];
}

/** A tag right behind a key is a part of it: `<b>@knuth84</b>` cites `knuth84</b`. */
const KEY = /\w[\w:.#$%&\-+?<>~/]*/y;
const IN_TEXT_KEY = /[\w|{](?:[\w:.#$%&\-+?<>~/]*[\w|}])?/y;
const SUFFIX = /\s*\[([^\]]{1,50})\]/y;
const MAX_WORD = 300;
/** Longer brackets are prose; without a bound, brackets in brackets would be read again and again. */
const MAX_GROUP = 5000;
const DOMAIN = /^(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}(?:\/|$)/i;

/**
 * The `@` citations of mystmd (markdown-it-myst, `citations.ts`): `[see @a, p. 3; @b]` and `@a [p. 3]`. A bracket is a
 * citation before it is a link reference, unless `(` or `[` follows; in the text of a link nothing is cited.
 */
export function readMystCites(content: InlineText, draft: CitationDraft): void {
  const { text } = content;
  const groups = groupsOf(content);
  const places = stopsOf(content, groups);
  for (let index = 0, at = 0; index < places.length; index++) {
    const { start, skipTo, bracket } = places[index]!;
    if (start < at) continue;
    if (bracket !== undefined && mayCite(text, bracket)) {
      const citation = groups.get(start);
      append(draft.problems, bracketProblems(content, bracket, citation));
      if (citation !== undefined) {
        draft.citations.push(citation);
        at = bracket.close + 1;
        continue;
      }
    }
    if (skipTo > start) at = skipTo;
    else if (text[start] === '@') at = readInText(content, start, draft.citations);
  }
  append(draft.problems, followedByBrackets(content));
  for (const open of content.inline.unclosed.slice(0, MAX_UNCLOSED)) {
    const problem = findUnclosedCitation(text, open, content.region);
    if (problem !== undefined) draft.problems.push(problem);
  }
  append(draft.problems, findUnopenedCitations(content));
}

/** A group that did not read as one, but starts like one, shows what is wrong with it as well. */
function bracketProblems(content: InlineText, bracket: Bracket, citation?: Citation): SyntaxProblem[] {
  const { text, region } = content;
  const { kind, open, close } = bracket;
  if (kind === 'text' && isEmptyCitation(text, open, close)) {
    return [{ messageId: 'empty-citation', region: region(open, close + 1) }];
  }
  const spaced = kind === 'text' ? findSpacedKey(text, open, region) : undefined;
  if (spaced !== undefined) return [spaced];
  const isMeant = /^(?:-?@\w|;\s*@\w)/.test(text.slice(open + 1, open + 5).trimStart());
  const inGroup = citation !== undefined || isMeant ? findGroupProblems(text, open + 1, close, region) : [];
  if (citation !== undefined || inGroup.length > 0) return inGroup;
  return brokenPart(content, bracket);
}

/** Words before the key that say it is cited. */
const MEANT = /^(?:(?:see|also|e\.g\.,?|cf\.|siehe|vgl\.|voir)\s){0,2}-?@\w/i;

/** A citation that mystmd would read in one line: a part of it is never looked for beyond the end of its line. */
function brokenPart({ text, region }: InlineText, { kind, open, close }: Bracket): SyntaxProblem[] {
  if (kind !== 'text' || close - open >= MAX_GROUP) return [];
  const inside = text.slice(open + 1, close);
  if (!inside.includes('\n') || !MEANT.test(inside)) return [];
  const line = { text: text.slice(open, close + 1).replaceAll('\n', ' '), region };
  if (readGroup(line, { open: 0, close: close - open }) === undefined) return [];
  const breaks = Array.from(inside.matchAll(/\n/g), ({ index }) => open + 1 + index);
  const edits = breaks.map((at) => ({
    region: { start: region(at, at + 1).start, end: region(at + 1, at + 2).start },
    text: ' ',
  }));
  return [
    {
      messageId: 'broken-part',
      region: region(open, close + 1),
      fix: { title: 'Join the lines', safety: 'safe', edits },
    },
  ];
}

/** mystmd takes no bracket for a citation that another follows, be it the mark of a footnote. */
function followedByBrackets(content: InlineText): SyntaxProblem[] {
  const { text, inline, region } = content;
  return inline.brackets.flatMap((bracket) => {
    const { kind, open, close } = bracket;
    if (kind !== 'text' || text[close + 1] !== '[' || close - open >= MAX_GROUP) return [];
    const citation = text.slice(open + 1, close).trim();
    if (!/^-?@\w/.test(citation) || readGroup(content, bracket) === undefined) return [];
    return [bracketBehindCitation(citation, text, close + 1, region(open, close + 1), region)];
  });
}

interface Stop {
  readonly start: number;
  /** Where to go on when nothing is cited here; `start` itself to look inside. */
  readonly skipTo: number;
  readonly bracket?: Bracket;
}

/** The brackets that read as a citation, by the place where they open. */
function groupsOf(content: InlineText): ReadonlyMap<number, Citation> {
  const { text, inline } = content;
  const groups = new Map<number, Citation>();
  for (const bracket of inline.brackets) {
    if (!mayCite(text, bracket) || inUrl(text, bracket.open)) continue;
    const citation = readGroup(content, bracket);
    if (citation !== undefined) groups.set(bracket.open, citation);
  }
  return groups;
}

/** Every place that matters, in order: at one place the outermost first. */
function stopsOf({ text, inline }: InlineText, groups: ReadonlyMap<number, Citation>): Stop[] {
  const stops: Stop[] = anchorsOf(text, inline.opaque);
  for (const { start, end } of inline.opaque) stops.push({ start, skipTo: end });
  for (const { start, end, isDefined } of inline.calls) if (isDefined) stops.push({ start, skipTo: end });
  let lastGroup = -1;
  for (const bracket of inline.brackets) {
    const { open, end, kind } = bracket;
    // Inner brackets close first, and a citation inside keeps the outer one from being a link.
    const isOpaque = kind === 'image' || (kind === 'link' && lastGroup < open);
    stops.push({ start: open, skipTo: isOpaque ? end : open, bracket });
    if (groups.has(open)) lastGroup = Math.max(lastGroup, open);
  }
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1))
    stops.push({ start: at, skipTo: at });
  return stops.sort((a, b) => a.start - b.start);
}

/** `<a href="…">…</a>`: to markdown-it a link, however it is written. */
function anchorsOf(text: string, opaque: readonly Opaque[]): Stop[] {
  const anchors: Stop[] = [];
  let start = -1;
  for (const { kind, start: at, end } of opaque) {
    if (kind !== 'html') continue;
    if (start === -1 && /^<a[>\s]/i.test(text.slice(at, at + 3))) start = at;
    else if (start !== -1 && /^<\/a\s*>/i.test(text.slice(at, end))) {
      anchors.push({ start, skipTo: end });
      start = -1;
    }
  }
  if (start !== -1) anchors.push({ start, skipTo: text.length });
  return anchors;
}

function mayCite(text: string, { kind, open, close }: Bracket): boolean {
  const after = text[close + 1];
  return kind !== 'image' && after !== '(' && after !== '[' && close - open < MAX_GROUP;
}

function readGroup(
  { text, region }: Pick<InlineText, 'text' | 'region'>,
  { open, close }: Pick<Bracket, 'open' | 'close'>,
): Citation | undefined {
  const cites: Cite[] = [];
  for (let start = open + 1; start <= close; ) {
    const semicolon = text.indexOf(';', start);
    const end = semicolon === -1 || semicolon > close ? close : semicolon;
    const part = readPart(text, start, end);
    if (part === undefined) return undefined;
    cites.push({ ...part.cite, keyRegion: region(part.keyStart, part.keyStart + part.cite.key.length) });
    start = end + 1;
  }
  return { region: region(open, close + 1), construct: 'bracketed', cites };
}

interface Part {
  readonly cite: Omit<Cite, 'keyRegion'>;
  readonly keyStart: number;
}

/**
 * One part between semicolons. The prefix is taken before an empty one is tried, so of two keys the second is cited:
 * ```
 * [@a, @b]
 *  ^^^^prefix
 *       ^keyStart
 * ```
 */
function readPart(text: string, start: number, end: number): Part | undefined {
  const line = text.indexOf('\n', start + 1);
  if (line !== -1 && line < end) return undefined;
  for (let at = text.indexOf('@', start + 1); at !== -1 && at < end; at = text.indexOf('@', at + 1)) {
    const dash = text[at - 1] === '-' && at - 1 > start ? at - 1 : at;
    // A dash alone is no prefix, two are.
    const isDash = dash === start + 1 && text[start] === '-';
    if (text[start] === '^' || (isDash && dash === at)) continue;
    const part = partAt(text, start, isDash ? at : dash, at, end);
    if (part !== undefined) return part;
  }
  const at = text[start] === '-' ? start + 1 : start;
  return text[at] === '@' && at < end ? partAt(text, start, start, at, end) : undefined;
}

function partAt(text: string, start: number, prefixEnd: number, at: number, end: number): Part | undefined {
  KEY.lastIndex = at + 1;
  const key = KEY.exec(text)?.[0].slice(0, Math.max(0, end - at - 1));
  if (key === undefined || key === '') return undefined;
  const prefix = text.slice(start, prefixEnd).trim();
  const suffix = text
    .slice(at + 1 + key.length, end)
    .trim()
    .replace(/^,\s*/, '');
  return {
    keyStart: at + 1,
    cite: {
      key,
      mode: prefixEnd < at ? 'suppress-author' : 'normal',
      ...(prefix === '' ? {} : { prefix }),
      ...readSuffix(suffix),
    },
  };
}

/** `@a` or `@a [p. 3]`; returns where to go on. */
function readInText({ text, region }: InlineText, at: number, citations: Citation[]): number {
  const before = text[at - 1];
  if (before !== undefined && /[a-zA-Z0-9]/.test(before)) return at + 1;
  const key = inTextKey(text, at + 1);
  if (key === '' || inUrl(text, at)) return at + 1;
  const keyEnd = at + 1 + key.length;
  SUFFIX.lastIndex = keyEnd;
  const found = SUFFIX.exec(text);
  const end = keyEnd + (found?.[0].length ?? 0);
  const name = key.replace(/^\{(.*)\}$/, '$1');
  const keyStart = name === key ? at + 1 : at + 2;
  const cite: Cite = {
    key: name,
    keyRegion: region(keyStart, keyStart + name.length),
    mode: 'author-in-text',
    ...readSuffix(found?.[1] ?? ''),
  };
  citations.push({ region: region(at, end), construct: 'in-text', cites: [cite] });
  return end;
}

/** A key ends with a word character, `|` or `}`; a lone one must be a word character. */
function inTextKey(text: string, at: number): string {
  IN_TEXT_KEY.lastIndex = at;
  const key = IN_TEXT_KEY.exec(text)?.[0] ?? '';
  return key.length === 1 && !/\w/.test(key) ? '' : key;
}

/** Whether the word up to `at` is a URL or begins with a domain, so that `@` belongs to it. */
function inUrl(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < MAX_WORD && !isWhitespace(text.charCodeAt(start - 1))) start -= 1;
  if (start === at) return false;
  const word = text.slice(start, at);
  if (word.startsWith('<') && word.includes('>')) return false;
  return word.includes('://') || word.startsWith('www.') || DOMAIN.test(word);
}
