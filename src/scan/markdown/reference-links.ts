import type { Citation, Cite, Label } from '../../model.ts';
import { countHolding } from '../../text/halving.ts';
import { readSuffix } from './cite-suffix.ts';
import { isDoubtful, isGlued } from './doubtful-numbers.ts';
import { elementLinks, type TextLink } from './element-links.ts';
import { expandNumbers } from './expand-numbers.ts';
import type { Bracket } from './inline.ts';
import { mathTest } from './mathematics.ts';
import type { InlineText } from './page.ts';
import { headingAnchors, isAnchor, isMade, pageAnchors } from './page-anchors.ts';
import { announcesReferences } from './reference-heading.ts';
import type { ReferenceLists } from './reference-list.ts';

const YEAR = /(?<!\d)(?:1[5-9]\d\d|20\d\d)[a-z]?(?!\d)|\bn\.\s?d\./;
const BARE_NUMBER = /^(?:\\?\[)?\d{1,3}(?:\\?\])?$/;
/** `#fig-2`, `#eq3`: what “Figure [2](#fig-2)” leads to. */
const OF_OTHER =
  /^(?:fig(?:ure)?|eqn?|equation|sec(?:tion)?|tab(?:le)?|thm|theorem|lemma|def(?:inition)?|alg(?:orithm)?|app(?:endix)?|ex(?:ample|ercise)?|listing|step|chap(?:ter)?)(?:[-_:.]|\d)/i;
/** `[Knuth97]` as the words of a link. */
const BRACKETED = /^\\?\[([^[\]\\]{1,60})\\?\]$/;
const NUMBERS = /^\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*$/;

/** What the links and numbers in the text of a page may point at. */
export interface ReferenceTargets {
  /** Anchors of items of lists of references. */
  readonly anchors: ReadonlySet<string>;
  /** Numbers of their items; none where the page has no numbered list. */
  readonly numbers: ReadonlySet<string>;
  /** Where the texts of numbered items begin: the number before one is its label and cites nothing. */
  readonly itemStarts: ReadonlySet<number>;
  /** What headings are called in a link, and anchors anywhere else on the page. */
  readonly others: ReadonlySet<string>;
  /** What the headings of the lists are called in a link: `[3](#references)` cites item 3. */
  readonly lists: ReadonlySet<string>;
  /** `ref-`, where the anchors of all items begin so. */
  readonly prefix?: string;
}

/** Sums up the lists of a page; one that is not numbered throughout counts as not numbered. */
export function referenceTargets(
  { references, targets, numbered }: ReferenceLists,
  text: string,
  headings: readonly string[],
): ReferenceTargets {
  const isNumber = ({ name, isAnchor }: Label): boolean => isAnchor !== true && /^\d+$/.test(name);
  const isNumbered = numbered >= 2 && references.length * 2 >= numbered;
  const anchors = new Set(targets.filter((target) => !isNumber(target)).map(({ name }) => name));
  const prefix = prefixOf(anchors);
  return {
    ...(prefix === undefined ? {} : { prefix }),
    anchors,
    numbers: new Set(isNumbered ? targets.filter(isNumber).map(({ name }) => name) : []),
    itemStarts: new Set(isNumbered ? targets.filter(isNumber).map(({ region }) => region.start) : []),
    others: anchors.size === 0 ? anchors : pageAnchors(text, headings),
    lists: headingAnchors(headings.filter((heading) => announcesReferences(heading) !== 'none')),
  };
}

/** `ref-` or `cite_note-`: how the anchors of several items all begin, up to a separator. */
function prefixOf(anchors: ReadonlySet<string>): string | undefined {
  const sorted = [...anchors].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  let length = 0;
  while (length < first.length && first[length] === last[length]) length += 1;
  return first === last ? undefined : /^[a-z][\w:.-]{0,30}[-_:.]/i.exec(first.slice(0, length))?.[0];
}

/**
 * Links from the text into a list of references: `[Knuth, 1984](#knuth84)` cites `#knuth84`, `[3]` cites `3`. A link to
 * another place of the page is none, unless its words name a year or the label of an item, or its anchor begins as those
 * of the items do, and no heading goes by that anchor.
 */
