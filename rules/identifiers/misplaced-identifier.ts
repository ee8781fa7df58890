import {
  type BibEntry,
  defineRule,
  type Field,
  type Fix,
  type IdentifierKind,
  type Project,
  type Region,
} from '../../src/model.ts';
import { doiOfUrl, findIdentifiers, splitIsbns, splitIssns } from '../../src/work/identifiers.ts';
import { kindOfWhole } from '../../src/work/whole-identifier.ts';
import type { EntryInFile } from '../shared/bibliography-entries.ts';
import { eachField, eachFieldLike, eachFieldWith, PATH_SIGN, usesField } from '../shared/field-columns.ts';
import { fieldsNamed, placeInField } from '../shared/field-places.ts';
import { FIELDS, SERIAL } from '../shared/identifier-fields.ts';

/** An identifier in the field of another is linked as that other, or not at all. */
export default defineRule({
  id: 'misplaced-identifier',
  description: 'Disallow identifiers in fields made for something else.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    misplaced: 'Field `{field}` holds {what}; it belongs in `{target}`.',
    'doi-in-url':
      'The DOI of this entry stands in `{field}` alone; styles and tools look for it in `{target}`.',
    'arxiv-in-journal':
      'The arXiv identifier of this entry stands in `{field}` alone; it belongs in `{target}`.',
  },
  options: {},

  check(project, { report }) {
    const tell = (found: Misplaced | undefined, field: Field, place: EntryInFile): void => {
      if (found === undefined) return;
      const { path, entry } = place;
      const target = nameOf(found.kind, field);
      if (found.harmless !== undefined && isOwnData(project, place, target)) return;
      const at = placeInField(path, field, found.region ?? { start: 0, end: field.value.length });
      const data = { field: field.name, target };
      if (found.harmless !== undefined) report({ at, messageId: found.harmless, level: 'note', data });
      else {
        const fixes = moveTo(path, entry, field, found.kind, target);
        report({ at, messageId: 'misplaced', data: { ...data, what: WHAT[found.kind] }, fixes });
      }
    };
    eachFieldWith(project, PATH_SIGN, TITLES, (field, place) => tell(urlInTitle(field.value), field, place));
    eachFieldLike(project, HINT, CONTAINERS, (field, place) =>
      tell(judgeContainer(field, place), field, place),
    );
    for (const kind of KINDS) {
      eachField(project, FIELDS[kind], (field, place) => tell(judgeMade(kind, field, place), field, place));
    }
    eachField(project, SERIAL, (field, place) => tell(judgeSerial(field, place), field, place));
  },
});

/** Data that the site's own templates read: they look in the fields that the file has, and in no other. */
function isOwnData(project: Project, { path, format }: EntryInFile, target: string): boolean {
  return format === 'hugo-data' && !usesField(project, path, target.toLowerCase());
}

interface Misplaced {
  /** What the field holds, and so where it belongs. */
  readonly kind: IdentifierKind;
  /** Printed and linked all the same: a note. */
  readonly harmless?: 'doi-in-url' | 'arxiv-in-journal';
  /** Where it stands among other words. */
  readonly region?: Region;
}

const TITLES = new Set(['title', 'ti', 't1']);
const CONTAINERS = new Set(['journal', 'journaltitle', 'booktitle', 'container-title', 'jo', 'jf', 't2']);
/** What every identifier holds, or the name of an archive. */
const HINT = /[:\d]|arxiv/gi;
const EPRINTS = new Set(['eprint', 'arxivid', 'arxiv', 'archiveprefix']);

const KINDS = ['doi', 'isbn', 'issn', 'pmid', 'pmcid', 'arxiv', 'url'] as const;

/** What a field made for one kind of identifier holds of another. */
function judgeMade(made: IdentifierKind, field: Field, { entry }: EntryInFile): Misplaced | undefined {
  if (isOrdinary(made, field.value)) return undefined;
  const isAddress = made === 'url' && /^\s*https?:/i.test(field.value);
  if (isAddress && fieldsNamed(entry, FIELDS.doi).length > 0) return undefined;
  const whole = kindOfWhole(field.value) ?? kindOfAll(made, field.value);
  if (whole === undefined || whole.kind === made) return undefined;
  if (isAddress) return whole.kind === 'doi' ? { kind: 'doi', harmless: 'doi-in-url' } : undefined;
  // The address of a record of arXiv or PubMed is read by most programs that read the bare number.
  return whole.kind === 'url' && LINKED.has(made) ? undefined : { kind: whole.kind };
}

