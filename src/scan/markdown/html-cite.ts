import type { Citation, Cite, Region, SyntaxProblem } from '../../model.ts';
import { append } from '../../text/append.ts';
import { MASK } from '../../text/mask.ts';
import { type CiteElement, NOTES } from '../dialects/distill-elements.ts';
import { isMeantToClose, misspeltElement, strayClosing, unclosed } from './damaged-elements.ts';
import { type Expressions, type HtmlAttribute, type HtmlTag, type PlacedTag, readTag } from './html-tag.ts';

/** Elements whose content is no HTML, or code that is shown. */
export const RAW_ELEMENTS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'pre',
  'code',
  'd-code',
  'dt-code',
  'template',
]);
const OPEN = /<(?:!--|\/?[A-Za-z])/g;

/**
 * The tags of raw HTML from `start` to `end`; comments and what stands in raw or code elements are left out. One pass: an
 * ending that does not come ends the scan.
 */
export function tagsIn(text: string, { start, end }: Region, expressions?: Expressions): HtmlTag[] {
  const html = text.slice(0, end);
  const tags: HtmlTag[] = [];
  OPEN.lastIndex = start;
  for (let found = OPEN.exec(html); found !== null; found = OPEN.exec(html)) {
    if (found[0] === '<!--') {
      const close = html.indexOf('-->', found.index + 4);
      if (close === -1) return tags;
      OPEN.lastIndex = close + 3;
      continue;
    }
    const tag = readTag(html, found.index, expressions);
    if (tag === undefined) continue;
    tags.push(tag);
    OPEN.lastIndex = tag.end;
    if (tag.kind !== 'open' || tag.selfClosing || !RAW_ELEMENTS.has(tag.name)) continue;
    const ending = new RegExp(`</${tag.name}`, 'gi');
    ending.lastIndex = tag.end;
    const close = ending.exec(html);
    if (close === null) return tags;
    OPEN.lastIndex = close.index;
  }
  return tags;
}

/**
 * Reads the citing elements among tags in the order of the file, and says which lack their keys, their beginning or their
 * end. `text` is the whole file.
 */
export function readElementCites(
  placed: readonly PlacedTag[],
  elements: ReadonlyMap<string, CiteElement>,
  text: string,
  citations: Citation[],
  problems: SyntaxProblem[],
): void {
  const open = new Map<string, PlacedTag>();
  for (const [index, found] of placed.entries()) {
    const { tag } = found;
    const element = elements.get(tag.name);
    if (!(element?.needsClosing ?? NOTES.has(tag.name))) {
      if (element !== undefined) readCites(found, element, citations, problems);
      else append(problems, misspeltElement(found, elements));
      continue;
    }
    const opener = open.get(tag.name);
    open.delete(tag.name);
    if (tag.kind === 'close') {
      if (opener === undefined) append(problems, strayClosing(placed, index, elements, text));
      continue;
    }
    if (opener !== undefined) problems.push(unclosed(opener));
    if (opener !== undefined && isMeantToClose(found, opener)) continue;
    if (!tag.selfClosing) open.set(tag.name, found);
    if (element !== undefined) readCites(found, element, citations, problems);
  }
  for (const opener of open.values()) problems.push(unclosed(opener));
}

function readCites(
  found: PlacedTag,
  element: CiteElement,
  citations: Citation[],
  problems: SyntaxProblem[],
): void {
  const { tag } = found;
  const region = found.region(tag.start, tag.end);
  const cites = readKeys(found, element);
  if (cites.length > 0) {
    citations.push({ region, construct: 'element', cites });
    if (!element.needsClosing) return;
    for (const cite of cites) append(problems, separatorProblems(tag, cite));
    append(problems, emptyParts(found, element));
  } else if (element.needsClosing && !isTemplated(tag)) {
    problems.push({ messageId: 'empty-citation', data: { element: tag.name }, region });
  }
}

/** `key="knuth84,,shannon48"`: a comma too many, where Distill looks for an entry without a key. */
function emptyParts({ tag, region }: PlacedTag, element: CiteElement): SyntaxProblem[] {
  const attribute = keysOf(tag, element);
  const parts = attribute?.value.split(element.separators) ?? [];
  if (attribute === undefined || parts.every((part) => part.trim() !== '')) return [];
  const edits = [
    {
      region: region(attribute.start, attribute.end),
      text: parts
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(','),
    },
  ];
  const fix = { title: 'Remove the comma', safety: 'safe' as const, edits };
  const data = { element: tag.name };
  return [{ messageId: 'empty-element-part', data, region: region(attribute.start, attribute.end), fix }];
}

/** Whether only the build knows what an attribute holds: `key="{{ include.key }}"`. */
function isTemplated({ attributes }: HtmlTag): boolean {
  return attributes.some(({ value }) => value.includes(MASK));
}

/** Keys that no comma parts, which Distill takes for one: `key="knuth84;shannon48"`. Each part must look like a key. */
function separatorProblems({ name }: HtmlTag, { key, keyRegion }: Cite): SyntaxProblem[] {
  const keys = key.split(OTHER_SEPARATOR);
  if (keys.length < 2 || !keys.every((part) => KEY.test(part))) return [];
  const edits = [{ region: keyRegion, text: keys.join(',') }];
  const fix = { title: 'Separate the keys by commas', safety: 'safe' as const, edits };
  return [{ messageId: 'element-separator', data: { element: name }, region: keyRegion, fix }];
}

const OTHER_SEPARATOR = /[; \t]+/;
const KEY = /^[A-Za-z][\w:./+-]*$/;

function keysOf({ attributes }: HtmlTag, element: CiteElement): HtmlAttribute | undefined {
  return attributes.find(({ name }) => element.attributes.includes(name.toLowerCase()));
}

function readKeys({ tag, region }: PlacedTag, element: CiteElement): Cite[] {
  const attribute = keysOf(tag, element);
  const cites: Cite[] = [];
  if (attribute === undefined || attribute.value.startsWith('{')) return cites;
  let start = attribute.start;
  for (const part of attribute.value.split(element.separators)) {
    const key = part.trim();
    const at = start + part.length - part.trimStart().length;
    if (key !== '' && !key.includes(MASK))
      cites.push({ key, keyRegion: region(at, at + key.length), mode: 'normal' });
    start += part.length + 1;
  }
  return cites;
}
