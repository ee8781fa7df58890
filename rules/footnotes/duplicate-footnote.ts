import { type DocumentFacts, defineRule, type FootnoteDefinition } from '../../src/model.ts';
import { footnoteName, joinedPages, lostUses } from '../shared/footnotes.ts';

/** Two notes under one label: one of them is never read, and engines differ on which. */
export default defineRule({
  id: 'duplicate-footnote',
  description: 'Disallow two footnotes under one label.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    duplicate: 'Footnote `[^{label}]` is defined twice; {engine} prints the {winner} text.',
    joined:
      'Footnote `[^{label}]` is also defined in {other}; {engine} joins the pages, and the {winner} text is printed for both.',
    renamed:
      'Footnote `[^{label}]` is defined twice, and `[^{suggestion}]` never; {engine} prints the {winner} text.',
  },
  options: {},

  check(project, { report }) {
    for (const document of project.documents) {
      const { definitions } = document.footnotes;
      if (definitions.length < 2) continue;
      const engine = project.engineOf(document);
      const name = footnoteName(engine);
      const { uses, renamed } = lostUses(document.footnotes, name);
      const first = new Map<string, FootnoteDefinition>();
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
    }
    for (const pages of project.shared(joinedPages).values()) {
      for (const { page, definition, other, otherDefinition } of definedInSeveral(pages)) {
        const { name, duplicateFootnote: winner } = project.engineOf(page);
        const engine = page.dialect === 'rmarkdown' ? 'bookdown' : name;
        const at = { path: page.path, region: definition.labelRegion };
        const data = { label: definition.label, other: other.path, engine, winner };
        const related = [
          { at: { path: other.path, region: otherDefinition.labelRegion }, message: 'the other definition' },
        ];
        report({ at, messageId: 'joined', data, related });
      }
    }
  },
});

interface SharedLabel {
  readonly page: DocumentFacts;
  readonly definition: FootnoteDefinition;
  readonly other: DocumentFacts;
  readonly otherDefinition: FootnoteDefinition;
}

/** The labels that a page has in common with one before it, each once. */
function* definedInSeveral(pages: readonly DocumentFacts[]): Iterable<SharedLabel> {
  const known = new Map<string, Pick<SharedLabel, 'other' | 'otherDefinition'>>();
  for (const page of pages) {
    const own = new Map(page.footnotes.definitions.map((definition) => [definition.label, definition]));
    for (const [label, definition] of own) {
      const before = known.get(label);
      if (before === undefined) known.set(label, { other: page, otherDefinition: definition });
      else yield { page, definition, ...before };
    }
  }
}
