import type {
  BibEntry,
  BibliographyPath,
  Citation,
  Cite,
  Region,
  Shortcode,
  SiteDialect,
  SyntaxProblem,
} from '../../../model.ts';
import { append } from '../../../text/append.ts';
import { readScholarArguments, type ScholarArguments, scholarTags } from '../../template/liquid/scholar.ts';
import { type LiquidTag, readLiquidLine, readLiquidTag, regionOf } from '../../template/liquid/tag.ts';
import { splitArgument } from '../../template/split-argument.ts';
import { createLiquidFlow, type LiquidFlow, lastUses } from './flow.ts';
import { evaluateKey, type ScholarKey } from './keys.ts';
import { emptyKey, judgeKeys, judgeOptions, literalKey, unknownTag } from './problems.ts';
import { toldByIncludes } from './told-includes.ts';

/** What jekyll-scholar's tags say about citations. */
export interface JekyllFacts {
  readonly citations: Citation[];
  /** From `--file`, as written. */
  readonly bibliographies: BibliographyPath[];
  /** What includes are told of works part by part. */
  readonly entries: readonly BibEntry[];
  /** Whether `{% bibliography %}` stands in the page or in a template of the site. */
  readonly printsReferenceList: boolean;
  readonly problems: SyntaxProblem[];
}

/**
 * Reads the citations out of the tags of one page, as jekyll-scholar 7.3 runs them: keys that only the build knows are no
 * cites, and neither is anything in a comment, a listing or a branch that is never taken. `{% bibliography %}` that is not
 * restricted to what is cited counts as a `nocite` of `*`. A tag of the site's own plugins is left alone.
 */
export function collectJekyll(
  shortcodes: readonly Shortcode[],
  dialect: SiteDialect,
  text: string,
): JekyllFacts {
  const page: Page = {
    text,
    isInComment: commentTest(text),
    argumentEnd: -1,
    flow: createLiquidFlow(),
    captured: [],
    citations: [],
    bibliographies: [],
    lists: [],
    problems: [],
  };
  for (const [index, shortcode] of shortcodes.entries()) {
    page.flow.visit(shortcode);
    const { name } = shortcode;
    const before = shortcodes[index - 1];
    if (before?.damaged) page.argumentEnd = argumentEnd(text, before.region.end, shortcode.region.start);
    if (Object.hasOwn(dialect.shortcodes, name)) {
      if (dialect.shortcodes[name]!.cite !== undefined) collectOwnTag(page, shortcode);
    } else if (INCLUDES.has(name)) collectInclude(page, shortcode, dialect);
    else if (scholarTags.has(name)) collectTag(page, shortcode);
    else if (!page.flow.isInComment()) append(page.problems, unknownTag(shortcode));
  }
  return {
    citations: withoutUnprinted(page),
    bibliographies: page.bibliographies,
    entries: toldByIncludes(shortcodes, dialect, text),
    printsReferenceList: page.lists.length > 0 || dialect.listInTemplates !== undefined,
    problems: page.problems,
  };
}

interface Page {
  readonly text: string;
  /** Whether a place lies in a comment of HTML, in which Liquid runs all the same; to be asked in order. */
  readonly isInComment: (at: number) => boolean;
  /** Where the argument ends that was cut off by a tag inside it. */
  argumentEnd: number;
  readonly flow: LiquidFlow;
  readonly citations: Citation[];
  /** Citations in a capture with the variables they end up in. */
  readonly captured: { readonly citation: Citation; readonly variables: readonly string[] }[];
  readonly bibliographies: BibliographyPath[];
  readonly lists: Shortcode[];
  readonly problems: SyntaxProblem[];
}

