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
import { distillElements } from '../dialects/distill-elements.ts';
import { readCiteLinks } from '../dialects/documenter.ts';
import { inOrder } from '../in-order.ts';
import type { MarkdownFlavor } from './block-rules.ts';
import type { TextBlock } from './blocks.ts';
import { type Candidates, findCandidates } from './candidates.ts';
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
import { readForeignCites } from './foreign-cites.ts';
import { targetsOf } from './handwritten-references.ts';
import type { PlacedTag } from './html-tag.ts';
import { withoutKeyPrefixes } from './key-prefixes.ts';
import { mystLabels, withLowerCase } from './myst/labels.ts';
import { readMystText, withRoleBodies } from './myst/myst.ts';
import { NO_MARKDOWN } from './no-markdown.ts';
import { notesInLabels } from './notes-in-labels.ts';
import { type NumberedLinks, numberedLinks, undefinedNumbers } from './numbered-links.ts';
import { openPage } from './open-page.ts';
import { type InlineText, inlineOf, type Page, passageOf } from './page.ts';
import { findBrokenTags, readElements, tagsOfText } from './page-tags.ts';
import { type ReferenceTargets, readReferenceLinks } from './reference-links.ts';
import { readReferenceLists } from './reference-list.ts';
import { isReferenceMark, readRehypeText } from './rehype-citation.ts';

export type { MarkdownFlavor } from './block-rules.ts';
export { readItemBodies } from './item-bodies.ts';

/** What the Markdown layer finds in the masked text of a page. */
export interface MarkdownFacts {
  readonly citations: readonly Citation[];
  readonly references: readonly Reference[];
  readonly footnotes: Footnotes;
  /** Cross-reference targets of MyST; everywhere anchors and numbers of hand-written lists of references. */
  readonly labels: readonly Label[];
  readonly printsReferenceList: boolean;
  readonly printsWholeBibliography: boolean;
  readonly keysInCode: readonly string[];
  readonly problems: readonly SyntaxProblem[];
}

/** What is known of a page beside its text. */
export interface PageTraits {
  /** What is Markdown in its front matter. */
  readonly parts?: readonly Region[];
  readonly isMdxFile?: boolean;
  /** Shortcodes or tags of the page cite. */
  readonly citesInTemplate?: boolean;
}

/** Engines that print the list of references behind the page by themselves, or in its layout. */
const PRINTS_LIST: ReadonlySet<MarkdownFlavor> = new Set(['myst', 'rehype-citation', 'distill']);

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
 * masked at equal length; `body` is what stands behind the front matter. A page without a candidate is not taken apart.
 */
export function readMarkdown(
  text: string,
  body: Body,
  flavor: MarkdownFlavor,
  { leavesAddresses }: SiteDialect,
  { parts = [], isMdxFile = false, citesInTemplate = false }: PageTraits = {},
): MarkdownFacts {
  const candidates = findCandidates(text, body, flavor, citesInTemplate);
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
  if (flavor === 'rehype-citation' || flavor === 'distill') {
    const { tags, citations, problems } = draft;
    if (readElements(opened.page, tags, citations, problems)) draft.printsReferenceList = true;
  }
  return finish(opened.page, draft);
}

function readLists(page: Page, draft: Draft): ReferenceTargets {
  const lists = readReferenceLists(page);
  append(draft.references, lists.references);
  append(draft.labels, lists.targets);
  if (lists.references.length > 0) draft.printsReferenceList = true;
  return targetsOf(page, lists);
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
  const { flavor } = page;
  if (targets !== undefined) readReferenceLinks(content, targets, draft.citations);
  if (draft.numberedLinks !== undefined)
    append(draft.problems, undefinedNumbers(content, draft.numberedLinks, (targets?.numbers.size ?? 0) > 0));
  if (flavor === 'rehype-citation' && isReferenceMark(content.text)) return;
  append(draft.problems, notesInLabels(content, page.text));
  if (flavor === 'myst' || flavor === 'sphinx') {
    readMystPassage(page, content, flavor, draft);
    return;
  }
  if (flavor === 'documenter') readCiteLinks(content, draft);
  append(draft.problems, readForeignCites(content, flavor));
  append(draft.uses, footnoteUses(content, flavor, draft.linksAddresses));
  if (draft.refused.size > 0) append(draft.problems, refusedMarks(content, draft.refused));
  if (flavor === 'rehype-citation') readRehypeText(content, block.kind === 'heading', page, draft);
  if (flavor !== 'rehype-citation' && flavor !== 'distill') return;
  append(draft.tags, tagsOfText(content, page));
  if (flavor === 'distill') append(draft.problems, findBrokenTags(content, distillElements));
}

/** Reads a text with what stands in the roles that print Markdown. */
function readMystPassage(page: Page, content: InlineText, flavor: 'myst' | 'sphinx', draft: Draft): void {
  for (const inner of withRoleBodies(content, page.inlineRules)) {
    const before = draft.citations.length;
    readMystText(inner, flavor, draft);
    const isSwallowed = callsInCitations(page, draft.citations.slice(before));
    append(
      draft.uses,
      footnoteUses(inner, flavor).filter((use) => !isSwallowed(use)),
    );
  }
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
    keysInCode: NO_MARKDOWN.keysInCode,
    problems: inOrder(problems),
  };
}
