import { defineRule } from '../../src/model.ts';
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
  check: reportProblems(messages),
});
