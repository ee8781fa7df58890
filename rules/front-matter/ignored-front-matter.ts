import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'fm-ignored-bom': 'A byte order mark stands before the front matter; {effect}.',
  'fm-ignored-blank-line': 'A blank line stands before the front matter; {effect}.',
  'fm-ignored-comment': 'A comment stands before the front matter; {effect}.',
  'fm-ignored-indentation': 'The front matter is indented; {effect}.',
};

/** The page looks right in every editor, and the site serves its source. */
export default defineRule({
  id: 'ignored-front-matter',
  description: 'Disallow anything before the front matter where the engine wants it first.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  needs: 'problems',
  messages,
  options: {},
  check: reportProblems(messages),
});
