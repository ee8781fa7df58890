import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { decode } from '../host/node.ts';
import { allowsCode } from '../host/run-code.ts';
import { DIALECTS, type DialectName } from '../model.ts';
import { findRoot } from '../project/find-root.ts';
import { closest } from '../text/similar.ts';
import { makeVisibleLine } from '../text/visible.ts';
import type { Arguments } from './arguments.ts';
import { COMMANDS, type CONFIG_OPTIONS, type TARGET_OPTIONS } from './option-table.ts';

/** What the commands that read a project have in common: where to look, and how. */
export interface LintRequest {
  readonly root: string;
  readonly targets: readonly string[];
  /** The targets are files in a folder that nothing says to be a project, which may be anybody's home. */
  readonly isLone: boolean;
  readonly overlay: ReadonlyMap<string, string>;
  readonly dialect?: DialectName;
  /** Absolute path of the configuration that was named; `false` for none at all. */
  readonly config?: string | false;
  /** Whether plugins and configurations that are code may run. */
  readonly mayRunCode: boolean;
  /** Whether ignore files and the patterns of configurations hold. */
  readonly isIgnoring: boolean;
  readonly unmatched: Unmatched;
  /** Paths that were named and do not exist: reported, and the run ends with 2. */
  readonly missing: readonly string[];
  /** Paths that were named and are pipes or devices: never opened, reported, and the run ends with 2. */
  readonly irregular: readonly string[];
}

/** What becomes of named paths where nothing is to be checked. */
export interface Unmatched {
  /** Named files that are left out are said to be. */
  readonly warns: boolean;
  /** A run that has nothing to check ends with 2. */
  readonly fails: boolean;
}

/** A name for standard input says that it is to be read, as much as `--stdin` does. */
export function readsStdin(args: Arguments<typeof TARGET_OPTIONS>): boolean {
  return args.has('stdin') || args.value('stdin-filename') !== undefined;
}

/** Resolves the named paths against the machine. Throws `UserError` where nothing is left to do. */
export function resolveRequest(args: Arguments<typeof TARGET_OPTIONS>, host: Host): LintRequest {
  const settings = { ...configSettings(args, host), ...targetSettings(args, host) };
  if (readsStdin(args)) return { ...stdinRequest(args, host), ...settings };
  const named = args.operands.length === 0 ? ['.'] : args.operands;
  const kinds = named.map((path) => ({ path, kind: host.kind(absolute(path, host)) }));
  const of = (wanted: string): string[] =>
    kinds.filter(({ kind }) => kind === wanted).map(({ path }) => path);
  const present = kinds.filter(({ kind }) => kind === 'file' || kind === 'folder');
  const rest = { overlay: new Map(), missing: of('missing'), irregular: of('other'), ...settings };
  if (present.length === 0) return { root: host.cwd, targets: [], isLone: false, ...rest };
  const found = findRoot(
    present.map(({ path }) => absolute(path, host)),
    host,
  );
  const isLone = !found.isMarked && present.every(({ kind }) => kind === 'file');
  return { root: found.path, targets: found.targets, isLone, ...rest };
}

/** The project around one path, the working directory where none is given; nothing has to be there. */
export function resolveAround(
  args: Arguments<typeof CONFIG_OPTIONS>,
  host: Host,
  path = host.cwd,
): LintRequest {
  return { ...requestAround(path, host), ...configSettings(args, host) };
}

/** The same with the configurations of the project, and what the environment says of code. */
export function requestAround(path: string, host: Host): LintRequest {
  const at = absolute(path, host);
  const { path: root, targets, isMarked } = findRoot([at], host);
  return {
    root,
    targets,
    isLone: !isMarked && host.kind(at) === 'file',
    overlay: new Map(),
    missing: [],
    irregular: [],
    isIgnoring: true,
    unmatched: { warns: true, fails: true },
    mayRunCode: allowsCode(host),
  };
}

function configSettings(
  args: Arguments<typeof CONFIG_OPTIONS>,
  host: Host,
): Pick<LintRequest, 'config' | 'mayRunCode'> {
  const config = args.value('config');
  if (config !== undefined && args.has('no-config')) {
    throw new UserError('--config and --no-config do not go together.');
  }
  const mayRunCode = args.has('allow-code-config') || allowsCode(host);
  if (args.has('no-config')) return { config: false, mayRunCode };
  return config === undefined ? { mayRunCode } : { config: absolute(config, host), mayRunCode };
}

