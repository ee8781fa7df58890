import type { MarkdownFlavor } from './block-rules.ts';
import type { FootnoteCall, Inline } from './inline.ts';
import { rawElements } from './kramdown-html.ts';
import { findLiteralLinks } from './literal-links.ts';
import type { InlineText } from './page.ts';

/** A stretch of a text, in its offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** GFM as micromark reads it. Python-Markdown and kramdown make no links of bare addresses, nor do some sites of GFM’s flavor. */
const GFM: ReadonlySet<MarkdownFlavor> = new Set(['markdown', 'rehype-citation']);

const KRAMDOWN: ReadonlySet<MarkdownFlavor> = new Set(['kramdown', 'distill']);

const MAY_HOLD_ADDRESS = /:\/\/|www\./i;

/**
 * The calls that the engine prints as calls. Where it makes a link of a bare address, what is glued to it belongs to the
 * address; to GFM the alternative text of an image is plain text; to kramdown the content of most elements is. A call of
 * a note that is not there stays, wherever it stands: its author meant one.
 * ```
 * https://example.org/notes[^g]   ![Note G[^g]](g.png)   <mark>Note G[^g]</mark>
 *                          ^               ^                         ^
 * ```
 */
export function printedCalls(
  { text, inline }: InlineText,
  flavor: MarkdownFlavor,
  linksAddresses: boolean,
): readonly FootnoteCall[] {
  const { calls } = inline;
  if (calls.length === 0) return calls;
  const lost = KRAMDOWN.has(flavor)
    ? rawElements(text, tags(inline))
    : inLinks(text, inline, flavor, linksAddresses);
  if (lost.length === 0) return calls;
  const isLost = coverage(lost);
  return calls.filter(({ start, isDefined }) => !isLost(start) || !isDefined);
}

function inLinks(
  text: string,
  inline: Inline,
  flavor: MarkdownFlavor,
  linksAddresses: boolean,
): readonly Stretch[] {
  if (!GFM.has(flavor) && flavor !== 'goldmark') return [];
  const found = linksAddresses && MAY_HOLD_ADDRESS.test(text) ? addresses(text, inline, flavor) : [];
  return GFM.has(flavor) ? [...found, ...images(inline)] : found;
}

function tags({ opaque }: Inline): readonly Stretch[] {
  return opaque.filter(({ kind }) => kind === 'html');
}

function images({ brackets }: Inline): Stretch[] {
  return brackets.flatMap(({ kind, open, close }) => (kind === 'image' ? [{ start: open, end: close }] : []));
}

/** Addresses that become links: neither in code or markup, nor in a bracket, even one that nothing closes. */
function addresses(text: string, { opaque, brackets, unclosed }: Inline, flavor: MarkdownFlavor): Stretch[] {
  const found = flavor === 'goldmark' ? goldmarkLinks(text) : gfmLinks(text);
  const isTaken = coverage([
    ...opaque,
    ...brackets.map(({ open, end }) => ({ start: open, end })),
    ...unclosed.map((start) => ({ start, end: text.length })),
  ]);
  return found.filter(({ start }) => !isTaken(start));
}

/** Tells of one place after the other, in the order of the text, whether a stretch covers it. */
function coverage(stretches: readonly Stretch[]): (at: number) => boolean {
  const inOrder = [...stretches].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  return (at) => {
    for (; next < inOrder.length && inOrder[next]!.start <= at; next++)
      end = Math.max(end, inOrder[next]!.end);
    return at < end;
  };
}

const BEFORE_WEB = /[\s(*_~[\]]/;

/** Those that micromark finds itself; what mdast finds later takes no call away. */
function gfmLinks(text: string): Stretch[] {
  return findLiteralLinks(text).filter(
    ({ start }) => /h/i.test(text[start]!) || start === 0 || BEFORE_WEB.test(text[start - 1]!),
  );
}

/** Goldmark wants a dot in the domain, and a path, query or fragment before what a domain cannot hold. */
const ADDRESS = /(?:^|[\s*_~(])((?:https?|ftp):\/\/|www\.)([-\w@:%.+~#=$!?&/();,'">^{}[\]`]+)/g;
const BEFORE_PATH = /^[-\w@:%.+~#=]{1,256}\.[a-z]+(?::\d+)?[/#?]/;

function goldmarkLinks(text: string): Stretch[] {
  return Array.from(text.matchAll(ADDRESS)).flatMap(({ index, 0: written, 1: scheme, 2: rest }) => {
    const end = index + written.length;
    return BEFORE_PATH.test(rest!) ? [{ start: end - rest!.length - scheme!.length, end }] : [];
  });
}
