import type {
  Citation,
  Footnotes,
  FootnoteUse,
  Label,
  Reference,
  Region,
  SiteDialect,
  SyntaxProblem,
} from '../../model.ts';
import { append } from '../../text/append.ts';
import type { Body } from '../body.ts';
import { citeComponents, distillElements } from '../dialects/distill-elements.ts';
import type { MarkdownFlavor } from './block-rules.ts';
import type { TextBlock } from './blocks.ts';
import { type Candidates, findCandidates } from './candidates.ts';
import { unquotedValues } from './damaged-elements.ts';
import type { EmphasisBudget } from './emphasis.ts';
import { footnoteIdentifier } from './footnote-label.ts';
import {
  footnoteDefinitions,
  footnoteReferences,
  footnoteUses,
  refusedLabels,
  refusedMarks,
  unprintedNotes,
} from './footnotes.ts';
import { readElementCites } from './html-cite.ts';
import type { PlacedTag } from './html-tag.ts';
import { withoutKeyPrefixes } from './key-prefixes.ts';
import { mystLabels, withLowerCase } from './myst/labels.ts';
import { readMystText, withRoleBodies } from './myst/myst.ts';
import { NO_MARKDOWN } from './no-markdown.ts';
import { type NumberedLinks, numberedLinks, undefinedNumbers } from './numbered-links.ts';
import { openPage } from './open-page.ts';
import { type InlineText, inlineOf, type Page, passageOf } from './page.ts';
import { findBrokenTags, listsReferences, tagsOfHtmlBlocks, tagsOfText } from './page-tags.ts';
import { type ReferenceTargets, readReferenceLinks, referenceTargets } from './reference-links.ts';
import { type ReferenceLists, readReferenceLists } from './reference-list.ts';
import { isReferenceMark, readRehypeText } from './rehype-citation.ts';

export type { MarkdownFlavor } from './block-rules.ts';

/** What the Markdown layer finds in the masked text of a page. */
export interface MarkdownFacts {
  readonly citations: readonly Citation[];
  readonly references: readonly Reference[];
  readonly footnotes: Footnotes;
  /** Cross-reference targets of MyST; everywhere anchors and numbers of hand-written lists of references. */
  readonly labels: readonly Label[];
  readonly printsReferenceList: boolean;
  readonly printsWholeBibliography: boolean;
  readonly problems: readonly SyntaxProblem[];
}

/** Engines that print the list of references behind the page by themselves, or in its layout. */
const PRINTS_LIST: ReadonlySet<MarkdownFlavor> = new Set(['myst', 'rehype-citation', 'distill']);

export { readItemBodies } from './item-bodies.ts';

const NO_LABELS: ReadonlySet<string> = new Set();

/** Facts while they are gathered. */
interface Draft {
  /** An address in the text becomes a link. */
  readonly linksAddresses: boolean;
  readonly numberedLinks: NumberedLinks | undefined;
  readonly citations: Citation[];
  readonly references: Reference[];
  readonly uses: FootnoteUse[];
  readonly labels: Label[];
  readonly problems: SyntaxProblem[];
  readonly tags: PlacedTag[];
  readonly budget: EmphasisBudget;
  /** Labels of what looks like a note and is none. */
  readonly refused: ReadonlySet<string>;
  printsReferenceList: boolean;
  readonly printsWholeBibliography: boolean;
}

/**
 * Reads the body of a page as one of the engines of the CommonMark family does. `text` is the whole file, template code
 * masked at equal length; `body` is what stands behind the front matter, `parts` what is Markdown in it. A page without a
 * candidate is not taken apart.
 */
