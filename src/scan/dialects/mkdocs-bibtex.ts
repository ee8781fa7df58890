import type { Citation, Cite, Region, SiteDialect, SyntaxProblem } from '../../model.ts';
import { once } from '../../text/once.ts';
import { inOrder } from '../in-order.ts';
import { texCites } from '../markdown/foreign-cites.ts';
import { splitLocator } from '../markdown/locator.ts';
import { maskCode } from '../markdown/mask-code.ts';
import { mathTest } from '../markdown/mathematics.ts';
import type { PandocFacts } from '../markdown/pandoc/read-document.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';

const BLOCK = /\[([^[\]\n@]{0,500}@[^[\]\n]{0,2000})\](?!\(|\[[^[\]\n@]{0,200}\])/g;
/** Up to version 3 the plugin read dots and colons in a key, too; a site does not say which version builds it. */
const CITE = once(
  () => /^([^@;]*)(?<![\p{L}\p{N}_.])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_-])?)(?:,\s*([^;]+))?/u,
);

/** One of them stands on every page that has a citation, be it one of LaTeX. */
const MARKS = ['@', 'cite'];

/**
 * What the MkDocs plugin mkdocs-bibtex replaces: brackets on one line with `@key` parts between semicolons, and since
 * version 4 the bare `@key` of an entry. It reads the raw page, code included; code is left alone here, where a
 * `@decorator` was never meant to cite, and so are links. Everything else is Markdown as on any page of MkDocs.
 */
export function readMkdocsBibtex(text: string, body: Region, dialect: SiteDialect): PandocFacts {
  const facts = readMarkdown(text, body, 'python-markdown', dialect);
  if (!MARKS.some((mark) => text.indexOf(mark, body.start) !== -1)) return facts;
  const { citations, problems } = facts;
  const masked = maskCode(text, body);
  const blocks = blocksOf(masked, body);
  const bare = dialect.citesBareKeys ? bareKeysOf(masked, body) : [];
  return {
    ...facts,
    citations: inOrder([...blocks, ...bare, ...citations]),
    problems: inOrder([
      ...problems,
      ...blocks.flatMap((block) => lostKeys(block, masked)),
      ...openBlocks(masked, body),
      ...commandsOfTex(masked, body),
    ]),
  };
}

function blocksOf(masked: string, body: Region): Citation[] {
  const links = linkLabels(masked);
  const citations: Citation[] = [];
  BLOCK.lastIndex = body.start;
  for (let match = BLOCK.exec(masked); match !== null; match = BLOCK.exec(masked)) {
    const cites = links.has(match[1]!) ? [] : citesOf(match[1]!, match.index + 1);
    const region = { start: match.index, end: match.index + match[0].length };
    if (cites.length > 0) citations.push({ region, construct: 'bracketed', cites });
  }
  return citations;
}

