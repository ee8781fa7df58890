import type { BibEntry, BibliographyLink, DocumentFacts, FootnoteUse, Reference, Region } from '../model.ts';
import { keyPointers } from '../project/key-uses.ts';
import type { View } from './view.ts';

/** What stands at a place of a file. */
export type Target = { readonly region: Region } & (
  | { readonly kind: 'key'; readonly key: string; readonly role: 'cite' | 'entry' | 'pointer' }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'footnote'; readonly label: string }
  | { readonly kind: 'bibliography'; readonly link: BibliographyLink }
);

/** What the cursor is on: a key before the reference text round it. A cursor right behind a word is still on it. */
export function targetAt(view: View, path: string, offset: number): Target | undefined {
  const facts = view.facts(path);
  if (facts === undefined) return undefined;
  const holds = ({ start, end }: Region): boolean => offset >= start && offset <= end;
  const inEntries = keyInEntries(facts.entries, holds);
  if (inEntries !== undefined || facts.kind === 'bibliography') return inEntries;
  return (
    citedKey(view, facts, holds) ??
    footnoteLabel(facts, holds) ??
    bibliographyPath(view, facts, holds) ??
    referenceText(facts, holds)
  );
}

type Test = (region: Region) => boolean;

function keyInEntries(entries: readonly BibEntry[], holds: Test): Target | undefined {
  const entry = entries.find(({ region, keyRegion }) => holds(region) || holds(keyRegion));
  if (entry === undefined) return undefined;
  if (holds(entry.keyRegion)) {
    return { kind: 'key', key: entry.key, role: 'entry', region: entry.keyRegion };
  }
  const pointer = keyPointers(entry).find(({ region }) => holds(region));
  return pointer === undefined
    ? undefined
    : { kind: 'key', key: pointer.key, role: 'pointer', region: pointer.region };
}

function citedKey(view: View, document: DocumentFacts, holds: Test): Target | undefined {
  for (const { cites } of view.project.citationsOf(document)) {
    for (const { key, keyRegion: region } of cites) {
      if (holds(region) && key !== '*') return { kind: 'key', key, role: 'cite', region };
    }
  }
  return undefined;
}

function footnoteLabel({ footnotes }: DocumentFacts, holds: Test): Target | undefined {
  const use = footnotes.uses.find(({ region }) => holds(region));
  if (use !== undefined) return { kind: 'footnote', label: use.label, region: labelRegion(use) };
  const definition = footnotes.definitions.find((candidate) => holds(candidate.labelRegion));
  if (definition === undefined) return undefined;
  return { kind: 'footnote', label: definition.label, region: definition.labelRegion };
}

/** The region of the label in `[^label]`. */
export function labelRegion({ region: { start, end } }: FootnoteUse): Region {
  return { start: start + 2, end: end - 1 };
}

function bibliographyPath(view: View, document: DocumentFacts, holds: Test): Target | undefined {
  const links = view.project.linksOf(document);
  const link = links.find(({ at }) => at?.path === document.path && holds(at.region));
  return link?.at === undefined ? undefined : { kind: 'bibliography', link, region: link.at.region };
}

function referenceText({ references }: DocumentFacts, holds: Test): Target | undefined {
  const reference = references.find(({ region }) => holds(region));
  return reference === undefined ? undefined : { kind: 'reference', reference, region: reference.region };
}
