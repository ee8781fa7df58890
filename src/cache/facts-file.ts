import type { Facts } from '../model.ts';
import { digestBytes } from '../text/digest.ts';
import { createWriter, DamagedFacts, NumberReader } from './number-list.ts';
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
  for (const { digest, manner, facts } of files) {
    writer.text(facts.path);
    writer.text(digest);
    writer.text(manner);
    const length = writer.reserve();
    writer.number(facts.kind === 'document' ? 0 : 1);
    if (facts.kind === 'document') packDocument(writer, facts);
    else packBibliography(writer, facts);
    writer.fill(length, writer.at - length - 1);
  }
  const texts = Buffer.from(JSON.stringify(writer.texts));
  const { buffer, byteOffset, byteLength } = writer.numbers;
  const body = Buffer.concat([texts, new Uint8Array(buffer, byteOffset, byteLength)]);
  const header: Header = { bibliolint: 'facts', version, texts: texts.length, sum: digestBytes(body) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

/** Opens what `packFacts` wrote; undefined for bytes that are damaged, or of another version of the program. */
export function openFacts(version: string, bytes: Uint8Array): PackedFacts[] | undefined {
  try {
    return readIndex(version, bytes);
  } catch (error) {
    if (error instanceof DamagedFacts || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readIndex(version: string, bytes: Uint8Array): PackedFacts[] | undefined {
  const end = bytes.subarray(0, 1000).indexOf(10);
  const header = JSON.parse(textOf(bytes.subarray(0, Math.max(0, end)))) as Partial<Header> | null;
  const body = bytes.subarray(end + 1);
  if (header?.bibliolint !== 'facts' || header.version !== version) return undefined;
  if (header.sum !== digestBytes(body) || !Number.isInteger(header.texts)) return undefined;
  const texts: unknown = JSON.parse(textOf(body.subarray(0, header.texts)));
  if (!Array.isArray(texts)) return undefined;
  // A copy, because numbers of four bytes have to begin at a multiple of four.
  const numbers = new Int32Array(new Uint8Array(body.subarray(header.texts)).buffer);
  const index: PackedFacts[] = [];
  let at = 1;
  for (let left = numbers[0] ?? 0; left > 0; left--) {
    const reader = new NumberReader(numbers, texts, at);
    const path = reader.text();
    const [digest, manner, length] = [reader.text(), reader.text(), reader.count()];
    const start = at + 4;
    index.push({
      path,
      digest,
      manner,
      unpack: (size) => unpack(new NumberReader(numbers, texts, start), path, size),
    });
    at = start + length;
  }
  return index;
}

function unpack(reader: NumberReader, path: string, length: number): Facts | undefined {
  try {
    return reader.number() === 0
      ? unpackDocument(reader, path, length)
      : unpackBibliography(reader, path, length);
  } catch (error) {
    if (error instanceof DamagedFacts) return undefined;
    throw error;
  }
}

const decoder = new TextDecoder();
const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
