import { type DocumentFacts, defineRule, type Project, type ReferenceReading } from '../../src/model.ts';
import { remember } from '../../src/text/remember.ts';
import { isPlaceholderText } from '../../src/work/placeholder-texts.ts';
import { firstOfEachDocument, regionInReference } from '../shared/reference-uses.ts';

/** A reference that lacks a part cannot be found by the reader who needs it. */
export default defineRule({
  id: 'malformed-reference',
  description: 'Disallow hand-written references that lack a part of their kind or cannot be read.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    'unbalanced-emphasis': 'The emphasis mark `{mark}` in this reference has no partner.',
    'unbalanced-quotes': 'The quotation mark `{mark}` in this reference has no partner.',
    'unbalanced-brackets': 'The bracket `{mark}` in this reference has no partner.',
    'latex-accent':
      '`{text}` is an accent of LaTeX, which Markdown prints as `"{mark}`; write the letter itself.',
    'missing-year': 'This reference has no year.',
    'missing-title': 'This reference has no title.',
    'missing-author': 'This reference has no author.',
    'missing-container': 'This reference does not say where the work appeared.',
    'misshapen-year': 'This year cannot be read: `{text}`.',
    'misshapen-day': 'There is no day `{text}`.',
    'misshapen-month': 'There is no month `{text}`.',
    'misshapen-author': 'This author cannot be read: `{text}`.',
    'misshapen-separator': 'In the authors `{text}` stands where one mark is meant.',
    'misshapen-conjunction': 'No author follows `{text}`.',
    'misshapen-others': 'Write `et al.` for `{text}`: “et” is a whole word, which takes no full stop.',
    'misshapen-initial': 'The initial `{text}` has no full stop, unlike the others of this list.',
    'misshapen-pages': 'Pages `{text}` end before they begin.',
    'misshapen-range': 'Pages `{text}` lack an end.',
    'misshapen-address': 'No address follows `{text}`.',
    'misshapen-doi': 'No DOI follows `{text}`.',
    'bare-url': 'This reference is only a URL; name the author, the title and the year.',
  },
  options: {},

  check(project, { report }) {
    const omitting = new Map<DocumentFacts, boolean>();
    const isOmitting = (document: DocumentFacts): boolean =>
      remember(omitting, document, () => printsNoTitles(document, project));
    for (const [text, uses] of project.referencesByText()) {
      const [first] = uses;
      const problems = first === undefined ? [] : project.readingOf(first.reference).problems;
      // What is still to be filled in is for `placeholder-reference` to say.
      if (problems.length === 0 || isPlaceholderText(text)) continue;
      for (const { document, reference } of firstOfEachDocument(uses)) {
        for (const { messageId, data, region } of problems) {
          if (messageId === 'missing-title' && isOmitting(document)) continue;
          // The reader fills exactly the placeholders of the message, and names no other problem.
          (report as (problem: unknown) => void)({
            at: { path: document.path, region: regionInReference(reference, region) },
            messageId,
            data,
          });
        }
      }
    }
  },
});

/**
 * Whether others on the page have a journal and no title, and it shows that their style prints none: then a journal of one
 * word stands among them as they do, `Genetics, 154, 1851–1864` below `Math. Oper. Res., 23, 339–358`.
 */
function printsNoTitles({ references }: DocumentFacts, project: Project): boolean {
  return references.filter((reference) => omitsTitle(project.readingOf(reference))).length > 1;
}

function omitsTitle({ title, container, problems }: ReferenceReading): boolean {
  return (
    title === undefined &&
    container !== undefined &&
    problems.every(({ messageId }) => messageId !== 'missing-title')
  );
}
