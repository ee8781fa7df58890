import type { Region, Shortcode, SiteDialect, SyntaxProblem } from '../../../model.ts';
import { type BlockStack, createBlockStack, liquidBlocks } from './blocks.ts';
import {
  type BrokenTag,
  citeInOutput,
  outputUnclosed,
  recoverTag,
  swallowedTag,
  tagSwallows,
  tagUnclosed,
} from './recovery.ts';
import { readScholarArguments, scholarParams, scholarTags } from './scholar.ts';
import { isValidInclude, isValidMarkup, liquidParams } from './syntax.ts';
import { type LiquidTag, readLiquidLine, readLiquidTag, regionOf } from './tag.ts';
import { createLiquidTokenizer, type LiquidToken, type LiquidTokenizer } from './tokens.ts';
import { findUnopenedTags } from './unopened.ts';

/** What the Liquid layer finds on raw text. */
export interface LiquidFacts {
  /** Every tag Liquid parses, in order; those inside `comment` and `highlight` too, none inside `raw`. */
  readonly shortcodes: Shortcode[];
  /** Tags, outputs, and whole `comment` and `highlight` blocks: what Markdown never sees. Sorted, apart. */
  readonly masked: Region[];
  /** In the order in which the build would meet them. */
  readonly problems: SyntaxProblem[];
}

/**
 * Liquid 5.4 with the tags of Jekyll 4.3 and jekyll-scholar 7.3, on the raw text behind the front matter: code fences,
 * code spans and HTML comments are no shelter from it. Where the build would stop, lexing recovers and goes on. One
 * difference: `{%- endraw %}` ends a `raw`, as in every Liquid but 5.4. `dialect` brings the blocks of the site's plugins.
 */
export function lexLiquid(text: string, bodyStart: number, dialect?: SiteDialect): LiquidFacts {
  const facts: LiquidFacts = { shortcodes: [], masked: [], problems: [] };
  if (!['{%', '{{', '%}'].some((mark) => text.indexOf(mark, bodyStart) !== -1)) return facts;
  const lexer: Lexer = {
    text,
    facts,
    tokens: createLiquidTokenizer(text, bodyStart),
    blocks: createBlockStack(facts.problems, pluginTags(dialect)),
    hasNoEndRaw: false,
  };
  let unclosed = 0;
  for (let token = lexer.tokens.next(); token !== undefined; token = lexer.tokens.next()) {
    if (token.kind === 'tag') lexTag(lexer, token);
    else if (token.kind === 'unclosed-tag') {
      if (unclosed++ === MOST_UNCLOSED) break;
      lexUnclosedTag(lexer, token);
    } else lexOutput(lexer, token);
  }
  lexer.blocks.closeDownTo(0);
  addUnopened(lexer, bodyStart);
  return facts;
}

/** Nobody writes so many tags that nothing closes; Liquid stops at the first. */
const MOST_UNCLOSED = 1000;

function addUnopened(lexer: Lexer, bodyStart: number): void {
  const { shortcodes, masked, problems } = lexer.facts;
  const unopened = findUnopenedTags(lexer.text, bodyStart, masked);
  if (unopened.length === 0) return;
  for (const { tag, problem } of unopened) {
    // Without delimiters, as in a `liquid` tag.
    pushTag(lexer, tag, { start: tag.nameRegion.start, end: tag.markup.end }, false);
    masked.push(problem.region);
    // `{{% cite knuth97 %}` is an output that does not end, and told as one.
    if (lexer.text[problem.region.start - 1] !== '{') problems.push(problem);
  }
  shortcodes.sort((a, b) => a.region.start - b.region.start);
  masked.sort((a, b) => a.start - b.start);
}

/** Whether Jekyll sends a file through Liquid: its very first line is `---`, and nothing switches Liquid off. */
export function isLiquidPage(text: string, renderWithLiquid: unknown = true): boolean {
  return /^---[ \t\v\f\r]*\n/.test(text) && renderWithLiquid !== false;
}

interface Lexer {
  readonly text: string;
  readonly facts: LiquidFacts;
  readonly tokens: LiquidTokenizer;
  readonly blocks: BlockStack;
  /** No `endraw` that is whole stands further down. */
  hasNoEndRaw: boolean;
}

function pluginTags(dialect: SiteDialect | undefined): ReadonlyMap<string, boolean> {
  const signatures = dialect === undefined ? [] : Object.values(dialect.shortcodes);
  return new Map(signatures.map(({ name, paired }) => [name, paired]));
}

