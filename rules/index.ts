// Written by `npm run generate` from the folders; a new rule needs no line here.
import type { Rule } from '../src/model.ts';
import bibliographySyntax from './bibliography/bibliography-syntax.ts';
import conflictingDates from './bibliography/conflicting-dates.ts';
import danglingCrossref from './bibliography/dangling-crossref.ts';
import duplicateField from './bibliography/duplicate-field.ts';
import duplicateKey from './bibliography/duplicate-key.ts';
import emptyField from './bibliography/empty-field.ts';
import htmlInField from './bibliography/html-in-field.ts';
import invalidCslItem from './bibliography/invalid-csl-item.ts';
import invalidDate from './bibliography/invalid-date.ts';
import invalidKey from './bibliography/invalid-key.ts';
import invalidMonth from './bibliography/invalid-month.ts';
import invalidName from './bibliography/invalid-name.ts';
import invalidPages from './bibliography/invalid-pages.ts';
import literalEtAl from './bibliography/literal-et-al.ts';
import missingField from './bibliography/missing-field.ts';
import privateField from './bibliography/private-field.ts';
import undefinedString from './bibliography/undefined-string.ts';
import unescapedCharacter from './bibliography/unescaped-character.ts';
import unknownEntryType from './bibliography/unknown-entry-type.ts';
import unknownField from './bibliography/unknown-field.ts';
import unprotectedCapitals from './bibliography/unprotected-capitals.ts';
import unusedString from './bibliography/unused-string.ts';
import emptyCitation from './citations/empty-citation.ts';
import invalidLocator from './citations/invalid-locator.ts';
import malformedCitation from './citations/malformed-citation.ts';
import miscasedKey from './citations/miscased-key.ts';
import missingBibliography from './citations/missing-bibliography.ts';
import missingReferenceList from './citations/missing-reference-list.ts';
import mixedCitationForms from './citations/mixed-citation-forms.ts';
import placeholderCitation from './citations/placeholder-citation.ts';
import repeatedKey from './citations/repeated-key.ts';
import shadowedKey from './citations/shadowed-key.ts';
import swallowedCitation from './citations/swallowed-citation.ts';
import undefinedKey from './citations/undefined-key.ts';
import unlinkedCitation from './citations/unlinked-citation.ts';
import unspacedCitation from './citations/unspaced-citation.ts';
import unusedEntry from './citations/unused-entry.ts';
import duplicateFootnote from './footnotes/duplicate-footnote.ts';
import emptyFootnote from './footnotes/empty-footnote.ts';
import footnoteShouldCite from './footnotes/footnote-should-cite.ts';
import undefinedFootnote from './footnotes/undefined-footnote.ts';
import unusedFootnote from './footnotes/unused-footnote.ts';
import emptyFrontMatterField from './front-matter/empty-front-matter-field.ts';
import executableFrontMatter from './front-matter/executable-front-matter.ts';
import ignoredFrontMatter from './front-matter/ignored-front-matter.ts';
import invalidFrontMatterDate from './front-matter/invalid-front-matter-date.ts';
import malformedFrontMatter from './front-matter/malformed-front-matter.ts';
import metadataCitation from './front-matter/metadata-citation.ts';
import missingBibliographyFile from './front-matter/missing-bibliography-file.ts';
import missingFrontMatter from './front-matter/missing-front-matter.ts';
import missingFrontMatterField from './front-matter/missing-front-matter-field.ts';
import invalidArxivId from './identifiers/invalid-arxiv-id.ts';
import invalidDoi from './identifiers/invalid-doi.ts';
import invalidIsbn from './identifiers/invalid-isbn.ts';
import invalidIssn from './identifiers/invalid-issn.ts';
import invalidOrcid from './identifiers/invalid-orcid.ts';
import invalidPmid from './identifiers/invalid-pmid.ts';
import invalidUrl from './identifiers/invalid-url.ts';
import misplacedIdentifier from './identifiers/misplaced-identifier.ts';
import noncanonicalDoi from './identifiers/noncanonical-doi.ts';
import placeholderDoi from './identifiers/placeholder-doi.ts';
import sharedIdentifier from './identifiers/shared-identifier.ts';
import trackingUrl from './identifiers/tracking-url.ts';
import invalidEncoding from './linter/invalid-encoding.ts';
import malformedNotebook from './linter/malformed-notebook.ts';
import suppressionWithoutReason from './linter/suppression-without-reason.ts';
import tooComplex from './linter/too-complex.ts';
import unknownDirective from './linter/unknown-directive.ts';
import unknownRule from './linter/unknown-rule.ts';
import unusedSuppression from './linter/unused-suppression.ts';
import brokenReferenceLink from './references/broken-reference-link.ts';
import conflictingReference from './references/conflicting-reference.ts';
import duplicateWork from './references/duplicate-work.ts';
import implausibleYear from './references/implausible-year.ts';
import invisibleCharacter from './references/invisible-character.ts';
import malformedReference from './references/malformed-reference.ts';
import mismatchedKey from './references/mismatched-key.ts';
import mixedReferenceStyles from './references/mixed-reference-styles.ts';
import mixedScriptKey from './references/mixed-script-key.ts';
import placeholderReference from './references/placeholder-reference.ts';
import punctuationInReference from './references/punctuation-in-reference.ts';
import curlyQuotedArgument from './shortcodes/curly-quoted-argument.ts';
import invalidShortcodeArguments from './shortcodes/invalid-shortcode-arguments.ts';
import malformedShortcode from './shortcodes/malformed-shortcode.ts';
import unclosedShortcode from './shortcodes/unclosed-shortcode.ts';
import unknownShortcode from './shortcodes/unknown-shortcode.ts';
import unmatchedClosingShortcode from './shortcodes/unmatched-closing-shortcode.ts';

