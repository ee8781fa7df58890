import type { BibEntry, Field, Location, Region } from '../../src/model.ts';
import type { IdentifierReading } from '../../src/work/identifiers.ts';
import type { EntryInFile } from './bibliography-entries.ts';
import { placeInField } from './field-places.ts';

/**
 * An identifier in a field of an entry. A class, because a library holds hundreds of thousands: a method costs nothing
 * each, a closure costs more than the rest.
 */
export class FieldIdentifier {
  readonly path: string;
  readonly entry: BibEntry;
  readonly field: Field;
  readonly role: 'field' | 'inside';
  readonly text: string;
  readonly reading: IdentifierReading;
  /** Whether `at` is exact, so that a part can be replaced. */
  readonly exact: boolean;
  /** Where the text begins in the field's value. */
  readonly offset: number;

  constructor(
    { path, entry }: EntryInFile,
    field: Field,
    role: FieldIdentifier['role'],
    { text, reading, exact, offset }: Pick<FieldIdentifier, 'text' | 'reading' | 'exact' | 'offset'>,
  ) {
    this.path = path;
    this.entry = entry;
    this.field = field;
    this.role = role;
    this.text = text;
    this.reading = reading;
    this.exact = exact;
    this.offset = offset;
  }

  /** A part of the text in its file, or the whole of it; the whole field where the value is not written as it reads. */
  at(part: Region = { start: 0, end: this.text.length }): Location {
    const { path, field, offset } = this;
    if (!this.exact) return { path, region: field.region };
    return placeInField(path, field, { start: offset + part.start, end: offset + part.end });
  }
}