/**
 * ```
 * {%- cite knuth97 -l 3 %}     {% cite knuth97, and {% cite shannon48 %}
 * ^token                 ^     ^token              ^lost
 * ```
 */
function lexTag(lexer: Lexer, token: LiquidToken): void {
  const { text, facts } = lexer;
  const lost = swallowedTag(text, token);
  if (lost !== undefined) {
    const broken = recoverTag(text, token.start, lost);
    lexer.tokens.seek(lost);
    if (!lexer.blocks.isInComment() || text.startsWith('endcomment', lost + 3))
      facts.problems.push(tagSwallows(text, token, broken));
    visitBroken(lexer, broken);
    return;
  }
  if (!visitRegion(lexer, token, token.end - 2))
    facts.problems.push({ messageId: 'tag-without-name', region: regionOf(token) });
}

/** The rest of the file holds no `%}`. What can be read of the tag still opens and closes blocks, and cites. */
function lexUnclosedTag(lexer: Lexer, token: LiquidToken): void {
  const broken = recoverTag(lexer.text, token.start, lexer.text.length);
  lexer.tokens.seek(broken.end);
  lexer.facts.problems.push(tagUnclosed(lexer.text, broken));
  visitBroken(lexer, broken);
}

function visitBroken(lexer: Lexer, { region, end }: BrokenTag): void {
  visitRegion(lexer, region, region.end);
  if (end > region.end) addMask(lexer.facts.masked, { start: region.end, end });
}

/** Whether a tag with a name stands there; `to` is where its `%}` begins, or where a broken tag ends. */
function visitRegion(lexer: Lexer, { start, end }: Region, to: number): boolean {
  const { text, facts } = lexer;
  const tag = readLiquidTag(text, start + 2, to);
  addMask(facts.masked, { start, end });
  if (tag === undefined) return false;
  if (tag.name === 'liquid') lexLiquidLines(lexer, tag);
  else if (tag.name === 'raw') lexRaw(lexer, tag, { start, end });
  else {
    if (tag.name === 'endraw') withdrawUnopenedRaw(lexer, start);
    visitTag(lexer, tag, { start, end }, text.startsWith('%}', to));
  }
  return true;
}

/** A broken tag is not whole: what its arguments would be is a guess, so they are not judged. */
function visitTag(lexer: Lexer, tag: LiquidTag, region: Region, isWhole: boolean): void {
  const { text, facts, blocks } = lexer;
  const { name } = tag;
  const known = facts.problems.length;
  const opener = blocks.visit(name, region, tag.nameRegion);
  if (opener !== undefined && (name === 'endcomment' || name === 'endhighlight'))
    addMask(facts.masked, { start: opener.start, end: region.end });
  pushTag(lexer, tag, region, isWhole);
  const isJudged = isWhole && facts.problems.length === known && !blocks.ignores(name);
  if (isJudged && !(isValidMarkup(text, tag) && isValidInclude(text, tag)))
    facts.problems.push({ messageId: 'invalid-tag-syntax', data: { name }, region });
}

function pushTag({ text, facts }: Lexer, tag: LiquidTag, region: Region, isWhole: boolean): void {
  const { name, nameRegion } = tag;
  const isScholar = scholarTags.has(name);
  facts.shortcodes.push({
    region,
    name,
    nameRegion,
    delimiter: '%',
    closing: name.startsWith('end') && liquidBlocks.has(name.slice(3)),
    selfClosing: false,
    ...(isWhole ? {} : { damaged: true }),
    params: isScholar ? scholarParams(readScholarArguments(text, tag)) : liquidParams(text, tag),
  });
}

/**
 * Each line of a `{% liquid %}` tag is a tag of its own, and blocks must end inside.
 *
 * ```
 * {% liquid
 *   assign key = "knuth97"
 *   ^line                 ^end
 *   cite key
 * %}
 * ```
 */
function lexLiquidLines(lexer: Lexer, { markup }: LiquidTag): void {
  const { text, facts, blocks } = lexer;
  const depth = blocks.depth();
  for (let line = markup.start; line < markup.end; ) {
    const next = text.indexOf('\n', line);
    const end = next === -1 || next > markup.end ? markup.end : next;
    const tag = readLiquidLine(text, line, end);
    const content = text.slice(line, end).trim();
    const start = line + text.slice(line, end).indexOf(content);
    const region = { start, end: start + content.length };
    if (tag !== undefined) visitTag(lexer, tag, region, true);
    else if (content !== '') facts.problems.push({ messageId: 'tag-without-name', region });
    line = end + 1;
  }
  blocks.closeDownTo(depth);
}

