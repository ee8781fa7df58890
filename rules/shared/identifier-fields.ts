import type { BibEntry, Field, IdentifierKind } from '../../src/model.ts';
import { checkIdentifier } from '../../src/work/identifiers.ts';
import { fieldsNamed } from './field-places.ts';

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

/** Every kind there are fields for. */
export const KINDS = Object.keys(FIELDS) as IdentifierKind[];

/** What a field of such a name is made for. */
export const OWN_KIND: ReadonlyMap<string, IdentifierKind> = new Map(
  KINDS.flatMap((kind) => [...FIELDS[kind]].map((name): [string, IdentifierKind] => [name, kind])),
);

/** `eprint` is arXiv's or PubMed's as its type says. */
export function kindOfEprint(entry: BibEntry): 'arxiv' | 'pmid' | undefined {
  const type = fieldsNamed(entry, EPRINT_TYPE)[0]?.value.trim().toLowerCase();
  return type === 'arxiv' ? 'arxiv' : type === 'pubmed' ? 'pmid' : undefined;
}

/** The field of BibLaTeX for the number a repository gave. */
export const EPRINT = new Set(['eprint']);
const EPRINT_TYPE = new Set(['eprinttype', 'archiveprefix']);
/** The field of RIS for ISBN and ISSN. */
export const SERIAL = new Set(['sn']);

/**
 * RIS' `SN` holds ISBN or ISSN, as its figures tell, else the type; one that is valid as the other is no mistake, for
 * journals have both numbers there.
 */
export function kindOfSerial({ type }: BibEntry, { value }: Field): 'isbn' | 'issn' | undefined {
  const [first = ''] = value.split(/[,;(]/, 1);
  const figures = first.replace(/[^\dXx]/g, '').length;
  const isOfBook =
    figures === 8
      ? false
      : figures === 10 || figures === 13 || /^(?:BOOK|CHAP|EBOOK|ECHAP|EDBOOK|CONF)$/.test(type);
  const [kind, other] = isOfBook ? (['isbn', 'issn'] as const) : (['issn', 'isbn'] as const);
  return value === '' || checkIdentifier(other, value).problem === undefined ? undefined : kind;
}

/** Mendeley writes one number of arXiv as `eprint` and as `arxivId`: it is one, and told once. */
export function repeatsEprint({ name, value }: Field, entry: BibEntry): boolean {
  return (
    name === 'arxivid' &&
    kindOfEprint(entry) === 'arxiv' &&
    entry.fields.some((other) => other.name === 'eprint' && other.value === value)
  );
}
