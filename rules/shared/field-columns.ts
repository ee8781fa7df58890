import type { Field, Project } from '../../src/model.ts';
import { type EntryInFile, entryPlaces } from './bibliography-entries.ts';

/** The fields of one name, each with its entry at the same index. */
interface Column {
  readonly fields: Field[];
  readonly places: EntryInFile[];
}

/** The fields of the project by their lower-cased names: a rule about months need not look at every title. */
function columns(project: Project): ReadonlyMap<string, Column> {
  const byName = new Map<string, Column>();
  const bySpelling = new Map<string, Column>();
  const columnOf = (spelling: string): Column => {
    const name = spelling.toLowerCase();
    const column = byName.get(name) ?? { fields: [], places: [] };
    byName.set(name, column);
    bySpelling.set(spelling, column);
    return column;
  };
  for (const place of project.shared(entryPlaces)) {
    for (const field of place.entry.fields) {
      const column = bySpelling.get(field.name) ?? columnOf(field.name);
      column.fields.push(field);
      column.places.push(place);
    }
  }
  return byName;
}

/** Calls `visit` for every field of these names, which are in lower case, of bibliographies and of front matter. */
export function eachField(
  project: Project,
  names: Iterable<string>,
  visit: (field: Field, place: EntryInFile) => void,
): void {
  const byName = project.shared(columns);
  for (const name of names) {
    const column = byName.get(name);
    if (column === undefined) continue;
    const { fields, places } = column;
    for (let index = 0; index < fields.length; index++) {
      visit(fields[index] as Field, places[index] as EntryInFile);
    }
  }
}
