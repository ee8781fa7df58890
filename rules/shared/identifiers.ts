import type {
  Field,
  IdentifierKind,
  Json,
  Location,
  Project,
  Reference,
  ReferenceUse,
  Region,
} from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import {
  checkIdentifier,
  findIdentifiers,
  type IdentifierReading,
  splitIsbns,
  splitIssns,
} from '../../src/work/identifiers.ts';
import { parseJsonText } from '../../src/work/json-text.ts';
import type { EntryInFile } from './bibliography-entries.ts';
import { eachField, eachFieldLike } from './field-columns.ts';
import { FieldIdentifier } from './field-identifier.ts';
import { valueStart } from './field-places.ts';
import {
  EPRINT,
  FIELDS,
  KINDS,
  kindOfEprint,
  kindOfSerial,
  OWN_KIND,
  repeatsEprint,
  SERIAL,
} from './identifier-fields.ts';
import { firstOfEachDocument, regionInReference } from './reference-uses.ts';

/** A text meant to be one identifier, with its reading and its place in the project. */
export interface IdentifierPlace {
  readonly path: string;
  readonly text: string;
  readonly reading: IdentifierReading;
  /** Where it stands: a field made for it, another field that says more, a reference text, or a cite key. */
  readonly role: 'field' | 'inside' | 'reference' | 'key';
  /** A part of the text in its file, or the whole of it. */
  at(part?: Region): Location;
  /** Whether `at` is exact, so that a part can be replaced. */
  readonly exact: boolean;
}

/** What a text must hold to be worth reading for identifiers of the kind. */
const HINT: Readonly<Record<IdentifierKind, RegExp>> = {
  doi: /10\.\d|doi/i,
  isbn: /isbn/i,
  issn: /issn/i,
  arxiv: /arxiv|abs\//i,
  pmid: /pmid|pubmed/i,
  pmcid: /pmc/i,
  orcid: /orcid/i,
  url: /tps?[:;/]|www\./i,
};

const anyHint = once(
  () =>
    new RegExp(
      Object.values(HINT)
        .map(({ source }) => source)
        .join('|'),
      'gi',
    ),
);

/** Fields that hold an identifier among other words, where a label or an address gives it away. */
const INSIDE = new Set(
  'url ur note howpublished journal journaltitle container-title jo volume number pages eprint'.split(' '),
);

/**
 * Calls `visit` for every text of the project meant to be an identifier of the kind: fields made for it (each of several
 * numbers in one field by itself), and identifiers found in other fields and in reference texts, each text of a document
 * once.
 */
export function eachIdentifier(
  project: Project,
  kind: IdentifierKind,
  visit: (place: IdentifierPlace) => void,
): void {
  identifiersOfEntries(project, kind).forEach(visit);
  for (const [text, uses] of project.shared(hintedReferences)) {
    if (!HINT[kind].test(text)) continue;
    for (const { document, reference } of firstOfEachDocument(uses)) {
      for (const place of placesInReference(document.path, reference, kind)) visit(place);
    }
  }
}

/** The reference texts that may hold an identifier of some kind; most hold none of any. */
function hintedReferences(project: Project): [text: string, uses: readonly ReferenceUse[]][] {
  return [...project.referencesByText()].filter(([text]) => text.search(anyHint()) !== -1);
}

/** Identifiers in the fields of entries, for all kinds at once. */
function placesInEntries(project: Project): ReadonlyMap<IdentifierKind, readonly FieldIdentifier[]> {
  const places = new Map<IdentifierKind, FieldIdentifier[]>(KINDS.map((kind) => [kind, []]));
  const addField = (kind: IdentifierKind, field: Field, place: EntryInFile): void => {
    if (field.value === '') return;
    const known = places.get(kind) ?? [];
    readField(field, kind, (found) => known.push(new FieldIdentifier(place, field, 'field', found)));
  };
  for (const kind of KINDS) {
    eachField(project, FIELDS[kind], (field, place) => {
      if (!repeatsEprint(field, place.entry)) addField(kind, field, place);
    });
  }
  eachField(project, EPRINT, (field, place) => {
    const kind = kindOfEprint(place.entry);
    if (kind !== undefined) addField(kind, field, place);
  });
  eachField(project, SERIAL, (field, place) => {
    const kind = kindOfSerial(place.entry, field);
    if (kind !== undefined) addField(kind, field, place);
  });
  eachFieldLike(project, anyHint(), INSIDE, (field, place) => {
    const name = field.name.toLowerCase();
    const own = name === 'eprint' ? kindOfEprint(place.entry) : OWN_KIND.get(name);
    readInside(field, (kind, found) => {
      if (kind !== own) places.get(kind)?.push(new FieldIdentifier(place, field, 'inside', found));
    });
  });
  return places;
}

