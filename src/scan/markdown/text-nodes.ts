import type { Region, SyntaxProblem } from '../../model.ts';
import { findDeletions } from './deletions.ts';
import { type EmphasisBudget, findEmphasis, isTooComplex, mayEmphasize } from './emphasis.ts';
import { matchBraces, readTag } from './html-tag.ts';
import type { Inline, InlineRules, Opaque } from './inline.ts';
import { findLiteralLinks } from './literal-links.ts';
import type { InlineText } from './page.ts';

/** What a text node of the HTML tree stands in, as far as rehype-citation asks: the innermost `component` of MDX, or else. */
export type NodePlace = 'text' | 'emphasis' | 'link' | 'component';

/** One text node as the HTML tree has it: markup gone, escapes undone. */
export interface TextNode {
  readonly value: string;
  readonly place: NodePlace;
  /** The place in the passage of each character of the value. */
  offset(at: number): number;
}

/**
 * Cuts a passage into the text nodes that remark and rehype make of it. Nodes come in the order of the text. A passage too
 * tangled for micromark becomes one problem and is read without its emphasis.
 */
export function textNodesOf(
  content: InlineText,
  { definitions, mdx }: InlineRules,
  budget: EmphasisBudget,
  problems: SyntaxProblem[],
): TextNode[] {
  const cuts = cutsOf(content);
  if (mayEmphasize(content.text)) {
    if (isTooComplex(content.text, budget)) {
      problems.push({ messageId: 'too-complex', region: content.region(0, content.text.length) });
    } else {
      for (const { outer, inner } of findEmphasis(content.text, definitions)) {
        addFrame(cuts, outer, inner, 'emphasis');
      }
    }
  }
  for (const { outer, inner } of findDeletions(content)) addFrame(cuts, outer, inner, 'emphasis');
  addComponents(content, mdx, cuts);
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
  addHardBreaks(text, inline.opaque, cuts);
  return cuts;
}

/** Two blanks, or a backslash that is not escaped itself, before a line end break the line, and the node. */
function addHardBreaks(text: string, opaque: Inline['opaque'], cuts: Cut[]): void {
  const escapeEnds = new Set(opaque.filter(({ kind }) => kind === 'escape').map(({ end }) => end));
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    let start = at;
    while (text[start - 1] === ' ') start -= 1;
    const escapes = text[at - 1] === '\\' && !escapeEnds.has(at);
    if (at - start >= 2 || escapes) addRange(cuts, escapes ? at - 1 : start, at + 1, 'text');
  }
}

/**
 * What the elements of MDX hold: their tags are no text already. A page may be MDX and show it nowhere but in a line with
 * such an element; there it is told by its capital.
 */
function addComponents({ text, inline }: InlineText, mdx: boolean, cuts: Cut[]): void {
  const isElement = ({ kind, start }: Opaque): boolean =>
    kind === 'html' && (mdx || COMPONENT.test(text.slice(start, start + 3)));
  const tags = inline.opaque.filter(isElement);
  if (tags.length === 0) return;
  const expressions = matchBraces(text);
  const open: { readonly name: string; readonly end: number }[] = [];
  for (const { start, end } of tags) {
    const tag = readTag(text, start, expressions);
    if (tag?.kind === 'open' && !tag.selfClosing) open.push({ name: tag.name, end });
    if (tag?.kind !== 'close' || open.at(-1)?.name !== tag.name) continue;
    addRange(cuts, open.pop()!.end, start, 'component');
  }
}

const COMPONENT = /^<\/?[A-Z]/;

function addRange(cuts: Cut[], start: number, end: number, of: NodePlace): void {
  if (start < end) cuts.push({ at: start, of, step: 1 }, { at: end, of, step: -1 });
}

/** A range whose edges are markup and whose inside is text in another place. */
function addFrame(cuts: Cut[], outer: Region, inner: Region, of: NodePlace): void {
  addRange(cuts, outer.start, inner.start, 'text');
  addRange(cuts, inner.start, inner.end, of);
  addRange(cuts, inner.end, outer.end, 'text');
}

