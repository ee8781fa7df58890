import type { Label, Region } from '../../model.ts';
import { MASK } from '../../text/mask.ts';
import type { Blocks, HtmlBlock, TextBlock } from './blocks.ts';
import { tagsIn } from './html-cite.ts';
import type { HtmlTag } from './html-tag.ts';

/** An item of a list that is written in HTML: what stands between its tags. */
export interface HtmlItem {
  readonly region: Region;
  readonly anchor?: Label;
}

/**
 * The items of lists in raw HTML, with their anchors: `<li id="knuth84">Knuth, D. E. (1984). …</li>`, and a `<p>` outside
 * of them that has an anchor.
 */
export function htmlItems(text: string, { region }: HtmlBlock): HtmlItem[] {
  const items: HtmlItem[] = [];
  let open: HtmlTag | undefined;
  for (const tag of tagsIn(text, region)) {
    const isParagraph = tag.name === 'p' && open?.name !== 'li';
    const ends =
      isParagraph || tag.name === 'li' || ((tag.name === 'ol' || tag.name === 'ul') && tag.kind === 'close');
    if (!ends) continue;
    if (open !== undefined) items.push(createItem(open, tag.start));
    const begins = tag.kind === 'open' && (tag.name === 'li' || (isParagraph && anchorOf(tag) !== undefined));
    open = begins ? tag : undefined;
  }
  if (open !== undefined) items.push(createItem(open, region.end));
  return items;
}

function createItem(tag: HtmlTag, end: number): HtmlItem {
  const anchor = anchorOf(tag);
  return { region: { start: tag.end, end }, ...(anchor === undefined ? {} : { anchor }) };
}

/** The name a link can point at, which an element carries; nobody knows one that template code makes. */
export function anchorOf({ attributes }: HtmlTag): Label | undefined {
  const found = attributes.find(({ name }) => name === 'id' || name === 'name');
  if (found === undefined || found.value === '' || found.value.includes(MASK)) return undefined;
  return anchorLabel(found.value, { start: found.start, end: found.end });
}

/** An anchor as a label; one that is a number says that it is none of an item. */
export function anchorLabel(name: string, region: Region): Label {
  return { name, region, ...(/^\d+$/.test(name) ? { isAnchor: true } : {}) };
}

/** The last anchor in raw HTML: Pandoc writes `<div id="ref-knuth84">` on a line of its own. */
export function lastAnchor(text: string, { region }: HtmlBlock): Label | undefined {
  let last: Label | undefined;
  for (const tag of tagsIn(text, region)) {
    if (tag.kind === 'open' && !HEADING.test(tag.name)) last = anchorOf(tag) ?? last;
  }
  return last;
}

const HEADING = /^h[1-6]$/;

/** The texts of a page with the headings among them that are written in HTML: `<h2 class="title">References</h2>`. */
export function withHtmlHeadings(text: string, { texts, html }: Blocks): readonly TextBlock[] {
  const headings = html.flatMap((block) => headingsIn(text, block));
  if (headings.length === 0) return texts;
  return [...texts, ...headings].sort((a, b) => a.starts[0]! - b.starts[0]!);
}

function headingsIn(text: string, { region, container }: HtmlBlock): TextBlock[] {
  if (!/<h[1-6]/i.test(text.slice(region.start, region.end))) return [];
  const headings: TextBlock[] = [];
  let open: HtmlTag | undefined;
  for (const tag of tagsIn(text, region)) {
    if (!HEADING.test(tag.name)) continue;
    const isWhole = tag.kind === 'close' && open?.name === tag.name;
    if (isWhole && !/[\r\n]/.test(text.slice(open!.end, tag.start))) {
      const level = Number(tag.name.charAt(1));
      headings.push({ kind: 'heading', level, starts: [open!.end], ends: [tag.start], container });
    }
    open = tag.kind === 'open' ? tag : undefined;
  }
  return headings;
}
