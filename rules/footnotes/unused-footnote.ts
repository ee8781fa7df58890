import { type DocumentFacts, defineRule, type Project } from '../../src/model.ts';
import { footnoteName, isPartOfPage, labelsOfBooks, lostUses } from '../shared/footnotes.ts';

/** A note that nothing points at is dropped from the page without a word. */
export default defineRule({
  id: 'unused-footnote',
  description: 'Disallow footnotes that nothing on the page uses.',
  scope: 'project',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    unused: 'Footnote `[^{label}]` is never used on this page, so {engine} does not print it.',
    unread:
      'Footnote `[^{label}]` is used only where {engine} reads no footnotes, such as in HTML, code or a bare address, so it does not print the note.',
    printed:
      'Footnote `[^{label}]` is never used on this page; {engine} prints it all the same, with a link back to nowhere.',
  },
  options: {},

  check(project, { report }) {
    const labelsInBook = project.shared(labelsOfBooks);
    for (const document of project.documents) {
      const { uses, definitions, inTemplates = [] } = document.footnotes;
      if (definitions.length === 0 || isPartOfPage(document)) continue;
      const engine = project.engineOf(document);
      // A page of notes alone is one that others take in.
      if (engine.printsUnusedFootnotes && uses.length === 0) continue;
      const name = footnoteName(engine);
      const labels = uses.map(({ label }) => label);
      const inBook = labelsInBook(document).used;
      const used = new Set(
        [...labels, ...inBook, ...inTemplates, ...keysOfShortcodes(project, document)].map(name),
      );
      const seen = new Set<string>();
      const lost = lostUses(document.footnotes, name);
      const misspelt = new Set(lost.uses.map(({ label }) => lost.meant(label)));
      for (const { label, labelRegion, unread } of definitions) {
        const isFirst = !seen.has(name(label));
        seen.add(name(label));
        if (!isFirst || used.has(name(label)) || misspelt.has(label)) continue;
        const at = { path: document.path, region: labelRegion };
        const data = { label, engine: engine.name };
        if (unread === undefined) {
          report({ at, messageId: engine.printsUnusedFootnotes ? 'printed' : 'unused', data });
        } else {
          const mark = { at: { path: document.path, region: unread }, message: 'this mark is text' };
          report({ at, messageId: 'unread', data, related: [mark] });
        }
      }
    }
  },
});

/** Keys of citing shortcodes: a template may read the text of a page for the notes that it prints. */
function keysOfShortcodes(project: Project, document: DocumentFacts): string[] {
  return project
    .citationsOf(document)
    .flatMap(({ construct, cites }) => (construct === 'shortcode' ? cites.map(({ key }) => key) : []));
}