function sweep({ text, inline }: InlineText, cuts: Cut[]): TextNode[] {
  cuts.sort((a, b) => a.at - b.at);
  const references = findReplacements(text, inline.opaque);
  const depth = { text: 0, emphasis: 0, link: 0, component: 0 };
  const around: { readonly emphasis: number; readonly link: number }[] = [];
  const nodes: TextNode[] = [];
  let from = 0;
  let next = 0;
  for (let index = 0; index <= cuts.length; index++) {
    const cut = cuts[index] ?? { at: text.length, of: 'text' as const, step: 1 as const };
    if (cut.at > from) {
      while ((references[next]?.start ?? Infinity) < from) next += 1;
      const first = next;
      while ((references[next]?.start ?? Infinity) < cut.at) next += 1;
      const outer = depth.component > 0 ? 'component' : 'text';
      const place = depth.link > 0 ? 'link' : depth.emphasis > 0 ? 'emphasis' : outer;
      if (depth.text === 0) nodes.push(createNode(text, from, cut.at, place, references.slice(first, next)));
      from = cut.at;
    }
    depth[cut.of] += cut.step;
    if (cut.of !== 'component') continue;
    // What stands around a component is nothing to the text in it.
    if (cut.step === 1) around.push({ emphasis: depth.emphasis, link: depth.link });
    Object.assign(depth, cut.step === 1 ? { emphasis: 0, link: 0 } : around.pop());
  }
  return nodes.flatMap(splitAtLinks);
}

/** A stretch of Markdown that stands for other characters: an escape, a character reference. */
interface Replacement extends Region {
  readonly value: string;
}

const REFERENCE =
  /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|sect|para|commat|lbrack|lsqb|rbrack|rsqb|semi|comma));/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  sect: '§',
  para: '¶',
  commat: '@',
  lbrack: '[',
  lsqb: '[',
  rbrack: ']',
  rsqb: ']',
  semi: ';',
  comma: ',',
};

function findReplacements(text: string, opaque: Inline['opaque']): Replacement[] {
  const found: Replacement[] = [];
  for (const { kind, start, end } of opaque) {
    if (kind === 'escape') found.push({ start, end, value: text.slice(start + 1, end) });
  }
  for (const { index, 0: whole, 1: decimal, 2: hexadecimal, 3: name } of text.matchAll(REFERENCE)) {
    const code = Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10);
    const value = name === undefined ? fromCode(code) : NAMED[name]!;
    found.push({ start: index, end: index + whole.length, value });
  }
  return found.sort((a, b) => a.start - b.start);
}

function fromCode(code: number): string {
  return code > 0 && code <= 0xffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCharCode(code)
    : '\uFFFD';
}

function createNode(
  text: string,
  start: number,
  end: number,
  place: NodePlace,
  replacements: readonly Replacement[],
): TextNode {
  if (replacements.length === 0) return { value: text.slice(start, end), place, offset: (at) => start + at };
  let value = '';
  let from = start;
  const offsets: number[] = [];
  const copyTo = (to: number): void => {
    for (let at = from; at < to; at++) offsets.push(at);
    value += text.slice(from, to);
  };
  for (const replacement of replacements) {
    if (replacement.start < from || replacement.end > end) continue;
    copyTo(replacement.start);
    offsets.push(replacement.end - 1);
    value += replacement.value;
    from = replacement.end;
  }
  copyTo(end);
  return { value, place, offset: (at) => offsets[at] ?? end };
}

/** A URL or a mail address in a node becomes a link of its own (mdast-util-gfm-autolink-literal). */
function splitAtLinks(node: TextNode): TextNode[] {
  const links = findLiteralLinks(node.value);
  if (links.length === 0) return [node];
  const nodes: TextNode[] = [];
  let from = 0;
  for (const { start, end } of [...links, { start: node.value.length, end: node.value.length }]) {
    const first = from;
    if (start > first) {
      nodes.push({ ...node, value: node.value.slice(first, start), offset: (at) => node.offset(first + at) });
    }
    from = end;
  }
  return nodes;
}