/**
 * ```
 * {% raw %} {{ printed as it stands }} {% endraw %}
 * ^opener                              ^end       ^
 * ```
 */
function lexRaw(lexer: Lexer, tag: LiquidTag, opener: Region): void {
  const { text, facts, tokens } = lexer;
  const isWhole = text.startsWith('%}', opener.end - 2);
  pushTag(lexer, tag, opener, isWhole);
  if (isWhole && !isValidMarkup(text, tag))
    facts.problems.push({ messageId: 'invalid-tag-syntax', data: { name: 'raw' }, region: opener });
  const rest = (): LiquidToken | undefined => (lexer.hasNoEndRaw ? undefined : tokens.next());
  for (let token = rest(); token !== undefined; token = rest()) {
    const start = findEndRaw(text, token);
    if (start === -1) continue;
    const region = { start, end: token.end };
    addMask(facts.masked, region);
    pushTag(lexer, readLiquidTag(text, start + 2, token.end - 2)!, region, true);
    return;
  }
  facts.problems.push({ messageId: 'tag-never-closed', data: { name: 'raw' }, region: opener });
  lexer.hasNoEndRaw = true;
  const end = endOfBrokenEndRaw(text, opener.end);
  if (end === undefined) lexer.blocks.abandon();
  else tokens.seek(end);
}

/** Behind `{% endraw %`, `{ endraw %}` and the like: what follows was meant to be Liquid again. */
function endOfBrokenEndRaw(text: string, from: number): number | undefined {
  const at = text.indexOf('endraw', from);
  if (at === -1) return undefined;
  return at + /^endraw *-?[%}]{0,2}/.exec(text.slice(at, at + 20))![0].length;
}

/**
 * `{ raw %}` … `{% endraw %}`: what stands between was meant to be printed as it stands. That the end tag closes nothing is
 * told, and no more.
 */
function withdrawUnopenedRaw({ text, facts: { shortcodes, problems } }: Lexer, start: number): void {
  const from = Math.max(0, start - LONGEST_RAW);
  const opener = [...text.slice(from, start).matchAll(UNOPENED_RAW)].at(-1);
  if (opener === undefined) return;
  const begin = from + opener.index;
  while ((shortcodes.at(-1)?.region.start ?? -1) > begin) shortcodes.pop();
  while ((problems.at(-1)?.region.start ?? -1) > begin) problems.pop();
}

/** What is lost further before its end tag is not looked for. */
const LONGEST_RAW = 2000;
const UNOPENED_RAW = /(?<![{%])(?:\{ ?|%|\{ %) ?raw ?%\}/g;

/** Inside `raw` Liquid still cuts tokens, and looks for `{% endraw` anywhere in one that ends in `%}` (raw.rb). */
function findEndRaw(text: string, { start, end }: LiquidToken): number {
  if (!text.startsWith('%}', end - 2)) return -1;
  const token = text.slice(start, end);
  for (let at = token.lastIndexOf('{%'); at !== -1; at = at === 0 ? -1 : token.lastIndexOf('{%', at - 1)) {
    const name = readLiquidTag(token, at + 2, token.length - 2)?.name;
    if (name !== undefined && name !== '#') return name === 'endraw' ? start + at : -1;
  }
  return -1;
}

/**
 * ```
 * {{ page.title }}     {{ page.title }     {{ cite knuth97 }}
 * ^token          ^    ^token         ^lost
 * ```
 */
function lexOutput(lexer: Lexer, token: LiquidToken): void {
  const { text, facts } = lexer;
  const isWhole =
    token.kind === 'output' && token.end - token.start > 3 && text.startsWith('}}', token.end - 2);
  if (!isWhole) {
    const end = token.start + 2;
    addMask(facts.masked, { start: token.start, end });
    facts.problems.push(outputUnclosed(text, token));
    lexer.tokens.seek(end);
    return;
  }
  addMask(facts.masked, regionOf(token));
  const problem = lexer.blocks.isInComment() ? undefined : citeInOutput(text, token);
  if (problem !== undefined) facts.problems.push(problem);
}

/** Keeps the regions sorted and apart: a block that ends here takes in what was masked inside it. */
function addMask(masked: Region[], region: Region): void {
  let end = region.end;
  for (let last = masked.at(-1); last !== undefined && last.end > region.start; last = masked.at(-1)) {
    if (last.start < region.start) return;
    end = Math.max(end, last.end);
    masked.pop();
  }
  masked.push({ start: region.start, end });
}
