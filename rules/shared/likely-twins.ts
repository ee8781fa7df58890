import type { BibEntry, Project } from '../../src/model.ts';
import { eachRepeated, hashText } from '../../src/text/hash.ts';
import { doiOfUrl, urlKey } from '../../src/work/identifiers.ts';
import { roughTitles } from '../../src/work/rough-title.ts';
import { eachField } from './field-columns.ts';
import { identifiersOfEntries } from './identifiers.ts';

const TITLES = ['title', 'ti', 't1', 'ct'];

/** Identifiers by which two entries may be one, each with the seed of its hashes. */
const SEEDS = { doi: 1, arxiv: 2, pmid: 3, pmcid: 4, isbn: 5, url: 6 } as const;
const KINDS = Object.keys(SEEDS) as (keyof typeof SEEDS)[];

/**
 * The entries that share a title or an identifier with another one, roughly: all others are works of their own, and need
 * not be read as works to tell. Ask for it by `project.shared`.
 */
export function likelyTwins(project: Project): ReadonlySet<BibEntry> {
  // Of each name an entry goes by the hash, and at the same index the entry.
  const names: number[] = [];
  const owners: BibEntry[] = [];
  const add = (name: number, entry: BibEntry): void => {
    names.push(name);
    owners.push(entry);
  };
  for (const kind of KINDS) {
    identifiersOfEntries(project, kind).forEach(({ entry, reading: { value } }) => {
      if (value === '') return;
      add(hashText(kind === 'url' ? urlKey(value) : value, SEEDS[kind]), entry);
      const other = kind === 'url' ? doiOfUrl(value) : undefined;
      if (other !== undefined) add(hashText(other, SEEDS.doi), entry);
      const arxiv = kind === 'doi' ? /^10\.48550\/arxiv\.([^v]+)/.exec(value)?.[1] : undefined;
      if (arxiv !== undefined) add(hashText(arxiv, SEEDS.arxiv), entry);
    });
  }
  eachField(project, TITLES, ({ value }, { entry }) => {
    for (const title of roughTitles(value)) add(title, entry);
  });
  const twins = new Set<BibEntry>();
  eachRepeated(names, (first, later) => {
    const [one, other] = [owners[first]!, owners[later]!];
    if (one !== other) twins.add(one).add(other);
  });
  return twins;
}
