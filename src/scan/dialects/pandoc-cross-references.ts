import type { SiteDialect } from '../../model.ts';

/** Prefixes that pandoc-crossref and Manubot's pandoc-xnos filters resolve (`@fig:plot`). */
const PANDOC_CROSS_REFERENCES: readonly string[] = ['fig:', 'tbl:', 'eq:', 'sec:', 'lst:'];

/** Prefixes that Quarto resolves (`@fig-plot`), by its documentation. */
export const QUARTO_CROSS_REFERENCES: readonly string[] =
  'fig tbl lst tip nte wrn imp cau thm lem cor prp cnj def exm exr sol rem alg eq sec'
    .split(' ')
    .map((prefix) => prefix + '-');

/**
 * Tells the keys that are cross-references: those with a prefix of the dialect or of the site. The first letter may be a
 * capital, which asks for “Figure” instead of “figure”.
 */
export function crossReferenceTest({ name, crossReferencePrefixes }: SiteDialect): (key: string) => boolean {
  const own =
    name === 'quarto' ? QUARTO_CROSS_REFERENCES : name === 'rmarkdown' ? [] : PANDOC_CROSS_REFERENCES;
  const prefixes = [...new Set([...own, ...crossReferencePrefixes])];
  return (key) => {
    const lower = key.charAt(0).toLowerCase() + key.slice(1);
    return prefixes.some((prefix) => key.startsWith(prefix) || lower.startsWith(prefix));
  };
}
