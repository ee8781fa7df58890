import { type Citation, type Construct, defineRule } from '../../src/model.ts';

/** Half of the works stand in the list the engine prints and half in one written by hand: no reader expects two. */
export default defineRule({
  id: 'mixed-citation-forms',
  description: 'Disallow citations by key and by hand-written number or link on one page.',
  scope: 'document',
  level: 'note',
  preset: 'preview',
  since: '0.1.0',
  fix: 'none',
  messages: {
    mixed: 'This page cites {custom} and here {other}.',
  },
  options: {},

  check(document, { project, report }) {
    const found = new Map<string, Citation[]>();
    for (const citation of project.citationsOf(document)) {
      const form = FORMS[citation.construct];
      // A link to a DOI is MyST's own way to cite.
      if (form === undefined || (citation.construct === 'link' && !citation.cites[0]?.key.startsWith('#')))
        continue;
      const same = found.get(form);
      if (same === undefined) found.set(form, [citation]);
      else same.push(citation);
    }
    if (found.size < 2) return;
    const [custom, ...others] = [...found].sort(([, a], [, b]) => b.length - a.length);
    for (const [other, [citation]] of others) {
      if (custom === undefined || citation === undefined) continue;
      const related = custom[1].slice(0, 1).map(({ region }) => ({
        at: { path: document.path, region },
        message: 'the other form',
      }));
      const at = { path: document.path, region: citation.region };
      report({ at, messageId: 'mixed', data: { custom: custom[0], other }, related });
    }
  },
});

const FORMS: Partial<Readonly<Record<Construct, string>>> = {
  shortcode: 'by key',
  tag: 'by key',
  bracketed: 'by key',
  role: 'by key',
  element: 'by key',
  numbered: 'by number into a list written by hand',
  link: 'by link into a list written by hand',
};
