import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'empty-citation': 'This citation has no key.',
  'missing-key': 'Shortcode `{name}` cites nothing: it has no key.',
  'keyless-reference': 'Shortcode `{name}` has a reference text, but no key before it.',
  'empty-key': 'Shortcode `{name}` cites nothing: its key is empty.',
};

/** A citation without a key prints an empty pair of brackets, or stops the build. */
export default defineRule({
  id: 'empty-citation',
  description: 'Disallow citations without a key.',
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