export function readReferenceLinks(
  content: InlineText,
  targets: ReferenceTargets,
  citations: Citation[],
): void {
  const { text, inline } = content;
  const links: Stretch[] = inline.brackets.filter(({ kind }) => kind === 'link');
  for (const link of elementLinks(content)) {
    const citation = readLink(content, link, targets);
    if (citation === undefined) continue;
    citations.push(citation);
    links.push({ open: link.start, close: link.end });
  }
  links.sort((a, b) => a.close - b.close);
  const isInMath = mathTest(text);
  for (const { kind, open, close, end, destination } of inline.brackets) {
    if (kind === 'link' && destination !== undefined) {
      const words = text.slice(open + 1, close);
      const link = { start: open, end, words, wordsStart: open + 1, destination };
      const citation = readLink(content, link, targets);
      if (citation !== undefined) citations.push(citation);
    } else if (kind === 'text' && targets.numbers.size > 0) {
      if (isInside(links, open) || isInMath(open)) continue;
      const citation = readNumbers(content, open, close, targets);
      if (citation !== undefined) citations.push(citation);
    }
  }
  if (targets.numbers.size > 0) readEscapedNumbers(content, targets, links, citations);
}

type Stretch = Pick<Bracket, 'open' | 'close'>;

/** Whether a place is in the words of a link: `[[3]](#ref-3)` is one link. Links never overlap, so halving finds it. */
function isInside(links: readonly Stretch[], at: number): boolean {
  const next = links[countHolding(links.length, (place) => links[place]!.close < at)];
  return (next?.open ?? at) < at;
}

const ESCAPED = /\\\[([\d\s,;–-]{1,40})\\\]/g;

/** `\[3\]`, so that no link reference is made of it. */
function readEscapedNumbers(
  content: InlineText,
  targets: ReferenceTargets,
  links: readonly Stretch[],
  citations: Citation[],
): void {
  const escapes = new Set(content.inline.opaque.map(({ kind, start }) => (kind === 'escape' ? start : -1)));
  for (const { index, 1: numbers } of content.text.matchAll(ESCAPED)) {
    if (!escapes.has(index) || isInside(links, index)) continue;
    const close = index + 2 + numbers!.length;
    const citation = readNumbers(content, index + 1, close, targets);
    if (citation !== undefined) citations.push(citation);
  }
}

function isCitingLink(anchor: string, words: string, targets: ReferenceTargets): boolean {
  const { anchors, others, prefix } = targets;
  if (anchors.size === 0 || anchor.startsWith('#fn')) return false;
  // `[[2]](2)` has lost its `#`.
  if (!anchor.startsWith('#')) return anchors.has(anchor) && BARE_NUMBER.test(words);
  const name = anchor.slice(1);
  if (anchors.has(name)) return true;
  // `#top` is the start of every page.
  if (/^(?:top)?$/i.test(name) || isAnchor(name, others) || isMade(name, others)) return false;
  const [, label = ''] = BRACKETED.exec(words) ?? [];
  return (
    YEAR.test(words) ||
    (BARE_NUMBER.test(words) && !OF_OTHER.test(name)) ||
    anchors.has(label) ||
    (prefix !== undefined && name.startsWith(prefix))
  );
}

/** `[3]`, `[1, 4]`, `[2–5]`; an index such as `items[0]` is none. */
function readNumbers(
  { text, region }: InlineText,
  open: number,
  close: number,
  { numbers, itemStarts }: ReferenceTargets,
): Citation | undefined {
  const content = text.slice(open + 1, close);
  const after = text[close + 1] ?? ' ';
  if (close - open > 40 || '([:{'.includes(after)) return undefined;
  if (!NUMBERS.test(content)) return readLocated(content, region, open, numbers);
  if (isLabel(text, close, (at) => itemStarts.has(region(at, at).start))) return undefined;
  const keys = [...expandNumbers(content)];
  if (keys.includes('0')) return undefined;
  const isKnown = keys.every((key) => numbers.has(key));
  if (!isKnown && (isGlued(text, open) || isDoubtful({ text, open, close, keys }, numbers))) return undefined;
  return {
    region: region(open, close + 1),
    construct: 'numbered',
    cites: citesOf(keys, content, open + 1, region),
  };
}

