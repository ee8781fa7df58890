import {
  type DocumentFacts,
  defineRule,
  type Fix,
  type FootnoteUse,
  type Location,
} from '../../src/model.ts';
import { footnoteName, isPartOfPage, labelsOfBooks, lostUses } from '../shared/footnotes.ts';
import { reportProblems } from '../shared/report-problems.ts';

/** What was meant for a note, and is none to the engine. */
const lostNotes = {
  'note-in-label': 'The text of this note stands in the place of its label; it is printed as it stands.',
  'caret-in-bracket': 'An inline note begins with `^[`; this one is printed as it stands.',
  'unclosed-note': 'This inline note is not closed with `]` in its paragraph; it is printed as it stands.',
};

/** The mark is printed as it stands, `[^knuth]`, and the note is nowhere. */
export default defineRule({
  id: 'undefined-footnote',
  description: 'Disallow uses of a footnote that the page does not define.',
  scope: 'project',
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
    bracket: 'The note `[^{label}]` has a bracket too many; it is printed as a paragraph.',
    glued:
      'The note `[^{label}]` needs a blank line before it; {engine} prints it as a part of the paragraph.',
    'refused-label':
      '{engine} takes no label but one of letters from a to z, digits, `_` and `-`, so `[^{label}]` is printed as it stands.',
    ...lostNotes,
  },
  options: {},

  check(project, context) {
    const { report } = context;
    const labelsInBook = project.shared(labelsOfBooks);
    for (const document of project.documents) {
      if (hasNotes(document)) reportLostNotes(document, context);
      for (const { messageId, data, region } of document.problems) {
        if (messageId !== 'refused-label') continue;
        const { name: engine } = project.engineOf(document);
        const at = { path: document.path, region };
        report({ at, messageId, data: { label: String(data?.['label'] ?? ''), engine } });
      }
      if (document.footnotes.uses.length === 0 || isPartOfPage(document)) continue;
      const engine = project.engineOf(document);
      const name = footnoteName(engine);
      const { uses, meant, renamed } = lostUses(document.footnotes, name);
      // `duplicate-footnote` says which definition has the wrong label.
      if (renamed !== undefined) continue;
      const appended = new Set(project.dialectOf(document).appendedFootnotes);
      const { defined } = labelsInBook(document);
      const lost = new Map([...colonlessNotes(uses, name), ...gluedNotes(uses, name)]);
      for (const use of uses) {
        const { label, region } = use;
        if (appended.has(label) || defined.has(label)) continue;
        const at = { path: document.path, region };
        const note = lost.get(name(label));
        if (note !== undefined) {
          if (note !== use) continue;
          if (note.opensLine === 'note')
            report({ at, messageId: 'glued', data: { label, engine: engine.name } });
          else if (note.opensLine === 'bracket') report({ at, messageId: 'bracket', data: { label } });
          else {
            const fixes = note.opensLine === 'text' ? addColon(at) : [];
            report({ at, messageId: 'colonless', data: { label }, fixes });
          }
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
    }
  },
});

const reportLostNotes = reportProblems(lostNotes);

/** Where no generator is known, an editor may take `[^some text]` for a note, unless the page has notes of the other kind. */
function hasNotes({ dialect, footnotes }: DocumentFacts): boolean {
  return dialect !== 'markdown' || footnotes.definitions.length > 0;
}

/** What a note looks like whose colon is missing, is another sign, or stands beside a bracket too many. */
const NEARLY_NOTE: ReadonlySet<FootnoteUse['opensLine']> = new Set(['text', 'sign', 'bracket']);

/** By label: a mark that begins a line, where the same mark was called before it. */
function colonlessNotes(
  uses: readonly FootnoteUse[],
  name: (label: string) => string,
): ReadonlyMap<string, FootnoteUse> {
  const called = new Set<string>();
  const notes = new Map<string, FootnoteUse>();
  for (const use of uses) {
    const key = name(use.label);
    if (NEARLY_NOTE.has(use.opensLine) && called.has(key) && !notes.has(key)) notes.set(key, use);
    called.add(key);
  }
  return notes;
}

/** By label: the first line of a paragraph that would be a note if it did not go on with that paragraph. */
function gluedNotes(
  uses: readonly FootnoteUse[],
  name: (label: string) => string,
): ReadonlyMap<string, FootnoteUse> {
  const notes = uses.filter(({ opensLine }) => opensLine === 'note');
  return new Map(notes.reverse().map((use) => [name(use.label), use]));
}

function addColon({ path, region: { end } }: Location): Fix[] {
  const edits = [{ path, region: { start: end, end }, text: ':' }];
  return [{ title: 'Insert a colon', safety: 'suggest', edits }];
}
