import type { BibEntry, Param, Region, Shortcode, ShortcodeSignature } from '../../model.ts';
import { type FieldRole, rolesOfNames } from '../../work/field-roles.ts';
import { type ItemValue, toEntry } from '../bibliography/csl-entry.ts';

type Item = NonNullable<ShortcodeSignature['item']>;

/** What shortcodes are called that print a work: others are told of the author of a quotation or of a film. */
const WORK_NAME =
  /^(?:bib(?:-?(?:item|entry|ref))?|ref(?:erence)?(?:-?(?:item|entry|def))?|cit(?:e-?(?:item|def)|ation)|source|literatur|quelle|publication|pub|paper)$/i;

/** Parts of a work that arguments are named after. */
const PART = /^(?:title|author|year|journal|publisher|publication|container|volume)/i;

/** Whether a shortcode or an include of this name prints a work. */
export const isWorkName = (name: string): boolean => WORK_NAME.test(name);

/** How many different parts of a work the names are those of. */
export function countParts(names: Iterable<string>): number {
  return new Set([...names].flatMap((name) => PART.exec(name)?.[0].toLowerCase() ?? [])).size;
}

/**
 * The work that one call tells as an entry, `{{< source key="knuth84" author="Knuth, D. E." title="Literate programming" >}}`;
 * undefined where it lacks a title, or who wrote it and when. `body` is what stands between the tags, which is the title
 * where no argument is. An argument that is no literal is not known.
 */
export function toldWork(
  { params, region, damaged }: Shortcode,
  { key: { names } }: Item,
  text: string,
  body?: Region,
  isKnown: (param: Param) => boolean = () => true,
): BibEntry | undefined {
  if (damaged) return undefined;
  const values = params.flatMap((param) => (isKnown(param) ? (partOf(param, names) ?? []) : []));
  const has = (role: string): boolean => values.some(({ name }) => rolesOfNames().get(name)?.role === role);
  if (!has('author') && !has('editor') && !has('year')) return undefined;
  const whole = body === undefined ? region : { start: region.start, end: body.end };
  if (has('title')) return toEntry(whole, values, ['key']);
  const title = body === undefined ? undefined : titleIn(text, body);
  return title === undefined ? undefined : toEntry(whole, [...values, title], ['key']);
}

/** What an argument says of the work, under the name that fields have; undefined where it says nothing. */
function partOf(
  { name = '', nameRegion, value: written, region }: Param,
  keys: readonly string[],
): ItemValue | undefined {
  const value = String(written);
  const role = rolesOfNames().get(name.toLowerCase())?.role;
  if (nameRegion === undefined || value.trim() === '') return undefined;
  if (keys.includes(name)) return { name: 'key', nameRegion, value, region };
  if (role === undefined || !ROLES.has(role)) return undefined;
  // The template prints them as they are: “pp. 1–7”, and a place of the site.
  if (role === 'pages' && !RANGE.test(value)) return undefined;
  if (role === 'url' && !value.includes('://')) return undefined;
  const [resolver = ''] = role === 'doi' ? (RESOLVER.exec(value) ?? []) : [];
  if (resolver === '') return { name: name.toLowerCase(), nameRegion, value, region };
  // The template links to it as it is, so the address is what it wants.
  const start = region.start + 1 + resolver.length;
  return {
    name: 'doi',
    nameRegion,
    value: value.slice(resolver.length),
    region: { start, end: start + value.length - resolver.length },
  };
}

/** What arguments say whatever the template makes of it; a `date` may be written as anyone likes. */
const ROLES: ReadonlySet<FieldRole> = new Set<FieldRole>([
  'author',
  'editor',
  'title',
  'container',
  'volume',
  'issue',
  'pages',
  'publisher',
  'year',
  'doi',
  'isbn',
  'issn',
  'url',
]);

const RANGE = /^[\d\s–-]+$/;
const RESOLVER = /^https?:\/\/(?:dx\.)?doi\.org\//i;

const LONGEST_TITLE = 300;

/** A title on one line, without tags in it. */
function titleIn(text: string, { start, end }: Region): ItemValue | undefined {
  const written = end - start > LONGEST_TITLE ? '' : text.slice(start, end);
  const value = written.trim();
  if (value === '' || /[\n{]/.test(value)) return undefined;
  const from = start + written.indexOf(value);
  const region = { start: from, end: from + value.length };
  return { name: 'title', nameRegion: { start: from, end: from }, value, region };
}
