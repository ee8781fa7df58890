import type {
  BibEntry,
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
  withoutBreaks,
} from '../../src/work/identifiers.ts';
import { parseJsonText } from '../../src/work/json-text.ts';
import type { EntryInFile } from './bibliography-entries.ts';
import { eachField, eachFieldLike } from './field-columns.ts';
import { FieldIdentifier } from './field-identifier.ts';
import { fieldsNamed, valueStart } from './field-places.ts';
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

const KINDS = Object.keys(FIELDS) as IdentifierKind[];
const OWN_KIND: ReadonlyMap<string, IdentifierKind> = new Map(
  KINDS.flatMap((kind) => [...FIELDS[kind]].map((name): [string, IdentifierKind] => [name, kind])),
);
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

/** Mendeley writes one number of arXiv as `eprint` and as `arxivId`: it is one, and told once. */
function repeatsEprint({ name, value }: Field, entry: BibEntry): boolean {
  return (
    name === 'arxivid' &&
    kindOfEprint(entry) === 'arxiv' &&
    entry.fields.some((other) => other.name === 'eprint' && other.value === value)
  );
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

/** `eprint` is arXiv's or PubMed's as its type says. */
function kindOfEprint(entry: BibEntry): 'arxiv' | 'pmid' | undefined {
  const type = fieldsNamed(entry, EPRINT_TYPE)[0]?.value.trim().toLowerCase();
  return type === 'arxiv' ? 'arxiv' : type === 'pubmed' ? 'pmid' : undefined;
}

const EPRINT = new Set(['eprint']);
const EPRINT_TYPE = new Set(['eprinttype', 'archiveprefix']);
/** The field of RIS for ISBN and ISSN. */
export const SERIAL = new Set(['sn']);

/**
 * RIS' `SN` holds ISBN or ISSN, as its figures tell, else the type; one that is valid as the other is no mistake, for
 * journals have both numbers there.
 */
function kindOfSerial({ type }: BibEntry, { value }: Field): 'isbn' | 'issn' | undefined {
  const [first = ''] = value.split(/[,;(]/, 1);
  const figures = first.replace(/[^\dXx]/g, '').length;
  const isOfBook =
    figures === 8
      ? false
      : figures === 10 || figures === 13 || /^(?:BOOK|CHAP|EBOOK|ECHAP|EDBOOK|CONF)$/.test(type);
  const [kind, other] = isOfBook ? (['isbn', 'issn'] as const) : (['issn', 'isbn'] as const);
  return value === '' || checkIdentifier(other, value).problem === undefined ? undefined : kind;
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

/**
 * What a text is where all of it is one valid identifier or an address, so that a field made for another kind can tell
 * it got the wrong one; undefined for everything else. Digits alone may be many things and are not judged.
 */
export function kindOfWhole(text: string): { kind: IdentifierKind; value: string } | undefined {
  if (!/[:\d]/.test(text)) return undefined;
  const trimmed = withoutBreaks(text)
    .replace(/^[\s;]{1,99}/, '')
    .trimEnd();
  // The address of the resolver alone is a DOI that was left out.
  if (checkIdentifier('doi', trimmed).problem?.kind === 'empty') return undefined;
  const [first] = findIdentifiers(trimmed);
  if (first !== undefined && first.written.length === trimmed.length) {
    const { problem } = checkIdentifier(first.kind, first.written);
    return problem === undefined ? { kind: first.kind, value: first.value } : undefined;
  }
  for (const [kind, shape] of SHAPES) {
    if (!shape.test(trimmed)) continue;
    const { problem, value } = checkIdentifier(kind, trimmed);
    if (problem === undefined) return { kind, value };
  }
  return undefined;
}

const SHAPES = [
  ['issn', /^\d{4}-\d{3}[\dX]$/i],
  ['isbn', /^(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]$/i],
  ['arxiv', /^\d{4}\.\d{4,5}(?:v\d+)?$|^[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?$/],
] as const;
