import type { Work } from '../model.ts';
import { personsOf } from './compare-authors.ts';
import { identifierValues } from './compare-parts.ts';
import { familyWords, looseName } from './fold-names.ts';
import { hasArticle, mainTitle, normalizeTitle } from './titles.ts';

/**
 * Names of the buckets a work falls into: two works for which `isSameWork` holds share one at least (but for titles and
 * names with slips of the pen and no common identifier). So duplicates in a list of any length are found by sorting
 * works into buckets and comparing within these. Empty for a work that says too little.
 */
export function workKeys(work: Work): readonly string[] {
  const known = keysOfWorks.get(work) ?? makeKeys(work);
  keysOfWorks.set(work, known);
  return known;
}

/** Several rules ask for the keys of each work, and a session keeps its works. */
const keysOfWorks = new WeakMap<Work, readonly string[]>();

function makeKeys(work: Work): readonly string[] {
  const keys = new Set<string>();
  for (const kind of ['doi', 'arxiv', 'pmid', 'pmcid', 'isbn', 'url'] as const) {
    for (const value of identifierValues(work, kind)) {
      if (kind !== 'url' || /[/?]./.test(value)) keys.add(`${kind}:${value}`);
    }
  }
  const first = personsOf(work)[0];
  if (work.title !== undefined && first !== undefined) {
    const [family = ''] = familyWords(first.value);
    const author = looseName(family);
    for (const title of new Set([work.title.value, mainTitle(work.title.value)])) {
      const words = normalizeTitle(title).split(' ');
      const key = words.slice(hasArticle(words) ? 1 : 0).join('');
      if (key !== '' && author !== '') keys.add(`title:${key}|${author}`);
    }
  }
  return [...keys];
}
