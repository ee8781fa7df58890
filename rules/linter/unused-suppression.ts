import { type Directive, defineRule, type Region } from '../../src/model.ts';

/** A directive that silences nothing hides the next defect on that line. */
export default defineRule({
  id: 'unused-suppression',
  description: 'Disallow lint directives that silence nothing.',
  scope: 'suppressions',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    unused: 'Nothing here breaks the rule `{id}`, so this directive silences nothing.',
    'unused-all': 'Nothing here breaks a rule, so this directive silences nothing.',
  },
  options: {},

  check({ directives, ruleIds }, { report }) {
    for (const { path, directive, unused } of directives) {
      const known = unused.filter(({ id }) => id === '' || ruleIds.has(id));
      for (const { id, region } of known) {
        const at = { path, region };
        const whole = directive.rules.length === 0 || known.length === directive.rules.length;
        const edit = whole
          ? { path, region: directive.region, text: '' }
          : { path, region: listed(directive, region), text: '' };
        const fixes = [{ title: 'Remove the directive', safety: 'safe', edits: [edit] }] as const;
        if (id === '') report({ at, messageId: 'unused-all', fixes });
        else report({ at, messageId: 'unused', data: { id }, fixes });
      }
    }
  },
});

/** The rule id with the separator that joins it to its neighbour. */
function listed({ rules }: Directive, region: Region): Region {
  const index = rules.findIndex((rule) => rule.region.start === region.start);
  const next = rules[index + 1];
  if (next !== undefined) return { start: region.start, end: next.region.start };
  const previous = rules[index - 1];
  return { start: previous?.region.end ?? region.start, end: region.end };
}
