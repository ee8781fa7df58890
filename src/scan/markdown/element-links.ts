import { type HtmlTag, readTag } from './html-tag.ts';
import type { InlineText } from './page.ts';

/** A link in a passage, whichever way it is written. */
export interface TextLink {
  readonly start: number;
  readonly end: number;
  /** What is printed, and where that begins. */
  readonly words: string;
  readonly wordsStart: number;
  readonly destination: readonly [start: number, end: number];
}

/** The links that are written as elements, `<a href="#ref3">[3]</a>` and `<a href="#ref3"><sup>3</sup></a>`. */
export function elementLinks({ text, inline }: InlineText): TextLink[] {
  if (!text.includes('<a') && !text.includes('<A')) return [];
  const links: TextLink[] = [];
  let open: HtmlTag | undefined;
  for (const { kind, start } of inline.opaque) {
    const tag = kind === 'html' ? readTag(text, start) : undefined;
    if (tag?.name !== 'a') continue;
    if (open !== undefined && tag.kind === 'close') links.push(...linkBetween(text, open, tag));
    open = tag.kind === 'open' ? tag : undefined;
  }
  return links;
}

function linkBetween(text: string, open: HtmlTag, close: HtmlTag): TextLink[] {
  const href = open.attributes.find(({ name }) => name.toLowerCase() === 'href');
  if (href === undefined) return [];
  const inner = text.slice(open.end, close.start);
  const words = inner.replace(/<[^<>]*>/g, '');
  return [
    {
      start: open.start,
      end: close.end,
      words: words.trim(),
      wordsStart: open.end + Math.max(0, inner.indexOf(words.trim())),
      destination: [href.start, href.end],
    },
  ];
}
