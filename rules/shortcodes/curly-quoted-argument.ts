import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'curly-quoted-argument': 'Typographic quotes do not quote an argument of `{name}`; write straight ones.',
};

/** Typographic quotes do not quote: the engine reads them as text, or stops. */
export default defineRule({
  id: 'curly-quoted-argument',
  description: 'Disallow typographic quotes round shortcode arguments.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  needs: 'problems',
  messages,
  options: {},
  check: reportProblems(messages),
});
