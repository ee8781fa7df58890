import { defineRule, type Fix } from '../../src/model.ts';

/** Pandoc prints `word@key` as it stands: the page shows the key, and the work is missing from the list. */
export default defineRule({
  id: 'unspaced-citation',
  description: 'Require a blank or a bracket between a word and a citation.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    'unspaced-citation':
      '`@{key}` stands right behind a word, so {engine} does not cite it but prints it as it stands.',
    'citation-in-address':
      '{engine} takes `@{key}` with the word before it for an e-mail address, so it links it and cites nothing.',
  },
  options: {},

  check(project, { report }) {
    for (const document of project.documents) {
      const { path, problems } = document;
      for (const { messageId, data, region } of problems) {
        if (messageId !== 'unspaced-citation' && messageId !== 'citation-in-address') continue;
        const key = String(data?.['key']);
        if (!project.entriesFor(document).has(key)) continue;
        const replace = (title: string, text: string): Fix => ({
          title,
          safety: 'suggest',
          edits: [{ path, region, text }],
        });
        report({
          at: { path, region },
          messageId,
          data: { key, engine: project.engineOf(document).name },
          fixes: waysToCite(key, messageId).map((text) => replace(`Write \`${text}\``, text)),
        });
      }
    }
  },
});

/** Behind an apostrophe a blank has no place; no address goes on with a bracket, so one will do. */
function waysToCite(key: string, messageId: string): string[] {
  return messageId === 'citation-in-address' ? [`@{${key}}`, `[@${key}]`] : [` [@${key}]`, ` @${key}`];
}
