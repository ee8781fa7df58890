import type { Region, SyntaxProblem } from '../../model.ts';
import type { CiteElement } from '../dialects/distill-elements.ts';
import { RAW_ELEMENTS, tagsIn } from './html-cite.ts';
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

/** The tags of the raw HTML blocks of a page. */
export function tagsOfHtmlBlocks({ text, parts }: Page): PlacedTag[] {
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