const LINKED: ReadonlySet<IdentifierKind> = new Set(['arxiv', 'pmid', 'pmcid', 'orcid', 'url']);

/** RIS has one field for ISBN and ISSN. */
function judgeSerial(field: Field, place: EntryInFile): Misplaced | undefined {
  const found = judgeMade('isbn', field, place);
  return found?.kind === 'issn' ? undefined : found;
}

/** Several numbers in a field for such, with notes beside them or not, all of another kind: two ISBNs as `issn`. */
function kindOfAll(made: IdentifierKind, value: string): { kind: IdentifierKind } | undefined {
  if (made !== 'issn' && made !== 'isbn') return undefined;
  const pieces = made === 'isbn' ? splitIsbns(value) : splitIssns(value);
  const kinds = pieces.map(({ start, end }) => kindOfWhole(value.slice(start, end))?.kind);
  const [kind] = kinds;
  return kind !== undefined && kinds.every((other) => other === kind) ? { kind } : undefined;
}

/** A bare DOI where one belongs, and an address that leads to no resolver: nearly all there are. */
function isOrdinary(made: IdentifierKind, value: string): boolean {
  if (made === 'doi') return /^10\.\d{4,9}\/[^\s\\]+$/.test(value);
  return made === 'url' && /^https?:/.test(value) && !/doi|arxiv|pubmed|ncbi|orcid|handle/i.test(value);
}

function urlInTitle(title: string): Misplaced | undefined {
  const match = /https?:\/\/\w[^\s{}]*/i.exec(title);
  if (match === null) return undefined;
  return { kind: 'url', region: { start: match.index, end: match.index + match[0].length } };
}

/** `URL: https://www.tug.org/`, which Google Scholar puts for a journal where there is none. */
const LABELLED = /^\s{0,9}URL:?\s{1,9}(?:available at:?\s{1,9})?https?:\/\//i;

function judgeContainer({ value }: Field, { entry }: EntryInFile): Misplaced | undefined {
  const whole = kindOfWhole(value);
  if (whole !== undefined && whole.kind !== 'arxiv') return { kind: whole.kind };
  if (LABELLED.test(value) && !/arxiv/i.test(value)) return { kind: 'url' };
  if (!/arxiv/i.test(value) || fieldsNamed(entry, EPRINTS).length > 0) return undefined;
  const holds = findIdentifiers(value).some(({ kind }) => kind === 'arxiv');
  return holds ? { kind: 'arxiv', harmless: 'arxiv-in-journal' } : undefined;
}

const WHAT: Readonly<Record<IdentifierKind, string>> = {
  doi: 'a DOI',
  isbn: 'an ISBN',
  issn: 'an ISSN',
  arxiv: 'an arXiv identifier',
  pmid: 'a PMID',
  pmcid: 'a PMCID',
  orcid: 'an ORCID iD',
  url: 'a URL',
};

const RIS: Partial<Readonly<Record<IdentifierKind, string>>> = {
  doi: 'DO',
  isbn: 'SN',
  issn: 'SN',
  url: 'UR',
};

/** The field for an identifier in the format that the other field's name shows. */
function nameOf(kind: IdentifierKind, { name, written }: Field): string {
  if (written !== undefined) return kind === 'arxiv' ? 'eprint' : kind;
  if (/^[A-Z][A-Z\d]$/.test(name)) return RIS[kind] ?? 'UR';
  return name === 'container-title' || name === 'title' || /^[A-Z]+$/.test(name) ? kind.toUpperCase() : kind;
}

/** Renames the field where the other is not there yet; gives the DOI where only its publisher's page was given. */
function moveTo(path: string, entry: BibEntry, field: Field, kind: IdentifierKind, target: string): Fix[] {
  const doi = kind === 'url' && FIELDS.doi.has(field.name.toLowerCase()) ? doiOfUrl(field.value) : undefined;
  if (doi !== undefined) {
    const { region } = placeInField(path, field, { start: 0, end: field.value.length });
    if (region.end - region.start !== field.value.length) return [];
    return [{ title: `Write \`${doi}\``, safety: 'suggest', edits: [{ path, region, text: doi }] }];
  }
  const isTaken = fieldsNamed(entry, new Set([target.toLowerCase()])).length > 0;
  if (isTaken || !['isbn', 'issn', 'doi'].includes(kind) || target === 'SN') return [];
  const edits = [{ path, region: field.nameRegion, text: target }];
  return [{ title: `Rename the field to \`${target}\``, safety: 'suggest', edits }];
}
