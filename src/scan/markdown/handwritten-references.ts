import type { Citation, Label, Reference } from '../../model.ts';
import type { Body } from '../body.ts';
import { inOrder } from '../in-order.ts';
import { findCandidates } from './candidates.ts';
import { footnoteReferences } from './footnotes.ts';
import { openPage } from './open-page.ts';
import { inlineOf, type Page, passageOf } from './page.ts';
import { type ReferenceTargets, readReferenceLinks, referenceTargets } from './reference-links.ts';
import { type ReferenceLists, readReferenceLists } from './reference-list.ts';

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
      if (/\[|<a\s/i.test(passage.text)) readReferenceLinks(inlineOf(page, passage), targets, citations);
    }
  }
  return { references, citations, targets: lists.targets };
}

/** What links and numbers can point at: the items of the lists, and the headings of the page. */
export function targetsOf(page: Page, lists: ReferenceLists): ReferenceTargets {
  const headings = page.parts.flatMap(({ texts }) => texts.filter(({ kind }) => kind === 'heading'));
  return referenceTargets(
    lists,
    page.text,
    headings.map(({ starts, ends }) => page.text.slice(starts[0], ends[0])),
  );
}
