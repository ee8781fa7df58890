import { defineRule, type Fix, type FootnoteUse, type Location } from '../../src/model.ts';
import { footnoteName, isPartOfPage, lostUses } from '../shared/footnotes.ts';

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
    colonless:
      'The text of footnote `[^{label}]` needs a colon behind the label; it is printed as a paragraph.',
  },
  options: {},

  check(document, { project, report }) {
    if (document.footnotes.uses.length === 0 || isPartOfPage(document)) return;
    const name = footnoteName(project.engineOf(document));
    const { uses, meant, renamed } = lostUses(document.footnotes, name);
    // `duplicate-footnote` says which definition has the wrong label.
    if (renamed !== undefined) return;
    const colonless = colonlessNotes(uses, name);
    for (const use of uses) {
      const { label, region } = use;
      const at = { path: document.path, region };
      const definition = colonless.get(name(label));
      if (definition !== undefined) {
        if (definition === use) report({ at, messageId: 'colonless', data: { label }, fixes: addColon(at) });
        continue;
      }
      const suggestion = meant(label);
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

/** By label: a mark that begins a line, where the same mark was called before it. */
function colonlessNotes(
  uses: readonly FootnoteUse[],
  name: (label: string) => string,
): ReadonlyMap<string, FootnoteUse> {
  const called = new Set<string>();
  const notes = new Map<string, FootnoteUse>();
  for (const use of uses) {
    const key = name(use.label);
    if (use.opensLine === true && called.has(key) && !notes.has(key)) notes.set(key, use);
    called.add(key);
  }
  return notes;
}

function addColon({ path, region: { end } }: Location): Fix[] {
  const edits = [{ path, region: { start: end, end }, text: ':' }];
  return [{ title: 'Insert a colon', safety: 'suggest', edits }];
}
