import { defineRule } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';
import { footnoteName, unusedLabels } from '../shared/footnotes.ts';

/** The mark is printed as it stands, `[^knuth]`, and the note is nowhere. */
export default defineRule({
  id: 'undefined-footnote',
  description: 'Disallow uses of a footnote that the page does not define.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    undefined: 'Footnote `[^{label}]` is not defined on this page; the mark is printed as it stands.',
    misspelt:
      'Footnote `[^{label}]` is not defined on this page; did you mean `[^{suggestion}]`? The mark is printed as it stands.',
  },
  options: {},

  check(document, { project, report }) {
    const { uses, definitions } = document.footnotes;
    if (uses.length === 0) return;
    const name = footnoteName(project.engineOf(document));
    const defined = new Set(definitions.map(({ label }) => name(label)));
    const free = unusedLabels(document.footnotes, name);
    for (const { label, region } of uses) {
      if (defined.has(name(label))) continue;
      const at = { path: document.path, region };
      const suggestion = free.length > MAX_CANDIDATES ? undefined : closest(label, free);
      if (suggestion === undefined) {
        report({ at, messageId: 'undefined', data: { label } });
        continue;
      }
      const edits = [{ path: document.path, region, text: `[^${suggestion}]` }];
      report({
        at,
        messageId: 'misspelt',
        data: { label, suggestion },
        fixes: [{ title: `Write \`[^${suggestion}]\``, safety: 'suggest', edits }],
      });
    }
  },
});

/** With more notes that nobody uses, one of them is near to anything. */
const MAX_CANDIDATES = 500;
