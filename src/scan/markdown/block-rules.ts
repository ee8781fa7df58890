/** The engines this layer reads for; `goldmark` is Hugo's, `kramdown` Jekyll's, `python-markdown` that of MkDocs, `documenter` Julia's. */
export type MarkdownFlavor =
  | 'myst'
  | 'sphinx'
  | 'rehype-citation'
  | 'distill'
  | 'documenter'
  | 'markdown'
  | 'python-markdown'
  | 'goldmark'
  | 'kramdown';

/** What a footnote label may hold: the rule of each engine, see `readFootnoteLabel`. */
export type FootnoteLabels = 'gfm' | 'goldmark' | 'kramdown' | 'myst';

/** Where an engine departs from CommonMark in what it takes for a block. */
export interface BlockRules {
  readonly footnoteLabels: FootnoteLabels;
  /** `[^a]: text` right behind a line of a paragraph starts a definition. */
  readonly footnoteInterrupts: boolean;
  /** A line that is not indented may go on with the paragraph of a definition. */
  readonly lazyFootnotes: boolean;
  /** The text of a definition may begin on the line below its mark, however far in; its lines are counted from the margin. */
  readonly footnoteBelow: boolean;
  /** A fence without its end runs to the end of its container; to kramdown it is no fence at all. */
  readonly unclosedFence: boolean;
  /**
   * kramdown keeps an HTML element raw up to its closing tag, and looks for tables before footnotes; MDX has
   * no HTML, and none but Docusaurus takes its comments.
   */
  readonly html: 'commonmark' | 'kramdown' | 'none';
  readonly indentedCode: boolean;
  /** Any list marker ends a paragraph, not only one that CommonMark lets. */
  readonly listInterrupts: boolean;
  readonly definitionLists: boolean;
  /** Python-Markdown, as MkDocs is written for, and Julia: `!!! note`, `??? note` and `=== "Tab"` with an indented body. */
  readonly admonitions: boolean;
  /** `:::` fences, `(label)=`, `% comment`, `+++`, `$$` and amsmath blocks. */
  readonly myst: boolean;
  /** Lines of `import` and `export`. */
  readonly modules: boolean;
}

const COMMONMARK: BlockRules = {
  footnoteLabels: 'gfm',
  footnoteInterrupts: true,
  lazyFootnotes: true,
  footnoteBelow: false,
  unclosedFence: true,
  html: 'commonmark',
  indentedCode: true,
  listInterrupts: false,
  definitionLists: false,
  admonitions: false,
  myst: false,
  modules: false,
};

const MYST: BlockRules = { ...COMMONMARK, footnoteLabels: 'myst', definitionLists: true, myst: true };

const KRAMDOWN: BlockRules = {
  ...COMMONMARK,
  footnoteLabels: 'kramdown',
  footnoteInterrupts: false,
  lazyFootnotes: false,
  unclosedFence: false,
  html: 'kramdown',
  listInterrupts: true,
  definitionLists: true,
};

/** The block rules of each engine. Distill pages are written for kramdown (al-folio). */
export const blockRules: Readonly<Record<MarkdownFlavor, BlockRules>> = {
  myst: MYST,
  sphinx: MYST,
  'rehype-citation': COMMONMARK,
  distill: KRAMDOWN,
  documenter: { ...COMMONMARK, admonitions: true },
  markdown: { ...COMMONMARK, admonitions: true },
  // A site without the extension `def_list` has no use for a line that begins with a colon.
  'python-markdown': { ...COMMONMARK, footnoteBelow: true, admonitions: true, definitionLists: true },
  goldmark: { ...COMMONMARK, footnoteLabels: 'goldmark', definitionLists: true },
  kramdown: KRAMDOWN,
};

/** MDX: no HTML, no indented code, JavaScript modules. */
export const mdxRules: BlockRules = { ...COMMONMARK, html: 'none', indentedCode: false, modules: true };
