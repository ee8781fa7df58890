/**
 * Whether a file is by its name a part of other pages: Quarto and bookdown print no page for `_intro.qmd` and for what lies
 * in `_parts/`, so what such a file lacks, the page that includes it may have.
 */
export function isPartialPath(path: string): boolean {
  return path.startsWith('_') || path.includes('/_');
}
