import type { Citation, Region, SyntaxProblem } from '../../model.ts';
import { append } from '../../text/append.ts';
import { type CiteElement, citeComponents, distillElements } from '../dialects/distill-elements.ts';
import { unquotedValues } from './damaged-elements.ts';
import { RAW_ELEMENTS, readElementCites, tagsIn } from './html-cite.ts';
import { matchBraces, type PlacedTag, readTag } from './html-tag.ts';
import type { InlineText, Page } from './page.ts';

/** The tags of one text, code left out. */
export function tagsOfText({ text, inline, region }: InlineText, { rules }: Page): PlacedTag[] {
  const expressions = rules.modules ? matchBraces(text) : undefined;
  const placed: PlacedTag[] = [];
  let raw = '';
  for (const { kind, start } of inline.opaque) {
    const tag = kind === 'html' ? readTag(text, start, expressions) : undefined;
    if (tag === undefined) continue;
    if (raw === '') placed.push({ tag, region });
    if (tag.kind === 'close' && tag.name === raw) raw = '';
    else if (raw === '' && tag.kind === 'open' && !tag.selfClosing && RAW_ELEMENTS.has(tag.name))
      raw = tag.name;
  }
  return placed;
}

/**
 * Adds what the elements of a page cite, and which of them are damaged: those among the tags of its texts, which are given,
 * and those in its blocks of HTML. Tells whether one of them prints the list of references.
 */
export function readElements(
  page: Page,
  ofTexts: readonly PlacedTag[],
  citations: Citation[],
  problems: SyntaxProblem[],
): boolean {
  const tags = [...ofTexts, ...tagsOfHtmlBlocks(page)];
  tags.sort((a, b) => startOf(a) - startOf(b));
  const isDistill = page.flavor === 'distill';
  const citing = tags.filter((tag) =>
    isDistill ? isTagToKramdown(tag, page.text, problems) : isComponent(page.text, tag),
  );
  const elements = isDistill ? distillElements : citeComponents;
  readElementCites(citing, elements, page.text, citations, problems);
  return listsReferences(tags);
}

/** Whether kramdown reads an element of Distill as a tag, which it tells of if not; of others nobody asks. */
function isTagToKramdown(placed: PlacedTag, text: string, problems: SyntaxProblem[]): boolean {
  const unquoted = distillElements.has(placed.tag.name) ? unquotedValues(placed, text) : [];
  append(problems, unquoted);
  return unquoted.length === 0;
}

/** In JSX `<Cite>` is a component, and `<cite id="author">` the element of HTML. */
function isComponent(text: string, tag: PlacedTag): boolean {
  return /[A-Z]/.test(text.charAt(startOf(tag) + 1));
}

function startOf({ tag, region }: PlacedTag): number {
  return region(tag.start, tag.start + 1).start;
}

/** The tags of the raw HTML blocks of a page. */
function tagsOfHtmlBlocks({ text, parts }: Page): PlacedTag[] {
  const region = (start: number, end: number): Region => ({ start, end });
  return parts.flatMap(({ html }) =>
    html.flatMap((block) => tagsIn(text, block.region).map((tag) => ({ tag, region }))),
  );
}

/** Whether a page holds an element that prints the list of references. */
export function listsReferences(placed: readonly PlacedTag[]): boolean {
  return placed.some(({ tag }) =>
    /^(?:dt?-(?:bibliography|citation-list)|bibliography|references)$/.test(tag.name),
  );
}

const NAME = /<(d-cite|dt-cite)(?![\w-])/g;

/** With its quotes in pairs and its `>`. */
const WHOLE = /<(?:d-cite|dt-cite)\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*>/y;

/** Openings of citing elements in a text that did not read as tags: a quote or the `>` is missing, or a comma is too many. */
export function findBrokenTags(
  { text, inline, region }: InlineText,
  elements: ReadonlyMap<string, CiteElement>,
): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let index = 0;
  for (const found of text.matchAll(NAME)) {
    while ((inline.opaque[index]?.end ?? Infinity) <= found.index) index += 1;
    if ((inline.opaque[index]?.start ?? Infinity) <= found.index || !elements.has(found[1]!)) continue;
    WHOLE.lastIndex = found.index;
    const whole = WHOLE.exec(text)?.[0];
    problems.push({
      messageId: whole === undefined ? 'cut-element' : 'unreadable-element',
      data: { element: found[1]! },
      region: region(found.index, found.index + (whole ?? found[0]).length),
    });
  }
  return problems;
}
