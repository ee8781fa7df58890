/** Which parts of a directive are Markdown. */
export interface DirectiveContent {
  readonly argument: boolean;
  /** `lines`: a table of values, each line of which holds inline Markdown. */
  readonly body: 'blocks' | 'lines' | 'none';
  /** Options whose value is Markdown. */
  readonly options: readonly string[];
}

/** The two engines that read MyST. */
export type MystEngine = 'myst' | 'sphinx';

/** What an engine reads of a directive. */
export function directiveContent(name: string, engine: MystEngine): DirectiveContent {
  return engine === 'myst' ? (MYSTMD.get(name) ?? NOTHING) : inSphinx(name);
}

const NOTHING: DirectiveContent = { argument: false, body: 'none', options: [] };
const WITH_TITLE: DirectiveContent = { argument: true, body: 'blocks', options: [] };
const BODY: DirectiveContent = { argument: false, body: 'blocks', options: [] };
const TITLE: DirectiveContent = { argument: true, body: 'none', options: [] };
const CODE: DirectiveContent = { argument: false, body: 'none', options: ['caption'] };
const CARD: DirectiveContent = { argument: true, body: 'blocks', options: ['header', 'footer'] };
const CELLS: DirectiveContent = { argument: true, body: 'lines', options: ['header'] };

const PROOFS =
  'proof theorem axiom lemma definition criterion remark conjecture corollary algorithm example property observation ' +
  'proposition assumption';

/**
 * The directives of mystmd 1.8 that hold Markdown (`myst-directives` and the `myst-ext-*` packages: an argument, a body or
 * an option of type `myst`). Any other name, misspelt or of a plugin, is printed as it stands, with an error.
 */
const MYSTMD: ReadonlyMap<string, DirectiveContent> = new Map(
  (
    [
      ['admonition attention caution danger error important hint note seealso tip warning', WITH_TITLE],
      ['dropdown table list-table aside margin sidebar topic exercise exercise-start proof', WITH_TITLE],
      [PROOFS.replaceAll(/\w+/g, 'prf:$&'), WITH_TITLE],
      ['blockquote epigraph pull-quote figure iframe glossary div grid grid-item', BODY],
      ['tab-set tabSet tab-item tabItem tab solution solution-start', BODY],
      ['show-index genindex toc tableofcontents table-of-contents toctree contents', TITLE],
      ['code code-block sourcecode code-cell include literalinclude', CODE],
      ['card grid-item-card', CARD],
      ['csv-table', CELLS],
    ] as const
  ).flatMap(([names, content]) => names.split(' ').map((name) => [name, content] as const)),
);

/**
 * Directives of Sphinx and its usual extensions whose body is no Markdown: code, data, reStructuredText. Extensions of
 * Sphinx are many, so any name this list has never heard of holds Markdown.
 */
const OPAQUE_BODIES: ReadonlySet<string> = new Set(
  (
    'code code-block sourcecode code-cell python r julia ojs sh bash math mermaid raw csv-table index mdast ' +
    'anywidget any:bundle myst eval-rst literalinclude include image toctree toc tableofcontents table-of-contents ' +
    'contents bibliography highlight graphviz digraph graph plantuml uml plot ipython doctest testcode testsetup ' +
    'testcleanup testoutput productionlist jupyter-execute thebe altair-plot bokeh-plot vega vega-lite chart typst ' +
    'latex tikz prompt command-output program-output exec kroki wavedrom blockdiag seqdiag actdiag nwdiag embed iframe ' +
    'video youtube show-index genindex widget render-figure'
  ).split(' '),
);

/** Directives with a body of Markdown whose argument is a path, a language or an identifier. */
const OPAQUE_ARGUMENTS: ReadonlySet<string> = new Set(
  'figure code-tab tab-set grid button-link button-ref doc only ifconfig module'.split(' '),
);

const CAPTIONED: ReadonlySet<string> = new Set(
  'code code-block sourcecode code-cell include literalinclude'.split(' '),
);

const isGenerated = (name: string): boolean => name.startsWith('auto') || name.startsWith('py:');

function inSphinx(name: string): DirectiveContent {
  if (CAPTIONED.has(name)) return CODE;
  if (name === 'csv-table') return TITLE;
  if (OPAQUE_BODIES.has(name) || isGenerated(name)) return NOTHING;
  return OPAQUE_ARGUMENTS.has(name) ? BODY : WITH_TITLE;
}
