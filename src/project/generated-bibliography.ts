import ignore from 'ignore';
import type { BibliographyLink, SiteDialect } from '../model.ts';
import { inside, join, nameOf } from '../text/path.ts';
import type { ProjectReader } from './project-reader.ts';

/**
 * What is known of a bibliography that is declared and not there: code of the site may write or fetch it while it is
 * built (`knitr::write_bib(…, "packages.bib")`, a rule of a Makefile), or git leaves it out on purpose or has it in a
 * repository of its own, which was not fetched.
 */
export function generation(
  path: string,
  site: SiteDialect,
  reader: ProjectReader,
): Pick<BibliographyLink, 'status' | 'keyPrefix' | 'packages'> {
  const name = nameOf(path);
  const pages = RUNS_CODE.has(site.name) ? CODE_OR_PAGE : CODE;
  const texts = reader.files
    .filter((file) => (inside(site.root, file) === undefined ? CODE : pages).test(file))
    .map((file) => reader.read(file) ?? '');
  if (name === OF_GRATEFUL && texts.some((text) => CALLS_GRATEFUL.test(text))) {
    return { status: 'generated', packages: [...new Set(texts.flatMap(usedPackages))] };
  }
  const writers = texts.filter(
    (text) => text.includes(name) && (GENERATORS.test(text) || isWritten(name, text)),
  );
  if (writers.length === 0) {
    const isElsewhere = isLeftOutByGit(path, reader) || isInSubmodule(path, reader);
    return { status: isElsewhere ? 'generated' : 'missing' };
  }
  if (!writers.some((text) => WRITES_PACKAGES.test(text))) return { status: 'generated' };
  return { status: 'generated', keyPrefix: 'R-', packages: [...new Set(writers.flatMap(packagesOf))] };
}

/**
 * The same for one that is there as the last build left it: `write_bib` and grateful write it anew, with the packages that
 * the pages have come to cite since.
 */
export function rewriting(
  path: string,
  site: SiteDialect,
  reader: ProjectReader,
): Pick<BibliographyLink, 'keyPrefix' | 'packages'> {
  if (!RUNS_CODE.has(site.name) || !OF_PACKAGES.test(nameOf(path))) return {};
  const { keyPrefix, packages } = generation(path, site, reader);
  if (packages === undefined) return {};
  return keyPrefix === undefined ? { packages } : { keyPrefix, packages };
}

/** How files of packages are called; every page of the site is looked through for what writes one. */
const OF_PACKAGES = /pack|pkg|^r[-_.]|software|grateful/i;

