import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'too-complex': 'This block is too complex to be read, so its citations are not checked.',
};

/** A block that takes too long to read is not read at all, and its citations are not checked. */
export default defineRule({
  id: 'too-complex',
  description: 'Report blocks that are too complex to be read.',
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