export function readMarkdown(
  text: string,
  body: Body,
  flavor: MarkdownFlavor,
  { leavesAddresses }: SiteDialect,
  parts: readonly Region[] = [],
  isMdxFile = false,
): MarkdownFacts {
  const candidates = findCandidates(text, body, flavor);
  if (!candidates.footnotes && !candidates.referenceList && !candidates.citations) return NO_MARKDOWN;
  const opened = openPage(text, body, flavor, parts, isMdxFile);
  const draft: Draft = {
    citations: [...opened.listed],
    references: [],
    uses: [],
    labels: [...opened.labels],
    problems: [...opened.problems],
    tags: [],
    budget: { marks: 0 },
    linksAddresses: leavesAddresses !== true,
    numberedLinks: numberedLinks(text, opened.page.inlineRules.definitions),
    refused:
      candidates.footnotes && opened.page.rules.footnoteLabels === 'kramdown'
        ? refusedLabels(text)
        : NO_LABELS,
    printsReferenceList: opened.printsReferenceList || PRINTS_LIST.has(flavor),
    printsWholeBibliography: opened.printsWholeBibliography,
  };
  if (opened.page.rules.myst) append(draft.labels, mystLabels(opened.page, body.start));
  const targets = candidates.referenceList ? readLists(opened.page, draft) : undefined;
  readTexts(opened.page, candidates, targets, draft);
  readTags(opened.page, draft);
  return finish(opened.page, draft);
}

/** References written by hand, and what points at them. */
export interface HandwrittenReferences {
  readonly references: readonly Reference[];
  /** Links and numbers in the text that point into a list of references. */
  readonly citations: readonly Citation[];
  /** Anchors and numbers of the items of such lists. */
  readonly targets: readonly Label[];
}

const NOTHING_WRITTEN: HandwrittenReferences = { references: [], citations: [], targets: [] };

/**
 * Lists of references and footnotes that are references, for engines with a reader of their own for everything else: a
 * heading, a list and a footnote are the same blocks in all of them.
 */
export function readHandwrittenReferences(text: string, body: Body): HandwrittenReferences {
  const { footnotes, referenceList } = findCandidates(text, body, 'markdown');
  const defines = footnotes && text.slice(body.start, body.end).includes(']: ');
  if (!referenceList && !defines) return NOTHING_WRITTEN;
  const { page } = openPage(text, body, 'markdown');
  const lists = readReferenceLists(page);
  const references = inOrder([...lists.references, ...footnoteReferences(page)]);
  if (lists.references.length === 0) return { ...NOTHING_WRITTEN, references };
  const citations: Citation[] = [];
  const targets = targetsOf(page, lists);
  for (const { texts } of page.parts) {
    for (const block of texts) {
      const passage = passageOf(page, block);
      if (passage.text.includes('[')) readReferenceLinks(inlineOf(page, passage), targets, citations);
    }
  }
  return { references, citations, targets: lists.targets };
}

function readLists(page: Page, draft: Draft): ReferenceTargets {
  const lists = readReferenceLists(page);
  append(draft.references, lists.references);
  append(draft.labels, lists.targets);
  if (lists.references.length > 0) draft.printsReferenceList = true;
  return targetsOf(page, lists);
}

function targetsOf(page: Page, lists: ReferenceLists): ReferenceTargets {
  const headings = page.parts.flatMap(({ texts }) => texts.filter(({ kind }) => kind === 'heading'));
  return referenceTargets(
    lists,
    page.text,
    headings.map(({ starts, ends }) => page.text.slice(starts[0], ends[0])),
  );
}

