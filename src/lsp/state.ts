import { type Buffers, createBuffers } from './buffers.ts';
import type { Client } from './client.ts';
import { type Converter, createConverter } from './convert.ts';
import { uriOfPath } from './file-uri.ts';
import type { Folder } from './folder.ts';
import { createPositions, type Positions } from './positions.ts';
import type { View } from './view.ts';
import type { Workspace } from './workspace.ts';

/** What the server knows: the editor, what it has open, and the projects that answer for it. */
export interface State {
  readonly client: Client;
  readonly buffers: Buffers;
  readonly workspace: Workspace;
  /** Converts answers about a project as it stood when the view was taken. */
  converter(folder: Folder, view: Pick<View, 'text'>): Converter;
  /** The URI of a file, as the editor spells it where it has the file open. */
  uri(path: string): string;
  /** The version of an open document; null for a file that is not open. */
  version(path: string): number | null;
}

/** The state of a server whose editor has introduced itself. */
export function createState(client: Client, workspace: Workspace): State {
  const buffers = createBuffers();
  const indexes = new Map<string, { readonly text: string; readonly positions: Positions }>();
  const positionsOf = (path: string, text: string): Positions => {
    const known = indexes.get(path);
    if (known?.text === text) return known.positions;
    const positions = createPositions(text, client.encoding);
    indexes.set(path, { text, positions });
    return positions;
  };
  const uri = (path: string): string => buffers.at(path)?.uri ?? uriOfPath(path);
  const version = (path: string): number | null => buffers.at(path)?.version ?? null;
  return {
    client,
    buffers,
    workspace,
    uri,
    version,
    converter(folder, view) {
      const absolute = (path: string): string => absolutePath(folder, path);
      return createConverter({
        client,
        uri: (path) => uri(absolute(path)),
        version: (path) => version(absolute(path)),
        positions: (path) => positionsOf(absolute(path), view.text(path)),
      });
    },
  };
}

/** A file of a project as the machine knows it. */
export function absolutePath({ root }: Folder, path: string): string {
  if (path === '') return root;
  return root.endsWith('/') ? root + path : `${root}/${path}`;
}
