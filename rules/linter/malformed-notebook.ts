import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'notebook-syntax':
    'This notebook is not JSON: {expected} expected, {found} found. No program opens it, and nothing in it was checked.',
  'notebook-lfs-pointer':
    'This file is a pointer of Git LFS in the place of the notebook; `git lfs pull` fetches it.',
};

/** A notebook is data, and one wrong sign in it, such as the mark of a merge, leaves no page at all. */
export default defineRule({
  id: 'malformed-notebook',
  description: 'Disallow notebooks that are not JSON.',
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
