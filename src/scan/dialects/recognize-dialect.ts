import type { DialectName, SiteDialect } from '../../model.ts';
import { isNotebook } from '../../text/is-notebook.ts';
import { folderOf } from '../../text/path.ts';
import { crossReferencesOf } from './pandoc-cross-references.ts';

/** One sign of a dialect in a document that stands outside any site; the first that holds decides. */
const SIGNS: readonly {
  readonly name: DialectName;
  readonly sign: RegExp;
  readonly on: 'path' | 'text';
  readonly reason: string;
}[] = [
  { name: 'quarto', on: 'path', sign: /\.qmd$/i, reason: 'its name ends in .qmd' },
  { name: 'rmarkdown', on: 'path', sign: /\.rmd$/i, reason: 'its name ends in .Rmd' },
  { name: 'hugo', on: 'text', sign: /\{\{[<%]/, reason: 'it holds Hugo shortcodes' },
  { name: 'hugo', on: 'text', sign: /^\uFEFF?\s*\+\+\+\s/, reason: 'its front matter is TOML' },
  {
    name: 'jekyll',
    on: 'text',
    // Markdoc writes `{% cite key="knuth84" /%}`.
    sign: /\{%-?\s{0,9}(?:(?:cite|nocite|reference|quote)\s{1,9}(?!\w{1,40}=)["'\w]|bibliography\b)/,
    reason: 'it holds jekyll-scholar tags',
  },
  { name: 'distill', on: 'text', sign: /<dt?-cite\b/, reason: 'it holds elements of Distill that cite' },
  { name: 'myst', on: 'text', sign: /\{(?:foot)?cite[a-z:]*\}`/, reason: 'it holds MyST roles' },
  { name: 'rehype-citation', on: 'path', sign: /\.mdx$/i, reason: 'its name ends in .mdx' },
  {
    name: 'pandoc',
    on: 'text',
    // Obsidian's `[[@knuth84]]` is a link to a note of that name, `[array][@types/node]` one to what
    // `[@types/node]: https://…` says. In the style of the APA a handle stands between name and date: `[@AdaL]. (2012`.
    sign: /(?<![[\]])\[(?:[^[\]\n]*[\s;-])?@[\w{](?![^[\]\n]{0,200}\](?:\(|:[ \t]?<?https?:|\.[ \t]\((?:\d{4}|n\.d\.)))|^(?:bibliography|nocite|references)\s*:/m,
    reason: 'it holds Pandoc citations',
  },
];

/**
 * The dialect of a single document, by what stands in it; `markdown` where nothing speaks for another. Of a notebook its
 * text is asked, not its file.
 */
export function recognizeDialect(path: string, text: string): SiteDialect {
  const found = SIGNS.find(({ on, sign }) => sign.test(on === 'path' ? path : text));
  // Pandoc by itself reads no citations in notebooks; Quarto does.
  const name = found?.name === 'pandoc' && isNotebook(path) ? 'quarto' : (found?.name ?? 'markdown');
  return {
    name,
    root: folderOf(path),
    reason: found?.reason ?? 'nothing in it belongs to another dialect',
    shortcodes: {},
    shortcodesComplete: false,
    crossReferencePrefixes: crossReferencesOf(name),
  };
}
