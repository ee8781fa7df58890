import { posix } from 'node:path';
import { createFactsCache } from '../cache/facts-cache.ts';
import { openFacts } from '../cache/facts-file.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import type { FactsMemory } from '../project/facts-memory.ts';
import { digestText } from '../text/digest.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { version } from '../version.ts';
import type { LintRequest } from './lint-request.ts';

/** What was said of keeping facts between runs. */
export interface CacheOptions {
  readonly cache: boolean;
  /** A folder of the user's choice. */
  readonly location: string | undefined;
}

/** Facts of earlier runs, and a way to leave those of this one to the next. */
export interface RunMemory {
  readonly memory: FactsMemory;
  /** Writes what is new. A cache that cannot be written costs time, so it is said and no more. */
  save(): void;
}

/**
 * Who keeps facts: another build of the same version may read more from a text. They are kept without what no built-in
 * rule asks for; plugins get facts of their own.
 */
const keeper = ({ build }: Host): string => `${version} (${build}), lean`;

/** Opens the cache of a run; undefined where it has none. A cache in the repository itself is a stranger's and not used. */
export function openCache(request: LintRequest, host: Host, options: CacheOptions): RunMemory | undefined {
  const { BIBLIOLINT_CACHE_DIR: folder, BIBLIOLINT_NO_CACHE: off } = host.environment;
  const location = options.location ?? (folder === '' ? undefined : folder);
  if ((off !== undefined && off !== '') || !(options.cache || options.location !== undefined))
    return undefined;
  const path = cachePath(request.root, host, location);
  if (path === undefined) {
    tell(host, 'there is no home folder to keep the cache in; --cache-location names another.');
    return undefined;
  }
  if (isTracked(path, request.root, host)) {
    tell(host, `${path} is tracked by git, so the cache is not used.`);
    return undefined;
  }
  const bytes = host.readBytes(path);
  const cache = createFactsCache(keeper(host), bytes === undefined ? [] : [bytes]);
  return {
    memory: cache,
    save() {
      const packed = cache.pack((file) => host.kind(posix.join(request.root, file)) === 'file');
      if (packed === undefined) return;
      try {
        host.writeFile(path, packed);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        tell(host, `the cache ${path} could not be written, so the next run starts without it.`);
      }
    },
  };
}

/** A memory that begins with the facts of shards. Throws `UserError` for a file that holds none of this version. */
export function openShards(paths: readonly string[], host: Host): FactsMemory {
  const files = paths.map((path) => {
    const file = posix.resolve(host.cwd, path);
    const bytes = host.readBytes(file);
    if (bytes === undefined) {
      const isMissing = host.kind(file) === 'missing';
      throw new UserError(`This file of facts ${isMissing ? 'does not exist' : 'cannot be read'}.`, { path });
    }
    if (openFacts(keeper(host), bytes) === undefined) {
      throw new UserError(`This file holds no facts of this build of bibliolint ${version}.`, {
        path,
        hint: 'Shards are written by bibliolint --shard, by the same version that merges them.',
      });
    }
    return bytes;
  });
  return createFactsCache(keeper(host), files);
}

/** A memory for one shard, and its bytes. */
export function shardMemory(host: Host): { readonly memory: FactsMemory; bytes(): Uint8Array } {
  const cache = createFactsCache(keeper(host), []);
  return { memory: cache, bytes: () => cache.pack(() => true) ?? new Uint8Array() };
}

/**
 * In the project's `node_modules`, which every tool leaves alone, or else where the user's caches are. A user without a
 * home, as in some containers, has none; the site is no place for it.
 */
function cachePath(root: string, host: Host, location: string | undefined): string | undefined {
  if (location !== undefined) return posix.join(posix.resolve(host.cwd, location), nameFor(root));
  if (host.kind(`${root}/node_modules`) === 'folder')
    return `${root}/node_modules/.cache/bibliolint/facts.bin`;
  const { XDG_CACHE_HOME: caches, HOME, USERPROFILE: profile } = host.environment;
  const home = (HOME || profile)?.replaceAll('\\', '/');
  const folder = caches || (home === undefined ? undefined : posix.join(home, '.cache'));
  return folder === undefined ? undefined : posix.join(folder, 'bibliolint', nameFor(root));
}

/** Projects share a folder; each has a file of its own. */
const nameFor = (root: string): string => `facts-${digestText(root).slice(0, 12)}.bin`;

function isTracked(path: string, root: string, host: Host): boolean {
  if (!path.startsWith(`${root}/`) || host.kind(path) === 'missing') return false;
  return (host.git(root, ['ls-files', '--', path]) ?? '') !== '';
}

function tell(host: Host, line: string): void {
  host.stderr.write(`bibliolint: ${makeVisibleLine(line)}\n`);
}
