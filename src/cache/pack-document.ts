import type {
  BibliographyPath,
  Citation,
  Cite,
  Construct,
  DocumentFacts,
  FrontMatterField,
  Gap,
  Json,
  Reference,
  Region,
} from '../model.ts';
import type { NumberReader, Writer } from './number-list.ts';
import {
  nothingLeft,
  packList,
  packRegion,
  unpackJson,
  unpackList,
  unpackRare,
  unpackRegion,
} from './pack-parts.ts';

/** What most pages have none of; where there is some, it is kept as JSON. */
type Rare = Pick<
  DocumentFacts,
  'directives' | 'problems' | 'shortcodes' | 'footnotes' | 'labels' | 'entries' | 'keysInCode'
>;

const COMMON: Rare = {
  directives: [],
  problems: [],
  shortcodes: [],
  footnotes: { uses: [], definitions: [], inline: [] },
  labels: [],
  entries: [],
  keysInCode: [],
};
const COMMON_JSON = JSON.stringify(COMMON);

/** Writes a document's facts but for its path. Every part is taken out by name, so a new one does not compile until it is kept. */
export function packDocument(writer: Writer, facts: DocumentFacts): void {
  const {
    kind: _kind,
    path: _path,
    dialect,
    frontMatterFormat,
    frontMatterRegion,
    frontMatter,
    ...body
  } = facts;
  const { citations, references, bibliographies, printsReferenceList, printsWholeBibliography, ...others } =
    body;
  const { directives, problems, shortcodes, footnotes, labels, entries, keysInCode, ...rest } = others;
  nothingLeft(rest);
  writer.text(dialect);
  writer.text(frontMatterFormat);
  packRegion(writer, frontMatterRegion);
  packList(writer, frontMatter, packField);
  packList(writer, citations, packCitation);
  packList(writer, references, packReference);
  packList(writer, bibliographies, packPath);
  writer.number((printsReferenceList ? 1 : 0) + (printsWholeBibliography ? 2 : 0));
  packRare(writer, { directives, problems, shortcodes, footnotes, labels, entries, keysInCode });
}

function packRare(writer: Writer, rare: Rare): void {
  const json = JSON.stringify(rare);
  writer.maybeText(json === COMMON_JSON ? undefined : json);
}

/** Reads what `packDocument` wrote; regions beyond `length` are damage. Those of front matter are shared by `share`. */
export function unpackDocument(
  reader: NumberReader,
  path: string,
  length: number,
  share: (region: Region) => Region,
): DocumentFacts {
  const dialect = reader.text() as DocumentFacts['dialect'];
  const frontMatterFormat = reader.text() as DocumentFacts['frontMatterFormat'];
  const frontMatterRegion = unpackRegion(reader, length);
  const frontMatter = unpackList(reader, length, (from, size) => unpackField(from, size, share));
  const citations = unpackList(reader, length, unpackCitation);
  const references = unpackList(reader, length, unpackReference);
  const bibliographies = unpackList(reader, length, unpackPath);
  const flags = reader.number();
  const { directives, problems, shortcodes, footnotes, labels, entries, keysInCode } = unpackRare(
    reader,
    length,
    COMMON,
  );
  return {
    kind: 'document',
    path,
    dialect,
    frontMatterFormat,
    frontMatterRegion,
    frontMatter,
    shortcodes,
    citations,
    references,
    footnotes,
    labels,
    bibliographies,
    entries,
    printsReferenceList: (flags & 1) !== 0,
    printsWholeBibliography: (flags & 2) !== 0,
    keysInCode,
    directives,
    problems,
  };
}

function packField(writer: Writer, { name, nameRegion, value, region, ...rest }: FrontMatterField): void {
  nothingLeft(rest);
  writer.text(name);
  packRegion(writer, nameRegion);
  packRegion(writer, region);
  const isText = typeof value === 'string';
  writer.number(isText ? 0 : 1);
  writer.text(isText ? value : JSON.stringify(value));
}

function unpackField(
  reader: NumberReader,
  length: number,
  share: (region: Region) => Region,
): FrontMatterField {
  const name = reader.text();
  const nameRegion = share(unpackRegion(reader, length));
  const region = share(unpackRegion(reader, length));
  const isText = reader.number() === 0;
  const text = reader.text();
  return { name, nameRegion, value: isText ? text : (unpackJson(text) as Json), region };
}

