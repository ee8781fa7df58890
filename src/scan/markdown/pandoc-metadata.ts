import type { FrontMatterField, Region } from '../../model.ts';
import type { PandocDocument } from './pandoc-document.ts';
import { readGuarded, rootContext } from './pandoc-reader.ts';
import type { Piece } from './pandoc-source.ts';

/**
 * Reads the strings of metadata as Markdown, as Pandoc does with every string of a YAML block: `author: A @handle` cites
 * `handle`, `nocite` in any form cites all its keys. Names that end with `_` are left alone.
 */
export function readMetadata(
  document: PandocDocument,
  file: string,
  fields: readonly FrontMatterField[],
): void {
  for (const { name, value, region } of fields) {
    if (typeof value !== 'string' || !value.includes('@') || /_(?:\.|$)/.test(name)) continue;
    const place = name === 'nocite' || name.startsWith('nocite.') ? 'nocite' : 'metadata';
    readGuarded(rootContext(document, pieceOfValue(file, value, region), place), 0);
  }
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

/** The value as a text of its own; each of its characters is looked for in what is written, escapes and folds skipped. */
export function pieceOfValue(file: string, value: string, { start, end }: Region): Piece {
  const text = value.trimStart();
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
