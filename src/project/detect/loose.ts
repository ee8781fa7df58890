import type { DialectName } from '../../model.ts';
import { below, folderOf, inside } from '../../text/path.ts';
import { inherited, isAboutRepository, isForeign, isOutput } from './folders.ts';
import { dialectsAbove, type LooseSite, type Surroundings } from './loose-site.ts';
import { findPapers } from './papers.ts';
import { createCertainty, shownDialect } from './shown-dialect.ts';

/** Generators that copy or convert what they do not know, and leave `.Rmd` and `.qmd` to others. */
const WEAK: ReadonlySet<DialectName> = new Set(['hugo', 'jekyll', 'distill', 'rehype-citation', 'markdown']);

const TEXT = /\.(?:md|markdown|mdown|mkd|mdx)$/i;
const R_MARKDOWN = /\.(?:rmd|rmarkdown)$/i;
const QUARTO = /\.qmd$/i;
const HTML = /\.html?$/i;

/** With more pages of HTML than that, a generator has written them. */
const MOST_PAGES = 200;

/** Pages of HTML that cite with the elements of Distill. */
export function distillPages(paths: readonly string[], read: (path: string) => string | undefined): string[] {
  const pages = paths.filter((path) => HTML.test(path));
  return pages.length > MOST_PAGES ? [] : pages.filter((path) => DISTILL_PAGE.test(read(path) ?? ''));
}

const DISTILL_PAGE = /<(?:d-cite|dt-cite|d-article|dt-article)(?![\w-])/;

/**
 * Sites made of documents alone: R Markdown and Quarto files, papers with their bibliography, and Markdown whose text
 * shows a dialect. The shallowest folder with such a document is the root of all below it.
 */
export function findLooseSites(around: Surroundings): LooseSite[] {
  const { view, sites } = around;
  const papers = findPapers(around);
  const paperRoots = new Set(papers.map(({ root }) => root));
  const dialects = dialectsAbove(sites);
  const isOurs = inherited<boolean>((folder, above) => above !== false && !isForeign(folder));
  const isFree = inherited<boolean>((folder) => isOurs(folder) && dialects(folder).length === 0);
  const isLeft = inherited<boolean>(
    (folder) => isOurs(folder) && dialects(folder).every((name) => WEAK.has(name)),
  );
  const loose = (pattern: RegExp, isOpen: (folder: string) => boolean): Map<string, string[]> =>
    groups(
      view.files.filter((path) => pattern.test(path) && isOpen(folderOf(path)) && !isAboutRepository(path)),
    );
  const quarto = loose(QUARTO, isLeft);
  const rmarkdown = loose(R_MARKDOWN, isLeft);
  // The template of Distill has its pages in `public`, which is an output to others.
  const isForHtml = (folder: string): boolean =>
    isFree(folder) || (folder === 'public' && dialects(folder).length === 0);
  const html = view.files.filter((path) => HTML.test(path) && isForHtml(folderOf(path)));
  const distill = groups(distillPages(html, (path) => view.read(path)));
  const texts = loose(TEXT, (folder) => isFree(folder) && !paperRoots.has(folder));
  return [
    ...textSites(texts, around, papers.length + sites.size > 0),
    ...[...rmarkdown.keys()].map((root) => named(root, 'rmarkdown', '.Rmd files')),
    ...[...distill.keys()].map((root) => named(root, 'distill', 'pages for the Distill template')),
    ...[...quarto.keys()].map((root) => named(root, 'quarto', '.qmd files')),
    ...papers,
  ];
}

function named(root: string, name: DialectName, what: string): LooseSite {
  return { root, name, reason: `${what} stand in ${root === '' ? 'the root folder' : root}` };
}

/** Documents by the shallowest folder that holds one of them. */
function groups(paths: readonly string[]): Map<string, string[]> {
  const byRoot = new Map<string, string[]>();
  const folders = new Set(paths.map(folderOf));
  const shallowest = inherited<string | undefined>((folder, above) =>
    above === undefined && folders.has(folder) ? folder : above,
  );
  for (const path of paths) {
    const root = shallowest(folderOf(path)) ?? folderOf(path);
    const group = byRoot.get(root);
    if (group === undefined) byRoot.set(root, [path]);
    else group.push(path);
  }
  return byRoot;
}

function textSites(
  texts: ReadonlyMap<string, readonly string[]>,
  around: Surroundings,
  hasOtherSites: boolean,
): LooseSite[] {
  const caller = pandocCaller(around);
  const certainty = createCertainty(around);
  return [...texts].flatMap(([root, paths]): LooseSite[] => {
    const called = caller(root);
    if (called !== undefined) return [{ root, name: 'pandoc', reason: `${called} calls pandoc` }];
    const shown = shownDialect(paths, around.view, certainty(root, paths));
    if (shown?.name === 'hugo') return [{ root: hugoRoot(root), name: shown.name, reason: shown.reason }];
    if (shown !== undefined) return [{ root, name: shown.name, reason: shown.reason }];
    if (hasOtherSites) return [];
    return [{ root, name: 'markdown', reason: 'nothing in it belongs to another dialect' }];
  });
}

/** Templates stand beside `content`, so a site that is nothing but content begins above it. */
function hugoRoot(root: string): string {
  const parts = root.split('/');
  const content = parts.indexOf('content');
  return content === -1 ? root : parts.slice(0, content).join('/');
}

const BUILD_FILE =
  /^(?:gnu)?makefile$|\.mk$|^justfile$|^(?:taskfile|defaults?)[\w.-]*\.ya?ml$|^(?:build|make|compile)[\w.-]*$/i;

/** A script of any other name may convert a README: it speaks of the pages where it has Pandoc cite. */
const SCRIPT = /\.(?:sh|bash|ps1|bat|cmd)$/i;
const CITES = /--(?:bibliography|citeproc|biblatex|natbib)\b|\bpandoc-citeproc\b/;

/** A build file or a script of the folder or one above it that calls Pandoc. */
function pandocCaller({ view, folders }: Surroundings): (folder: string) => string | undefined {
  return inherited<string | undefined>((folder, above) => {
    const names = [...(folders.get(folder)?.files ?? [])];
    const own = names.find((name) => {
      const isBuildFile = BUILD_FILE.test(name);
      if (!isBuildFile && !SCRIPT.test(name)) return false;
      const text = view.read(below(folder, name)) ?? '';
      return /\bpandoc\b/.test(text) && (isBuildFile || CITES.test(text));
    });
    return own === undefined ? above : below(folder, own);
  });
}

/** The documents of a loose site: what its dialect is written in, anywhere below the root. */
export function looseDocuments(name: DialectName, root: string, files: readonly string[]): string[] {
  const pattern = name === 'quarto' ? QUARTO : name === 'rmarkdown' ? R_MARKDOWN : TEXT;
  return files.filter((path) => {
    const relative = inside(root, path);
    return (
      relative !== undefined && pattern.test(relative) && !isOutput(relative) && !isAboutRepository(path)
    );
  });
}
