import type { SiteDialect } from '../../model.ts';
import { remember } from '../../text/remember.ts';

/** Prefixes that pandoc-crossref and Manubot's pandoc-xnos filters resolve (`@fig:plot`). */
export const PANDOC_CROSS_REFERENCES: readonly string[] = ['fig:', 'tbl:', 'eq:', 'sec:', 'lst:'];

/** Prefixes that Quarto resolves (`@fig-plot`), by its documentation. */
export const QUARTO_CROSS_REFERENCES: readonly string[] =
  'fig tbl lst tip nte wrn imp cau thm lem cor prp cnj def exm exr sol rem alg eq sec'
    .split(' ')
    .map((prefix) => prefix + '-');

/**
 * Tells the keys that are cross-references: those with a prefix of the dialect or of the site. The first letter may be a
 * capital, which asks for “Figure” instead of “figure”.
 */
export function crossReferenceTest(dialect: SiteDialect): (key: string) => boolean {
  return remember(tests, dialect, () => makeTest(dialect));
}

/** All pages of a site share one. */
const tests = new WeakMap<SiteDialect, (key: string) => boolean>();

function makeTest({ name, crossReferencePrefixes }: SiteDialect): (key: string) => boolean {
  const own =
    name === 'quarto' ? QUARTO_CROSS_REFERENCES : name === 'rmarkdown' ? [] : PANDOC_CROSS_REFERENCES;
  const prefixes = [...new Set([...own, ...crossReferencePrefixes])];
  if (prefixes.length === 0) return () => false;
  const [end = '', ...otherEnds] = new Set(prefixes.map((prefix) => prefix.slice(1).slice(-1)));
  return (key) => {
    // Asked of every key of every page: a key without the colon that all prefixes end with has none of them.
    if (!key.includes(end) && (otherEnds.length === 0 || !holdsOneOf(key, otherEnds))) return false;
    const lower = key.charAt(0).toLowerCase() + key.slice(1);
    return prefixes.some((prefix) => key.startsWith(prefix) || lower.startsWith(prefix));
  };
}

function holdsOneOf(key: string, parts: readonly string[]): boolean {
  for (const part of parts) if (key.includes(part)) return true;
  return false;
}
