import type { BibEntry, Project } from '../../src/model.ts';
import { doiOfUrl, urlKey } from '../../src/work/identifiers.ts';
import { roughTitles } from '../../src/work/rough-title.ts';
import { eachField } from './field-columns.ts';
import { identifiersOfEntries } from './identifiers.ts';

const TITLES = ['title', 'ti', 't1', 'ct'];

/**
 * The entries that share a title or an identifier with another one, roughly: all others are works of their own, and need
 * not be read as works to tell. Ask for it by `project.shared`.
 */
export function likelyTwins(project: Project): ReadonlySet<BibEntry> {
  const twins = new Set<BibEntry>();
  const titles = new Map<number, BibEntry>();
  const firsts = {
    doi: new Map<string, BibEntry>(),
    arxiv: new Map<string, BibEntry>(),
    pmid: new Map<string, BibEntry>(),
    pmcid: new Map<string, BibEntry>(),
    isbn: new Map<string, BibEntry>(),
    url: new Map<string, BibEntry>(),
  };
  const add = <N>(name: N, entry: BibEntry, known: Map<N, BibEntry>): void => {
    const first = known.get(name);
    if (first === undefined) known.set(name, entry);
    else if (first !== entry) twins.add(first).add(entry);
  };
  for (const kind of Object.keys(firsts) as (keyof typeof firsts)[]) {
    for (const { entry, reading } of identifiersOfEntries(project, kind)) {
      const { value } = reading;
      if (value === '') continue;
      add(kind === 'url' ? urlKey(value) : value, entry, firsts[kind]);
      const other = kind === 'url' ? doiOfUrl(value) : undefined;
      if (other !== undefined) add(other, entry, firsts.doi);
      const arxiv = kind === 'doi' ? /^10\.48550\/arxiv\.([^v]+)/.exec(value)?.[1] : undefined;
      if (arxiv !== undefined) add(arxiv, entry, firsts.arxiv);
    }
  }
  eachField(project, TITLES, ({ value }, { entry }) => {
    for (const title of roughTitles(value)) add(title, entry, titles);
  });
  return twins;
}
