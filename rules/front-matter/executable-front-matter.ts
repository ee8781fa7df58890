import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'executable-front-matter':
    'Front matter in `{language}` is a program: gray-matter runs it at every build, with the rights of who builds.',
};

/** A page sent in by a stranger must not run on the machine that builds the site. */
export default defineRule({
  id: 'executable-front-matter',
  description: 'Disallow front matter that generators run as a program.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  needs: 'problems',
  messages,
  options: {},
  check: reportProblems(messages),
});