/** What the R package grateful writes without being told a name: under their names, all packages that the project uses. */
const OF_GRATEFUL = 'grateful-refs.bib';
const CALLS_GRATEFUL =
  /\bgrateful::|\b(?:library|require)\(["']?grateful\b|\b(?:cite_packages|get_pkgs_info)\(/;
const LOADED_PACKAGE = /\b(?:library|require|requireNamespace)\(["']?([A-Za-z][\w.]*)/g;
const WORD_AND_COLONS = /([A-Za-z][\w.]*)(:{0,3})/g;

/** What `library(ggplot2)` loads and `scales::percent` names. */
function usedPackages(code: string): string[] {
  const loaded = [...code.matchAll(LOADED_PACKAGE)].map(([, name]) => name!);
  const named = [...code.matchAll(WORD_AND_COLONS)].flatMap(([, name, colons = '']) =>
    colons.length > 1 ? [name!] : [],
  );
  return [...loaded, ...named];
}

/** What writes R packages under `R-` and their names: knitr, bibtex and papaja. */
const WRITES_PACKAGES = /\bwrite_bib|WriteBib|\br_refs\b/;

const MAX_CALL = 5000;

/** The packages named in calls of `write_bib`; `(.packages())` stands for those that are loaded. */
function packagesOf(code: string): string[] {
  const calls = code.split(/\bwrite_bib\b/).slice(1);
  const named = calls.flatMap((call) => {
    const list = call.slice(0, MAX_CALL).split(/\.bib\b|\n[ \t]*\n/, 1)[0]!;
    return [...list.matchAll(/["']([A-Za-z][\w.]*)["']/g)].map(([, name]) => name!);
  });
  const loads = calls.some((call) => call.slice(0, 200).includes('.packages()'));
  const loaded = loads ? code.matchAll(/\b(?:library|require)\(["']?([A-Za-z][\w.]*)/g) : [];
  return [...named, ...[...loaded].map(([, name]) => name!)];
}

const RUNS_CODE = new Set(['rmarkdown', 'quarto', 'pandoc']);
const CODE = /(?:\.(?:r|py|jl|sh|mk|just)|(?:^|\/)(?:Makefile|justfile|Rakefile|package\.json))$/i;
const CODE_OR_PAGE =
  /\.(?:[rq]md|r|md|ipynb|py|sh|mk|just|ya?ml)$|(?:^|\/)(?:Makefile|justfile|Rakefile|package\.json)$/i;
/** The address of Zotero alone is that of a citation style: `csl: https://www.zotero.org/styles/apa`. */
const GENERATORS =
  /\bwrite_bib\b|\br_refs\b|\bwriteLines\b|\btoBibtex\b|\bbetter-bibtex\b|\bbetterbibtex\b|\bgrateful\b|\bcite_packages\b|\bbbt_(?:write|update)_bib\b|\bwrite\.bib(?:tex)?\b|\bbibtool\b|\bRefManageR\b|\bWriteBib\b|\bcurl\b|\bwget\b|\bzotero\b(?!\.org)|\bbib2df\b|\bdf2bib\b|\burlretrieve\b|\bdownload\.file\b/i;

/** Whether a line with the name writes the file: a rule of a Makefile, `cp`, `> refs.bib`, `open("refs.bib", "w")`. */
function isWritten(name: string, text: string): boolean {
  return text.split('\n').some((line) => {
    const [before = '', behind] = line.split(name, 2);
    if (behind === undefined) return false;
    if (before.includes(OF_MANUBOT)) return true;
    if (TAKES.test(line)) return false;
    return WRITES.test(line) || REDIRECTS.test(before) || (IS_TARGET.test(before) && IS_RULE.test(behind));
  });
}

/** `manubot-output-bibliography: references.json` is what the filter of Manubot writes. */
const OF_MANUBOT = 'output-bibliography:';
/** What names the file in order to read it: an option, a field of front matter. */
const TAKES = /bibliography|\bread/i;
const WRITES =
  /\b(?:cp|mv|ln|tee|rsync|cat|sink|open|file\.copy|write\w*|export\w*|save\w*)\b|Export\(|\bfile[ \t]*=/;
const REDIRECTS = />[ \t]*["']?[\w./-]*$/;
const IS_TARGET = /^[\w./-]*$/;
const IS_RULE = /^[ \t]*:(?!=)/;

/** Whether a submodule of git should hold it. */
function isInSubmodule(path: string, reader: ProjectReader): boolean {
  const modules = reader.read('.gitmodules') ?? '';
  return [...modules.matchAll(SUBMODULE)].some(([, folder]) => inside(folder!, path) !== undefined);
}

const SUBMODULE = /^[ \t]*path[ \t]*=[ \t]*(\S+)/gm;

/** Whether a `.gitignore` above the file matches it: then it is there on the machines that build the site. */
function isLeftOutByGit(path: string, reader: ProjectReader): boolean {
  const folders = path.split('/').map((_, depth, names) => names.slice(0, depth).join('/'));
  return folders.some((folder) => {
    const rules = reader.read(join(folder, '.gitignore'));
    const relative = inside(folder, path);
    if (rules === undefined || relative === undefined || relative.startsWith('..')) return false;
    return ignore().add(rules).ignores(relative);
  });
}
