import { defineRule } from '../../src/model.ts';
import { footnoteName } from '../shared/footnotes.ts';

/** Two notes under one label: one of them is never read, and engines differ on which. */
export default defineRule({
  id: 'duplicate-footnote',
  description: 'Disallow two footnotes under one label.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: { duplicate: 'Footnote `[^{label}]` is defined twice; {engine} prints the {winner} text.' },
  options: {},

  check(document, { project, report }) {
    const { definitions } = document.footnotes;
    if (definitions.length < 2) return;
    const engine = project.engineOf(document);
    const name = footnoteName(engine);
    const first = new Map<string, (typeof definitions)[number]>();
    for (const definition of definitions) {
      const before = first.get(name(definition.label));
      if (before === undefined) {
        first.set(name(definition.label), definition);
        continue;
      }
      report({
        at: { path: document.path, region: definition.labelRegion },
        messageId: 'duplicate',
        data: { label: definition.label, engine: engine.name, winner: engine.duplicateFootnote },
        related: [
          { at: { path: document.path, region: before.labelRegion }, message: 'the first definition' },
        ],
      });
    }
  },
});