function readTexts(
  page: Page,
  candidates: Candidates,
  targets: ReferenceTargets | undefined,
  draft: Draft,
): void {
  const mark =
    candidates.citations || targets !== undefined ? /[[<@{}]|&(?:#|commat)|cite[\w:]{0,20}`/ : /\[\^/;
  for (const { texts } of page.parts) {
    for (const block of texts) {
      const passage = passageOf(page, block);
      if (mark.test(passage.text)) readText(page, block, inlineOf(page, passage), targets, draft);
    }
  }
}

function readText(
  page: Page,
  block: TextBlock,
  content: InlineText,
  targets: ReferenceTargets | undefined,
  draft: Draft,
): void {
  const { flavor, inlineRules } = page;
  if (targets !== undefined) readReferenceLinks(content, targets, draft.citations);
  if (draft.numberedLinks !== undefined)
    append(draft.problems, undefinedNumbers(content, draft.numberedLinks, (targets?.numbers.size ?? 0) > 0));
  if (flavor === 'rehype-citation' && isReferenceMark(content.text)) return;
  if (flavor === 'myst' || flavor === 'sphinx') {
    for (const inner of withRoleBodies(content, inlineRules)) {
      const before = draft.citations.length;
      readMystText(inner, flavor, draft);
      const isSwallowed = callsInCitations(page, draft.citations.slice(before));
      append(
        draft.uses,
        footnoteUses(inner, flavor).filter((use) => !isSwallowed(use)),
      );
    }
    return;
  }
  append(draft.uses, footnoteUses(content, flavor, draft.linksAddresses));
  if (draft.refused.size > 0) append(draft.problems, refusedMarks(content, draft.refused));
  if (flavor === 'rehype-citation') readRehypeText(content, block.kind === 'heading', page, draft);
  if (flavor !== 'rehype-citation' && flavor !== 'distill') return;
  append(draft.tags, tagsOfText(content, page));
  if (flavor === 'distill') append(draft.problems, findBrokenTags(content, distillElements));
}

/**
 * To mystmd a bracket behind a key in the text holds a locator, even one that is a call: `@knuth84[^1]`. A note that is not
 * there is called all the same: its author meant one.
 */
function callsInCitations(page: Page, citations: readonly Citation[]): (use: FootnoteUse) => boolean {
  const starts = new Set<number>();
  for (const { region, construct } of citations) {
    if (construct !== 'in-text') continue;
    const at = page.text.slice(region.start, region.end).indexOf('[^');
    if (at !== -1) starts.add(region.start + at);
  }
  const { footnotes, footnoteLabels } = page.inlineRules;
  return ({ region, label }) =>
    starts.has(region.start) && footnotes.has(footnoteIdentifier(label, footnoteLabels));
}

function readTags(page: Page, draft: Draft): void {
  if (page.flavor !== 'rehype-citation' && page.flavor !== 'distill') return;
  const tags = [...draft.tags, ...tagsOfHtmlBlocks(page)];
  tags.sort((a, b) => startOf(a) - startOf(b));
  const isDistill = page.flavor === 'distill';
  const citing = tags.filter((tag) =>
    isDistill ? isTagToKramdown(tag, page.text, draft.problems) : isComponent(page.text, tag),
  );
  const elements = isDistill ? distillElements : citeComponents;
  readElementCites(citing, elements, page.text, draft.citations, draft.problems);
  if (listsReferences(tags)) draft.printsReferenceList = true;
}

/** Whether kramdown reads an element of Distill as a tag, which it tells of if not; of others nobody asks. */
function isTagToKramdown(placed: PlacedTag, text: string, problems: SyntaxProblem[]): boolean {
  const unquoted = distillElements.has(placed.tag.name) ? unquotedValues(placed, text) : [];
  append(problems, unquoted);
  return unquoted.length === 0;
}

/** In JSX `<Cite>` is a component, and `<cite id="author">` the element of HTML. */
function isComponent(text: string, tag: PlacedTag): boolean {
  return /[A-Z]/.test(text.charAt(startOf(tag) + 1));
}

function startOf({ tag, region }: PlacedTag): number {
  return region(tag.start, tag.start + 1).start;
}

function finish(page: Page, draft: Draft): MarkdownFacts {
  const { references, uses, labels, problems, printsReferenceList, printsWholeBibliography } = draft;
  const citations =
    page.flavor === 'sphinx' ? withoutKeyPrefixes(page.text, draft.citations) : draft.citations;
  append(references, footnoteReferences(page));
  const definitions = footnoteDefinitions(page);
  const isUnprinted = unprintedNotes(definitions, uses, page);
  return {
    citations: inOrder(citations.filter(({ region }) => !isUnprinted(region))),
    references: inOrder(references),
    footnotes: { uses: inOrder(uses), definitions, inline: [] },
    labels: inOrder(page.rules.myst ? withLowerCase(labels) : labels),
    printsReferenceList,
    printsWholeBibliography,
    problems: inOrder(problems),
  };
}

function inOrder<T extends { readonly region: Region }>(items: T[]): T[] {
  return items.length < 2 ? items : items.sort((a, b) => a.region.start - b.region.start);
}
