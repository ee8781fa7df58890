import type { Field, Project } from '../../src/model.ts';
import { type EntryInFile, entryPlaces } from './bibliography-entries.ts';

/** The fields of one name, each with its entry at the same index. */
interface Column {
  readonly fields: Field[];
  readonly places: EntryInFile[];
  /** The files that have such fields. */
  readonly paths: Set<string>;
  lastPlace?: EntryInFile;
  /** All values, so many in one text, once a rule looks through them: several do. */
  texts?: readonly string[];
  /** The few with a sign in their value, once a rule asks for them. */
  marked?: readonly MarkedField[];
}

interface MarkedField {
  readonly field: Field;
  readonly place: EntryInFile;
  /** The signs in its value, as bits. */
  readonly signs: number;
}

/** Signs a value may hold: a rule that looks for one of them need not look into the many values without. */
export const AMPERSAND = 1;
/** `<`, with which a tag begins. */
export const ANGLE_BRACKET = 2;
/** `%`, `$`, `#` and `_`. */
export const TEX_SIGN = 4;
/** What an address or a path on some machine cannot do without; a DOI has none of it. */
export const PATH_SIGN = 8;

const PATH = /:\\|:\/\/|~\/|\/(?:Users|home|Volumes|private)\//i;
const SIGNS = [
  [/&/, AMPERSAND],
  [/</, ANGLE_BRACKET],
  [/[%$#_]/, TEX_SIGN],
  [PATH, PATH_SIGN],
] as const;
const ANY_SIGN = new RegExp(`[&<%$#_]|${PATH.source}`, 'gi');

function signsIn(value: string): number {
  return SIGNS.reduce((signs, [expression, sign]) => (expression.test(value) ? signs | sign : signs), 0);
}

interface Columns {
  readonly byName: ReadonlyMap<string, Column>;
  /** Entries with two fields of one name. */
  readonly repetitive: ReadonlySet<EntryInFile>;
}

/** The fields of the project by their lower-cased names: a rule about months need not look at every title. */
function columns(project: Project): Columns {
  const byName = new Map<string, Column>();
  const repetitive = new Set<EntryInFile>();
  const bySpelling = new Map<string, Column>();
  const columnOf = (spelling: string): Column => {
    const name = spelling.toLowerCase();
    const column = byName.get(name) ?? { fields: [], places: [], paths: new Set() };
    byName.set(name, column);
    bySpelling.set(spelling, column);
    return column;
  };
  // Counted, for a library has a hundred thousand fields: before V8 knows better, an iterator makes an object for each.
  const all = project.shared(entryPlaces);
  for (let entry = 0; entry < all.length; entry++) {
    const place = all[entry]!;
    const { fields } = place.entry;
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index]!;
      const column = bySpelling.get(field.name) ?? columnOf(field.name);
      column.fields.push(field);
      column.places.push(place);
      if (column.lastPlace === place) repetitive.add(place);
      else if (column.lastPlace?.path !== place.path) column.paths.add(place.path);
      column.lastPlace = place;
    }
  }
  return { byName, repetitive };
}

/** The lower-cased names of all fields there are. */
export function fieldNames(project: Project): Iterable<string> {
  return project.shared(columns).byName.keys();
}

/** Whether any entry of a file has a field of this name, which is in lower case. */
export function usesField(project: Project, path: string, name: string): boolean {
  return project.shared(columns).byName.get(name)?.paths.has(path) === true;
}

/** The entries in which two fields have one name, whatever its case. */
export function repetitiveEntries(project: Project): Iterable<EntryInFile> {
  return project.shared(columns).repetitive;
}

/** Calls `visit` for every field of these names, which are in lower case, of bibliographies and of front matter. */
export function eachField(
  project: Project,
  names: Iterable<string>,
  visit: (field: Field, place: EntryInFile) => void,
): void {
  for (const column of columnsNamed(project, names)) visitColumn(column, visit);
}

/** The columns there are of these names. */
function columnsNamed(project: Project, names: Iterable<string>): Column[] {
  const { byName } = project.shared(columns);
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

/** By itself, since V8 optimises a short function soon and a long one when all is over. */
function visitColumn({ fields, places }: Column, visit: (field: Field, place: EntryInFile) => void): void {
  for (let index = 0; index < fields.length; index++) visit(fields[index]!, places[index]!);
}

/** `eachField` for the fields alone whose values hold one of the signs. */
export function eachFieldWith(
  project: Project,
  signs: number,
  names: Iterable<string>,
  visit: (field: Field, place: EntryInFile) => void,
): void {
  for (const column of columnsNamed(project, names)) {
    column.marked ??= markedFields(column);
    for (const marked of column.marked) {
      if ((marked.signs & signs) !== 0) visit(marked.field, marked.place);
    }
  }
}

/**
 * `eachField` for the fields alone in whose values a global expression may match: it can take the end of one value and the
 * start of the next for a match.
 */
export function eachFieldLike(
  project: Project,
  expression: RegExp,
  names: Iterable<string>,
  visit: (field: Field, place: EntryInFile) => void,
): void {
  for (const column of columnsNamed(project, names)) findMatches(column, expression, visit);
}

function markedFields(column: Column): MarkedField[] {
  const marked: MarkedField[] = [];
  findMatches(column, ANY_SIGN, (field, place) => marked.push({ field, place, signs: signsIn(field.value) }));
  return marked;
}

/** So many values are looked through as one text: to put the question to each costs more than to join them. */
const AT_ONCE = 500;

function joinedValues(fields: readonly Field[]): string[] {
  const texts: string[] = [];
  for (let from = 0; from < fields.length; from += AT_ONCE) {
    const some = fields.slice(from, from + AT_ONCE);
    texts.push(some.map(({ value }) => value).join('\n'));
  }
  return texts;
}

function findMatches(
  column: Column,
  expression: RegExp,
  visit: (field: Field, place: EntryInFile) => void,
): void {
  const { fields, places } = column;
  column.texts ??= joinedValues(fields);
  for (const [count, text] of column.texts.entries()) {
    let index = count * AT_ONCE;
    let end = fields[index]!.value.length;
    expression.lastIndex = 0;
    while (expression.test(text)) {
      while (end < expression.lastIndex) end += 1 + fields[++index]!.value.length;
      visit(fields[index]!, places[index]!);
      expression.lastIndex = end;
    }
  }
}
