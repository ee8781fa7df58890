/** An element that cites: which attributes hold its keys, and what separates them. */
export interface CiteElement {
  readonly attributes: readonly string[];
  readonly separators: RegExp;
  /** Without its closing tag the browser takes the rest of the paragraph for its content. */
  readonly needsClosing: boolean;
}

const DISTILL: CiteElement = { attributes: ['key', 'bibtex-key'], separators: /,/, needsClosing: true };

/** Elements of the Distill template, version 2 and version 1, by name. */
export const distillElements: ReadonlyMap<string, CiteElement> = new Map([
  ['d-cite', DISTILL],
  ['dt-cite', DISTILL],
]);

/** Its elements for footnotes, which cite nothing themselves. */
export const NOTES: ReadonlySet<string> = new Set(['d-footnote', 'dt-fn']);

const COMPONENT: CiteElement = {
  attributes: ['id', 'key', 'citekey', 'citationkey'],
  separators: /[,;\s]/,
  needsClosing: false,
};

/** Components that MDX pages define for citing, by name in lower case. */
export const citeComponents: ReadonlyMap<string, CiteElement> = new Map([
  ['cite', COMPONENT],
  ['citation', COMPONENT],
  ['citep', COMPONENT],
  ['citet', COMPONENT],
]);
