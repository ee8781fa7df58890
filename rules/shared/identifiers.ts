import type { BibEntry, Field, IdentifierKind, Location, Project, Region } from '../../src/model.ts';
import {
  checkIdentifier,
  findIdentifiers,
  type IdentifierReading,
  splitIsbns,
  splitIssns,
} from '../../src/work/identifiers.ts';
import { entriesOf, fieldsNamed, placeInField, valueStart } from './field-places.ts';
import { regionInReference } from './reference-uses.ts';

/** A text meant to be one identifier, with its reading and its place in the project. */
export interface IdentifierPlace {
  readonly path: string;
  readonly text: string;
  readonly reading: IdentifierReading;
  /** Where it was written: the field of an entry, or (without one) a reference text. */
  readonly field?: Field;
  readonly entry?: BibEntry;
  /** A part of the text in its file, or the whole of it. */
  at(part?: Region): Location;
  /** Whether `at` is exact, so that a part can be replaced. */
  readonly exact: boolean;
}

/** Names of the fields made for an identifier, in lower case, in all formats. */
export const FIELDS: Readonly<Record<IdentifierKind, ReadonlySet<string>>> = {
  doi: new Set(['doi', 'do']),
  isbn: new Set(['isbn', 'isbn-13', 'isbn-10', 'isbn13', 'isbn10']),
  issn: new Set(['issn', 'eissn', 'issn-l']),
  arxiv: new Set(['arxiv', 'arxivid']),
  pmid: new Set(['pmid']),
  pmcid: new Set(['pmcid']),
  orcid: new Set(['orcid']),
  url: new Set(['url', 'ur']),
};

/**
 * Every text of the project meant to be an identifier of the kind: fields made for it (each of several numbers in one
 * field by itself), and identifiers found in reference texts, each text of a document once.
 */
export function* identifierPlaces(project: Project, kind: IdentifierKind): Iterable<IdentifierPlace> {
  for (const { path, entry } of entriesOf(project)) {
    for (const field of fieldsOf(entry, kind)) {
      for (const region of pieces(field.value, kind)) {
        const text = field.value.slice(region.start, region.end);
        yield {
          path,
          text,
          reading: checkIdentifier(kind, text),
          field,
          entry,
          at: (part) => placeInField(path, field, shifted(region, part)),
          exact: valueStart(field) !== undefined,
        };
      }
    }
  }
  yield* placesInReferences(project, kind);
}

function* placesInReferences(project: Project, kind: IdentifierKind): Iterable<IdentifierPlace> {
  for (const { path, references } of project.documents) {
    const seen = new Set<string>();
    for (const reference of references) {
      if (seen.has(reference.text)) continue;
      seen.add(reference.text);
      for (const found of findIdentifiers(reference.text)) {
        if (found.kind !== kind) continue;
        yield {
          path,
          text: found.written,
          reading: checkIdentifier(kind, found.written),
          at: (part) => ({ path, region: regionInReference(reference, shifted(found.region, part)) }),
          exact: reference.region.end - reference.region.start === reference.text.length,
        };
      }
    }
  }
}

/** Fields made for a kind; `eprint` is arXiv's or PubMed's as its type says, RIS' `SN` holds ISBN or ISSN. */
function fieldsOf(entry: BibEntry, kind: IdentifierKind): Field[] {
  const fields = fieldsNamed(entry, FIELDS[kind]);
  if (kind === 'arxiv' || kind === 'pmid') {
    const type = fieldsNamed(entry, EPRINT_TYPE)[0]?.value.trim().toLowerCase();
    if (type === (kind === 'arxiv' ? 'arxiv' : 'pubmed')) fields.push(...fieldsNamed(entry, EPRINT));
  }
  if (kind === 'isbn' || kind === 'issn') {
    const isBook = /^(?:BOOK|CHAP|EBOOK|ECHAP|EDBOOK|CONF)$/.test(entry.type);
    if (isBook === (kind === 'isbn')) fields.push(...fieldsNamed(entry, SERIAL).filter(isSerialOf(kind)));
  }
  return fields;
}

const EPRINT = new Set(['eprint']);
const EPRINT_TYPE = new Set(['eprinttype', 'archiveprefix']);
const SERIAL = new Set(['sn']);

/** Journals have both numbers in RIS: one that is valid as the other kind is no mistake. */
function isSerialOf(kind: 'isbn' | 'issn'): (field: Field) => boolean {
  const other = kind === 'isbn' ? 'issn' : 'isbn';
  return ({ value }) => checkIdentifier(other, value).problem !== undefined;
}

function pieces(value: string, kind: IdentifierKind): Region[] {
  if (kind === 'isbn') return splitIsbns(value);
  if (kind === 'issn') return splitIssns(value);
  return [{ start: 0, end: value.length }];
}

function shifted({ start, end }: Region, part: Region | undefined): Region {
  return part === undefined ? { start, end } : { start: start + part.start, end: start + part.end };
}

/**
 * What a text is, where all of it is one valid identifier or an address, and of another kind than it is taken for;
 * undefined for everything else.
 */
export function kindOfWhole(text: string): { kind: IdentifierKind; value: string } | undefined {
  const trimmed = text.trim();
  const [first, second] = findIdentifiers(trimmed);
  if (first !== undefined && second === undefined && first.written.length === trimmed.length) {
    const { problem } = checkIdentifier(first.kind, first.written);
    return problem === undefined ? { kind: first.kind, value: first.value } : undefined;
  }
  for (const kind of ['issn', 'isbn', 'arxiv'] as const) {
    const { problem, value } = checkIdentifier(kind, trimmed);
    if (problem === undefined) return { kind, value };
  }
  return undefined;
}
