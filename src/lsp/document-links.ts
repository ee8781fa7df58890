import type { Field, IdentifierKind, Reference, Region } from '../model.ts';
import { checkIdentifier, findIdentifiers } from '../work/identifiers.ts';
import { valueStart } from '../work/place-in-field.ts';
import type { View } from './view.ts';

/** A part of a file that leads to a page of the web. */
export interface WebLink {
  readonly region: Region;
  readonly address: string;
}

/** The DOIs, identifiers and addresses in the entries and references of a file. */
export function webLinks(view: View, path: string): WebLink[] {
  const facts = view.facts(path);
  if (facts === undefined) return [];
  const ofEntries = facts.entries.flatMap(({ fields }) =>
    fields.flatMap((field) => linksOfField(field, fields)),
  );
  return facts.kind === 'document'
    ? [...ofEntries, ...facts.references.flatMap(linksOfReference)]
    : ofEntries;
}

/** Where an identifier of a kind is looked up; other kinds lead nowhere by themselves. */
const RESOLVERS: Partial<Readonly<Record<IdentifierKind, (value: string) => string>>> = {
  doi: (value) => `https://doi.org/${encodeURI(value).replaceAll('#', '%23').replaceAll('?', '%3F')}`,
  arxiv: (value) => `https://arxiv.org/abs/${value}`,
  pmid: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
  pmcid: (value) => `https://www.ncbi.nlm.nih.gov/pmc/articles/${value}/`,
  orcid: (value) => `https://orcid.org/${value}`,
};

/** Fields made for an identifier, by their name in lower case. */
const FIELDS: ReadonlyMap<string, IdentifierKind> = new Map([
  ['doi', 'doi'],
  ['do', 'doi'],
  ['url', 'url'],
  ['ur', 'url'],
  ['arxiv', 'arxiv'],
  ['arxivid', 'arxiv'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
]);

/** Fields whose words may hold an identifier. */
const PROSE: ReadonlySet<string> = new Set(['note', 'howpublished', 'annote', 'n1']);

function linksOfField(field: Field, fields: readonly Field[]): WebLink[] {
  const start = valueStart(field);
  if (start === undefined || field.value === '') return [];
  const name = field.name.toLowerCase();
  const kind = FIELDS.get(name) ?? (name === 'eprint' ? eprintKind(fields) : undefined);
  if (kind !== undefined) return linkTo(kind, field.value, { start, end: start + field.value.length });
  return PROSE.has(name) ? linksInText(field.value, start) : [];
}

function eprintKind(fields: readonly Field[]): IdentifierKind | undefined {
  const type = fields
    .find(({ name }) => /^(?:eprinttype|archiveprefix)$/i.test(name))
    ?.value.trim()
    .toLowerCase();
  return type === 'arxiv' ? 'arxiv' : type === 'pubmed' ? 'pmid' : undefined;
}

/** Only where the text stands in the file as it is read, so that its parts can be pointed at. */
function linksOfReference({ text, region }: Reference): WebLink[] {
  return region.end - region.start === text.length ? linksInText(text, region.start) : [];
}

function linksInText(text: string, start: number): WebLink[] {
  return findIdentifiers(text).flatMap(({ kind, value, written, region }) => {
    const address = addressOf(kind, value, written);
    return address === undefined
      ? []
      : [{ region: { start: start + region.start, end: start + region.end }, address }];
  });
}

function linkTo(kind: IdentifierKind, written: string, region: Region): WebLink[] {
  const reading = checkIdentifier(kind, written);
  if (reading.problem !== undefined) return [];
  const address = addressOf(kind, reading.value, written.slice(reading.region.start, reading.region.end));
  return address === undefined ? [] : [{ region, address }];
}

/** Nothing but pages of the web: an address may come from anybody. A URL is followed as it is written. */
function addressOf(kind: IdentifierKind, value: string, written: string): string | undefined {
  const address = kind === 'url' ? written : RESOLVERS[kind]?.(value);
  return address !== undefined && /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(address) ? address : undefined;
}
