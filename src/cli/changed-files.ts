import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import type { LintRequest } from './lint-request.ts';

/** Files that changed since some commit, as git sees it. */
export interface Changes {
  /** Relative to the root. */
  readonly paths: ReadonlySet<string>;
  /** Texts about to be committed, of files that differ from them on disk. */
  readonly staged: ReadonlyMap<string, string>;
}

/** git prints names as they are, separated by NUL, relative to the folder it runs in; nothing else is started by it. */
const NAMES = ['--name-only', '-z', '--no-renames', '--relative', '--no-ext-diff', '--no-textconv'];

/** What `--changed` or `--staged` asks for; undefined where neither is given. Throws `UserError`. */
export function changesOf(
  { root, overlay }: LintRequest,
  host: Host,
  { changed, staged }: { readonly changed: string | undefined; readonly staged: boolean },
): Changes | undefined {
  if (changed === undefined && !staged) return undefined;
  if (changed !== undefined && staged) throw new UserError('--changed and --staged do not go together.');
  if (overlay.size > 0) throw new UserError('Standard input is linted alone, whatever changed.');
  return staged ? stagedFiles(root, host) : changedSince(root, changed ?? '', host);
}

/**
 * Files that differ from where this branch left `ref`, in commits, in the index or on disk, and files that git does not
 * know yet. Without a `ref`, from the last commit. Throws `UserError`.
 */
function changedSince(root: string, ref: string, host: Host): Changes {
  const git = gitOf(root, host, '--changed');
  const base = baseOf(ref, git, root, host);
  return { paths: new Set(namesSince(base, git, root, host)), staged: new Map() };
}

/** All files where there is no commit to compare with. */
function namesSince(base: string | undefined, git: Git, root: string, host: Host): string[] {
  const untracked = namesFrom(git, ['ls-files', '-z', '--others', '--exclude-standard']);
  const changed = namesFrom(
    git,
    base === undefined ? ['ls-files', '-z', '--cached'] : ['diff', ...NAMES, '--diff-filter=d', base, '--'],
  );
  return [...changed, ...untracked].flatMap((name) => {
    const folder = posix.join(root, name);
    if (host.kind(folder) !== 'folder' || host.kind(posix.join(folder, '.git')) === 'missing') return [name];
    // Of a repository inside this one, as a submodule is, git names the folder; what changed in it, it tells there.
    const inner: Git = (args) => host.git(folder, args);
    const commit = base && git(['rev-parse', '--verify', '--quiet', `${base}:./${name}`])?.trim();
    const known = commit && inner(['cat-file', '-e', commit]) !== undefined ? commit : undefined;
    return namesSince(known, inner, folder, host).map((path) => posix.join(name, path));
  });
}

/**
 * Files that the next commit changes, and the texts it would hold where the files on disk go on from there.
 * Throws `UserError`.
 */
function stagedFiles(root: string, host: Host): Changes {
  const git = gitOf(root, host, '--staged');
  const paths = namesFrom(git, ['diff', '--cached', ...NAMES, '--diff-filter=d', '--']);
  const staged = new Map<string, string>();
  for (const path of namesFrom(git, ['diff', ...NAMES, '--'])) {
    const text = SOURCE.test(path) ? git(['cat-file', '--filters', `:./${path}`]) : undefined;
    if (text !== undefined) staged.set(path, text);
  }
  return { paths: new Set(paths), staged };
}

/** Files whose text can matter; pictures and the like are not fetched. */
const SOURCE =
  /\.(?:md|markdown|mdx|mdown|mkd|qmd|rmd|html?|org|adoc|rst|pandoc|ipynb|bib|bibtex|json|ya?ml|toml|ris|cff)$/i;

type Git = (args: readonly string[]) => string | undefined;

/** The names that git lists. Throws `UserError` where it fails, since no list is not an empty list. */
function namesFrom(git: Git, args: readonly string[]): string[] {
  const output = git(args);
  if (output === undefined) throw new UserError(`git ${args[0]} failed, so what changed is not known.`);
  return output.split('\0').filter((name) => name !== '');
}

function gitOf(root: string, host: Host, option: string): Git {
  const git: Git = (args) => host.git(root, args);
  const inside = git(['rev-parse', '--is-inside-work-tree'])?.trim();
  if (inside === 'true') return git;
  // git is not there, or it does not trust the folder: in a container of CI it belongs to another user.
  if (inside === undefined && host.kind(posix.join(root, '.git')) !== 'missing') {
    throw new UserError(`${option} asks git what changed, and git does not read the repository here.`, {
      hint: 'Run git status to see why. A folder of another user needs git config --global --add safe.directory first.',
    });
  }
  throw new UserError(`${option} asks git what changed, and there is no git repository here.`, {
    hint: 'Leave it out to check every file.',
  });
}

/** The commit to compare with; `undefined` where there is none yet. */
function baseOf(ref: string, git: Git, root: string, host: Host): string | undefined {
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref || 'HEAD'}^{commit}`]);
  if (commit !== undefined) {
    // Without a common ancestor in reach, as in a shallow clone, the commit itself has to do.
    return git(['merge-base', commit.trim(), 'HEAD'])?.trim() ?? commit.trim();
  }
  if (ref === '') return undefined;
  const isPath = host.kind(`${host.cwd}/${ref}`) !== 'missing' || host.kind(`${root}/${ref}`) !== 'missing';
  throw new UserError(`git knows no commit ${JSON.stringify(ref)}.`, {
    hint: isPath
      ? `Write --changed -- ${ref} for the changed files of ${ref}.`
      : 'Fetch it first: CI often clones the last commit alone.',
  });
}