const LINK_DEFINITION = /^ {0,3}\[([^[\]\n]{0,200})\]:[ \t]{0,20}(?:<|[./#]|\w{1,20}:)/gm;

/** `[@knuth]: https://…`, which makes a link of every `[@knuth]`. */
function linkLabels(masked: string): ReadonlySet<string> {
  return new Set([...masked.matchAll(LINK_DEFINITION)].map((match) => match[1]!));
}

function citesOf(block: string, start: number): Cite[] {
  const cites: Cite[] = [];
  let at = start;
  for (const part of block.split(';')) {
    const match = CITE().exec(part);
    if (match !== null) cites.push(citeOf(match, at));
    at += part.length + 1;
  }
  return cites;
}

function citeOf([, before, key, suffix]: RegExpExecArray, start: number): Cite {
  const prefix = before!.replace(/-$/, '').trim();
  const keyStart = start + before!.length + 1;
  return {
    key: key!,
    keyRegion: { start: keyStart, end: keyStart + key!.length },
    mode: before!.endsWith('-') ? 'suppress-author' : 'normal',
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === undefined ? {} : splitLocator(suffix)),
  };
}

/** Not in an address. The plugin takes a colon behind the key for a part of it. */
const BARE = once(() => /(?<![\p{L}\p{N}_[\\/.@])@([\p{L}\p{N}_][\p{L}\p{N}_:-]*)/gu);
const BRACKET = /[[\]]/g;

/** `@knuth84` in the text; what stands in brackets is a block or a link. */
function bareKeysOf(masked: string, body: Region): Citation[] {
  const citations: Citation[] = [];
  let bracket: { readonly index: number; readonly 0: string } | null = null;
  BRACKET.lastIndex = body.start;
  BARE().lastIndex = body.start;
  for (let match = BARE().exec(masked); match !== null; match = BARE().exec(masked)) {
    const { index } = match;
    if (bracket === null || bracket.index < index) {
      BRACKET.lastIndex = index;
      bracket = BRACKET.exec(masked) ?? { index: masked.length, 0: '' };
    }
    if (bracket[0] === ']') continue;
    const keyRegion = { start: index + 1, end: index + match[0].length };
    const cites = [{ key: match[1]!, keyRegion, mode: 'author-in-text' as const }];
    citations.push({ region: { start: index, end: keyRegion.end }, construct: 'in-text', cites });
  }
  return citations;
}

/** Another key in the part of a block; from version 4 on the plugin takes it for text. */
const ANOTHER = once(
  () => /^((?:[^@;]*?[^@;\p{L}\p{N}_.])?)@([\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_-])?)/u,
);
const JOINT = /^(?:\s*,)?\s*(?:(?:and|&)\s+)?$/;

function lostKeys({ region, cites }: Citation, masked: string): SyntaxProblem[] {
  return cites.flatMap(({ keyRegion: { end } }) => {
    const match = ANOTHER().exec(masked.slice(end, region.end));
    if (match === null) return [];
    const [written, before, key] = match as unknown as [string, string, string];
    const problem = {
      messageId: 'missing-semicolon',
      data: { key },
      region: { start: end + before.length, end: end + written.length },
    };
    if (!JOINT.test(before)) return [problem];
    const edits = [{ region: { start: end, end: end + before.length }, text: '; ' }];
    return [{ ...problem, fix: { title: 'Separate the cites by `;`', safety: 'safe' as const, edits } }];
  });
}

/** `\textcite{knuth84}`, which the plugin passes over and Markdown prints; scripts typeset math alone. */
function commandsOfTex(masked: string, body: Region): SyntaxProblem[] {
  const isMath = mathTest(masked);
  return texCites(masked)
    .filter(({ start }) => start >= body.start && !isMath(start))
    .map(({ key, start, end }) => ({
      messageId: 'foreign-citation',
      data: { engine: 'mkdocs-bibtex', means: '`[@knuth84]`', key },
      region: { start, end },
    }));
}

/** Code may go on over the end of a line. */
const OPENING = once(() => /(?<!`)\[-?@[\p{L}\p{N}_]/gu);
/** What ends the search for the end of a block: a bracket, or the end of a paragraph. */
const END = /[[\]]|\n[ \t]*(?:\n|$)/g;
const LONGEST_BLOCK = 1000;

/** Blocks that end on another line, where the plugin does not look for it, or nowhere. */
function openBlocks(masked: string, body: Region): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  OPENING().lastIndex = body.start;
  for (let match = OPENING().exec(masked); match !== null; match = OPENING().exec(masked)) {
    const start = match.index;
    const inside = masked.slice(start + 1, start + LONGEST_BLOCK);
    END.lastIndex = 0;
    const end = END.exec(inside);
    const length = end?.index ?? inside.length;
    if (end?.[0] === ']') {
      if (!inside.slice(0, length).includes('\n') || /^[[(]/.test(inside.slice(length + 1))) continue;
      problems.push({ messageId: 'broken-citation', region: { start, end: start + length + 2 } });
    } else if (end?.[0] !== '[' || /^-?@/.test(inside.slice(length + 1))) {
      const line = inside.slice(0, length).split('\n', 1)[0]!.trimEnd();
      problems.push({ messageId: 'unclosed-citation', region: { start, end: start + 1 + line.length } });
    }
  }
  return problems;
}
