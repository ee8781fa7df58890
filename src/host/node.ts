import { isAscii, isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { sep } from 'node:path';
import { TextDecoder } from 'node:util';
import type { FileRead, FileSource, FolderEntry, ReadFailure } from '../project/file-source.ts';
import { countHolding } from '../text/halving.ts';
import { countRead } from './long-run.ts';

/** Files larger than this are not read; 64 MiB holds a bibliography of 150,000 entries. */
export const MAX_FILE_SIZE = 64 * 1024 * 1024;

/** The files under an absolute folder of this machine. Nothing outside that folder is ever opened. */
export function createNodeSource(root: string): FileSource {
  const realRoot = realpathSync(root);
  const absolute = (path: string): string => (path === '' ? realRoot : realRoot + sep + path);
  const isInside = (path: string): boolean => path === realRoot || path.startsWith(realRoot + sep);

  /** Absolute paths of links that were listed; only these may be followed, and only inside the root. */
  const links = new Set<string>();

  function linkKind(path: string): FolderEntry['kind'] {
    try {
      if (!isInside(realpathSync(path))) return 'other';
      const stat = statSync(path);
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    } catch {
      return 'other';
    }
  }

  return {
    entries(folder) {
      try {
        return readdirSync(absolute(folder), { withFileTypes: true }).map((entry) => {
          const link = entry.isSymbolicLink();
          if (link) links.add(absolute(folder) + sep + entry.name);
          const kind = link
            ? linkKind(absolute(folder) + sep + entry.name)
            : entry.isFile()
              ? 'file'
              : entry.isDirectory()
                ? 'folder'
                : 'other';
          return { name: entry.name, kind, link };
        });
      } catch {
        return [];
      }
    },
    read(path) {
      try {
        return links.has(absolute(path)) ? readLink(absolute(path), isInside) : readFile(absolute(path));
      } catch (error) {
        return describeFailure(error, path);
      }
    },
  };
}

/** Reused by every read: the texts are copied out of it, so one file's bytes never outlive the call. */
let buffer = Buffer.allocUnsafeSlow(256 * 1024);

function readLink(path: string, isInside: (path: string) => boolean): FileRead {
  const target = realpathSync(path);
  return isInside(target) ? readFile(target) : { failure: 'outside', detail: 'it leads out of the project' };
}

/**
 * One file's text. Refuses to follow a link, and never waits: a pipe opened this way returns at once and is no regular
 * file. Throws what the system says.
 */
export function readFile(path: string): FileRead {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    return readToEnd(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Nearly all files are regular and fit the buffer, and to ask what a file is takes as long as to read it. So that is
 * asked where a file gave nothing, or more than fits: a device may have no end.
 */
function readToEnd(file: number): FileRead {
  let length = 0;
  for (;;) {
    if (length === buffer.length) {
      const refusal = refuse(file, length);
      if (refusal !== undefined) return refusal;
      grow();
    }
    const count = readSync(file, buffer, length, buffer.length - length, null);
    length += count;
    if (count > 0) continue;
    countRead(length);
    return (length === 0 ? refuse(file, 0) : undefined) ?? decode(buffer.subarray(0, length));
  }
}

/** Why a file is not read, if it is not. What has no size, as in `/proc`, is judged by what was read of it. */
function refuse(file: number, length: number): FileRead | undefined {
  const stat = fstatSync(file);
  if (!stat.isFile()) return { failure: 'not-a-file', detail: 'it is not a regular file' };
  return Math.max(stat.size, length) > MAX_FILE_SIZE ? tooLarge() : undefined;
}

function grow(): void {
  const grown = Buffer.allocUnsafeSlow(buffer.length * 2);
  buffer.copy(grown);
  buffer = grown;
}

const tooLarge = (): FileRead => ({
  failure: 'too-large',
  detail: `it is larger than ${MAX_FILE_SIZE >> 20} MiB`,
});

/**
 * UTF-8 with the BOM kept, so that offsets count it; invalid bytes become U+FFFD and are said. UTF-16 with its mark is
 * read as what it is, and said to be no UTF-8: its one defect is not to be found in every line.
 */
export function decode(bytes: Buffer): FileRead {
  if (isAscii(bytes)) return { text: bytes.toString('latin1') };
  if (isUtf8(bytes)) return { text: bytes.toString('utf8') };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeUtf16('utf-16le', bytes), invalidAt: 0 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeUtf16('utf-16be', bytes), invalidAt: 0 };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { text, invalidAt: new TextDecoder('utf-8', { ignoreBOM: true }).decode(validPrefix(bytes)).length };
}

const decodeUtf16 = (encoding: 'utf-16le' | 'utf-16be', bytes: Buffer): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

/** The longest valid beginning, by bisection over `isUtf8`; a cut inside a character is not valid, so it is left out. */
function validPrefix(bytes: Buffer): Buffer {
  const beginning = (length: number): Buffer => bytes.subarray(0, wholeCharacters(bytes, length));
  return beginning(countHolding(bytes.length, (place) => isUtf8(beginning(place + 1))));
}

/** Steps back from a cut that falls between the bytes of one character. */
function wholeCharacters(bytes: Buffer, end: number): number {
  let at = end;
  while (at > 0 && at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80 && end - at < 4) at -= 1;
  return at;
}

const FAILURES: Readonly<Record<string, readonly [ReadFailure, string]>> = {
  ENOENT: ['missing', 'it does not exist'],
  ENOTDIR: ['missing', 'it does not exist'],
  EACCES: ['unreadable', 'permission is denied'],
  EPERM: ['unreadable', 'permission is denied'],
  EISDIR: ['not-a-file', 'it is a folder'],
  ELOOP: ['unreadable', 'it is a link that is not followed'],
  ENXIO: ['not-a-file', 'it is not a regular file'],
  ENAMETOOLONG: ['unreadable', 'its name is too long'],
};

function describeFailure(error: unknown, path: string): FileRead {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  // A folder lists it, with U+FFFD for each byte that is none: by that name nothing can be opened.
  if (code === 'ENOENT' && path.includes('\ufffd'))
    return { failure: 'unreadable', detail: 'its name is not UTF-8' };
  const [failure, detail] =
    FAILURES[code] ?? (['unreadable', `the system says ${code || String(error)}`] as const);
  return { failure, detail };
}
