import { defineRule } from '../../src/model.ts';

/** A key twice in one citation prints the same reference twice, and a reader looks for the difference. */
export default defineRule({
  id: 'repeated-key',
  description: 'Disallow the same cite key twice in one citation.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: { repeated: 'Cite key `{key}` stands twice in one citation.' },
  options: {},

  check(document, { project, report }) {
    for (const { cites, construct } of project.citationsOf(document)) {
      if (cites.length < 2 || construct === 'nocite') continue;
      const seen = new Map<string, (typeof cites)[number]>();
      for (const cite of cites) {
        if (cite.key === '') continue;
        const first = seen.get(cite.key);
        if (first === undefined) seen.set(cite.key, cite);
        else if (first.locator === cite.locator && first.suffix === cite.suffix) {
          report({
            at: { path: document.path, region: cite.keyRegion },
            messageId: 'repeated',
            data: { key: cite.key },
            related: [{ at: { path: document.path, region: first.keyRegion }, message: 'the first time' }],
          });
        }
      }
    }
  },
});
