import type { FrontMatterField, Region } from '../../../model.ts';
import { parseYamlBlock } from '../../front-matter/read-front-matter.ts';
import { readBlock } from './blocks.ts';
import {
  type BlockContext,
  type BlockReader,
  inlinesOf,
  keepInlines,
  type MetadataBlock,
  type PandocDocument,
  regionOf,
} from './document.ts';
import { FAIL } from './lexical.ts';
import { readGuarded, rootContext } from './reader.ts';
import { readInlines } from './sequences.ts';
import type { Piece } from './source.ts';

/**
 * Reads the strings of metadata as Markdown, as Pandoc does with every string of a YAML block: `author: A @handle` cites
 * `handle`, `title: On Sorting[^1]` uses a note of the body, `nocite` in any form cites all its keys. Names
 * that end with `_` are left alone, and so is a key that is written again further down, with the list or the map below it.
 */
export function readMetadata(
  document: PandocDocument,
  file: string,
  fields: readonly FrontMatterField[],
): void {
  dropOverridden(document, fields);
  const hasNotes = document.notes.length > 0;
  const says = ({ name, value }: FrontMatterField): boolean =>
    typeof value === 'string' &&
    (value.includes('@') || (hasNotes && value.includes('[^'))) &&
    !/_(?:\.|$)/.test(name);
  if (!fields.some(says)) return;
  const last = new Map(fields.map(({ name }, place) => [name, place]));
  for (const [place, field] of fields.entries()) {
    const { name } = field;
    const isLast = last.get(name) === place && place >= (last.get(topLevel(name)) ?? 0);
    if (isLast && says(field)) readString(document, file, field);
  }
}

function readString(document: PandocDocument, file: string, { name, value, region }: FrontMatterField): void {
  const text = String(value);
  const place = name === 'nocite' || name.startsWith('nocite.') ? 'nocite' : 'metadata';
  // A block of YAML ends with a line end, and is read as blocks.
  const hasBlocks = /\n *$/.test(text);
  const piece = pieceOfValue(file, hasBlocks ? text : text.trimStart(), region);
  readGuarded(rootContext(document, piece, place), 0, hasBlocks ? readBlock : readLine);
}

/** Inlines, where they are all there is; else blocks. */
const readLine: BlockReader = (context, at) => {
  const end = at === 0 ? readAsInlines(context) : FAIL;
  return end === FAIL ? readBlock(context, at) : end;
};

function readAsInlines(context: BlockContext): number {
  const end = context.source.text.trimEnd().length;
  const { nodes, end: read } = readInlines(inlinesOf(context, end), 0, 0);
  if (read < end) return FAIL;
  keepInlines(context, nodes);
  return context.source.text.length;
}

/** Lines of the title block that YAML sets again. */
function dropOverridden({ roots }: PandocDocument, fields: readonly FrontMatterField[]): void {
  const count = roots.findIndex(({ field }) => field === undefined);
  if (count === 0) return;
  const lines = roots.splice(0, count === -1 ? roots.length : count);
  const isSet = (wanted?: string): boolean => fields.some(({ name }) => topLevel(name) === wanted);
  roots.unshift(...lines.filter(({ field }) => !isSet(field)));
}

/** The fields of a YAML block, in regions of the file. */
export function fieldsOfBlock({ piece, start, end }: MetadataBlock): FrontMatterField[] {
  return parseYamlBlock(piece.text, { start, end }).fields.map((field) => ({
    ...field,
    nameRegion: inFile(piece, field.nameRegion),
    region: inFile(piece, field.region),
  }));
}

function inFile(piece: Piece, { start, end }: Region): Region {
  const region = regionOf(piece, start, end);
  return region.end < region.start ? { start: region.start, end: region.start } : region;
}

/** The fields of all blocks, less those that a later block sets again: Pandoc keeps the last. */
export function lastFields(blocks: readonly (readonly FrontMatterField[])[]): FrontMatterField[] {
  const lastBlock = new Map<string, number>();
  for (const [index, fields] of blocks.entries()) {
    for (const { name } of fields) lastBlock.set(topLevel(name), index);
  }
  return blocks.flatMap((fields, index) =>
    fields.filter(({ name }) => lastBlock.get(topLevel(name)) === index),
  );
}

const topLevel = (name: string): string => name.split('.', 1)[0]!;

/** A string of YAML as a text of its own, tabs as blanks; each of its characters is looked for in what is written, escapes and folds skipped. */
export function pieceOfValue(file: string, value: string, { start, end }: Region): Piece {
  const text = value.replaceAll('\t', ' ');
  const plain = file.slice(start, end).indexOf(text);
  if (plain !== -1) return { text: text + '\n\n\n', starts: [0], origins: [start + plain] };
  const starts: number[] = [];
  const origins: number[] = [];
  let at = start;
  for (let index = 0; index < text.length; index += 1) {
    const found = nextInFile(file, at, end, text[index]!);
    if (found !== at || index === 0) {
      starts.push(index);
      origins.push(found);
    }
    at = Math.min(end, found + 1);
  }
  return { text: text + '\n\n\n', starts, origins };
}

function nextInFile(file: string, at: number, end: number, character: string): number {
  const isBlank = character.trim() === '';
  for (let position = at; position < end; position += 1) {
    const written = file[position]!;
    if (written === character || (isBlank && written.trim() === '')) return position;
  }
  return at;
}
