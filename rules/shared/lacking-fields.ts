import type { BibEntry, BibliographyFacts, Field, Project } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { closest } from '../../src/text/similar.ts';
import { keysIn, resolveInheritance } from '../../src/work/inheritance.ts';
import { readBibtexNames } from '../../src/work/names.ts';
import { brokenEntries, isUnlisted } from './bibliography-entries.ts';
import { usesField } from './field-columns.ts';
import { isSwitchedOff, knownFields } from './known-fields.ts';
import { type FieldProfile, profileOf, type Requirement, requiredFields } from './required-fields.ts';

/** What an entry lacks of what its type needs. */
export type LackTest = (entry: BibEntry) => readonly Requirement[];

/** A test for the entries of one file; undefined where nobody says what they need. Names in `allow` may be missing. */
export function lackTest(
  project: Project,
  facts: BibliographyFacts,
  asked: FieldProfile | 'auto' = 'auto',
  allow: readonly string[] = [],
): LackTest | undefined {
  const uses = (name: string): boolean => usesField(project, facts.path, name);
  const profile = asked === 'auto' ? profileOf(facts, uses) : asked;
  if (profile === undefined) return undefined;
  const inherits = [...INHERITING].some(uses);
  const inherited = inherits ? resolveInheritance(facts.entries) : undefined;
  const broken = brokenEntries(facts);
  const known = once(() => new Set(facts.entries.map(({ key }) => key)));
  const wholes = once(
    () => new Set(facts.entries.flatMap((entry) => linksOf(entry, LINKS)).map((key) => key.toLowerCase())),
  );
  const needsOf = needsByType(profile, allow);
  return (entry) => {
    const absent = missingFields(entry, inherited?.get(entry) ?? NO_FIELDS, needsOf(entry.type));
    if (absent.length === 0) return NOTHING;
    const mayBeAnonymous = asked === 'auto' && !SIGNED.has(entry.type) && isAuthorAlone(absent);
    if (mayBeAnonymous && misspeltField(entry, absent) === undefined) return NOTHING;
    // What others inherit from need not stand alone; a parent in another file is for `dangling-crossref` to say.
    const isPart =
      broken.has(entry) ||
      wholes().has(entry.key.toLowerCase()) ||
      isUnlisted(entry) ||
      linksOf(entry, INHERITING).some((key) => !known().has(key));
    return isPart ? NOTHING : absent;
  };
}

/** `titel` where nothing but the title is missing. */
export function misspeltField(
  { fields }: BibEntry,
  [only, ...others]: readonly Requirement[],
): { field: Field; meant: string } | undefined {
  if (only === undefined || others.length > 0) return undefined;
  for (const field of fields) {
    if (knownFields().has(field.name) || isSwitchedOff(field.name)) continue;
    const meant = closest(field.name, only.accepted);
    // A slip in the first letter is rare, and `prnumber` is no number that was misspelt.
    if (meant !== undefined && meant[0] === field.name[0]) return { field, meant };
  }
  return undefined;
}

/** What a type needs, for entries by the thousand: each requirement is a bit, and each name says which it meets. */
interface Needs {
  readonly required: readonly Requirement[];
  readonly metBy: ReadonlyMap<string, number>;
  readonly all: number;
}

function needsByType(profile: FieldProfile, allow: readonly string[]): (type: string) => Needs {
  const known = new Map<string, Needs>();
  return (type) => {
    const found = known.get(type);
    if (found !== undefined) return found;
    const required = requiredFields(profile, type).filter(
      ({ accepted }) => !accepted.some((name) => allow.includes(name)),
    );
    const metBy = new Map<string, number>();
    required.forEach(({ accepted }, index) => {
      for (const name of accepted) metBy.set(name, (metBy.get(name) ?? 0) | (1 << index));
    });
    const needs = { required, metBy, all: (1 << required.length) - 1 };
    known.set(type, needs);
    return needs;
  };
}

