import { defineRule } from '../../src/model.ts';

/** In a year nobody remembers why the finding was silenced. */
export default defineRule({
  id: 'suppression-without-reason',
  description: 'Require a reason in lint directives that switch rules off.',
  scope: 'suppressions',
  level: 'note',
  preset: 'strict',
  since: '0.1.0',
  fix: 'none',
  messages: { missing: 'This directive gives no reason; write `-- why` behind the rule.' },
  options: {},

  check({ directives }, { report }) {
    for (const { path, directive } of directives) {
      if (directive.kind !== 'unknown' && directive.reason === undefined) {
        report({ at: { path, region: directive.region }, messageId: 'missing' });
      }
    }
  },
});
