import type { BibEntry, BibliographyPath, Citation, Region, SiteDialect, SyntaxProblem } from '../model.ts';
import { MASK } from '../text/mask.ts';
import type { Body } from './body.ts';
import { distillElements } from './dialects/distill-elements.ts';
import { readElementCites, tagsIn } from './markdown/html-cite.ts';
import type { HtmlTag, PlacedTag } from './markdown/html-tag.ts';
import { maskCode } from './markdown/mask-code.ts';
import { NO_MARKDOWN } from './markdown/no-markdown.ts';
import { listsReferences } from './markdown/page-tags.ts';
import type { MarkdownFacts } from './markdown/read-markdown.ts';
import { parser } from './parsers.ts';

/** A page in HTML, which no engine reads as Markdown. */
export function isHtmlPage(path: string): boolean {
  return /\.html?$/i.test(path);
}

/** What is cited in a page of HTML: the elements of Distill, where the page is for that. */
export function readHtmlPage(text: string, body: Region, { name }: SiteDialect): MarkdownFacts {
  if (name !== 'distill') return NO_MARKDOWN;
  const tags = placedTags(text, body);
  const citations: Citation[] = [];
  const problems: SyntaxProblem[] = [];
  readElementCites(tags, distillElements, text, citations, problems);
  return { ...NO_MARKDOWN, citations, problems, printsReferenceList: listsReferences(tags) };
}

/**
 * Elements that a page of Distill hands to a template: `{% include figure.html caption="See <d-cite key='a'></d-cite>" %}`.
 * Only those that read well count, for the quotes of the tag may be in their way.
 */
export function citesInIncludes(text: string, masked: readonly Region[]): readonly Citation[] {
  const citations: Citation[] = [];
  for (const region of masked) {
    const tag = text.slice(region.start, region.end);
    if (!/^\{%-?\s*include/.test(tag) || !tag.includes('<d')) continue;
    readElementCites(placedTags(text, region), distillElements, text, citations, []);
  }
  return citations.filter(({ cites }) => cites.every(({ key }) => !/[\\"'{}]/.test(key)));
}

function placedTags(text: string, region: Region): PlacedTag[] {
  return tagsIn(text, region).map((tag) => ({ tag, region: (start, end) => ({ start, end }) }));
}

/** The bibliographies that a page of Distill names or holds. */
export interface PageBibliographies {
  readonly bibliographies: readonly BibliographyPath[];
  readonly entries: readonly BibEntry[];
}

/** Those of a page that neither names nor holds one. */
export const NO_BIBLIOGRAPHIES: PageBibliographies = { bibliographies: [], entries: [] };

/**
 * The bibliographies in a page of Distill. Of a page of Markdown only the entries in a script count, outside the code that
 * shows one: in which folder the page is served, and with it any path, is for the site to say.
 */
export function bibliographiesOfDistill(path: string, text: string, body: Body): PageBibliographies {
  if (isHtmlPage(path)) return bibliographiesOfHtml(text, body);
  if (!/<script/i.test(text)) return NO_BIBLIOGRAPHIES;
  return { ...NO_BIBLIOGRAPHIES, entries: bibliographiesOfHtml(maskCode(text, body), body).entries };
}

/**
 * ```
 * <d-bibliography src="bibliography.bib"></d-bibliography>
 * <script type="text/bibliography"> @article{knuth84, … } </script>
 * ```
 */
function bibliographiesOfHtml(text: string, body: Region): PageBibliographies {
  const bibliographies: BibliographyPath[] = [];
  const entries: BibEntry[] = [];
  for (const tag of tagsIn(text, body)) {
    if (tag.kind !== 'open') continue;
    const path = BIBLIOGRAPHY.test(tag.name) ? attribute(tag, 'src') : undefined;
    if (path !== undefined && path.value.trim() !== '' && !/[\uE000{<]/.test(path.value)) {
      const region = { start: path.start, end: path.end };
      bibliographies.push({ path: path.value.trim(), region, role: 'bibliography' });
    }
    if (tag.name === 'script' && BIBTEX.test(attribute(tag, 'type')?.value ?? ''))
      entries.push(...inlineEntries(text, tag.end));
  }
  return { bibliographies, entries };
}

const BIBLIOGRAPHY = /^dt?-bibliography$/;
const BIBTEX = /^text\/(?:bibtex|bibliography)$/i;

function attribute({ attributes }: HtmlTag, name: string) {
  return attributes.find((found) => found.name.toLowerCase() === name);
}

/** The blanks in place of what stands before keep every offset true. */
function inlineEntries(text: string, start: number): readonly BibEntry[] {
  const close = text.indexOf('</script', start);
  const source = text.slice(start, close === -1 ? text.length : close);
  if (!source.includes('@') || source.includes(MASK)) return [];
  return parser('bibliography').readBibliography(' '.repeat(start) + source, 'bibtex').entries;
}
