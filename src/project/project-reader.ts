import type { Source } from '../scan/scan.ts';
import { discoverFiles } from './discover.ts';
import type { FileSource, ReadFailure } from './file-source.ts';
import type { LoadOptions } from './load-options.ts';
import { nearbySource } from './nearby-source.ts';

/** The project's files as the loading steps ask for them. */
export interface ProjectReader {
  /** All files, sorted; overlaid ones included. */
  readonly files: readonly string[];
  has(path: string): boolean;
  /** A file's text, for configuration and templates; `undefined` where it cannot be read. */
  read(path: string): string | undefined;
  source(path: string): Source | undefined;
  /** What machines that build the project and editors are told in hidden folders, which hold no sources. */
  hiddenSettings(): readonly Source[];
  /** Why a path is none of the files though something has its name; `undefined` where nothing has. */
  leftOut(path: string): LeftOut | undefined;
  readonly unreadable: { path: string; failure: ReadFailure; detail: string }[];
}

/** A link that leads to no file of the project, or a file that is not looked for: hidden, ignored, in a linked folder. */
export type LeftOut = 'linked-away' | 'unread';

/** Finds the project's files; each is opened when it is asked for. */
export async function createReader({
  source,
  overlay,
  enter,
  isIgnoring,
  targets = [],
  isLone = false,
  projectMemory,
}: LoadOptions): Promise<ProjectReader> {
  const files = await discoverFiles(isLone ? nearbySource(source, targets) : source, enter, isIgnoring);
  const known = new Set(files);
  for (const path of overlay?.keys() ?? []) if (!known.has(path)) files.push(path);
  const all = new Set(files);
  const unreadable: ProjectReader['unreadable'] = [];
  const open = (path: string): Source | undefined => {
    const overlaid = overlay?.get(path);
    if (overlaid !== undefined) return { path, text: overlaid };
    const read = source.read(path);
    if ('text' in read) {
      const { text, invalidAt } = read;
      return invalidAt === undefined ? { path, text } : { path, text, invalidAt };
    }
    if (!unreadable.some((other) => other.path === path)) unreadable.push({ path, ...read });
    return undefined;
  };
  // What a lone file names is there, however far away.
  const has = (path: string): boolean => all.has(path) || (isLone && isOwnFile(source, path));
  const sorted = [...all].sort();
  return {
    files: projectMemory?.files(sorted) ?? sorted,
    has,
    read: (path) => (has(path) ? open(path)?.text : undefined),
    source: open,
    hiddenSettings: () => hiddenSettings(source),
    leftOut: (path) => (has(path) ? undefined : leftOut(source, path)),
    unreadable,
  };
}

const HIDDEN_FOLDERS = [
  '.github/workflows',
  '.gitea/workflows',
  '.forgejo/workflows',
  '.circleci',
  '.vscode',
];
const SETTINGS = /\.(?:ya?ml|json)$/;

function hiddenSettings(source: FileSource): Source[] {
  return HIDDEN_FOLDERS.filter((folder) => isOwnFolder(source, folder)).flatMap((folder) =>
    source.entries(folder).flatMap(({ name, kind, link }) => {
      if (kind !== 'file' || link || !SETTINGS.test(name)) return [];
      const path = `${folder}/${name}`;
      const read = source.read(path);
      return 'text' in read ? [{ path, text: read.text }] : [];
    }),
  );
}

/** Whether a folder is there, and no link on the way to it. */
function isOwnFolder(source: FileSource, path: string): boolean {
  const names = path.split('/');
  return names.every((name, depth) =>
    source
      .entries(names.slice(0, depth).join('/'))
      .some((entry) => entry.name === name && entry.kind === 'folder' && !entry.link),
  );
}

function isOwnFile(source: FileSource, path: string): boolean {
  const cut = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, cut));
  return (
    (folder === '' || isOwnFolder(source, folder)) &&
    source
      .entries(folder)
      .some(({ name, kind, link }) => kind === 'file' && !link && path.slice(cut + 1) === name)
  );
}

/** Goes down the path name by name, and not through links: what lies behind them is nobody's business. */
function leftOut(source: FileSource, path: string): LeftOut | undefined {
  const names = path.split('/');
  for (const [depth, name] of names.entries()) {
    const entry = source.entries(names.slice(0, depth).join('/')).find((other) => other.name === name);
    if (entry === undefined) return undefined;
    if (entry.link) return entry.kind === 'other' ? 'linked-away' : 'unread';
    if (entry.kind === 'file') return depth === names.length - 1 ? 'unread' : undefined;
  }
  return undefined;
}
