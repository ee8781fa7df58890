import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'close-none-open': 'Closing tag `{name}` closes nothing: no shortcode is open.',
  'close-mismatch': 'Closing tag `{name}` closes nothing of that name. {hint}',
  'close-without-inner': 'Closing tag `{name}` closes nothing. {hint}',
  'unmatched-element': 'Closing tag `</{element}>` closes nothing.',
  'unmatched-end-tag': 'Tag `{name}` closes nothing that is open; Jekyll stops the build.',
};

/** A close without its opener stops the build, or closes what should have stayed open. */
export default defineRule({
  id: 'unmatched-closing-shortcode',
  description: 'Disallow closing tags that close nothing.',
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
