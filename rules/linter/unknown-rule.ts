import { defineRule } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';

/** A directive that names no rule silences nothing, and its writer believes otherwise. */
export default defineRule({
  id: 'unknown-rule',
  description: 'Disallow lint directives that name a rule which does not exist.',
  scope: 'suppressions',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    unknown: 'There is no rule `{id}`.',
    misspelt: 'There is no rule `{id}`; did you mean `{suggestion}`?',
  },
  options: {},

  check({ directives, ruleIds }, { report }) {
    for (const { path, directive } of directives) {
      for (const { id, region } of directive.rules) {
        if (ruleIds.has(id)) continue;
        const at = { path, region };
        const suggestion = closest(id, ruleIds);
        if (suggestion === undefined) {
          report({ at, messageId: 'unknown', data: { id } });
          continue;
        }
        const edits = [{ path, region, text: suggestion }];
        report({
          at,
          messageId: 'misspelt',
          data: { id, suggestion },
          fixes: [{ title: `Write \`${suggestion}\``, safety: 'suggest', edits }],
        });
      }
    }
  },
});
