import { defineRule } from '../../src/model.ts';
import { BIBTEX, nameOf, wholeEntries } from '../shared/bibliography-entries.ts';
import { placeInField, valueStart } from '../shared/field-places.ts';

/** BibTeX styles print titles in lower case, names and abbreviations in them too, unless braces keep them. */
export default defineRule({
  id: 'unprotected-capitals',
  description: 'Require braces around words in titles whose capitals must stay.',
  scope: 'files',
  level: 'note',
  preset: 'preview',
  since: '0.1.0',
  fix: 'unsafe',
  messages: {
    unprotected: '`{word}` in the title of {key} loses its capitals in most styles; put it in braces.',
  },
  options: {},

  check(project, { report }) {
    for (const { path, entry } of wholeEntries(project, BIBTEX)) {
      for (const field of entry.fields) {
        if (
          field.name !== 'title' ||
          !/[\p{L}\d]\p{Lu}/u.test(field.value) ||
          valueStart(field) === undefined
        )
          continue;
        const open = unprotectedWords(field.value);
        const [first] = open;
        if (first === undefined) continue;
        const edits = open.map(({ word, start }) => ({
          path,
          region: placeInField(path, field, { start, end: start + word.length }).region,
          text: `{${word}}`,
        }));
        report({
          at: placeInField(path, field, { start: first.start, end: first.start + first.word.length }),
          messageId: 'unprotected',
          data: { word: first.word, key: nameOf(entry) },
          fixes: [{ title: 'Put the words in braces', safety: 'unsafe', edits }],
        });
      }
    }
  },
});

interface Word {
  readonly word: string;
  readonly start: number;
}

/** Words outside braces with a capital behind their first letter: `DNA`, `LaTeX`, `McCarthy`. */
function unprotectedWords(title: string): Word[] {
  if (!/\p{Ll}/u.test(title) || title.includes('\\')) return [];
  const outside = withoutGroups(title);
  return [...outside.matchAll(/\p{L}[\p{L}\d]{0,80}\p{Lu}[\p{L}\d]*/gu)].map((match) => ({
    word: match[0],
    start: match.index,
  }));
}

/** The text with everything in braces and formulas blanked. */
function withoutGroups(text: string): string {
  let depth = 0;
  let inMath = false;
  let out = '';
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '$') inMath = !inMath;
    out += depth > 0 || inMath ? ' '.repeat(character.length) : character;
    if (character === '}') depth = Math.max(0, depth - 1);
  }
  return out;
}
