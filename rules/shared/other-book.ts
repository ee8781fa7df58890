import type { BibEntry, Field, PersonName } from '../../src/model.ts';
import { isSamePerson } from '../../src/work/fold-names.ts';
import { readBibtexNames } from '../../src/work/names.ts';
import { readCslNames } from '../../src/work/structured-names.ts';

/** One is the whole set, which counts its `volumes`, and the other a `volume` of it. */
export function isSetAndVolume(a: BibEntry, b: BibEntry): boolean {
  return (isWholeSet(a) && isOneVolume(b)) || (isWholeSet(b) && isOneVolume(a));
}

const isOneVolume = (entry: BibEntry): boolean => fieldOf(entry, VOLUME) !== undefined;

const isWholeSet = (entry: BibEntry): boolean => !isOneVolume(entry) && fieldOf(entry, VOLUMES) !== undefined;

const VOLUME = new Set(['volume']);
const VOLUMES = new Set(['volumes', 'number-of-volumes']);
const TRANSLATOR = new Set(['translator']);

/** Whether both name translators, and nobody translated both. */
export function isOtherTranslation(a: BibEntry, b: BibEntry): boolean {
  const left = translatorsOf(a);
  const right = translatorsOf(b);
  if (left.length === 0 || right.length === 0) return false;
  return !left.some((person) => right.some((other) => isSamePerson(person, other)));
}

function translatorsOf(entry: BibEntry): readonly PersonName[] {
  const field = fieldOf(entry, TRANSLATOR);
  if (field === undefined) return [];
  return field.written === undefined ? readCslNames(field.value).names : readBibtexNames(field.value).names;
}

function fieldOf({ fields }: BibEntry, names: ReadonlySet<string>): Field | undefined {
  return fields.find(({ name, value }) => names.has(name) && value.trim() !== '');
}
