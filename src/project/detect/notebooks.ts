import type { DialectName } from '../../model.ts';
import { isNotebook } from '../../text/is-notebook.ts';
import { withoutExtension } from '../../text/path.ts';

/**
 * Whether the engine of a site prints the notebooks in it, and prints their Markdown as it prints that of its other pages.
 * In Sphinx it is myst-nb that does, which Jupyter Book brings along; nbsphinx has Pandoc make reStructuredText of them.
 *
 * @param settings The `conf.py` of the site, `''` where there is none.
 */
export function readsNotebooks(name: DialectName, settings: string): boolean {
  if (name !== 'sphinx') return name === 'myst' || name === 'quarto';
  return settings === '' || /\bmyst_nb\b/.test(settings);
}

const TEXT = /\.(?:md|markdown|qmd|rmd)$/i;

/**
 * The documents without notebooks of a page that stands among them in Markdown as well: Jupytext keeps the two alike, Quarto
 * renders one to the other, and engines that find both take the text.
 */
export function withoutTwins(documents: readonly string[]): readonly string[] {
  if (!documents.some(isNotebook)) return documents;
  const texts = new Set(documents.filter((path) => TEXT.test(path)).map(withoutExtension));
  return documents.filter((path) => !isNotebook(path) || !texts.has(withoutExtension(path)));
}
