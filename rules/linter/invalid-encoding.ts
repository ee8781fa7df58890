import { defineRule, type RuleContext } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'not-utf8': 'From here on the file is not UTF-8.',
  'nul-character': 'This file holds a NUL character.',
};

/** What is not UTF-8 is printed as replacement characters. */
export default defineRule({
  id: 'invalid-encoding',
  description: 'Disallow bytes that are not UTF-8, and NUL.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages,
  options: {},

  check({ documents, bibliographies }, context: RuleContext<typeof messages, object>) {
    const reportFile = reportProblems(messages);
    for (const file of [...documents, ...bibliographies]) reportFile(file, context);
  },
});
