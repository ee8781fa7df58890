import { type DocumentFacts, defineRule, type Project, type SyntaxProblem } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'citation-not-rendered':
    'rehype-citation does not look for citations here (in: {where}), so `{key}` is printed as it stands.',
  'footnote-use-in-definition': 'Footnote `[^{label}]` is used inside a footnote, where Pandoc drops it.',
};

/** The engine drops the citation or the note without a word. */
export default defineRule({
  id: 'swallowed-citation',
  description: 'Disallow citations and notes in places where the engine drops them.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  needs: 'problems',
  messages,
  options: {},

  check(document, context) {
    const isHandle = (problem: SyntaxProblem) => isUnknown(problem, document, context.project);
    reportProblems(messages, isHandle)(document, context);
  },
});

/** Outside of what the engine looks at, only a key with an entry is surely a citation; others are handles and packages. */
function isUnknown({ messageId, data }: SyntaxProblem, document: DocumentFacts, project: Project): boolean {
  return messageId === 'citation-not-rendered' && !project.entriesFor(document).has(String(data?.['key']));
}
