import { defineRule, type Project, type ReferenceStyle } from '../../src/model.ts';
import { isLocal, placesOf, type WorkSource, workSources } from '../shared/placed-works.ts';

/** A list in two styles makes the reader look for years and titles in two places. */
export default defineRule({
  id: 'mixed-reference-styles',
  description: 'Disallow references in another style than the others of their page or site.',
  scope: 'project',
  level: 'note',
  preset: 'strict',
  since: '0.1.0',
  fix: 'none',
  messages: {
    mixed: 'This reference is in the style of {style}, {count} of {all} are in that of {custom}.',
  },
  options: {},

  check(project, { report }) {
    for (const styled of groupsOf(project)) {
      const counts = new Map<string, number>();
      for (const { family } of styled) counts.set(family, (counts.get(family) ?? 0) + 1);
      const [custom, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0]);
      if (count < 3 || count < styled.length * 0.6) continue;
      for (const { source, family, style } of styled) {
        if (family === custom) continue;
        const data = { style: NAMES[style] ?? style, custom, count, all: styled.length };
        for (const { at } of placesOf(source)) report({ at: at(), messageId: 'mixed', data });
      }
    }
  },
});

interface Styled {
  readonly source: WorkSource;
  readonly style: ReferenceStyle;
  readonly family: string;
}

/** Styles that differ in little more than a comma count as one. */
const FAMILIES: Readonly<Partial<Record<ReferenceStyle, string>>> = {
  apa: 'APA or Harvard',
  harvard: 'APA or Harvard',
  'chicago-author-date': 'APA or Harvard',
  mla: 'MLA or Chicago notes',
  'chicago-notes': 'MLA or Chicago notes',
  ieee: 'IEEE',
  vancouver: 'Vancouver',
  gbt7714: 'GB/T 7714',
};

const NAMES: Readonly<Partial<Record<ReferenceStyle, string>>> = {
  apa: 'APA',
  harvard: 'Harvard',
  'chicago-author-date': 'Chicago',
  mla: 'MLA',
  'chicago-notes': 'Chicago',
  ieee: 'IEEE',
  vancouver: 'Vancouver',
  gbt7714: 'GB/T 7714',
};

/** References whose style is plain to see: those of each page's lists and notes, each text once of those of a site. */
function groupsOf(project: Project): Iterable<Styled[]> {
  const groups = new Map<string, Styled[]>();
  const add = (name: string, styled: Styled): void => {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [styled]);
    else group.push(styled);
  };
  for (const source of workSources(project)) {
    const [first] = source.uses ?? [];
    if (first === undefined) continue;
    const { style, confidence } = project.readingOf(first.reference);
    const family = FAMILIES[style];
    if (family === undefined || confidence < 0.8) continue;
    const site = project.dialectOf(first.document).root;
    if (!isLocal(first.reference)) add(`site ${site}`, { source, style, family });
    else {
      for (const use of source.uses ?? []) {
        add(`page ${use.document.path}`, { source: { work: source.work, uses: [use] }, style, family });
      }
    }
  }
  return groups.values();
}
