import {
  defineRule,
  type Location,
  type Project,
  type ReferenceUse,
  type Region,
  type Work,
} from '../../src/model.ts';
import { compareWorks, describeDifferences } from '../../src/work/compare.ts';
import { hasSameFirstAuthor } from '../../src/work/compare-authors.ts';
import { normalizeTitle } from '../../src/work/titles.ts';
import { likelyTwins } from '../shared/likely-twins.ts';
import { regionInReference } from '../shared/reference-uses.ts';

/** An identifier names one work: given to two, one of them links to the other's page. */
export default defineRule({
  id: 'shared-identifier',
  description: 'Disallow one DOI or ISBN on two different works.',
  scope: 'project',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    shared: '{kind} `{value}` stands on two works, `{first}` and `{second}`: {difference}.',
  },
  options: {},

  check(project, { report }) {
    for (const [value, [first, ...others]] of holdersByIdentifier(project)) {
      if (first === undefined) continue;
      for (const other of others) {
        if (other.key === first.key || !areTwoWorks(first.work, other.work, other.kind)) continue;
        const { differences } = compareWorks(first.work, other.work);
        const kind = NAMES[other.kind] ?? other.kind;
        report({
          at: other.at,
          messageId: 'shared',
          data: {
            kind,
            value,
            first: first.key,
            second: other.key,
            difference: describeDifferences(differences.slice(0, 2)),
          },
          related: [{ at: first.at, message: `on \`${first.key}\`` }],
        });
      }
    }
  },
});

interface Holder {
  readonly key: string;
  readonly kind: string;
  readonly work: Work;
  readonly at: Location;
}

const NAMES: Readonly<Record<string, string>> = {
  doi: 'DOI',
  isbn: 'ISBN',
  arxiv: 'arXiv identifier',
  pmid: 'PMID',
};

function holdersByIdentifier(project: Project): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>();
  const add = (key: string, work: Work, at: (region: Region) => Location): void => {
    for (const { kind, value, region } of work.identifiers) {
      if (NAMES[kind] === undefined) continue;
      const holder = { key, kind, work, at: at(region) };
      const same = holders.get(value);
      if (same === undefined) holders.set(value, [holder]);
      // More than a handful under one number is a pattern of the file, and comparing all of them costs too much.
      else if (same.length < 20) same.push(holder);
    }
  };
  const twins = project.shared(likelyTwins);
  const withReferences = identifiedReferences(project);
  for (const { path, entry } of project.entries()) {
    // Beside hand-written references an entry may have its twin there.
    if (withReferences.length === 0 && !twins.has(entry)) continue;
    add(entry.key, project.workOf(entry), (region) => ({ path, region }));
  }
  for (const { document, reference } of withReferences) {
    if (reference.key === undefined) continue;
    const at = (region: Region) => ({
      path: document.path,
      region: regionInReference(reference, region),
    });
    add(reference.key, project.workOf(reference), at);
  }
  return holders;
}

/** The uses of the texts that bear an identifier, page by page: most texts bear none, and each is asked once. */
function identifiedReferences(project: Project): ReferenceUse[] {
  const identified = new Set<string>();
  for (const [text, [first]] of project.referencesByText()) {
    const identifiers = first === undefined ? [] : project.workOf(first.reference).identifiers;
    if (identifiers.some(({ kind }) => NAMES[kind] !== undefined)) identified.add(text);
  }
  if (identified.size === 0) return [];
  return project.documents.flatMap((document) =>
    document.references
      .filter(({ text }) => identified.has(text))
      .map((reference) => ({ document, reference })),
  );
}

/**
 * What stands in a volume shares the number of the volume, which bears it too: that is no mistake. A number of arXiv or
 * PubMed is that of a paper alone.
 */
function areTwoWorks(a: Work, b: Work, kind: string): boolean {
  if (a.title === undefined || b.title === undefined) return false;
  const isOfVolumes = kind === 'doi' || kind === 'isbn';
  if (isOfVolumes && (isPart(a) || isPart(b))) return false;
  if (kind === 'isbn' && (!isWholeBook(a) || !isWholeBook(b) || hasSameFirstAuthor(a, b))) return false;
  const { verdict } = compareWorks(a, b);
  return verdict === 'different' && wordsShared(a.title.value, b.title.value) < 0.5;
}

/**
 * Editions, translations, retitled printings and the volumes of a set by one author may bear one ISBN: publishers reuse it.
 * A paper, a chapter entered as a book, or a volume that somebody edited says nothing about whose the number is.
 */
function isWholeBook({ kind, authors, container, pages, volume, edition }: Work): boolean {
  return (
    kind === 'book' &&
    authors.length > 0 &&
    [container, pages, volume, edition].every((part) => part === undefined)
  );
}

function isPart({ kind, container }: Work): boolean {
  return kind === 'chapter' || (kind === 'book' && container !== undefined);
}

/** Share of the shorter title's words that the longer one has too. */
function wordsShared(a: string, b: string): number {
  const left = new Set(normalizeTitle(a).split(' '));
  const right = new Set(normalizeTitle(b).split(' '));
  const [short, long] = left.size <= right.size ? [left, right] : [right, left];
  return [...short].filter((word) => long.has(word)).length / short.size;
}
