import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver-protocol/node';
import type { PositionEncoding } from './client.ts';
import { pathOfUri } from './file-uri.ts';
import { createPositions } from './positions.ts';

/** A document as the editor has it, saved or not. */
export interface Buffer {
  /** As the editor writes it: it gets its own spelling back. */
  readonly uri: string;
  /** Absolute. */
  readonly path: string;
  readonly version: number;
  readonly text: string;
}

/** The documents that are open in the editor and stand, or will stand, in a file. */
export interface Buffers {
  at(path: string): Buffer | undefined;
  all(): Iterable<Buffer>;
  /** Undefined for a document that is no file. */
  open(document: TextDocumentItem): Buffer | undefined;
  /** Makes the changes of one notification, one after the other; undefined for a document that is not open. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
    encoding: PositionEncoding,
  ): Buffer | undefined;
  close(uri: string): Buffer | undefined;
}

/** Keeps the open documents, by path: two spellings of a URI are one file. */
export function createBuffers(): Buffers {
  const buffers = new Map<string, Buffer>();
  const keep = (buffer: Buffer): Buffer => {
    buffers.set(buffer.path, buffer);
    return buffer;
  };
  const find = (uri: string): Buffer | undefined => buffers.get(pathOfUri(uri) ?? '');
  return {
    at: (path) => buffers.get(path),
    all: () => buffers.values(),
    open({ uri, version, text }) {
      const path = pathOfUri(uri);
      return path === undefined ? undefined : keep({ uri, path, version, text });
    },
    change(uri, version, changes, encoding) {
      const known = find(uri);
      if (known === undefined) return undefined;
      const text = changes.reduce((before, change) => applyChange(before, change, encoding), known.text);
      return keep({ ...known, version, text });
    },
    close(uri) {
      const known = find(uri);
      if (known !== undefined) buffers.delete(known.path);
      return known;
    },
  };
}

function applyChange(
  text: string,
  change: TextDocumentContentChangeEvent,
  encoding: PositionEncoding,
): string {
  if (!('range' in change) || change.range === undefined) return change.text;
  const positions = createPositions(text, encoding);
  const start = positions.offset(change.range.start);
  const end = Math.max(start, positions.offset(change.range.end));
  return text.slice(0, start) + change.text + text.slice(end);
}
