// Written by `npm run generate` from the folders; a new rule needs no line here.
import type { Rule } from '../src/model.ts';
import miscasedKey from './citations/miscased-key.ts';
import missingBibliography from './citations/missing-bibliography.ts';
import placeholderCitation from './citations/placeholder-citation.ts';
import repeatedKey from './citations/repeated-key.ts';
import undefinedKey from './citations/undefined-key.ts';
import unusedEntry from './citations/unused-entry.ts';
import duplicateFootnote from './footnotes/duplicate-footnote.ts';
import emptyFootnote from './footnotes/empty-footnote.ts';
import undefinedFootnote from './footnotes/undefined-footnote.ts';
import unusedFootnote from './footnotes/unused-footnote.ts';
import suppressionWithoutReason from './linter/suppression-without-reason.ts';
import unknownRule from './linter/unknown-rule.ts';
import unusedSuppression from './linter/unused-suppression.ts';
import conflictingReference from './references/conflicting-reference.ts';
import malformedReference from './references/malformed-reference.ts';

/** Every rule, sorted by group and id. */
export const rules: readonly Rule[] = [
  miscasedKey,
  missingBibliography,
  placeholderCitation,
  repeatedKey,
  undefinedKey,
  unusedEntry,
  duplicateFootnote,
  emptyFootnote,
  undefinedFootnote,
  unusedFootnote,
  suppressionWithoutReason,
  unknownRule,
  unusedSuppression,
  conflictingReference,
  malformedReference,
];
