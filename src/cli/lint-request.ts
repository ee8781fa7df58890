import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { decode } from '../host/node.ts';
import type { DialectName } from '../model.ts';
import { findRoot } from '../project/find-root.ts';
import { makeVisibleLine } from '../text/visible.ts';

/** What the lint and inspect commands have in common: where to look, and how. */
export interface LintRequest {
  readonly root: string;
  readonly targets: readonly string[];
  readonly overlay: ReadonlyMap<string, string>;
  readonly dialect?: DialectName;
  /** Absolute path of the configuration that was named; `false` for none at all. */
  readonly config?: string | false;
  /** Paths that were named and do not exist: reported, and the run ends with 2. */
  readonly missing: readonly string[];
  /** Paths that were named and are pipes or devices: never opened, reported, and the run ends with 2. */
  readonly irregular?: readonly string[];
}

/** The arguments a request is made from. */
export interface TargetArguments {
  readonly paths: readonly string[];
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
  readonly dialect: DialectName | undefined;
  /** A path, or `false` for `--no-config`. */
  readonly config?: string | false | undefined;
}

/** Resolves the named paths against the machine. Throws `UserError` where nothing is left to do. */
export function resolveRequest(args: TargetArguments, host: Host): LintRequest {
  const settings = {
    ...(args.dialect === undefined ? {} : { dialect: args.dialect }),
    ...(args.config === undefined
      ? {}
      : { config: args.config === false ? (false as const) : absolute(args.config, host) }),
  };
  if (args.stdin) return { ...stdinRequest(args, host), ...settings };
  const named = args.paths.length === 0 ? ['.'] : args.paths;
  const missing = named.filter((path) => host.kind(absolute(path, host)) === 'missing');
  const irregular = named.filter((path) => host.kind(absolute(path, host)) === 'other');
  const present = named.filter((path) => !missing.includes(path) && !irregular.includes(path));
  const rest = { overlay: new Map(), missing, irregular, ...settings };
  if (present.length === 0) return { root: host.cwd, targets: [], ...rest };
  const found = findRoot(
    present.map((path) => absolute(path, host)),
    host,
  );
  return { root: found.path, targets: found.targets, ...rest };
}

function stdinRequest(
  { stdinFilename, paths }: TargetArguments,
  host: Host,
): Omit<LintRequest, 'dialect' | 'config'> {
  if (paths.length > 0)
    throw new UserError('Standard input is linted alone.', { hint: 'Leave the paths out.' });
  const name = absolute(stdinFilename ?? 'stdin.md', host);
  const read = decode(host.readStdin());
  if (!('text' in read)) throw new UserError(`Standard input cannot be read: ${read.detail}.`);
  const { path: root, targets } = findRoot([name], host);
  return { root, targets, overlay: new Map(targets.map((target) => [target, read.text])), missing: [] };
}

function absolute(path: string, host: Host): string {
  const resolved = posix.resolve(host.cwd, path.replaceAll('\\', '/'));
  return resolved.length > 1 && resolved.endsWith('/') ? resolved.slice(0, -1) : resolved;
}

/** How the user sees a path of the project: relative to the working directory. */
export function displayPaths(root: string, host: Host): (path: string) => string {
  const relative = posix.relative(host.cwd, root);
  return (path) => (relative === '' ? path : posix.join(relative, path));
}

/**
 * How a patch names a file: as git does in a repository, relative to its root wherever one stands in it, since that is
 * how `git apply` reads it; elsewhere relative to the working directory.
 */
export function patchPaths(root: string, host: Host): (path: string) => string {
  return host.kind(posix.join(root, '.git')) === 'missing' ? displayPaths(root, host) : (path) => path;
}

/** What a run read of a request: files by their path below the root, and those that could not be opened. */
interface Outcome {
  readonly files: readonly { readonly path: string }[];
  readonly unreadable: readonly { readonly path: string; readonly detail: string }[];
}

/** Says which of the named paths were not read, and why; true if the run has to end with 2. */
export function tellUnread(request: LintRequest, { files, unreadable }: Outcome, host: Host): boolean {
  const displayPath = displayPaths(request.root, host);
  const say = (line: string): void => host.stderr.write(`bibliolint: ${makeVisibleLine(line)}\n`);
  const { missing, irregular = [] } = request;
  for (const path of missing) say(`${path} does not exist.`);
  for (const path of irregular) say(`${path} cannot be read: it is not a regular file.`);
  for (const { path, detail } of unreadable) say(`${displayPath(path)} cannot be read: ${detail}.`);
  const failed = missing.length + irregular.length + unreadable.length > 0;
  // pre-commit names every file whose name fits; that none of them is a source of the site is no mistake there.
  if (host.environment['PRE_COMMIT'] === '1') return failed;
  const seen = new Set([...files, ...unreadable].map(({ path }) => path));
  const isFile = (target: string): boolean => host.kind(posix.join(request.root, target)) === 'file';
  const left = request.targets.filter((target) => target !== '' && !seen.has(target) && isFile(target));
  for (const path of left)
    say(
      `${displayPath(path)} is not checked: it is ignored, leads out of the project, or is no source of the site.`,
    );
  if (failed || files.length > 0) return failed;
  if (left.length === 0) say('no document or bibliography was found to check.');
  return true;
}
