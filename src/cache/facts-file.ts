import type { Facts, Region } from '../model.ts';
import { createRegionPool } from '../project/region-pool.ts';
import { digestBytes } from '../text/digest.ts';
import { createWriter, DamagedFacts, NumberReader, type Writer } from './number-list.ts';
import { packBibliography, unpackBibliography } from './pack-bibliography.ts';
import { packDocument, unpackDocument } from './pack-document.ts';

/** The facts of one file, with what they depend on. */
export interface KeptFacts {
  /** Of the file's text. */
  readonly digest: string;
  /** How the text was read: the digest of the dialect, or the format. */
  readonly manner: string;
  readonly facts: Facts;
}

/** A file of facts, opened. */
export interface OpenedFacts {
  readonly files: readonly PackedFacts[];
  /**
   * The same with the facts of some files anew, and without those that are not wanted any more. What stays is copied as it
   * lies; undefined where that is no longer worth it, since texts that nothing points to are copied as well.
   */
  replace(anew: readonly KeptFacts[], isWanted: (path: string) => boolean): Uint8Array | undefined;
}

/** Facts as they lie in a file: what they depend on can be asked at once, the facts are unpacked one by one. */
export interface PackedFacts {
  readonly path: string;
  readonly digest: string;
  readonly manner: string;
  /** The facts, for a text of this length; undefined where the file says something impossible. */
  unpack(length: number): Facts | undefined;
}

interface Header {
  readonly bibliolint: 'facts';
  /** Of the program: another version may read more from a text, or keep it otherwise. */
  readonly version: string;
  /** Bytes of the list of texts; the numbers follow it. */
  readonly texts: number;
  /** How many files were replaced since all were packed. */
  readonly replaced: number;
  /** Digest of all that follows the header. */
  readonly sum: string;
}

/**
 * Facts of many files as bytes: a header in JSON, a line feed, the list of texts in JSON, and numbers of four bytes.
 * Cites, references and entries are numbers that point into the list, since reading a megabyte of numbers costs nothing and
 * reading the same as JSON costs as much as scanning the pages again.
 */
export function packFacts(version: string, files: readonly KeptFacts[]): Uint8Array {
  const writer = createWriter();
  writer.number(files.length);
  for (const file of files) packFile(writer, file);
  return assemble(version, Buffer.from(JSON.stringify(writer.texts)), writer.numbers, 0);
}

function packFile(writer: Writer, { digest, manner, facts }: KeptFacts): void {
  writer.text(facts.path);
  writer.text(digest);
  writer.text(manner);
  const length = writer.reserve();
  writer.number(facts.kind === 'document' ? 0 : 1);
  if (facts.kind === 'document') packDocument(writer, facts);
  else packBibliography(writer, facts);
  writer.fill(length, writer.at - length - 1);
}

function assemble(version: string, texts: Uint8Array, numbers: Int32Array, replaced: number): Uint8Array {
  const { buffer, byteOffset, byteLength } = numbers;
  const body = Buffer.concat([texts, new Uint8Array(buffer, byteOffset, byteLength)]);
  const header: Header = {
    bibliolint: 'facts',
    version,
    texts: texts.length,
    replaced,
    sum: digestBytes(body),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

/** Opens what `packFacts` wrote; undefined for bytes that are damaged, or of another version of the program. */
export function openFacts(version: string, bytes: Uint8Array): OpenedFacts | undefined {
  try {
    return readIndex(version, bytes);
  } catch (error) {
    if (error instanceof DamagedFacts || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readIndex(version: string, bytes: Uint8Array): OpenedFacts | undefined {
  const end = bytes.subarray(0, 1000).indexOf(10);
  const header = JSON.parse(textOf(bytes.subarray(0, Math.max(0, end)))) as Partial<Header> | null;
  const body = bytes.subarray(end + 1);
  if (header?.bibliolint !== 'facts' || header.version !== version) return undefined;
  if (header.sum !== digestBytes(body) || !Number.isInteger(header.texts)) return undefined;
  const { replaced } = header;
  if (replaced === undefined || !Number.isInteger(replaced)) return undefined;
  const written = body.subarray(0, header.texts);
  const texts: unknown = JSON.parse(textOf(written));
  if (!Array.isArray(texts)) return undefined;
  // A copy, because numbers of four bytes have to begin at a multiple of four.
  const numbers = new Int32Array(new Uint8Array(body.subarray(header.texts)).buffer);
  const places = placesIn(numbers, texts);
  return {
    files: places.map(({ file }) => file),
    replace: (anew, isWanted) =>
      replaceFiles({ version, written, texts: texts.length, numbers, places, replaced }, anew, isWanted),
  };
}

/** Where the numbers of a file lie. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly file: PackedFacts;
}

function placesIn(numbers: Int32Array, texts: readonly unknown[]): Place[] {
  const places: Place[] = [];
  const share = createRegionPool();
  let start = 1;
  for (let left = numbers[0] ?? 0; left > 0; left--) {
    const reader = new NumberReader(numbers, texts, start);
    const path = reader.text();
    const [digest, manner, length] = [reader.text(), reader.text(), reader.count()];
    const at = start + 4;
    const end = at + length;
    const file: PackedFacts = {
      path,
      digest,
      manner,
      unpack: (size) => unpack(new NumberReader(numbers, texts, at), path, size, share),
    };
    places.push({ start, end, file });
    start = end;
  }
  return places;
}

interface Lying extends Pick<Header, 'version' | 'replaced'> {
  /** The list of texts as it is written, and how many there are. */
  readonly written: Uint8Array;
  readonly texts: number;
  readonly numbers: Int32Array;
  readonly places: readonly Place[];
}

/** More files than these must stay for each that was replaced. */
const LEAST_STAYING = 4;

function replaceFiles(
  lying: Lying,
  anew: readonly KeptFacts[],
  isWanted: (path: string) => boolean,
): Uint8Array | undefined {
  const paths = new Set(anew.map(({ facts }) => facts.path));
  const staying = lying.places.filter(({ file: { path } }) => !paths.has(path) && isWanted(path));
  const replaced = lying.replaced + lying.places.length - staying.length;
  if (replaced * LEAST_STAYING >= staying.length) return undefined;
  const writer = createWriter(lying.texts);
  for (const file of anew) packFile(writer, file);
  const length = staying.reduce((sum, { start, end }) => sum + end - start, 1);
  const numbers = new Int32Array(length + writer.numbers.length);
  numbers[0] = staying.length + anew.length;
  let at = 1;
  for (const { start, end } of staying) {
    numbers.set(lying.numbers.subarray(start, end), at);
    at += end - start;
  }
  numbers.set(writer.numbers, at);
  return assemble(lying.version, joinLists(lying.written, writer.texts), numbers, replaced);
}

/** A list in JSON, which is not empty, with more texts at its end. */
function joinLists(written: Uint8Array, more: readonly string[]): Uint8Array {
  if (more.length === 0) return written;
  const tail = Buffer.from(`,${JSON.stringify(more).slice(1)}`);
  return Buffer.concat([written.subarray(0, written.length - 1), tail]);
}

function unpack(
  reader: NumberReader,
  path: string,
  length: number,
  share: (region: Region) => Region,
): Facts | undefined {
  try {
    return reader.number() === 0
      ? unpackDocument(reader, path, length, share)
      : unpackBibliography(reader, path, length);
  } catch (error) {
    if (error instanceof DamagedFacts) return undefined;
    throw error;
  }
}

const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString();