function collectTag(page: Page, shortcode: Shortcode): void {
  const { text, flow, problems } = page;
  const tag = tagOf(shortcode, text);
  const found = readScholarArguments(text, tag);
  const isLive = flow.isLive();
  append(problems, judgeOptions(tag, found, isLive));
  if (!isLive) return;
  for (const { name, value } of found.options) {
    if (name !== 'file' || value === undefined) continue;
    page.bibliographies.push({ path: value.text, region: regionOf(value), role: 'bibliography' });
  }
  if (scholarTags.get(tag.name) === 'lists') collectList(page, shortcode, found);
  else collectCitation(page, shortcode, tag, found);
}

/** A tag that a plugin of the site makes out of one of jekyll-scholar's; its options may be its own, so none is judged. */
function collectOwnTag(page: Page, shortcode: Shortcode): void {
  if (!page.flow.isLive()) return;
  const found = readScholarArguments(page.text, tagOf(shortcode, page.text));
  const keys = found.keys.map((word) => evaluateKey(word, page.flow.variables));
  pushCitation(page, { region: shortcode.region, construct: 'tag', cites: citesOf(keys, found) });
}

const INCLUDES: ReadonlySet<string> = new Set(['include', 'include_cached']);

/**
 * An include of the site that cites, with its key written out: without quotes it is a variable, and one that looks like a
 * key and is not set on the page is a key that lost them.
 */
function collectInclude(page: Page, { name: tag, region, params }: Shortcode, dialect: SiteDialect): void {
  const { flow, problems } = page;
  const name = `include ${String(params[0]?.value)}`;
  const cite = Object.hasOwn(dialect.shortcodes, name) ? dialect.shortcodes[name]!.cite : undefined;
  if (cite === undefined || !flow.isLive()) return;
  const param = params.findLast((each) => each.name !== undefined && cite.key.names.includes(each.name));
  if (param === undefined) return;
  const key = String(param.value);
  if (param.quote === '') {
    if (DATED_KEY.test(key) && !flow.variables.has(key)) problems.push(literalKey(tag, key, param.region));
    return;
  }
  if (key === '') {
    problems.push({ messageId: 'empty-citation', data: { name: tag }, region: param.region });
    return;
  }
  const from = param.region.start + 1;
  const whole = { text: key, start: 0, end: key.length };
  const pieces = cite.separators === '' ? [whole] : splitArgument(key, cite.separators);
  const cites = pieces.map(({ text, start, end }): Cite => {
    return { key: text, keyRegion: { start: from + start, end: from + end }, mode: 'normal' };
  });
  pushCitation(page, { region, construct: 'shortcode', cites: cites.filter((each) => each.key !== '') });
}

/** A name with a year, `knuth1997`, `turing1936a`, which hardly any variable is called. */
const DATED_KEY = /^[a-z]{2}[a-z_-]{0,60}(?:1[5-9]|20)\d\d[a-z]{0,20}$/i;

function collectList(page: Page, shortcode: Shortcode, { options }: ScholarArguments): void {
  if (shortcode.name !== 'bibliography' || isUnseen(page, shortcode.region)) return;
  page.lists.push(shortcode);
  if (options.some(({ name }) => name === 'cited' || name === 'cited_in_order')) return;
  const cite: Cite = { key: '*', keyRegion: shortcode.nameRegion, mode: 'normal' };
  page.citations.push({ region: shortcode.region, construct: 'nocite', cites: [cite] });
}

function collectCitation(page: Page, shortcode: Shortcode, tag: LiquidTag, found: ScholarArguments): void {
  const { flow, problems } = page;
  const judged = judgeKeys(tag, shortcode.region, found);
  if (shortcode.damaged === undefined) append(problems, judged.problems);
  const keys = judged.keys.map((word) => evaluateKey(word, flow.variables));
  for (const { kind, word } of keys) {
    if (kind === 'literal') problems.push(literalKey(tag.name, word.text, regionOf(word)));
    if (word.text === '') problems.push(emptyKey(tag, word));
  }
  const used = tag.name === 'details_link' ? keys.slice(0, 1) : keys;
  const construct = scholarTags.get(tag.name) === 'nocites' ? 'nocite' : 'tag';
  pushCitation(page, { region: shortcode.region, construct, cites: citesOf(used, found) });
}

