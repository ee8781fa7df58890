import { defineRule } from '../../src/model.ts';
import { createEntryFinder } from '../shared/known-works.ts';

/** A reference in a footnote is written by hand, while the bibliography of the site would print it alike everywhere. */
export default defineRule({
  id: 'footnote-should-cite',
  description:
    'Require a citation instead of a footnote that is a reference, where the page has a bibliography.',
  scope: 'files',
  level: 'note',
  preset: 'preview',
  since: '0.1.0',
  fix: 'none',
  messages: {
    known: 'This footnote is the reference of `{key}`; cite it by its key.',
    unknown: 'This footnote is a reference; the bibliography of this page could hold it.',
  },
  options: {},

  check(project, { report }) {
    const findEntry = createEntryFinder(project);
    for (const document of project.documents) {
      const notes = document.references.filter(({ construct }) => construct === 'footnote');
      if (notes.length === 0 || project.entriesFor(document).size === 0) continue;
      for (const note of notes) {
        const { confidence, ...work } = project.readingOf(note);
        if (confidence < 0.7) continue;
        const at = { path: document.path, region: note.region };
        const entry = findEntry(document, note, work);
        if (entry === undefined) report({ at, messageId: 'unknown' });
        else report({ at, messageId: 'known', data: { key: entry.key } });
      }
    }
  },
});
