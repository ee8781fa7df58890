import type { Citation, Cite, Region, SyntaxProblem } from '../../model.ts';
import { append } from '../../text/append.ts';
import { MASK } from '../../text/mask.ts';
import type { CiteElement } from '../dialects/distill-elements.ts';
import { type Expressions, type HtmlTag, readTag } from './html-tag.ts';

/** A tag with the map from its offsets to the file. */
export interface PlacedTag {
  readonly tag: HtmlTag;
  region(start: number, end: number): Region;
}

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

/** Reads the citing elements among tags in the order of the file, and says which lack their keys or their end. */
export function readElementCites(
  placed: readonly PlacedTag[],
  elements: ReadonlyMap<string, CiteElement>,
  citations: Citation[],
  problems: SyntaxProblem[],
): void {
  let open: PlacedTag | undefined;
  for (const found of placed) {
    const { tag } = found;
    const element = elements.get(tag.name);
    if (element === undefined) continue;
    if (tag.kind === 'close') {
      if (open?.tag.name === tag.name) open = undefined;
      continue;
    }
    if (open !== undefined) problems.push(unclosed(open));
    open = element.needsClosing && !tag.selfClosing ? found : undefined;
    const cites = readKeys(found, element);
    if (cites.length > 0) {
      citations.push({ region: found.region(tag.start, tag.end), construct: 'element', cites });
      if (element.needsClosing) for (const cite of cites) append(problems, separatorProblems(tag, cite));
    } else if (element.needsClosing && !isTemplated(tag)) {
      problems.push({
        messageId: 'empty-citation',
        data: { element: tag.name },
        region: found.region(tag.start, tag.end),
      });
    }
  }
  if (open !== undefined) problems.push(unclosed(open));
}

/** Whether only the build knows what an attribute holds: `key="{{ include.key }}"`. */
function isTemplated({ attributes }: HtmlTag): boolean {
  return attributes.some(({ value }) => value.includes(MASK));
}

function unclosed({ tag, region }: PlacedTag): SyntaxProblem {
  return { messageId: 'unclosed-element', data: { element: tag.name }, region: region(tag.start, tag.end) };
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

function readKeys({ tag, region }: PlacedTag, { attributes, separators }: CiteElement): Cite[] {
  const attribute = tag.attributes.find(({ name }) => attributes.includes(name.toLowerCase()));
  const cites: Cite[] = [];
  if (attribute === undefined || attribute.value.startsWith('{')) return cites;
  let start = attribute.start;
  for (const part of attribute.value.split(separators)) {
    const key = part.trim();
    const at = start + part.length - part.trimStart().length;
    if (key !== '' && !key.includes(MASK))
      cites.push({ key, keyRegion: region(at, at + key.length), mode: 'normal' });
    start += part.length + 1;
  }
  return cites;
}
