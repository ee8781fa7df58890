import { defineRule, type Project, type ReferenceStyle } from '../../src/model.ts';
import { isLocal, type PlacedWork, placedWorks } from '../shared/placed-works.ts';

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
      for (const { placed, family, style } of styled) {
        if (family === custom) continue;
        const data = { style: NAMES[style] ?? style, custom, count, all: styled.length };
        report({ at: placed.at(), messageId: 'mixed', data });
      }
    }
  },
});

interface Styled {
  readonly placed: PlacedWork;
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

/** References whose style is plain to see: those of each page's lists and notes, those of each site. */
function groupsOf(project: Project): Iterable<Styled[]> {
  const groups = new Map<string, Styled[]>();
  for (const placed of placedWorks(project)) {
    const { reference, document } = placed;
    if (reference === undefined || document === undefined) continue;
    const { style, confidence } = project.readingOf(reference);
    const family = FAMILIES[style];
    if (family === undefined || confidence < 0.8) continue;
    const name = isLocal(reference) ? `page ${document.path}` : `site ${project.dialectOf(document).root}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [{ placed, style, family }]);
    else group.push({ placed, style, family });
  }
  return groups.values();
}
