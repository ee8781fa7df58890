import type { SyntaxProblem } from '../../model.ts';
import { once } from '../../text/once.ts';
import { closest } from '../../text/similar.ts';
import type { CiteElement } from '../dialects/distill-elements.ts';
import type { PlacedTag } from './html-tag.ts';

/*
 * What is told of elements of Distill that do not fit together. A browser and kramdown close an element where its
 * paragraph ends, so that what stands there becomes its content; what is no tag to kramdown is printed with its brackets.
 */

/** An element that is never closed. */
export function unclosed({ tag, region }: PlacedTag): SyntaxProblem {
  return { messageId: 'unclosed-element', data: { element: tag.name }, region: region(tag.start, tag.end) };
}

/** `<d-cite key="knuth84"><d-cite>`: the second is the end of the first, without its slash. */
export function isMeantToClose({ tag, region }: PlacedTag, opener: PlacedTag): boolean {
  return tag.attributes.length === 0 && region(tag.start, tag.start).start === endOf(opener);
}

/**
 * Values that need quotes to kramdown, which takes letters, digits and `_` without them: behind `key=knuth-84` no tag is
 * read, and it is printed with its brackets.
 */
export function unquotedValues({ tag, region }: PlacedTag, text: string): SyntaxProblem[] {
  return tag.attributes.flatMap((attribute) => {
    const { value } = attribute;
    const { start, end } = region(attribute.start, attribute.end);
    if (/["'{]/.test(text[start - 1]!) || value.startsWith('{') || WORD().test(value)) return [];
    const keys = value.replace(/^[“”„‘’]|[“”„‘’]$/g, '');
    const fix = {
      title: 'Quote it with `"`',
      safety: 'safe' as const,
      edits: [{ region: { start, end }, text: `"${keys}"` }],
    };
    return [{ messageId: 'unquoted-value', data: { element: tag.name, value }, region: { start, end }, fix }];
  });
}

const WORD = once(() => /^[\p{L}\p{M}\p{Nd}\p{Pc}]*$/u);

/** `<dcite key="knuth84">`: one slip away from an element that cites. */
export function misspeltElement(
  { tag, region }: PlacedTag,
  elements: ReadonlyMap<string, CiteElement>,
): SyntaxProblem[] {
  const suggestion = meantElement(tag, elements);
  if (suggestion === undefined || tag.kind !== 'open') return [];
  const name = region(tag.start + 1, tag.start + 1 + tag.name.length);
  return [{ messageId: 'unknown-element', data: { element: tag.name, suggestion }, region: name }];
}

function meantElement(
  { name, attributes }: PlacedTag['tag'],
  elements: ReadonlyMap<string, CiteElement>,
): string | undefined {
  const suggestion = closest(name, elements.keys());
  const element = suggestion === undefined ? undefined : elements.get(suggestion);
  const hasKeys = attributes.some((attribute) => element?.attributes.includes(attribute.name));
  return element?.needsClosing && hasKeys ? suggestion : undefined;
}

/**
 * The closing tag at `index` that closes nothing. Where its opening is damaged, that is told: it has lost its `<`, or a
 * blank stands behind that. What is no tag for another reason, or has a misspelt name, has its own problem.
 */
export function strayClosing(
  placed: readonly PlacedTag[],
  index: number,
  elements: ReadonlyMap<string, CiteElement>,
  text: string,
): SyntaxProblem[] {
  const { tag, region } = placed[index]!;
  const before = placed[index - 1];
  if (before?.tag.kind === 'open' && meantElement(before.tag, elements) !== undefined) return [];
  const data = { element: tag.name };
  const { start, end } = region(tag.start, tag.end);
  let last = index - 1;
  while (last >= 0 && placed[last]!.tag.name !== tag.name) last -= 1;
  const from = last < 0 ? 0 : endOf(placed[last]!);
  const between = text.slice(Math.max(from, start - LONGEST), start);
  const names = elements.has(tag.name) ? [...elements.keys()] : [tag.name];
  if (names.some((name) => between.includes(`<${name}`))) return [];
  const opening = between.lastIndexOf(tag.name);
  if (opening === -1) return [{ messageId: 'unmatched-element', data, region: { start, end } }];
  const bracket = /<\s*$/.exec(between.slice(0, opening))?.index ?? opening;
  const at = { start: start - between.length + bracket, end: start - between.length + opening };
  const edits = [{ region: at, text: '<' }];
  const fix = { title: 'Open it with `<`', safety: 'safe' as const, edits };
  return [
    { messageId: 'unopened-element', data, region: { start: at.start, end: at.end + tag.name.length }, fix },
  ];
}

const endOf = ({ tag, region }: PlacedTag): number => region(tag.end, tag.end).start;

/** More than an opening tag and the text of a note have. */
const LONGEST = 2000;
