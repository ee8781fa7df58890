import {
  type BibEntry,
  type BibliographyFormat,
  defineRule,
  type Field,
  type Json,
  type Problem,
  type Project,
} from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { closest } from '../../src/text/similar.ts';
import { parseJsonText } from '../../src/work/json-text.ts';
import { nameOf, replaceWith, wholeEntries } from '../shared/bibliography-entries.ts';
import { partsOf, shapeProblem } from '../shared/csl-shapes.ts';
import { cslDates, cslNames, cslTexts, cslTypes } from '../shared/known-fields.ts';

const messages = {
  'missing-type': 'There is no `type` in {key}; styles print it as a plain document.',
  'unknown-type': 'CSL knows no item type `{type}`, of {key}.',
  'misspelt-type': 'CSL knows no item type `{type}`, of {key}; did you mean `{suggestion}`?',
  'misspelt-variable': 'CSL knows no variable `{name}`, of {key}; did you mean `{suggestion}`?',
  'misspelt-part':
    'CSL knows no `{part}`, in `{name}` of {key}; did you mean `{suggestion}`? Programs pass over it.',
  'whole-name':
    'The family name `{found}` in `{name}` of {key} holds the given name as well; styles cannot tell them apart.',
  names: '`{name}` of {key} is a list of names, each with `family` and `given`, or `literal`{effect}.',
  date: '`{name}` of {key} is no date of CSL, such as `[[1997, 5]]` under `date-parts`{effect}.',
  text: '`{name}` of {key} is one text{effect}.',
  dropped: '`{name}` of {key} is one text{effect}.',
} as const;

/** Pandoc reads nothing of a bibliography whose one item has a name or a date of the wrong shape. */
export default defineRule({
  id: 'invalid-csl-item',
  description: 'Require items of CSL-JSON and CSL-YAML to follow the schema.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages,
  options: {},

  check(project, { report }) {
    const ownForms = formsOfTemplates(project);
    for (const { path, format, entry } of wholeEntries(project, FORMATS)) {
      const item: Item = { path, format, entry, own: ownForms.get(path) };
      for (const problem of typeProblems(item)) report(problem);
      for (const field of entry.fields) for (const problem of fieldProblems(item, field)) report(problem);
    }
  },
});

type ItemProblem = Problem<typeof messages>;

interface Item {
  readonly path: string;
  readonly format: BibliographyFormat;
  readonly entry: BibEntry;
  /** In what the items of the file depart from CSL, where only templates read it. */
  readonly own: ReadonlySet<string> | undefined;
}

function typeProblems({ path, entry, own }: Item): ItemProblem[] {
  const { type, typeRegion, keyRegion, region } = entry;
  const key = nameOf(entry);
  const level = 'warning';
  if (type === '') {
    if (own?.has('type')) return [];
    const head = keyRegion.start < keyRegion.end ? keyRegion : { start: region.start, end: region.start + 1 };
    return [{ at: { path, region: head }, messageId: 'missing-type', data: { key }, level }];
  }
  if (cslTypes().has(type)) return [];
  const at = { path, region: typeRegion };
  const suggestion = closest(type, cslTypes()) ?? RENAMED[type];
  if (suggestion === undefined) return [{ at, messageId: 'unknown-type', data: { type, key }, level }];
  const fixes = replaceWith(path, typeRegion, suggestion, `Write \`${suggestion}\``, 'suggest');
  return [{ at, messageId: 'misspelt-type', data: { type, key, suggestion }, fixes, level }];
}

function fieldProblems(item: Item, field: Field): ItemProblem[] {
  const { path, entry, own } = item;
  const { name, region } = field;
  const at = { path, region };
  const key = nameOf(entry);
  const shape = own?.has(name) ? undefined : shapeProblem(field, item.format);
  const problems: ItemProblem[] = [];
  if (shape !== undefined) {
    const data = { name, key, effect: own === undefined ? EFFECTS[shape] : '' };
    problems.push({ at, messageId: shape, data, level: shape === 'dropped' ? 'warning' : 'error' });
  }
  for (const { part, meant } of misspeltParts(field, own === undefined)) {
    const data = { name, key, part, suggestion: meant };
    problems.push({ at, messageId: 'misspelt-part', data, level: 'warning' });
  }
  for (const found of wholeNames(field)) {
    problems.push({ at, messageId: 'whole-name', data: { name, key, found }, level: 'warning' });
  }
  return [...problems, ...variableProblems(item, field)];
}

