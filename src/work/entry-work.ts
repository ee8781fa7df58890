import type { BibEntry, Field, IdentifierKind, PersonName, Work, WorkPart } from '../model.ts';
import type { Mutable } from '../text/mutable.ts';
import { isPreprintServer } from './compare-containers.ts';
import { readCslDate } from './csl-dates.ts';
import { type EntryFields, entryFields, textOfField } from './entry-fields.ts';
import { identifiersOfFields } from './entry-identifiers.ts';
import { kindsOfTypes } from './field-roles.ts';
import { readBibtexNames } from './names.ts';
import { readCslNames } from './structured-names.ts';
import { readYear } from './years.ts';

/**
 * Reads a bibliography entry of any format as a work. The region of a part is that of its field in the file. Parts the
 * entry does not have, or that cannot be read, are absent. `inherited` are the fields of crossref and xdata parents,
 * already under the names they have in the child. Never throws.
 */
export function workOfEntry(entry: BibEntry, inherited: readonly Field[] = []): Work {
  const fields = entryFields(entry, inherited);
  const authors = personsOf(fields.all('author'));
  const editors = personsOf(fields.all('editor'));
  const identifiers = identifiersOfFields(fields);
  const work: Mutable<Work> = {
    authors: authors.persons,
    editors: editors.persons,
    othersOmitted: authors.persons.length > 0 ? authors.others : editors.others,
    identifiers,
    kind: 'unknown',
  };
  set(work, 'year', yearOf(fields));
  set(work, 'title', titleOf(fields));
  for (const name of ['container', 'volume', 'issue', 'publisher', 'place', 'edition', 'chapter'] as const) {
    set(work, name, textPart(fields.first(name)));
  }
  set(work, 'version', versionOf(fields));
  set(work, 'pages', pagesOf(fields));
  set(work, 'accessed', accessedOf(fields));
  work.kind = kindOf(entry, work.container?.value, identifiers);
  return work;
}

type TextPart =
  | 'year'
  | 'title'
  | 'container'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'publisher'
  | 'place'
  | 'edition'
  | 'chapter'
  | 'version'
  | 'accessed';

function set(work: Mutable<Work>, name: TextPart, part: WorkPart | undefined): void {
  if (part !== undefined) work[name] = part;
}

function textPart(field: Field | undefined): WorkPart | undefined {
  if (field === undefined) return undefined;
  const value = textOfField(field);
  return value === '' ? undefined : { value, region: field.region };
}

function personsOf(fields: readonly Field[]): { persons: WorkPart<PersonName>[]; others: boolean } {
  const persons: WorkPart<PersonName>[] = [];
  let others = false;
  for (const field of fields) {
    const list = field.written === undefined ? readCslNames(field.value) : readBibtexNames(field.value);
    for (const value of list.names) persons.push({ value, region: field.region });
    others ||= list.others;
  }
  return { persons, others };
}

function titleOf(fields: EntryFields): WorkPart | undefined {
  const title = textPart(fields.first('title'));
  const subtitle = textPart(fields.first('subtitle'));
  if (title === undefined || subtitle === undefined) return title;
  return { value: `${title.value}: ${subtitle.value}`, region: title.region };
}

function yearOf(fields: EntryFields): WorkPart | undefined {
  for (const role of ['year', 'date'] as const) {
    const field = fields.first(role);
    const value = field === undefined ? undefined : yearOfField(field);
    if (field !== undefined && value !== undefined) return { value, region: field.region };
  }
  return undefined;
}

function yearOfField(field: Field): string | undefined {
  if (/^\s{0,9}[[{]/.test(field.value) && field.written === undefined) {
    const { start, end } = readCslDate(field.value);
    const date = start ?? (end === 'open' ? undefined : end);
    return date === undefined ? readYear(field.value)?.value : String(date.year);
  }
  return readYear(textOfField(field))?.value;
}

function pagesOf(fields: EntryFields): WorkPart | undefined {
  const pages = textPart(fields.first('pages'));
  if (pages !== undefined) return pages;
  const first = textPart(fields.first('firstPage'));
  const last = textPart(fields.first('lastPage'));
  if (first === undefined || last === undefined || first.value.includes('-')) return first;
  return { value: `${first.value}–${last.value}`, region: first.region };
}

/** R's own citations have it in the note: “R package version 1.1.4”. */
function versionOf(fields: EntryFields): WorkPart | undefined {
  const version = textPart(fields.first('version'));
  if (version !== undefined) return version;
  const note = textPart(fields.first('note'));
  const [, value] = /\bversion\s+v?(\d[\w.-]*)/i.exec(note?.value ?? '') ?? [];
  return note === undefined || value === undefined ? undefined : { value, region: note.region };
}

function accessedOf(fields: EntryFields): WorkPart | undefined {
  const field = fields.first('accessed');
  if (field === undefined) return undefined;
  const { start } = readCslDate(field.value);
  if (start === undefined) return textPart(field);
  const parts = [start.year, start.month, start.day].filter((number) => number !== undefined);
  return { value: parts.map((number) => String(number).padStart(2, '0')).join('-'), region: field.region };
}

function kindOf(
  entry: BibEntry,
  container: string | undefined,
  identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[],
): Work['kind'] {
  const type = entry.type.toLowerCase();
  const kind = kindsOfTypes().get(type) ?? 'unknown';
  if (container !== undefined) return isPreprintServer(container) ? 'preprint' : kind;
  if (kind === 'book' || kind === 'thesis' || kind === 'chapter' || kind === 'report') return kind;
  const published = identifiers.some(({ kind: id, value }) => id === 'doi' && !/\/arxiv\./.test(value));
  return identifiers.some((identifier) => identifier.kind === 'arxiv') && !published ? 'preprint' : kind;
}
