import type { BibliographyPath, Citation, Reference, Region, Shortcode, SyntaxProblem } from '../../model.ts';

/** What the template layer finds on raw text, and the regions it takes away from Markdown. */
export interface TemplateFacts {
  readonly shortcodes: readonly Shortcode[];
  readonly masked: readonly Region[];
  readonly citations: readonly Citation[];
  readonly references: readonly Reference[];
  readonly bibliographies: readonly BibliographyPath[];
  readonly printsReferenceList: boolean;
  readonly problems: readonly SyntaxProblem[];
}

/** A page whose template layer finds nothing and masks nothing. */
export const NO_TEMPLATE: TemplateFacts = {
  shortcodes: [],
  masked: [],
  citations: [],
  references: [],
  bibliographies: [],
  printsReferenceList: false,
  problems: [],
};