/** `"family": "Knuth, Donald E."` without a given name. */
function wholeNames({ name, value }: Field): string[] {
  if (!cslNames().has(name) || !FAMILY_AND_GIVEN.test(value)) return [];
  const data = parseJsonText(value);
  if (!Array.isArray(data)) return [];
  return data.flatMap((person) => {
    if (typeof person !== 'object' || person === null || Array.isArray(person)) return [];
    const { family, given } = person as Readonly<Record<string, Json>>;
    return typeof family === 'string' && !given && WHOLE_NAME().test(family) ? [family] : [];
  });
}

const FAMILY_AND_GIVEN = /"family":\s?"[^"]{1,80},/;

/** Not the suffix of a name or of a firm, nor `Washington, D.C.`. */
const WHOLE_NAME = once(
  () =>
    /^(?:\p{Ll}{1,5} )?\p{Lu}[\p{L}'’-]+, (?!(?:[JS]r|I{2,3}|IV|Esq|Inc|Ltd|LLC|LLP|Co|Corp|GmbH|AG|SA|S\.A|PLC|Ph\.? ?D|M\.?D|D\.C|USA|U\.S)\b)\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u,
);

function variableProblems({ path, format, entry }: Item, { name, nameRegion }: Field): ItemProblem[] {
  const suggestion = isKnown(name, format) ? undefined : misspeltVariable(name);
  if (suggestion === undefined) return [];
  const fixes = replaceWith(path, nameRegion, suggestion, `Write \`${suggestion}\``, 'suggest');
  const data = { name, key: nameOf(entry), suggestion };
  return [
    { at: { path, region: nameRegion }, messageId: 'misspelt-variable', data, fixes, level: 'warning' },
  ];
}

/** What Pandoc makes of a variable of the wrong shape. */
const EFFECTS = {
  names: '; Pandoc reads nothing of this file',
  date: '; Pandoc reads nothing of this file',
  text: '; Pandoc reads nothing of this file',
  dropped: '; Pandoc leaves it out',
};

/**
 * By the paths of the files that only templates of Hugo read: in what all items that say it depart from CSL. That is how
 * the site writes it, and its templates know; what one item does and another does not is a slip.
 */
function formsOfTemplates(project: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, ReadonlySet<string>>();
  for (const facts of project.bibliographies) {
    const readers = project.documentsOf(facts);
    if (readers.length === 0 || readers.some(({ dialect }) => dialect !== 'hugo')) continue;
    forms.set(facts.path, departures(facts.entries, facts.format));
  }
  return forms;
}

function departures(entries: readonly BibEntry[], format: BibliographyFormat): ReadonlySet<string> {
  const departing = new Set<string>();
  const following = new Set<string>();
  for (const { type, fields } of entries) {
    (type === '' ? departing : following).add('type');
    for (const field of fields) {
      const isFollowed = shapeProblem(field, format) === undefined;
      (isFollowed ? following : departing).add(field.name);
    }
  }
  return new Set([...departing].filter((name) => !following.has(name)));
}

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
  return slipOf(name, variables());
}

/** `familly` and `date-part`, where CSL wants `family` and `date-parts`. */
function misspeltParts(field: Field, isCsl: boolean): { part: string; meant: string }[] {
  const { written, known } = partsOf(field);
  return written.flatMap((part) => {
    const meant = known.includes(part)
      ? undefined
      : ((isCsl ? RENAMED_PARTS[part] : undefined) ?? slipOf(part, known));
    return meant === undefined || written.includes(meant) ? [] : [{ part, meant }];
  });
}

/** What other formats call the parts of a name; templates of Hugo may call them so, too. */
const RENAMED_PARTS: Readonly<Partial<Record<string, string>>> = {
  last: 'family',
  lastName: 'family',
  surname: 'family',
  first: 'given',
  firstName: 'given',
  name: 'literal',
};

function slipOf(name: string, known: readonly string[]): string | undefined {
  const fold = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, '');
  const same = known.find((word) => fold(word) === fold(name));
  if (same !== undefined || name.length < 5) return same;
  return known.find((word) => word.length > 4 && name !== `${word}s` && isOneSlip(name, word));
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