/** Each is a bit; few citations have any. */
const MARKS = ['chained', 'foldsCase', 'mayBeText', 'isUnseen'] as const;
type Marks = Pick<Citation, (typeof MARKS)[number]>;

/** The marks of every sum of bits. */
const MARKS_BY_BITS: readonly Marks[] = Array.from({ length: 1 << MARKS.length }, (_, bits) =>
  Object.fromEntries(
    MARKS.filter((_mark, place) => bits & (1 << place)).map((mark) => [mark, true as const]),
  ),
);

function packCitation(
  writer: Writer,
  { region, construct, cites, chained, foldsCase, mayBeText, isUnseen, ...rest }: Citation,
): void {
  nothingLeft(rest);
  const marks = { chained, foldsCase, mayBeText, isUnseen };
  packRegion(writer, region);
  writer.text(construct);
  writer.number(MARKS.reduce((bits, mark, place) => (marks[mark] ? bits | (1 << place) : bits), 0));
  packList(writer, cites, packCite);
}

function unpackCitation(reader: NumberReader, length: number): Citation {
  const region = unpackRegion(reader, length);
  const construct = reader.text() as Construct;
  const marks = MARKS_BY_BITS[reader.number() & (MARKS_BY_BITS.length - 1)];
  const cites = unpackList(reader, length, unpackCite);
  return { region, construct, cites, ...marks };
}

function packCite(
  writer: Writer,
  { key, keyRegion, mode, prefix, label, locator, suffix, ...rest }: Cite,
): void {
  nothingLeft(rest);
  writer.text(key);
  packRegion(writer, keyRegion);
  writer.text(mode);
  const isPlain =
    prefix === undefined && label === undefined && locator === undefined && suffix === undefined;
  writer.number(isPlain ? 0 : 1);
  if (isPlain) return;
  for (const part of [prefix, label, locator, suffix]) writer.maybeText(part);
}

function unpackCite(reader: NumberReader, length: number): Cite {
  const key = reader.text();
  const keyRegion = unpackRegion(reader, length);
  const mode = reader.text() as Cite['mode'];
  if (reader.number() === 0) return { key, keyRegion, mode };
  const [prefix, label, locator, suffix] = [
    reader.maybeText(),
    reader.maybeText(),
    reader.maybeText(),
    reader.maybeText(),
  ];
  return {
    key,
    keyRegion,
    mode,
    ...(prefix === undefined ? {} : { prefix }),
    ...(label === undefined ? {} : { label }),
    ...(locator === undefined ? {} : { locator }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

function packReference(
  writer: Writer,
  { region, text, gaps, key, construct, list, ...rest }: Reference,
): void {
  nothingLeft(rest);
  packRegion(writer, region);
  writer.text(text);
  packList(writer, gaps ?? [], packGap);
  writer.maybeText(key);
  writer.text(construct);
  writer.number(list ?? 0);
}

function unpackReference(reader: NumberReader, length: number): Reference {
  const region = unpackRegion(reader, length);
  const text = reader.text();
  const gaps = unpackList(reader, length, unpackGap);
  const key = reader.maybeText();
  const construct = reader.text() as Construct;
  const list = reader.number();
  return {
    region,
    text,
    ...(gaps.length === 0 ? {} : { gaps }),
    ...(key === undefined ? {} : { key }),
    construct,
    ...(list === 0 ? {} : { list }),
  };
}

function packGap(writer: Writer, { at, length, ...rest }: Gap): void {
  nothingLeft(rest);
  writer.number(at);
  writer.number(length);
}

function unpackGap(reader: NumberReader): Gap {
  return { at: reader.number(), length: reader.number() };
}

function packPath(writer: Writer, { path, region, role, ...rest }: BibliographyPath): void {
  nothingLeft(rest);
  writer.text(path);
  packRegion(writer, region);
  writer.text(role);
}

function unpackPath(reader: NumberReader, length: number): BibliographyPath {
  const path = reader.text();
  const region = unpackRegion(reader, length);
  return { path, region, role: reader.text() as BibliographyPath['role'] };
}
