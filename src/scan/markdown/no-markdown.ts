import type { MarkdownFacts } from './read-markdown.ts';

/** What a page without a candidate holds. */
export const NO_MARKDOWN: MarkdownFacts = {
  citations: [],
  references: [],
  footnotes: { uses: [], definitions: [], inline: [] },
  labels: [],
  printsReferenceList: false,
  printsWholeBibliography: false,
  keysInCode: [],
  problems: [],
};