/** Every rule, sorted by group and id. */
export const rules: readonly Rule[] = [
  bibliographySyntax,
  conflictingDates,
  danglingCrossref,
  duplicateField,
  duplicateKey,
  emptyField,
  htmlInField,
  invalidCslItem,
  invalidDate,
  invalidKey,
  invalidMonth,
  invalidName,
  invalidPages,
  literalEtAl,
  missingField,
  privateField,
  undefinedString,
  unescapedCharacter,
  unknownEntryType,
  unknownField,
  unprotectedCapitals,
  unusedString,
  emptyCitation,
  invalidLocator,
  malformedCitation,
  miscasedKey,
  missingBibliography,
  missingReferenceList,
  mixedCitationForms,
  placeholderCitation,
  repeatedKey,
  shadowedKey,
  swallowedCitation,
  undefinedKey,
  unlinkedCitation,
  unspacedCitation,
  unusedEntry,
  duplicateFootnote,
  emptyFootnote,
  footnoteShouldCite,
  undefinedFootnote,
  unusedFootnote,
  emptyFrontMatterField,
  executableFrontMatter,
  ignoredFrontMatter,
  invalidFrontMatterDate,
  malformedFrontMatter,
  metadataCitation,
  missingBibliographyFile,
  missingFrontMatter,
  missingFrontMatterField,
  invalidArxivId,
  invalidDoi,
  invalidIsbn,
  invalidIssn,
  invalidOrcid,
  invalidPmid,
  invalidUrl,
  misplacedIdentifier,
  noncanonicalDoi,
  placeholderDoi,
  sharedIdentifier,
  trackingUrl,
  invalidEncoding,
  malformedNotebook,
  suppressionWithoutReason,
  tooComplex,
  unknownDirective,
  unknownRule,
  unusedSuppression,
  brokenReferenceLink,
  conflictingReference,
  duplicateWork,
  implausibleYear,
  invisibleCharacter,
  malformedReference,
  mismatchedKey,
  mixedReferenceStyles,
  mixedScriptKey,
  placeholderReference,
  punctuationInReference,
  curlyQuotedArgument,
  invalidShortcodeArguments,
  malformedShortcode,
  unclosedShortcode,
  unknownShortcode,
  unmatchedClosingShortcode,
];

