import type { Host } from '../host/host.ts';
import { createMemorySource } from '../host/memory.ts';
import { allowsCode, codeRunner } from '../host/run-code.ts';
import type { FileSource } from '../project/file-source.ts';
import { findRoot } from '../project/find-root.ts';
import { type Folder, openFolder } from './folder.ts';

/** A file of a project: where the project keeps it. */
export interface FilePlace {
  readonly folder: Folder;
  /** Relative to the folder's root. */
  readonly path: string;
}

/** The folders that are open in the editor, and the projects of documents that stand outside them. */
export interface Workspace {
  folders(): readonly Folder[];
  /** The project that answers for a file; undefined where no open folder or document brought it in. */
  placeOf(path: string): FilePlace | undefined;
  addFolder(path: string): void;
  removeFolder(path: string): void;
  /** Lays a document's text over the projects that hold it, and opens one where none does. */
  open(path: string, text: string): void;
  change(path: string, text: string): void;
  close(path: string): void;
  /** Files that changed on disk; without paths, any may have. */
  changed(paths?: readonly string[]): void;
}

/** A project with what brought it in: a folder of the editor, or single documents. */
interface Opened {
  readonly folder: Folder;
  /** Absolute path of the editor's folder; undefined for single documents. */
  readonly at: string | undefined;
  /** Documents outside the editor's folders that are open, relative to the root. */
  readonly strays: Set<string>;
  readonly targets: readonly string[];
}

/** What opening projects needs of the machine. */
export type WorkspaceHost = Pick<Host, 'kind' | 'source' | 'environment' | 'importModule'>;

/** Opens nothing until it is told what the editor has open. */
export function createWorkspace(host: WorkspaceHost): Workspace {
  const opened: Opened[] = [];
  const texts = new Map<string, string>();
  const openProject = (at: string | undefined, path: string): Opened => {
    const { path: root, targets, isMarked } = findRoot([path], host);
    const source = sourceOf(root, host);
    const made: Opened = {
      folder: openFolder({
        root,
        targets,
        source,
        isLone: at === undefined && !isMarked,
        runCode: allowsCode(host) ? codeRunner(root, host) : undefined,
      }),
      at,
      strays: new Set(),
      targets: at === undefined ? [] : targets,
    };
    for (const [file, text] of texts) {
      const inside = within(root, file);
      if (inside !== undefined) made.folder.setText(inside, text);
    }
    opened.push(made);
    return made;
  };
  const ownerOf = (path: string): Opened | undefined => {
    const owners = opened.filter(({ at }) => at !== undefined && within(at, path) !== undefined);
    return owners.reduce<Opened | undefined>(
      (best, next) => (best === undefined || next.at!.length > best.at!.length ? next : best),
      undefined,
    );
  };
  const strayHolder = (path: string): Opened | undefined =>
    opened.find(({ folder, strays }) => strays.has(within(folder.root, path) ?? ''));
  const retarget = ({ folder, targets, strays }: Opened): void => folder.retarget([...targets, ...strays]);
  const lay = (path: string, text: string | undefined): void => {
    for (const { folder } of opened) {
      const inside = within(folder.root, path);
      if (inside !== undefined) folder.setText(inside, text);
    }
  };
  /** Makes sure that some project answers for an open document. */
  const adopt = (path: string): void => {
    if (ownerOf(path) !== undefined || strayHolder(path) !== undefined) return;
    const { path: root } = findRoot([path], host);
    const holder = opened.find(({ folder }) => folder.root === root) ?? openProject(undefined, path);
    holder.strays.add(within(root, path) ?? path);
    retarget(holder);
  };
  const release = (path: string): void => {
    const holder = strayHolder(path);
    if (holder === undefined) return;
    holder.strays.delete(within(holder.folder.root, path) ?? '');
    if (holder.at === undefined && holder.strays.size === 0) opened.splice(opened.indexOf(holder), 1);
    else retarget(holder);
  };
  return {
    folders: () => opened.map(({ folder }) => folder),
    placeOf(path) {
      const owner = ownerOf(path) ?? strayHolder(path);
      return owner === undefined
        ? undefined
        : { folder: owner.folder, path: within(owner.folder.root, path) ?? path };
    },
    addFolder(path) {
      if (opened.some(({ at }) => at === path)) return;
      openProject(path, path);
      for (const file of texts.keys()) if (within(path, file) !== undefined) release(file);
    },
    removeFolder(path) {
      const index = opened.findIndex(({ at }) => at === path);
      if (index === -1) return;
      opened.splice(index, 1);
      for (const file of texts.keys()) adopt(file);
    },
    open(path, text) {
      texts.set(path, text);
      lay(path, text);
      adopt(path);
    },
    change(path, text) {
      texts.set(path, text);
      lay(path, text);
    },
    close(path) {
      texts.delete(path);
      lay(path, undefined);
      release(path);
    },
    changed(paths) {
      for (const { folder } of opened) {
        const inside = paths?.map((path) => within(folder.root, path)).filter((path) => path !== undefined);
        if (inside === undefined || inside.length > 0) folder.changed(inside);
      }
    },
  };
}

/** A file's path below a folder; undefined where it is not below it. */
function within(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  const prefix = folder.endsWith('/') ? folder : folder + '/';
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** A folder that is not there yet, or not any more, holds nothing but what the editor has open. */
function sourceOf(root: string, host: Pick<Host, 'kind' | 'source'>): FileSource {
  return host.kind(root) === 'folder' ? host.source(root) : createMemorySource({});
}
