import type { Label, Reference } from '../../model.ts';
import { append } from '../../text/append.ts';
import { isPlaceholderText } from '../../work/placeholder-texts.ts';
import type { Blocks, Container, HtmlBlock, TextBlock } from './blocks.ts';
import { isInQuotes, outermostItem } from './containers-of-text.ts';
import { type Page, passageOf } from './page.ts';
import { type Announcement, announcesReferences } from './reference-heading.ts';
import { htmlItems, lastAnchor, withHtmlHeadings } from './reference-html.ts';
import { readReferenceItem } from './reference-item.ts';
import { itemsOfLines } from './reference-lines.ts';
import { isReferenceShaped, referenceLikeness } from './reference-text.ts';

/** The lists of references of a page. */
export interface ReferenceLists {
  readonly references: readonly Reference[];
  /** Anchors and numbers of all items, also of those that do not read like a reference. */
  readonly targets: readonly Label[];
  /** How many items carry a number. */
  readonly numbered: number;
}

/** What is read out of one section, and of all. */
interface Draft {
  readonly references: Reference[];
  /** Items of the section that do not read like a reference by themselves. */
  readonly unlike: Reference[];
  readonly targets: Label[];
  numbered: number;
}

/**
 * Reads every section whose heading announces references. Its items are the items of its lists and its paragraphs; only
 * what reads like a reference becomes one.
 */
export function readReferenceLists(page: Page): ReferenceLists {
  const draft: Draft = { references: [], unlike: [], targets: [], numbered: 0 };
  let list = 0;
  for (const part of page.parts) {
    const blocks = { ...part, texts: withHtmlHeadings(page.text, part) };
    for (let index = 0; index < blocks.texts.length; index++) {
      const title = readTitle(page, blocks.texts[index]!);
      if (title.announces === 'none') continue;
      const section: Draft = { references: [], unlike: [], targets: [], numbered: 0 };
      const end = readSection(page, blocks, index, title.level, section);
      if (title.announces === 'possible' && !isSurelyList(section)) continue;
      addSection(draft, section, list);
      if (section.references.length > 0) list += 1;
      index = end - 1;
    }
  }
  return draft;
}

/** A paragraph in bold does for a heading, below all of them. */
const BOLD_LEVEL = 7;
const BOLD = /^(?:\*\*|__)([^*_]+)(?:\*\*|__):?$/;

interface Title {
  readonly announces: Announcement;
  readonly level: number;
}

const NO_TITLE: Title = { announces: 'none', level: 0 };

/** What a text says as a heading. */
function readTitle({ text }: Page, { kind, level, starts, ends }: TextBlock): Title {
  if (starts.length !== 1 || kind === 'cell') return NO_TITLE;
  const title = text.slice(starts[0], ends[0]);
  if (kind === 'heading') return { announces: announcesReferences(title), level };
  if (!title.startsWith('**') && !title.startsWith('__')) return NO_TITLE;
  const bold = BOLD.exec(title.trimEnd());
  return bold === null
    ? NO_TITLE
    : { announces: announcesReferences(bold[1]!.replace(/:$/, '')), level: BOLD_LEVEL };
}

/** Reads what follows a title; returns the index of the first text behind the section. */
function readSection(page: Page, blocks: Blocks, title: number, level: number, draft: Draft): number {
  const { texts, html } = blocks;
  let index = title + 1;
  while (index < texts.length && !endsSection(page, texts[index]!, level)) index += 1;
  const start = texts[title]!.ends.at(-1)!;
  const end = texts[index]?.starts[0] ?? page.text.length;
  const raw = html.flatMap((block) => cutTo(block, start, end));
  readTexts(page, blocks, texts.slice(title + 1, index), raw, draft);
  for (const item of raw.flatMap((block) => htmlItems(page.text, block))) {
    const block: TextBlock = { ...ITEM, starts: [item.region.start], ends: [item.region.end] };
    readItem(page, block, undefined, item.anchor, draft);
  }
  return index;
}

/** The part of raw HTML that stands between two places; the heading of a list may stand in one block with it. */
function cutTo(block: HtmlBlock, from: number, to: number): HtmlBlock[] {
  const [start, end] = [Math.max(block.region.start, from), Math.min(block.region.end, to)];
  return start < end ? [{ ...block, region: { start, end } }] : [];
}

