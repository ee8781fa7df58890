import type { Region, SyntaxProblem } from '../../model.ts';
import { findEmphasis, isTooComplex, mayEmphasize } from './emphasis.ts';
import type { InlineText } from './page.ts';

/** What a text node of the HTML tree stands in, as far as rehype-citation asks. */
export type NodePlace = 'text' | 'emphasis' | 'link';

/** One text node as the HTML tree has it: markup gone, escapes undone. */
export interface TextNode {
  readonly value: string;
  readonly place: NodePlace;
  /** The place in the passage of each character of the value. */
  offset(at: number): number;
}

const URL = /(?:https?:\/\/|www\.)[-.\w]+[^ \t\r\n<]*/gi;
const URL_TAIL = '!"&\'),.:;<>?]}*_~';
const MAIL_NAME = /[-.\w+]/;
const MAIL_DOMAIN = /[-\w]+(?:\.[-\w]+)+/y;
const MAX_MAIL_NAME = 64;

/**
 * Cuts a passage into the text nodes that remark and rehype make of it. Nodes come in the order of the text. A passage too
 * tangled for micromark becomes one problem and is read without its emphasis.
 */
export function textNodesOf(
  content: InlineText,
  definitions: ReadonlySet<string>,
  problems: SyntaxProblem[],
): TextNode[] {
  const cuts = cutsOf(content);
  if (mayEmphasize(content.text)) {
    if (isTooComplex(content.text)) {
      problems.push({ messageId: 'too-complex', region: content.region(0, content.text.length) });
    } else {
      for (const { outer, inner } of findEmphasis(content.text, definitions)) {
        addFrame(cuts, outer, inner, 'emphasis');
      }
    }
  }
  addDeletions(content, cuts);
  return sweep(content, cuts);
}

/** A place where the depth of something changes. */
interface Cut {
  readonly at: number;
  readonly of: NodePlace;
  readonly step: 1 | -1;
}

/** Everything that is no text counts as depth of `text`. */
function cutsOf({ text, inline }: InlineText): Cut[] {
  const cuts: Cut[] = [];
  for (const { kind, start, end } of inline.opaque) if (kind !== 'escape') addRange(cuts, start, end, 'text');
  for (const { start, end, isDefined } of inline.calls) if (isDefined) addRange(cuts, start, end, 'text');
  for (const { kind, open, close, end } of inline.brackets) {
    if (kind === 'image') addRange(cuts, open - 1, end, 'text');
    if (kind === 'link') addFrame(cuts, { start: open, end }, { start: open + 1, end: close }, 'link');
  }
  addLiteralLinks(text, cuts);
  addHardBreaks(text, cuts);
  return cuts;
}

/** URLs and mail addresses that GFM makes links of (mdast-util-gfm-autolink-literal). */
function addLiteralLinks(text: string, cuts: Cut[]): void {
  for (const { index, 0: url } of text.matchAll(URL)) {
    let end = url.length;
    while (URL_TAIL.includes(url[end - 1]!)) end -= 1;
    addRange(cuts, index, index + end, 'text');
  }
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < MAX_MAIL_NAME && MAIL_NAME.test(text[start - 1]!)) start -= 1;
    MAIL_DOMAIN.lastIndex = at + 1;
    const domain = start === at ? null : MAIL_DOMAIN.exec(text);
    if (domain !== null) addRange(cuts, start, at + 1 + domain[0].length, 'text');
  }
}

/** Two blanks or a backslash before a line end break the line, and the node. */
function addHardBreaks(text: string, cuts: Cut[]): void {
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    let start = at;
    while (text[start - 1] === ' ') start -= 1;
    if (at - start >= 2 || text[at - 1] === '\\') addRange(cuts, start, at + 1, 'text');
  }
}

function addRange(cuts: Cut[], start: number, end: number, of: NodePlace): void {
  if (start < end) cuts.push({ at: start, of, step: 1 }, { at: end, of, step: -1 });
}

/** A range whose edges are markup and whose inside is text in another place. */
function addFrame(cuts: Cut[], outer: Region, inner: Region, of: NodePlace): void {
  addRange(cuts, outer.start, inner.start, 'text');
  addRange(cuts, inner.start, inner.end, of);
  addRange(cuts, inner.end, outer.end, 'text');
}

/** `~~struck~~`, in its plain form: two tildes that touch the text between them. */
function addDeletions({ text }: InlineText, cuts: Cut[]): void {
  let open = -1;
  for (let at = text.indexOf('~~'); at !== -1; at = text.indexOf('~~', at + 2)) {
    if (open !== -1 && !/\s/.test(text[at - 1]!)) {
      addFrame(cuts, { start: open, end: at + 2 }, { start: open + 2, end: at }, 'emphasis');
      open = -1;
    } else if (/\S/.test(text[at + 2] ?? ' ')) open = at;
  }
}

function sweep({ text, inline }: InlineText, cuts: Cut[]): TextNode[] {
  cuts.sort((a, b) => a.at - b.at);
  const escapes = inline.opaque.filter(({ kind }) => kind === 'escape').map(({ start }) => start);
  const depth = { text: 0, emphasis: 0, link: 0 };
  const nodes: TextNode[] = [];
  let from = 0;
  let next = 0;
  for (let index = 0; index <= cuts.length; index++) {
    const cut = cuts[index] ?? { at: text.length, of: 'text' as const, step: 1 as const };
    if (cut.at > from) {
      while ((escapes[next] ?? Infinity) < from) next += 1;
      const first = next;
      while ((escapes[next] ?? Infinity) < cut.at) next += 1;
      const place = depth.link > 0 ? 'link' : depth.emphasis > 0 ? 'emphasis' : 'text';
      if (depth.text === 0) nodes.push(createNode(text, from, cut.at, place, escapes.slice(first, next)));
      from = cut.at;
    }
    depth[cut.of] += cut.step;
  }
  return nodes;
}

/** A node's value leaves the backslash of each escape out. */
function createNode(
  text: string,
  start: number,
  end: number,
  place: NodePlace,
  escapes: readonly number[],
): TextNode {
  if (escapes.length === 0) return { value: text.slice(start, end), place, offset: (at) => start + at };
  let value = '';
  let from = start;
  const offsets: number[] = [];
  for (const slash of [...escapes, end]) {
    for (let at = from; at < slash; at++) offsets.push(at);
    value += text.slice(from, slash);
    from = slash + 1;
  }
  return { value, place, offset: (at) => offsets[at] ?? end };
}
