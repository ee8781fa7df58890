import { defineRule, type Project, type Work } from '../../src/model.ts';
import { isSameWork, workKeys } from '../../src/work/compare.ts';

/** A reference in a footnote is written by hand, while the bibliography of the site would print it alike everywhere. */
export default defineRule({
  id: 'footnote-should-cite',
  description:
    'Require a citation instead of a footnote that is a reference, where the page has a bibliography.',
  scope: 'project',
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
    const indexes = new Map<unknown, ReadonlyMap<string, Known[]>>();
    for (const document of project.documents) {
      const notes = document.references.filter(({ construct }) => construct === 'footnote');
      const entries = project.entriesFor(document);
      if (notes.length === 0 || entries.size === 0) continue;
      const index = indexes.get(entries) ?? indexWorks(project, entries);
      indexes.set(entries, index);
      for (const note of notes) {
        const { confidence, ...work } = project.readingOf(note);
        if (confidence < 0.7) continue;
        const at = { path: document.path, region: note.region };
        const known = workKeys(work)
          .flatMap((name) => index.get(name) ?? [])
          .find((other) => isSameWork(other.work, work));
        if (known === undefined) report({ at, messageId: 'unknown' });
        else report({ at, messageId: 'known', data: { key: known.key } });
      }
    }
  },
});

interface Known {
  readonly key: string;
  readonly work: Work;
}

function indexWorks(
  project: Project,
  entries: ReturnType<Project['entriesFor']>,
): ReadonlyMap<string, Known[]> {
  const index = new Map<string, Known[]>();
  for (const [key, [entry]] of entries) {
    if (entry === undefined) continue;
    const work = project.workOf(entry);
    for (const name of workKeys(work)) {
      const same = index.get(name);
      if (same === undefined) index.set(name, [{ key, work }]);
      else if (same.length < 20) same.push({ key, work });
    }
  }
  return index;
}
