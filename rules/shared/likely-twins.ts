import type { BibEntry, IdentifierKind, Project } from '../../src/model.ts';
import { doiOfUrl, urlKey } from '../../src/work/identifiers.ts';
import { roughTitles } from '../../src/work/rough-title.ts';
import { eachField } from './field-columns.ts';
import { identifiersOfEntries } from './identifiers.ts';

const KINDS: readonly IdentifierKind[] = ['doi', 'arxiv', 'pmid', 'pmcid', 'isbn', 'url'];
const TITLES = ['title', 'ti', 't1', 'ct'];

/**
 * The entries that share a title or an identifier with another one, roughly: all others are works of their own, and need
 * not be read as works to tell. Ask for it by `project.shared`.
 */
export function likelyTwins(project: Project): ReadonlySet<BibEntry> {
  const twins = new Set<BibEntry>();
  const firsts = new Map<string, BibEntry>();
  const add = (name: string, entry: BibEntry): void => {
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, entry);
    else if (first !== entry) twins.add(first).add(entry);
  };
  for (const kind of KINDS) {
    for (const { entry, reading } of identifiersOfEntries(project, kind)) {
      if (reading.value === '') continue;
      add(`${kind}:${kind === 'url' ? urlKey(reading.value) : reading.value}`, entry);
      const other = kind === 'url' ? doiOfUrl(reading.value) : undefined;
      if (other !== undefined) add(`doi:${other}`, entry);
      const arxiv = kind === 'doi' ? /^10\.48550\/arxiv\.([^v]+)/.exec(reading.value)?.[1] : undefined;
      if (arxiv !== undefined) add(`arxiv:${arxiv}`, entry);
    }
  }
  eachField(project, TITLES, ({ value }, { entry }) => {
    for (const title of roughTitles(value)) if (title !== '') add(`title:${title}`, entry);
  });
  return twins;
}
