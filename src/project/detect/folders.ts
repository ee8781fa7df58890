import type { SiteDialect } from '../../model.ts';
import { countHolding } from '../../text/halving.ts';
import { folderOf, nameOf } from '../../text/path.ts';

/** The project as detection sees it: all files relative to its root, with `/`, and their texts. */
export interface SiteView {
  readonly files: readonly string[];
  read(path: string): string | undefined;
  /** The dialect of a document by what stands in it. */
  recognize?(path: string, text: string): Pick<SiteDialect, 'name' | 'reason'>;
}

/** A folder that might be a site's root. */
export interface Folder {
  /** Relative to the project root, `''` for the root itself. */
  readonly path: string;
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

/** Every folder that holds something, parents before their children. */
export function indexFolders(files: readonly string[]): ReadonlyMap<string, Folder> {
  const folders = new Map<string, { path: string; files: Set<string>; folders: Set<string> }>();
  const enter = (path: string) => {
    const folder = folders.get(path) ?? { path, files: new Set<string>(), folders: new Set<string>() };
    folders.set(path, folder);
    return folder;
  };
  enter('');
  for (const file of files) {
    let path = folderOf(file);
    let isNew = !folders.has(path);
    enter(path).files.add(nameOf(file));
    for (; isNew && path !== ''; path = folderOf(path)) {
      const parent = folderOf(path);
      isNew = !folders.has(parent);
      enter(parent).folders.add(nameOf(path));
    }
  }
  return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A question about folders whose answer comes down from the folder above, which the root has none of. Each folder is
 * asked about once, however many paths climb through it.
 */
export function inherited<T>(answer: (folder: string, above: T | undefined) => T): (folder: string) => T {
  const known = new Map<string, T>();
  return (asked) => {
    const unknown: string[] = [];
    for (let folder = asked; !known.has(folder); folder = folderOf(folder)) {
      unknown.push(folder);
      if (folder === '') break;
    }
    for (let next = unknown.pop(); next !== undefined; next = unknown.pop()) {
      known.set(next, answer(next, next === '' ? undefined : known.get(folderOf(next))));
    }
    return known.get(asked) as T;
  };
}

/** The files below a folder out of all files in sorted order. */
export function filesBelow(sorted: readonly string[], folder: string): readonly string[] {
  if (folder === '') return sorted;
  const first = firstAtLeast(sorted, folder + '/');
  return sorted.slice(first, firstAtLeast(sorted, folder + '0'));
}

/** `'0'` is the character behind `'/'`, so it ends what begins with a folder. */
function firstAtLeast(sorted: readonly string[], path: string): number {
  return countHolding(sorted.length, (place) => sorted[place]! < path);
}

/** Folders nobody writes in: outputs, packages, and whatever is hidden. */
const NEVER =
  /(?:^|\/)(?:\.[^/]*|node_modules|bower_components|_site|_book|_build|_freeze|_extensions)(?:\/|$)/;

/** Folders that generators and package managers fill, where they stand directly in a site. */
const OUTPUT = /^(?:public|resources|dist|build|out|target|vendor|renv|packrat|site-packages|venv)\//;

/** Fixtures and templates look like sites, and are made to be odd. */
const FIXTURES =
  /(?:^|\/)(?:tests?|testthat|testdata|test-data|fixtures|__tests__|__fixtures__|e2e|skeleton)\/|(?:^|\/)(?:inst\/(?:.*\/)?templates|themes\/[^/]+)\//;

/** Whether no document of a site can stand at a path relative to the site's root. */
export function isOutput(path: string): boolean {
  return NEVER.test(path) || OUTPUT.test(path);
}

/** Whether nothing below a folder is a site of the project. */
export function isForeign(folder: string): boolean {
  if (folder === '') return false;
  return NEVER.test(folder) || OUTPUT.test(folder + '/') || FIXTURES.test(folder + '/');
}

/** Pages about a repository: what a forge shows, never what a site cites in. */
const ABOUT =
  /^(?:readme|changelog|contributing|code[-_]of[-_]conduct|licen[cs]e|copying|codeowners|governance|maintainers|pull[-_]request[-_]template|issue[-_]template|bug[-_]report|feature[-_]request|cran-comments|release[-_]notes|agents|claude|gemini|copilot-instructions)(?:[-_.][\w.-]*)?\.\w+$/i;

/** Names that are chapters, too, unless they shout. */
const ABOUT_IN_CAPITALS =
  /^(?:NEWS|HISTORY|CHANGES|RELEASES?|SECURITY|SUPPORT|AUTHORS|CONTRIBUTORS|CREDITS|TODO|ROADMAP|INSTALL|NOTICE|UPGRADING|USAGE|SKILL)(?:[-_.][\w.-]*)?\.\w+$/;

/** What the names above begin with: each page of a site is asked, and nearly none begins so. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  (
    'readme changelog contributing code licence license copying codeowners governance maintainers pull issue bug feature ' +
    'cran release agents claude gemini copilot news history changes releases security support authors contributors ' +
    'credits todo roadmap install notice upgrading usage skill'
  ).split(' '),
);

/** Whether a file is about the repository: README, NEWS, CONTRIBUTING and their kin. */
export function isAboutRepository(path: string): boolean {
  const name = nameOf(path);
  const [first = ''] = name.split(/[-_.]/, 1);
  if (!FIRST_WORDS.has(first.toLowerCase())) return false;
  return ABOUT.test(name) || ABOUT_IN_CAPITALS.test(name);
}