function targetSettings(
  args: Arguments<typeof TARGET_OPTIONS>,
  { environment }: Host,
): Pick<LintRequest, 'dialect' | 'isIgnoring' | 'unmatched'> {
  const dialect = DIALECTS.find((name) => name === args.value('dialect'));
  // pre-commit names every file whose name fits; that none of them is a source of the site is no mistake there.
  const isExcluding = args.has('force-exclude') || environment['PRE_COMMIT'] === '1';
  if (args.has('no-ignore') && args.has('force-exclude')) {
    throw new UserError('--no-ignore and --force-exclude do not go together.');
  }
  return {
    ...(dialect === undefined ? {} : { dialect }),
    isIgnoring: !args.has('no-ignore'),
    unmatched: {
      warns: !isExcluding && !args.has('no-warn-ignored'),
      fails: !isExcluding && !args.has('no-error-on-unmatched-pattern'),
    },
  };
}

function stdinRequest(
  args: Arguments<typeof TARGET_OPTIONS>,
  host: Host,
): Pick<LintRequest, 'root' | 'targets' | 'isLone' | 'overlay' | 'missing' | 'irregular'> {
  if (args.operands.length > 0) {
    throw new UserError('Standard input is linted alone.', { hint: 'Leave the paths out.' });
  }
  const written = args.value('stdin-filename') ?? 'stdin.md';
  const name = absolute(written, host);
  if (host.kind(name) === 'folder') {
    throw new UserError('--stdin-filename names a folder; standard input stands for one file.', {
      path: written,
    });
  }
  const read = decode(host.readStdin());
  if (!('text' in read)) throw new UserError(`Standard input cannot be read: ${read.detail}.`);
  const { path: root, targets, isMarked } = findRoot([name], host);
  const overlay = new Map(targets.map((target) => [target, read.text]));
  return { root, targets, isLone: !isMarked, overlay, missing: [], irregular: [] };
}

function absolute(path: string, host: Host): string {
  const resolved = posix.resolve(host.cwd, path.replaceAll('\\', '/'));
  return resolved.length > 1 && resolved.endsWith('/') ? resolved.slice(0, -1) : resolved;
}

/** How the user sees a path of the project: relative to the working directory. */
export function displayPaths(root: string, host: Host): (path: string) => string {
  const relative = posix.relative(host.cwd, root);
  if (relative === '') return (path) => path;
  if (!relative.startsWith('..')) return (path) => `${relative}/${path}`;
  return (path) => posix.relative(host.cwd, posix.join(root, path)) || '.';
}

/**
 * How a patch names a file: as git does in a repository, relative to its root wherever one stands in it, since that is
 * how `git apply` reads it; elsewhere relative to the working directory.
 */
export function patchPaths(root: string, host: Host): (path: string) => string {
  return host.kind(posix.join(root, '.git')) === 'missing' ? displayPaths(root, host) : (path) => path;
}

/** What was meant by a path that is not there: a command, or a pattern that some other tools read themselves. */
function hintFor(path: string): string {
  if (path.includes('*'))
    return ' Patterns are for the shell to expand; name a folder, or leave the quotes out.';
  if (path === 'lint' || path === 'check') return ' To check files, bibliolint needs no command before them.';
  if (path === 'help') return ' For commands and options, run bibliolint --help.';
  const command = /^[a-z-]+$/.test(path) ? closest(path, Object.keys(COMMANDS)) : undefined;
  return command === undefined || command === 'lint' ? '' : ` Did you mean the command ${command}?`;
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
  const { missing, irregular, unmatched } = request;
  for (const path of missing) say(`${path} does not exist.${hintFor(path)}`);
  for (const path of irregular) say(`${path} cannot be read: it is not a regular file.`);
  for (const { path, detail } of unreadable) say(`${displayPath(path)} cannot be read: ${detail}.`);
  const failed = missing.length + irregular.length + unreadable.length > 0;
  const seen = new Set([...files, ...unreadable].map(({ path }) => path));
  const isFile = (target: string): boolean => host.kind(posix.join(request.root, target)) === 'file';
  const left = request.targets.filter((target) => target !== '' && !seen.has(target) && isFile(target));
  for (const path of unmatched.warns ? left : []) {
    say(
      `${displayPath(path)} is not checked: it is ignored, leads out of the project, or is no source of the site.`,
    );
  }
  if (failed || files.length > 0) return failed;
  if (left.length === 0 && unmatched.fails) say('no document or bibliography was found to check.');
  return unmatched.fails;
}