/** The same as `eachIdentifier`, in the fields of entries alone and with the entry. */
export function identifiersOfEntries(project: Project, kind: IdentifierKind): readonly FieldIdentifier[] {
  return project.shared(placesInEntries).get(kind) ?? [];
}

type Found = Pick<FieldIdentifier, 'text' | 'reading' | 'exact' | 'offset'>;

/** The identifiers of a field made for them: one, or each of several numbers. */
function readField(field: Field, kind: IdentifierKind, add: (found: Found) => void): void {
  const list = field.written === undefined ? listOf(field.value) : undefined;
  if (list !== undefined) {
    for (const text of list) add({ text, reading: checkIdentifier(kind, text), exact: false, offset: 0 });
    return;
  }
  const { value: text, exact } = writtenIn(field, kind);
  if (kind !== 'isbn' && kind !== 'issn') {
    add({ text, reading: checkIdentifier(kind, text), exact, offset: 0 });
    return;
  }
  for (const { start, end } of kind === 'isbn' ? splitIsbns(text) : splitIssns(text)) {
    const piece = text.slice(start, end);
    add({ text: piece, reading: checkIdentifier(kind, piece), exact, offset: start });
  }
}

/** The texts of a JSON list: Crossref's CSL gives ISBN and ISSN so. */
function listOf(value: string): string[] | undefined {
  const data = parseJsonText(value);
  if (!Array.isArray(data)) return undefined;
  return (data as readonly Json[]).filter((item) => typeof item === 'string');
}

/** Identifiers among the words of a field; the signs of LaTeX belong to a DOI, and to no other. */
function readInside(field: Field, add: (kind: IdentifierKind, found: Found) => void): void {
  const isTex = field.written !== undefined && field.value.includes('\\');
  for (const as of isTex ? TEX_WAYS : PLAIN_WAY) {
    const { value, exact } = writtenIn(field, as);
    for (const { kind, written: text, region } of findIdentifiers(value)) {
      if (isTex && (kind === 'doi') !== (as === 'doi')) continue;
      add(kind, { text, reading: checkIdentifier(kind, text), exact, offset: region.start });
    }
  }
}

const TEX_WAYS = ['doi', 'url'] as const;
const PLAIN_WAY = ['url'] as const;

function* placesInReference(
  path: string,
  reference: Reference,
  kind: IdentifierKind,
): Iterable<IdentifierPlace> {
  const exact = reference.region.end - reference.region.start === reference.text.length;
  for (const { kind: found, written: text, region } of findIdentifiers(reference.text)) {
    if (found !== kind) continue;
    const at = (part?: Region): Location => ({
      path,
      region: regionInReference(reference, shifted(region, part)),
    });
    yield { path, text, reading: checkIdentifier(kind, text), role: 'reference', at, exact };
  }
}

/** A field's value without the LaTeX that the engine undoes, and whether it is written as it reads. */
function writtenIn(field: Field, kind: IdentifierKind): { readonly value: string; readonly exact: boolean } {
  const isTex = field.written !== undefined && kind !== 'doi' && /\\|^\{/.test(field.value);
  const value = isTex ? withoutLatex(field.value) : field.value;
  return { value, exact: value === field.value && valueStart(field) !== undefined };
}

/** A URL as `\url` prints it: escapes, braces around all of it and the command itself gone, `~` and `--` kept. */
function withoutLatex(url: string): string {
  return url
    .replace(/^\{([^{}]*)\}$/, '$1')
    .replace(/^\s{0,9}\\(?:url|path|nolinkurl)\s{0,3}\{([^{}]*)\}\s{0,9}$/, '$1')
    .replace(/\{?\\(?:textasciitilde|~)\s?(?:\{\})?\}?/g, '~')
    .replace(/\{?\\textunderscore\s?(?:\{\})?\}?/g, '_')
    .replace(/\\([_%#&{}$^])/g, '$1');
}

function shifted({ start, end }: Region, part: Region | undefined): Region {
  return part === undefined ? { start, end } : { start: start + part.start, end: start + part.end };
}
