import type { BibliographyFormat, Field, Json } from '../../src/model.ts';
import { parseJsonText } from '../../src/work/json-text.ts';
import { cslDates, cslNames, cslTexts } from './known-fields.ts';

/**
 * What is wrong with a variable's shape, as Pandoc sees it: `names`, `date` and `text` stop it in JSON, and it reads
 * nothing of the file; `dropped` is a list or map in YAML, where Pandoc takes names in any shape and leaves such a text
 * out.
 */
export type ShapeProblem = 'names' | 'date' | 'text' | 'dropped';

/** What is wrong with the shape of a variable; undefined where nothing is. */
export function shapeProblem(field: Field, format: BibliographyFormat): ShapeProblem | undefined {
  return format === 'csl-json' ? inJson(field) : inYaml(field);
}

function inJson(field: Field): Exclude<ShapeProblem, 'dropped'> | undefined {
  const { name, value } = field;
  const data = isWord(field, 'null') ? null : parseJsonText(value);
  if (cslNames().has(name)) return isListOfNames(data) ? undefined : 'names';
  if (cslDates().has(name)) return isDate(data, field) ? undefined : 'date';
  if (!cslTexts().has(name)) return undefined;
  return typeof data === 'object' || isWord(field, 'true') || isWord(field, 'false') ? 'text' : undefined;
}

/** Whether a word without quotes is the value: a string of that text is longer by its quotes. */
function isWord({ value, region }: Field, word: string): boolean {
  return region.end - region.start === word.length && (value === word || (word === 'null' && value === ''));
}

/** Persons as objects, or as one string each. */
function isListOfNames(data: Json): boolean {
  return (
    Array.isArray(data) &&
    data.every(
      (item) => typeof item === 'string' || (typeof item === 'object' && item !== null && isName(item)),
    )
  );
}

/** The parts of a name are texts; Pandoc takes a number for none. */
function isName(item: Json & object): boolean {
  return ['family', 'given', 'literal'].every(
    (part) => typeof (item as Readonly<Record<string, Json>>)[part] !== 'number',
  );
}

/** A text, or an object whose `date-parts` are lists of numbers; Pandoc takes no bare number for a year. */
function isDate(data: Json, { value, region }: Field): boolean {
  if (typeof data === 'string') return region.end - region.start > value.length;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const parts = (data as Readonly<Record<string, Json>>)['date-parts'];
  if (parts === undefined || parts === null) return true;
  return Array.isArray(parts) && parts.every((part) => Array.isArray(part) && part.every(isDatePart));
}

const isDatePart = (part: Json): boolean =>
  (typeof part === 'number' && Number.isInteger(part)) || (typeof part === 'string' && /^-?\d*$/.test(part));

const NAME_PARTS = 'family given literal suffix dropping-particle non-dropping-particle comma-suffix'.split(
  ' ',
);
const DATE_PARTS = ['date-parts', 'season', 'literal'];

/** Names of the parts of names and dates, where the field has such: those written and those that CSL knows. */
export function partsOf({ name, value }: Field): { written: readonly string[]; known: readonly string[] } {
  const known = cslNames().has(name) ? NAME_PARTS : cslDates().has(name) ? DATE_PARTS : [];
  const data = known.length === 0 ? undefined : parseJsonText(value);
  const items = Array.isArray(data) ? data : [data];
  const written = items.flatMap((item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.keys(item) : [],
  );
  return { written: [...new Set(written)], known };
}

function inYaml({ name, value }: Field): 'dropped' | undefined {
  if (!cslTexts().has(name) || NOT_PRINTED.has(name)) return undefined;
  return typeof parseJsonText(value) === 'object' ? 'dropped' : undefined;
}

const NOT_PRINTED = new Set('abstract annote keyword note ISBN ISSN language references'.split(' '));
