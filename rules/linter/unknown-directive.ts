import { defineRule } from '../../src/model.ts';

/** A misspelt directive is a comment like any other: it silences nothing, and its writer believes otherwise. */
export default defineRule({
  id: 'unknown-directive',
  description: 'Disallow lint directives that bibliolint does not know.',
  scope: 'suppressions',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    unknown:
      'There is no lint directive `{word}`; there is bibliolint-disable-next-line, -disable, -enable and -disable-file.',
    misspelt: 'There is no lint directive `{word}`; did you mean `{suggestion}`?',
  },
  options: {},

  check({ directives }, { report }) {
    for (const { path, directive } of directives) {
      if (directive.unknown === undefined) continue;
      const { word, region, meant } = directive.unknown;
      const at = { path, region };
      if (meant === undefined) {
        report({ at, messageId: 'unknown', data: { word } });
        continue;
      }
      const suggestion = `bibliolint-${meant}`;
      const edits = [{ path, region, text: suggestion }];
      const fixes = [{ title: `Write \`${suggestion}\``, safety: 'suggest', edits }] as const;
      report({ at, messageId: 'misspelt', data: { word, suggestion }, fixes });
    }
  },
});
