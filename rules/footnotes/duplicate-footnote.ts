import { defineRule } from '../../src/model.ts';
import { footnoteName, lostUses } from '../shared/footnotes.ts';

/** Two notes under one label: one of them is never read, and engines differ on which. */
export default defineRule({
  id: 'duplicate-footnote',
  description: 'Disallow two footnotes under one label.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    duplicate: 'Footnote `[^{label}]` is defined twice; {engine} prints the {winner} text.',
    renamed:
      'Footnote `[^{label}]` is defined twice, and `[^{suggestion}]` never; {engine} prints the {winner} text.',
  },
  options: {},

  check(document, { project, report }) {
    const { definitions } = document.footnotes;
    if (definitions.length < 2) return;
    const engine = project.engineOf(document);
    const name = footnoteName(engine);
    const { uses, renamed } = lostUses(document.footnotes, name);
    const first = new Map<string, (typeof definitions)[number]>();
    for (const definition of definitions) {
      const before = first.get(name(definition.label));
      if (before === undefined) {
        first.set(name(definition.label), definition);
        continue;
      }
      const at = { path: document.path, region: definition.labelRegion };
      const data = { label: definition.label, engine: engine.name, winner: engine.duplicateFootnote };
      const related = [
        { at: { path: document.path, region: before.labelRegion }, message: 'the first definition' },
      ];
      if (definition !== renamed) {
        report({ at, messageId: 'duplicate', data, related });
        continue;
      }
      const suggestion = uses[0]!.label;
      const edits = [{ ...at, text: suggestion }];
      report({
        at,
        messageId: 'renamed',
        data: { ...data, suggestion },
        related,
        fixes: [{ title: `Define \`[^${suggestion}]\``, safety: 'suggest', edits }],
      });
    }
  },
});
