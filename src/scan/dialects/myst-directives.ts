/**
 * Directives whose body is no Markdown: code, data, formats of other tools. Of mystmd those with a body of type String,
 * of Sphinx and its usual extensions those that take code or reStructuredText. Any other name, also one this list has
 * never heard of, holds Markdown.
 */
const OPAQUE_BODIES: ReadonlySet<string> = new Set(
  (
    'code code-block sourcecode code-cell python r julia ojs sh bash math mermaid raw raw:latex raw:tex raw:typst raw:typ csv-table index mdast ' +
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

/** Directives whose caption option is Markdown. */
const CAPTIONED: ReadonlySet<string> = new Set(
  'code code-block sourcecode code-cell include literalinclude'.split(' '),
);

const isGenerated = (name: string): boolean => name.startsWith('auto') || name.startsWith('py:');

/** Whether the body of a directive is read as Markdown. */
export const holdsMarkdown = (name: string): boolean => !OPAQUE_BODIES.has(name) && !isGenerated(name);

/** Whether the argument of a directive is read as Markdown. */
export const hasTitle = (name: string): boolean =>
  name === 'csv-table' || (!OPAQUE_ARGUMENTS.has(name) && holdsMarkdown(name));

/** Whether the option `caption` of a directive is read as Markdown. */
export const hasCaption = (name: string): boolean => CAPTIONED.has(name);
