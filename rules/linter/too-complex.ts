import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'too-complex': 'This block is too complex to be read, so its citations are not checked.',
  'too-many-findings':
    'The rule `{rule}` has more than {most} findings on this page; the rest of them are not reported.',
};

/** What would take too long is not read, and what nobody could read is not told; both leave something unchecked. */
export default defineRule({
  id: 'too-complex',
  description: 'Report blocks too complex to be read, and findings too many to be told.',
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
