import type { DialectName, SiteDialect } from '../../model.ts';
import { remember } from '../../text/remember.ts';

/** Prefixes that pandoc-crossref and Manubot's pandoc-xnos filters resolve (`@fig:plot`). */
const PANDOC_CROSS_REFERENCES: readonly string[] = ['fig:', 'tbl:', 'eq:', 'sec:', 'lst:'];

/** Prefixes that Quarto resolves (`@fig-plot`), by its documentation. */
export const QUARTO_CROSS_REFERENCES: readonly string[] =
  'fig tbl lst tip nte wrn imp cau thm lem cor prp cnj def exm exr sol rem alg eq sec'
    .split(' ')
    .map((prefix) => prefix + '-');

const BY_DIALECT: Readonly<Partial<Record<DialectName, readonly string[]>>> = {
  pandoc: PANDOC_CROSS_REFERENCES,
  manubot: PANDOC_CROSS_REFERENCES,
  'mkdocs-bibtex': PANDOC_CROSS_REFERENCES,
  quarto: QUARTO_CROSS_REFERENCES,
};

/** The prefixes of cross-references in a dialect, whatever the site. */
export function crossReferencesOf(dialect: DialectName): readonly string[] {
  return BY_DIALECT[dialect] ?? [];
}

/** The names of filters and packages that number things in Quarto and R Markdown, too, where they are asked for. */
export const NUMBERING_FILTERS = /\bpandoc-(?:crossref|(?:x|fig|table|eq|sec)nos)\b|\blitedown\b/;
/** The prefixes of what these number: litedown has `@tab:one` and `@chp:intro` besides those of Pandoc. */
export const OF_NUMBERING_FILTERS: readonly string[] = [...PANDOC_CROSS_REFERENCES, 'tab:', 'chp:'];

/**
 * Tells the keys that are cross-references: those with a prefix of the site, or of a filter that the front matter of the page
 * names. The first letter may be a capital, which asks for “Figure” instead of “figure”.
 */
export function crossReferenceTest(dialect: SiteDialect, frontMatter: string): (key: string) => boolean {
  const ofSite = remember(tests, dialect, () => makeTest(dialect.crossReferencePrefixes));
  const { name } = dialect;
  const isFiltered = (name === 'quarto' || name === 'rmarkdown') && NUMBERING_FILTERS.test(frontMatter);
  const test = isFiltered ? (key: string) => ofSite(key) || ofFilter(key) : ofSite;
  if (dialect.numbersExamples !== true && !NUMBERS_EXAMPLES.test(frontMatter)) return test;
  return (key) => test(key) || EXAMPLE.test(key);
}

/** The filter pandoc-ling numbers the examples of linguists, as `ex3` where they have no name. */
export const NUMBERS_EXAMPLES = /\bpandoc-ling\b/;
/** `[@next]` and `[@llast]`, the last but one; it asks for no more than the word at the end. */
const EXAMPLE = /^(?:ex\d+(?:\.\d+)?|(?:last)?l+ast|(?:next)?n+ext)$/;

/** All pages of a site share one. */
const tests = new WeakMap<SiteDialect, (key: string) => boolean>();

function makeTest(prefixes: readonly string[]): (key: string) => boolean {
  if (prefixes.length === 0) return () => false;
  const [end = '', ...otherEnds] = new Set(prefixes.map((prefix) => prefix.slice(1).slice(-1)));
  return (key) => {
    // Asked of every key of every page: a key without the colon that all prefixes end with has none of them.
    if (!key.includes(end) && (otherEnds.length === 0 || !holdsOneOf(key, otherEnds))) return false;
    const lower = key.charAt(0).toLowerCase() + key.slice(1);
    return prefixes.some((prefix) => key.startsWith(prefix) || lower.startsWith(prefix));
  };
}

const ofFilter = makeTest(OF_NUMBERING_FILTERS);

function holdsOneOf(key: string, parts: readonly string[]): boolean {
  for (const part of parts) if (key.includes(part)) return true;
  return false;
}
