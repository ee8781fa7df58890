import type {
  DocumentFacts,
  FrontMatterField,
  Json,
  Location,
  PersonName,
  Project,
} from '../../src/model.ts';
import { remember } from '../../src/text/remember.ts';
import { foldName, scriptOf } from '../../src/work/fold-names.ts';
import { parseJsonText } from '../../src/work/json-text.ts';
import { displayName } from '../../src/work/names.ts';
import { readCslNames } from '../../src/work/structured-names.ts';
import { eachField } from './field-columns.ts';

/** An ORCID iD as it is written, and the person it stands beside. */
export interface OrcidBearer {
  readonly text: string;
  readonly at: Location;
  readonly person: PersonName | undefined;
}

/**
 * Visits the ORCID iDs of each list of persons: those of front matter (`authors.0.orcid`) and of authors in structured
 * data. An iD of the front matter that is in no list is a list of its own.
 */
export function eachBearers(project: Project, visit: (bearers: readonly OrcidBearer[]) => void): void {
  for (const document of project.documents) for (const list of bearersOfPage(document)) visit(list);
  eachField(project, NAMES, ({ value, region }, { path }) => {
    if (/^\s{0,9}[[{]/.test(value) && /orcid/i.test(value)) visit(bearersOfData(value, { path, region }));
  });
}

function bearersOfPage({ path, frontMatter }: DocumentFacts): Iterable<readonly OrcidBearer[]> {
  let lists: Map<string, OrcidBearer[]> | undefined;
  for (const { name, value, region } of frontMatter) {
    if (!isOrcidName(name) || (typeof value !== 'string' && typeof value !== 'number')) continue;
    lists ??= new Map();
    const [, list = name, index = ''] = IN_LIST.exec(name) ?? [];
    const bearer = { text: String(value), at: { path, region }, person: personAt(frontMatter, list, index) };
    remember(lists, list, () => []).push(bearer);
  }
  return lists?.values() ?? [];
}

/** `orcid`, `authors.0.orcid`, and `orcid_id` of Distill; every field of every page is asked, and few names end in this letter. */
function isOrcidName(name: string): boolean {
  return (name.charCodeAt(name.length - 1) | 32) === LETTER_D && /(?:^|\.)orcid(?:_id)?$/i.test(name);
}

const LETTER_D = 100;
const IN_LIST = /^(.+)\.(\d+)\.\w+$/;

function personAt(
  frontMatter: readonly FrontMatterField[],
  list: string,
  index: string,
): PersonName | undefined {
  const persons = frontMatter.find(({ name }) => name === list)?.value;
  return Array.isArray(persons) ? personOf((persons as readonly Json[])[Number(index)]) : undefined;
}

/** The name of a person; Quarto has its parts in an object of their own. */
function personOf(item: Json | undefined): PersonName | undefined {
  const name = partOf(item, 'name');
  return readCslNames(typeof name === 'object' ? name : (item ?? '')).names[0];
}

function partOf(item: Json | undefined, part: string): Json | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  return (item as { readonly [name: string]: Json })[part];
}

/** Fields of persons, in CSL, in CITATION.cff and in data files. */
const NAMES =
  'author authors editor editors translator translators contact contacts recipients senders creator creators'.split(
    ' ',
  );

function bearersOfData(json: string, at: Location): OrcidBearer[] {
  const data = parseJsonText(json);
  const persons = Array.isArray(data) ? (data as readonly Json[]) : [data];
  return persons.flatMap((person) => {
    const orcid = partOf(person, 'orcid') ?? partOf(person, 'ORCID');
    return typeof orcid === 'string' ? [{ text: orcid, at, person: personOf(person) }] : [];
  });
}

/** Whether two names have no word in common, nor may be one name in two scripts. */
export function areTwoPersons(a: PersonName, b: PersonName): boolean {
  if (scriptOf(a.family) !== scriptOf(b.family)) return false;
  const words = new Set(wordsOf(a));
  return words.size > 0 && wordsOf(b).length > 0 && !wordsOf(b).some((word) => words.has(word));
}

const wordsOf = (name: PersonName): string[] =>
  foldName(displayName(name))
    .split(' ')
    .filter((word) => word.length > 1);
