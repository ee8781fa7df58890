import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'unknown-shortcode': 'There is no shortcode `{name}`. {hint}',
  'unknown-tag': 'There is no tag `{name}`; did you mean `{suggestion}`?',
  'unknown-element': 'There is no element `<{element}>`; did you mean `<{suggestion}>`?',
};

/** The build stops at a name without a template. */
export default defineRule({
  id: 'unknown-shortcode',
  description: 'Disallow shortcodes and tags that the site does not have.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  needs: 'problems',
  messages,
  options: {},
  check: reportProblems(messages),
});
