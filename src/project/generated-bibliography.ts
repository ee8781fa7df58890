import ignore from 'ignore';
import type { BibliographyLink, SiteDialect } from '../model.ts';
import type { ProjectReader } from './project-reader.ts';
import { join, relativeTo } from './site-bibliographies.ts';

/**
 * What is known of a bibliography that is declared and not there: code of the site may write or fetch it while it is
 * built (`knitr::write_bib(…, "packages.bib")`, a rule of a Makefile), or git leaves it out on purpose.
 */
export function generation(
  path: string,
  site: SiteDialect,
  reader: ProjectReader,
): Pick<BibliographyLink, 'status' | 'keyPrefix' | 'packages'> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const code = RUNS_CODE.has(site.name) ? CODE_OR_PAGE : CODE;
  const writers = reader.files
    .filter((file) => code.test(file) && relativeTo(site.root, file) !== undefined)
    .map((file) => reader.read(file) ?? '')
    .filter((text) => text.includes(name) && GENERATORS.test(text));
  if (writers.length === 0) return { status: isLeftOutByGit(path, reader) ? 'generated' : 'missing' };
  if (!writers.some((text) => WRITES_PACKAGES.test(text))) return { status: 'generated' };
  return { status: 'generated', keyPrefix: 'R-', packages: [...new Set(writers.flatMap(packagesOf))] };
}

/** What writes R packages under `R-` and their names: knitr, bibtex and papaja. */
const WRITES_PACKAGES = /write_bib|WriteBib|\br_refs\b/;

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
const CODE = /(?:\.(?:r|py|sh|mk|just)|(?:^|\/)(?:Makefile|justfile|Rakefile|package\.json))$/i;
const CODE_OR_PAGE =
  /\.(?:[rq]md|r|md|ipynb|py|sh|mk|just|ya?ml)$|(?:^|\/)(?:Makefile|justfile|Rakefile|package\.json)$/i;
const GENERATORS =
  /\bwrite_bib\b|\br_refs\b|\bwriteLines\b|\btoBibtex\b|\bbetter-bibtex\b|\bbetterbibtex\b|\bgrateful\b|\bcite_packages\b|\bRefManageR\b|\bWriteBib\b|\bcurl\b|\bwget\b|\bzotero\b|\bbib2df\b|\bdf2bib\b|\burlretrieve\b|\bdownload\.file\b/i;

/** Whether a `.gitignore` above the file matches it: then it is there on the machines that build the site. */
function isLeftOutByGit(path: string, reader: ProjectReader): boolean {
  const folders = path.split('/').map((_, depth, names) => names.slice(0, depth).join('/'));
  return folders.some((folder) => {
    const rules = reader.read(join(folder, '.gitignore'));
    const relative = relativeTo(folder, path);
    if (rules === undefined || relative === undefined || relative.startsWith('..')) return false;
    return ignore().add(rules).ignores(relative);
  });
}