function pushCitation(page: Page, found: Citation): void {
  const { flow, citations, captured } = page;
  if (found.cites.length === 0) return;
  const citation: Citation = isUnseen(page, found.region) ? { ...found, isUnseen: true } : found;
  const variables = flow.captures();
  if (variables.length === 0) citations.push(citation);
  else captured.push({ citation, variables: [...variables] });
}

function isUnseen({ isInComment, argumentEnd }: Page, { start }: Region): boolean {
  return isInComment(start) || start < argumentEnd;
}

/** Locators and labels go with the keys one by one: `cite a b -l 3 -l 7` (utilities.rb, `render_citation`). */
function citesOf(keys: readonly ScholarKey[], { options }: ScholarArguments): Cite[] {
  const values = (wanted: string): (string | undefined)[] =>
    options.filter(({ name }) => name === wanted).map(({ value }) => value?.text);
  const locators = values('locator');
  const labels = values('label');
  const isSuppressed = options.some(({ name }) => name === 'suppress_author');
  return keys.flatMap((found, index): Cite[] => {
    if (found.kind !== 'key' || found.key === '') return [];
    const locator = locators[index];
    return [
      {
        key: found.key,
        keyRegion: regionOf(found.word),
        mode: isSuppressed ? 'suppress-author' : 'normal',
        ...(locator === undefined ? {} : { label: labels[index] ?? 'page', locator }),
      },
    ];
  });
}

/** What is captured and never named again reaches no reader. In the order of the page. */
function withoutUnprinted({ text, citations, captured }: Page): Citation[] {
  if (captured.length === 0) return citations;
  const uses = lastUses(text);
  const printed = captured.filter(({ citation, variables }) =>
    variables.every((name) => (uses.get(name) ?? 0) > citation.region.end),
  );
  return [...citations, ...printed.map(({ citation }) => citation)].sort(
    (a, b) => a.region.start - b.region.start,
  );
}

/** Reads a tag's name and markup again, for facts keep only the params; a damaged tag has no `%}`. */
function tagOf({ region, nameRegion }: Shortcode, text: string): LiquidTag {
  const { start, end } = region;
  const tag = text.startsWith('{%', start)
    ? readLiquidTag(text, start + 2, text.startsWith('%}', end - 2) ? end - 2 : end)
    : readLiquidLine(text, start, end);
  return tag ?? { name: '', nameRegion, markup: { start: end, end } };
}

/**
 * Where the argument ends that a tag stands in, -1 where it stands in none. Liquid ends the outer tag with the inner one,
 * and Jekyll cannot read what is left of it.
 *
 * ```
 * {% include figure.html text="See {% cite knuth97 %}." %}
 *                       ^from      ^to               ^
 * ```
 */
function argumentEnd(text: string, from: number, to: number): number {
  const before = text.slice(from, to);
  const equals = Math.max(before.lastIndexOf('="'), before.lastIndexOf("='"));
  if (equals === -1) return -1;
  const quote = before.charAt(equals + 1);
  const isOpen = before.lastIndexOf(quote) === equals + 1 && !before.includes('\n', equals);
  const [rest = ''] = text.slice(to, to + LONGEST_ARGUMENT).split('\n', 1);
  return isOpen && rest.includes(quote) ? to + rest.indexOf(quote) : -1;
}

const LONGEST_ARGUMENT = 1000;

/** Makes a test for comments of HTML, which go on to their end whatever stands in them. */
function commentTest(text: string): (at: number) => boolean {
  let start = text.indexOf('<!--');
  let end = start === -1 ? -1 : text.indexOf('-->', start);
  return (at) => {
    while (end !== -1 && end < at) {
      start = text.indexOf('<!--', end);
      end = start === -1 ? -1 : text.indexOf('-->', start);
    }
    return end !== -1 && start < at;
  };
}
