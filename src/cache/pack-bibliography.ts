import type { BibEntry, BibliographyFacts, Field, StringMacro } from '../model.ts';
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

/** Writes a bibliography's facts but for its path. Every part is taken out by name, so a new one does not compile until it is kept. */
export function packBibliography(writer: Writer, facts: BibliographyFacts): void {
  const { kind: _kind, path: _path, format, entries, macros, directives, problems, ...rest } = facts;
  nothingLeft(rest);
  writer.text(format);
  packList(writer, entries, packEntry);
  packList(writer, macros, packMacro);
  const isCommon = directives.length === 0 && problems.length === 0;
  writer.maybeText(isCommon ? undefined : JSON.stringify({ directives, problems }));
}

/** Reads what `packBibliography` wrote; regions beyond `length` are damage. */
export function unpackBibliography(reader: NumberReader, path: string, length: number): BibliographyFacts {
  const format = reader.text() as BibliographyFacts['format'];
  const entries = unpackList(reader, length, unpackEntry);
  const macros = unpackList(reader, length, unpackMacro);
  const { directives, problems } = unpackRare(reader, length, { directives: [], problems: [] });
  return {
    kind: 'bibliography',
    path,
    format,
    entries,
    macros,
    directives: directives as BibliographyFacts['directives'],
    problems: problems as BibliographyFacts['problems'],
  };
}

function packEntry(writer: Writer, entry: BibEntry): void {
  const { key, keyRegion, region, type, typeRegion, fields, ...rest } = entry;
  nothingLeft(rest);
  writer.text(key);
  packRegion(writer, keyRegion);
  packRegion(writer, region);
  writer.text(type);
  packRegion(writer, typeRegion);
  packList(writer, fields, packField);
}

function unpackEntry(reader: NumberReader, length: number): BibEntry {
  return {
    key: reader.text(),
    keyRegion: unpackRegion(reader, length),
    region: unpackRegion(reader, length),
    type: reader.text(),
    typeRegion: unpackRegion(reader, length),
    fields: unpackList(reader, length, unpackField),
  };
}

function packField(
  writer: Writer,
  { name, nameRegion, value, region, written, macros, ...rest }: Field,
): void {
  nothingLeft(rest);
  writer.text(name);
  packRegion(writer, nameRegion);
  writer.text(value);
  packRegion(writer, region);
  writer.maybeText(written);
  writer.maybeText(macros === undefined ? undefined : JSON.stringify(macros));
}

function unpackField(reader: NumberReader, length: number): Field {
  const field = {
    name: reader.text(),
    nameRegion: unpackRegion(reader, length),
    value: reader.text(),
    region: unpackRegion(reader, length),
  };
  const written = reader.maybeText() as Field['written'];
  const macros = reader.maybeText();
  if (written === undefined && macros === undefined) return field;
  return {
    ...field,
    ...(written === undefined ? {} : { written }),
    ...(macros === undefined ? {} : { macros: unpackJson(macros) as readonly string[] }),
  };
}

function packMacro(writer: Writer, macro: StringMacro): void {
  const { name, nameRegion, value, region, isBuildingBlock, ...rest } = macro;
  nothingLeft(rest);
  writer.text(name);
  packRegion(writer, nameRegion);
  writer.text(value);
  packRegion(writer, region);
  writer.number(isBuildingBlock === true ? 1 : 0);
}

function unpackMacro(reader: NumberReader, length: number): StringMacro {
  const macro = {
    name: reader.text(),
    nameRegion: unpackRegion(reader, length),
    value: reader.text(),
    region: unpackRegion(reader, length),
  };
  return reader.number() === 1 ? { ...macro, isBuildingBlock: true } : macro;
}
