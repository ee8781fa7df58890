import ignore, { type Ignore } from 'ignore';
import { below } from '../text/path.ts';
import type { FileSource, FolderEntry } from './file-source.ts';

/** Folders that never hold a site's own sources, whatever the site. */
const NEVER = new Set(['node_modules', 'bower_components', '__pycache__', 'venv']);

/** What a generator writes beside its configuration file: a site's output is not its source. */
const OUTPUTS: readonly { readonly beside: RegExp; readonly folders: ReadonlySet<string> }[] = [
  {
    beside: /^(?:hugo|config)\.(?:toml|ya?ml|json)$/,
    folders: new Set(['public', 'resources']),
  },
  { beside: /^_config\.ya?ml$/, folders: new Set(['_site', '_build', 'vendor']) },
  { beside: /^_quarto\.ya?ml$/, folders: new Set(['_site', '_book', '_freeze', '_manuscript']) },
  { beside: /^_bookdown\.ya?ml$/, folders: new Set(['_book', '_bookdown_files', 'docs']) },
  { beside: /^(?:myst\.ya?ml|conf\.py)$/, folders: new Set(['_build']) },
  { beside: /^(?:mkdocs\.ya?ml|zensical\.toml)$/, folders: new Set(['site']) },
  { beside: /^(?:astro|next|docusaurus)\.config\.\w+$/, folders: new Set(['dist', 'out', 'build']) },
];

const IGNORE_FILES = ['.gitignore', '.bibliolintignore'] as const;

interface IgnoreLayer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Patterns, as in `.gitignore`, of files that are left alone in a folder and below it. */
type IgnorePatterns = readonly string[] | undefined;

/** Called with each folder before what is below it; knows of patterns beside those of the ignore files. */
export type EnterFolder = (
  folder: string,
  entries: readonly FolderEntry[],
) => IgnorePatterns | Promise<IgnorePatterns>;

/**
 * Every file of the project that could be a source, relative to the root and sorted. `.gitignore` and
 * `.bibliolintignore` hold at each level as git reads them, and then what `enter` says; outputs of the generators, hidden
 * folders and linked folders are left out. Without `isIgnoring` only these last are.
 */
export async function discoverFiles(
  source: FileSource,
  enter: EnterFolder = () => undefined,
  isIgnoring = true,
): Promise<string[]> {
  const files: string[] = [];
  const pending: { folder: string; layers: readonly IgnoreLayer[] }[] = [{ folder: '', layers: [] }];
  const outputs = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { folder } = next;
    const entries = source.entries(folder);
    const entered = enter(folder, entries);
    // Nearly no folder has something to wait for, and waiting ten thousand times adds up.
    const patterns = entered instanceof Promise ? await entered : entered;
    const layers = isIgnoring ? withIgnoreFiles(source, folder, entries, next.layers, patterns) : [];
    for (const output of outputsBeside(entries)) outputs.add(below(folder, output));
    for (const { name, kind, link } of entries) {
      const path = below(folder, name);
      if (kind === 'file' && !isIgnored(path, layers)) files.push(path);
      if (kind !== 'folder' || link || name.startsWith('.') || NEVER.has(name)) continue;
      if (outputs.has(path) || isExampleSite(path) || isIgnored(path + '/', layers)) continue;
      pending.push({ folder: path, layers });
    }
  }
  return files.sort();
}

/** Hugo's themes carry a demonstration site: not the site's own pages. */
function isExampleSite(path: string): boolean {
  return path.endsWith('/exampleSite') && /(?:^|\/)themes\/[^/]+\/exampleSite$/.test(path);
}

/** The folders of output below one with these entries, relative to it. */
function outputsBeside(entries: readonly FolderEntry[]): ReadonlySet<string> {
  const outputs = new Set<string>();
  // A folder of a thousand posts has none to leave out.
  if (!entries.some(({ kind }) => kind === 'folder')) return outputs;
  for (const { beside, folders } of OUTPUTS) {
    if (entries.some(({ name, kind }) => kind !== 'folder' && beside.test(name))) {
      for (const folder of folders) outputs.add(folder);
    }
  }
  const names = new Set(entries.map(({ name }) => name));
  const isHugo = entries.some(
    ({ name, kind }) => kind === 'folder' && (name === 'content' || name === 'archetypes'),
  );
  if (isHugo && (names.has('config') || names.has('themes'))) outputs.add('public').add('resources');
  // R builds a package's vignettes into this folder, with a copy of each beside it; without `vignettes` it is the source.
  if (names.has('DESCRIPTION') && names.has('vignettes')) outputs.add('inst/doc');
  return outputs;
}

function withIgnoreFiles(
  source: FileSource,
  folder: string,
  entries: readonly FolderEntry[],
  layers: readonly IgnoreLayer[],
  patterns: readonly string[] = [],
): readonly IgnoreLayer[] {
  const present = IGNORE_FILES.filter((name) =>
    entries.some((entry) => entry.name === name && entry.kind === 'file'),
  );
  if (present.length === 0 && patterns.length === 0) return layers;
  const rules = ignore();
  for (const name of present) {
    const read = source.read(below(folder, name));
    if ('text' in read) rules.add(read.text);
  }
  rules.add([...patterns]);
  return [...layers, { folder, rules }];
}

/** The innermost ignore file that has an opinion decides, as in git. */
function isIgnored(path: string, layers: readonly IgnoreLayer[]): boolean {
  for (let index = layers.length - 1; index >= 0; index--) {
    const { folder, rules } = layers[index]!;
    const verdict = rules.test(folder === '' ? path : path.slice(folder.length + 1));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
