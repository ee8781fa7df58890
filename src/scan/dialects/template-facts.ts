import type {
  BibEntry,
  BibliographyPath,
  Citation,
  Reference,
  Region,
  Shortcode,
  SyntaxProblem,
} from '../../model.ts';

/** What the template layer finds on raw text, and the regions it takes away from Markdown. */
export interface TemplateFacts {
  /** Made when it is asked for: of most pages nobody asks which shortcodes they have. */
  readonly shortcodes: () => readonly Shortcode[];
  readonly masked: readonly Region[];
  readonly citations: readonly Citation[];
  readonly references: readonly Reference[];
  readonly bibliographies: readonly BibliographyPath[];
  /** Works that shortcodes tell part by part. */
  readonly entries: readonly BibEntry[];
  readonly printsReferenceList: boolean;
  readonly printsWholeBibliography: boolean;
  readonly problems: readonly SyntaxProblem[];
}

/** No shortcodes at all. */
export const NO_SHORTCODES: readonly Shortcode[] = [];

/** A page whose template layer finds nothing and masks nothing. */
export const NO_TEMPLATE: TemplateFacts = {
  shortcodes: () => NO_SHORTCODES,
  masked: [],
  citations: [],
  references: [],
  bibliographies: [],
  entries: [],
  printsReferenceList: false,
  printsWholeBibliography: false,
  problems: [],
};

/** `{% bibliography %}` and `{{< bibliography >}}` print all entries unless they are told to print the cited ones. */
export function printsEverything({ name, params }: Shortcode): boolean {
  if (name !== 'bibliography') return false;
  return !params.some((param) => ONLY_CITED.has(param.name ?? String(param.value)));
}

const ONLY_CITED = new Set(['cited', 'cited_in_order', '--cited', '-c', '-C']);