/** A link cites by its anchor, or by its words where it leads to the list or to where an item of that number would be. */
function readLink(
  { text, region }: InlineText,
  { start, end, words, wordsStart, destination }: TextLink,
  targets: ReferenceTargets,
): Citation | undefined {
  const anchor = text.slice(...destination);
  if (isCitingLink(anchor, words, targets)) {
    const cites: Cite[] = [{ key: anchor, keyRegion: region(...destination), mode: 'normal' }];
    return { region: region(start, end), construct: 'link', cites };
  }
  const [, mark = '', list = ''] = LINKED_NUMBERS.exec(words) ?? [];
  if (!NUMBERS.test(list) || list.startsWith('0')) return undefined;
  const isOfList = targets.numbers.size > 0 && isAnchor(anchor.slice(1), targets.lists);
  if (!isOfList && !(targets.numbers.has(list) && ITEM_ANCHOR.exec(anchor)?.[1] === list)) return undefined;
  const cites = citesOf([...expandNumbers(list)], list, wordsStart + mark.length, region);
  return { region: region(start, end), construct: 'numbered', cites };
}

/** `[3]`, `\[1, 4\]`, `3` as the words of a link. */
const LINKED_NUMBERS = /^(\\?\[)?([\d\s,;–-]{1,40}?)(?:\\?\])?$/;
/** `#cite_note-3`, `#^ref-3`: an anchor that the item may have where nobody looks. */
const ITEM_ANCHOR = /^#[\w^:.-]{0,20}(?:ref|cit|bib|source)[a-z_^:.-]{0,20}(\d{1,3})$/i;

/** The numbers of a list that begins at `start`, each where it is written; those inside a range where the range is. */
function citesOf(keys: readonly string[], list: string, start: number, region: InlineText['region']): Cite[] {
  return keys.map((key) => {
    const at = list.search(new RegExp(`(?<!\\d)${key}(?!\\d)`));
    const keyRegion =
      at === -1 ? region(start, start + list.length) : region(start + at, start + at + key.length);
    return { key, keyRegion, mode: 'normal' };
  });
}

/** Whether an item begins behind the bracket, where a mark may close round the label or open round an author. */
function isLabel(text: string, close: number, isItemStart: (at: number) => boolean): boolean {
  const after = text.slice(close, close + MAX_BEHIND);
  return [BEHIND, DIRECTLY_BEHIND].some((pattern) => isItemStart(close + pattern.exec(after)![0].length));
}

/** The rest of a bracket and the blanks before `**Knuth, D.**`, the text of its item. */
const DIRECTLY_BEHIND = /^\\?\]?:?\s*/;
/**
 * The rest of a bracket, and what stands between a label and the text of its item: `[3]</a> `, `[3]**</a> `,
 * `[3]**{: #ref3} `, `[3] </span><span>`.
 */
const BEHIND =
  /^\\?\]?:?\s?(?:\*\*|__|<\/(?:a|span|b|strong)>){0,3}:?(?:<span\b[^<>\n]{0,99}>)?(?:\{:?[^{}\n]{0,99}\})?\s*/;
const MAX_BEHIND = 140;
const LOCATED = /^(\d{1,3}),\s{0,3}(?=[^\s\d])/;

/** `[4, p. 12]`, `[4, § 2]`: one item and a place in it. */
function readLocated(
  content: string,
  region: InlineText['region'],
  open: number,
  numbers: ReadonlySet<string>,
): Citation | undefined {
  const match = LOCATED.exec(content);
  const key = match?.[1] ?? '';
  if (match === null || !numbers.has(key)) return undefined;
  const { label, locator, suffix } = readSuffix(content.slice(match[0].length));
  if (label === undefined || locator === undefined || suffix !== undefined) return undefined;
  const keyRegion = region(open + 1, open + 1 + key.length);
  const cites: Cite[] = [{ key, keyRegion, mode: 'normal', label, locator }];
  return { region: region(open, open + content.length + 2), construct: 'numbered', cites };
}