function missingFields(
  entry: BibEntry,
  inherited: readonly Field[],
  { required, metBy, all }: Needs,
): readonly Requirement[] {
  let met = needsMet(entry.fields, metBy, all);
  if (inherited.length > 0) met |= needsMet(inherited, metBy, all);
  if (met === all) return NOTHING;
  return required.filter(({ accepted }, index) => (met & (1 << index)) === 0 && !isWaived(accepted, entry));
}

function needsMet(fields: readonly Field[], metBy: ReadonlyMap<string, number>, all: number): number {
  let met = 0;
  for (let index = 0; index < fields.length && met !== all; index++) {
    const field = fields[index]!;
    const needs = metBy.get(field.name);
    if (needs !== undefined && isFilled(field)) met |= needs;
  }
  return met;
}

/** Of `{{}}` nothing is printed either. */
function isFilled({ value }: Field): boolean {
  return /[^\s{}]/.test(value);
}

const NO_FIELDS: readonly Field[] = [];
const NOTHING: readonly Requirement[] = [];

/** What nobody hands in without a name. */
const SIGNED = new Set('inproceedings conference phdthesis mastersthesis thesis unpublished'.split(' '));

/** Standards, dictionaries, scriptures, prefaces, news: what lacks only its author mostly has none. */
function isAuthorAlone([first, second]: readonly Requirement[]): boolean {
  return first !== undefined && second === undefined && first.accepted[0] === 'author';
}

const INHERITING = new Set(['crossref', 'xdata']);
const LINKS = new Set([...INHERITING, 'xref', 'related', 'entryset']);

function linksOf({ fields }: BibEntry, names: ReadonlySet<string>): readonly string[] {
  let found: string[] | undefined;
  for (const field of fields) if (names.has(field.name)) found = [...(found ?? []), ...keysIn(field)];
  return found ?? NO_KEYS;
}

const NO_KEYS: readonly string[] = [];

/**
 * A preprint under `article` has no journal yet; a work that is to appear has no year, and few pages of the web have; a
 * report by an organisation names it as its author. BibLaTeX tells in `pubstate` that a work is to appear, by words of its own such as
 * `inpress`.
 */
function isWaived(names: readonly string[], { type, fields }: BibEntry): boolean {
  const says = (name: RegExp, value: RegExp): boolean =>
    fields.some((field) => name.test(field.name) && value.test(field.value));
  if (names.includes('journal')) {
    return (
      says(/^(?:eprint|archiveprefix|eprinttype|arxiv(?:id)?)$/, /\S/) ||
      says(/^(?:doi|url|note|howpublished|publisher)$/, PREPRINT_SERVER)
    );
  }
  if (names.includes('institution')) return isByOrganisation(fields);
  if (!names.includes('year')) return false;
  return (
    (ON_THE_WEB.has(type) &&
      says(/^(?:urldate|accessed|accessdate|lastaccessed|lastchecked|visited)$/, /\S/)) ||
    says(/^pubstate$/, /\S/) ||
    says(/^(?:note|howpublished)$/, TO_APPEAR)
  );
}

/** `{{World Health Organization}}`; who has it printed as the institution too repeats it. */
function isByOrganisation(fields: readonly Field[]): boolean {
  const author = fields.find(({ name }) => name === 'author');
  const names = author === undefined ? [] : readBibtexNames(author.value).names;
  return names.length > 0 && names.every(({ literal }) => literal === true);
}

const TO_APPEAR =
  /\b(?:forthcoming|in press|to appear|submitted|under review|accepted|in preparation|im (?:druck|erscheinen)|en prensa|sous presse|no prelo)\b|à paraître/i;

const ON_THE_WEB: ReadonlySet<string> = new Set(
  'online electronic www misc software dataset manual'.split(' '),
);

/** Preprint servers by name and by the prefix of their DOIs. */
const PREPRINT_SERVER =
  /arxiv|(?:bio|med|psy|chem|eng|edu|socar|earth|eco)(?:a)?r?xiv|10\.(?:48550|1101|26434|21203|31234|31219|31235|31223|20944|22541|36227|33774|2139|13140)\/|\bssrn\b|preprints\.org|research ?square/i;