const ITEM = { kind: 'paragraph', level: 0, container: -1 } as const;

function endsSection(page: Page, block: TextBlock, level: number): boolean {
  if (block.kind === 'heading') return block.level <= level;
  return level === BOLD_LEVEL && isBoldTitle(page, block);
}

function readTexts(
  page: Page,
  { containers }: Blocks,
  texts: readonly TextBlock[],
  html: readonly HtmlBlock[],
  draft: Draft,
): void {
  const numbers = createNumbering();
  const done = new Set<number>();
  const isQuoted = texts.every(
    ({ kind, container }) => kind !== 'paragraph' || isInQuotes(containers, container),
  );
  let next = 0;
  for (const block of texts) {
    const item = outermostItem(containers, block.container);
    let anchor: Label | undefined;
    for (; (html[next]?.region.end ?? Infinity) <= block.starts[0]!; next++) {
      anchor = lastAnchor(page.text, html[next]!) ?? anchor;
    }
    if (block.kind === 'paragraph' && item !== undefined && !done.has(item.index)) {
      done.add(item.index);
      readItem(page, block, numbers.next(item.container), undefined, draft);
    } else if (block.kind === 'paragraph' && (isQuoted || block.container === -1)) {
      readParagraph(page, block, anchor, draft);
      numbers.restart();
    }
  }
}

/** Under a heading that says more than “References”, most items must be what no prose is: a review cites in sentences. */
function isSurelyList({ references, unlike }: Draft): boolean {
  const sure = references.filter(({ text }) => referenceLikeness(text) === 'certain').length;
  return sure >= 2 && 3 * sure >= 2 * (references.length + unlike.length);
}

function addSection(draft: Draft, section: Draft, list: number): void {
  const references = [...section.references, ...faultyReferences(section)];
  append(draft.references, list === 0 ? references : references.map((reference) => ({ ...reference, list })));
  append(draft.targets, section.targets);
  draft.numbered += section.numbered;
}

/**
 * In a list where most items read like references, one without a year or an author is a reference with a fault, and a
 * note to oneself holds the place of one.
 */
export function faultyReferences({ references, unlike }: Pick<Draft, 'references' | 'unlike'>): Reference[] {
  if (references.length < 3 || references.length < 2 * unlike.length) return [];
  return unlike.filter(({ text }) => isReferenceShaped(text) || isPlaceholderText(text));
}

function isBoldTitle({ text }: Page, { kind, starts, ends }: TextBlock): boolean {
  return kind === 'paragraph' && starts.length === 1 && BOLD.test(text.slice(starts[0], ends[0]).trimEnd());
}

interface Numbering {
  next(item: Container): string | undefined;
  restart(): void;
}

/** Ordered items count on from the first one of their list, whatever number is written. */
function createNumbering(): Numbering {
  let last: number | undefined;
  return {
    next({ ordinal }) {
      last = ordinal === undefined ? undefined : last === undefined ? Number(ordinal) : last + 1;
      return last === undefined ? undefined : String(last);
    },
    restart() {
      last = undefined;
    },
  };
}

/** A paragraph may hold several references, see `itemsOfLines`. */
function readParagraph(page: Page, block: TextBlock, anchor: Label | undefined, draft: Draft): void {
  const lines = block.starts.map((start, line) => page.text.slice(start, block.ends[line]));
  for (const [index, { from, to, number }] of itemsOfLines(lines, draft.targets.at(-1)?.name).entries()) {
    const [starts, ends] = [block.starts.slice(from, to), block.ends.slice(from, to)];
    readItem(page, { ...block, starts, ends }, number, index === 0 ? anchor : undefined, draft);
  }
}

function readItem(
  page: Page,
  block: TextBlock,
  number: string | undefined,
  anchor: Label | undefined,
  draft: Draft,
): void {
  const item = readReferenceItem(passageOf(page, block), number, anchor);
  if (item.number !== undefined) draft.numbered += 1;
  append(draft.targets, item.targets);
  const { region, text, gaps } = item;
  const key = item.anchor ?? item.number;
  const list = referenceLikeness(text) === 'none' ? draft.unlike : draft.references;
  list.push({
    region,
    text,
    ...(gaps.length === 0 ? {} : { gaps }),
    ...(key === undefined ? {} : { key }),
    construct: 'list-item',
  });
}
