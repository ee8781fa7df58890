import { type BibliographyFormat, defineRule } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { closest } from '../../src/text/similar.ts';
import { nameOf, replaceWith, wholeEntries } from '../shared/bibliography-entries.ts';
import { shapeProblem } from '../shared/csl-shapes.ts';
import { cslDates, cslNames, cslTexts, cslTypes } from '../shared/known-fields.ts';

/** Pandoc reads nothing of a bibliography whose one item has a name or a date of the wrong shape. */
export default defineRule({
  id: 'invalid-csl-item',
  description: 'Require items of CSL-JSON and CSL-YAML to follow the schema.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    'missing-type': 'Item `{key}` has no `type`; styles print it as a plain document.',
    'unknown-type': 'CSL knows no item type `{type}`, of `{key}`.',
    'misspelt-type': 'CSL knows no item type `{type}`, of `{key}`; did you mean `{suggestion}`?',
    'misspelt-variable': 'CSL knows no variable `{name}`, of `{key}`; did you mean `{suggestion}`?',
    names:
      '`{name}` of `{key}` is a list of names, each with `family` and `given`, or `literal`; Pandoc reads nothing of this file.',
    date: '`{name}` of `{key}` is no date of CSL, such as `[[1997, 5]]` under `date-parts`; Pandoc reads nothing of this file.',
    text: '`{name}` of `{key}` is one text; Pandoc reads nothing of this file.',
    dropped: '`{name}` of `{key}` is one text; Pandoc leaves it out.',
  },
  options: {},

  check(project, { report }) {
    for (const { path, format, entry } of wholeEntries(project, FORMATS)) {
      const key = nameOf(entry);
      const { type, typeRegion, keyRegion } = entry;
      const head =
        keyRegion.start < keyRegion.end
          ? keyRegion
          : { start: entry.region.start, end: entry.region.start + 1 };
      if (type === '') {
        report({ at: { path, region: head }, messageId: 'missing-type', data: { key }, level: 'warning' });
      } else if (!cslTypes().has(type)) {
        const at = { path, region: typeRegion };
        const suggestion = closest(type, cslTypes()) ?? RENAMED[type];
        if (suggestion === undefined)
          report({ at, messageId: 'unknown-type', data: { type, key }, level: 'warning' });
        else {
          const fixes = replaceWith(path, typeRegion, suggestion, `Write \`${suggestion}\``, 'suggest');
          report({
            at,
            messageId: 'misspelt-type',
            data: { type, key, suggestion },
            fixes,
            level: 'warning',
          });
        }
      }
      for (const field of entry.fields) {
        const { name, nameRegion } = field;
        const at = { path, region: field.region };
        const data = { name, key };
        const shape = shapeProblem(field, format);
        if (shape === 'names') report({ at, messageId: shape, data });
        else if (shape === 'date') report({ at, messageId: shape, data });
        else if (shape === 'text') report({ at, messageId: shape, data });
        else if (shape === 'dropped') report({ at, messageId: shape, data, level: 'warning' });
        const suggestion = isKnown(name, format) ? undefined : misspeltVariable(name);
        if (suggestion === undefined) continue;
        const fixes = replaceWith(path, nameRegion, suggestion, `Write \`${suggestion}\``, 'suggest');
        const place = { path, region: nameRegion };
        report({
          at: place,
          messageId: 'misspelt-variable',
          data: { ...data, suggestion },
          fixes,
          level: 'warning',
        });
      }
    }
  },
});

const FORMATS = new Set(['csl-json', 'csl-yaml'] as const);
const variables = once(() => [...cslNames(), ...cslDates(), ...cslTexts()]);
const knownNames = once(
  () => new Set([...variables(), 'id', 'type', 'categories', 'custom', 'citation-aliases', 'references']),
);

/** BibTeX's and other managers' names for item types. */
const RENAMED: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'proceedings-article': 'paper-conference',
  'book-chapter': 'chapter',
  inproceedings: 'paper-conference',
  incollection: 'chapter',
  phdthesis: 'thesis',
  misc: 'document',
  online: 'webpage',
};

/** A variable that differs by case, by its separators or by one slip; further off it may be somebody's own. */
function misspeltVariable(name: string): string | undefined {
  const fold = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, '');
  const same = variables().find((variable) => fold(variable) === fold(name));
  if (same !== undefined || name.length < 5) return same;
  return variables().find(
    (variable) => variable.length > 4 && name !== `${variable}s` && isOneSlip(name, variable),
  );
}

/** One letter wrong, missing or too much, or two neighbours exchanged. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [left, right] = [a.slice(start), b.slice(start)];
  if (left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1)) return true;
  return left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0];
}

const inLowerCase = once(() => new Set([...knownNames()].map((name) => name.toLowerCase())));

/** Pandoc, which alone reads YAML, knows variables in any case, and writes `doi` and `url` itself. */
function isKnown(name: string, format: BibliographyFormat): boolean {
  if (knownNames().has(name) || /^[_x]/.test(name)) return true;
  return format === 'csl-yaml' && inLowerCase().has(name.toLowerCase());
}
