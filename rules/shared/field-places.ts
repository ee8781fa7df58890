import type { BibEntry, Field } from '../../src/model.ts';

export { placeInField, valueStart } from '../../src/work/place-in-field.ts';

/** Fields of an entry under any of the names, which are given in lower case; formats differ in case alone. */
export function fieldsNamed(entry: BibEntry, names: ReadonlySet<string>): Field[] {
  return entry.fields.filter(({ name, value }) => names.has(name.toLowerCase()) && value !== '');
}