/** The folder each rule lies in, by rule id. */
export const ruleGroups: Readonly<Record<string, string>> = {
  'bibliography-syntax': 'bibliography',
  'conflicting-dates': 'bibliography',
  'dangling-crossref': 'bibliography',
  'duplicate-field': 'bibliography',
  'duplicate-key': 'bibliography',
  'empty-field': 'bibliography',
  'html-in-field': 'bibliography',
  'invalid-csl-item': 'bibliography',
  'invalid-date': 'bibliography',
  'invalid-key': 'bibliography',
  'invalid-month': 'bibliography',
  'invalid-name': 'bibliography',
  'invalid-pages': 'bibliography',
  'literal-et-al': 'bibliography',
  'missing-field': 'bibliography',
  'private-field': 'bibliography',
  'undefined-string': 'bibliography',
  'unescaped-character': 'bibliography',
  'unknown-entry-type': 'bibliography',
  'unknown-field': 'bibliography',
  'unprotected-capitals': 'bibliography',
  'unused-string': 'bibliography',
  'empty-citation': 'citations',
  'invalid-locator': 'citations',
  'malformed-citation': 'citations',
  'miscased-key': 'citations',
  'missing-bibliography': 'citations',
  'missing-reference-list': 'citations',
  'mixed-citation-forms': 'citations',
  'placeholder-citation': 'citations',
  'repeated-key': 'citations',
  'shadowed-key': 'citations',
  'swallowed-citation': 'citations',
  'undefined-key': 'citations',
  'unlinked-citation': 'citations',
  'unspaced-citation': 'citations',
  'unused-entry': 'citations',
  'duplicate-footnote': 'footnotes',
  'empty-footnote': 'footnotes',
  'footnote-should-cite': 'footnotes',
  'undefined-footnote': 'footnotes',
  'unused-footnote': 'footnotes',
  'empty-front-matter-field': 'front-matter',
  'executable-front-matter': 'front-matter',
  'ignored-front-matter': 'front-matter',
  'invalid-front-matter-date': 'front-matter',
  'malformed-front-matter': 'front-matter',
  'metadata-citation': 'front-matter',
  'missing-bibliography-file': 'front-matter',
  'missing-front-matter': 'front-matter',
  'missing-front-matter-field': 'front-matter',
  'invalid-arxiv-id': 'identifiers',
  'invalid-doi': 'identifiers',
  'invalid-isbn': 'identifiers',
  'invalid-issn': 'identifiers',
  'invalid-orcid': 'identifiers',
  'invalid-pmid': 'identifiers',
  'invalid-url': 'identifiers',
  'misplaced-identifier': 'identifiers',
  'noncanonical-doi': 'identifiers',
  'placeholder-doi': 'identifiers',
  'shared-identifier': 'identifiers',
  'tracking-url': 'identifiers',
  'invalid-encoding': 'linter',
  'malformed-notebook': 'linter',
  'suppression-without-reason': 'linter',
  'too-complex': 'linter',
  'unknown-directive': 'linter',
  'unknown-rule': 'linter',
  'unused-suppression': 'linter',
  'broken-reference-link': 'references',
  'conflicting-reference': 'references',
  'duplicate-work': 'references',
  'implausible-year': 'references',
  'invisible-character': 'references',
  'malformed-reference': 'references',
  'mismatched-key': 'references',
  'mixed-reference-styles': 'references',
  'mixed-script-key': 'references',
  'placeholder-reference': 'references',
  'punctuation-in-reference': 'references',
  'curly-quoted-argument': 'shortcodes',
  'invalid-shortcode-arguments': 'shortcodes',
  'malformed-shortcode': 'shortcodes',
  'unclosed-shortcode': 'shortcodes',
  'unknown-shortcode': 'shortcodes',
  'unmatched-closing-shortcode': 'shortcodes',
};
