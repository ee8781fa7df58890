import type { DialectName } from '../../model.ts';
import { recognizeDialect } from '../../scan/dialects/recognize-dialect.ts';
import { once } from '../../text/once.ts';
import { below, folderOf, inside } from '../../text/path.ts';
import { entryKeys } from '../folder-bibliographies.ts';
import { type Folder, inherited, isAboutRepository, isForeign, isOutput, type SiteView } from './folders.ts';

/** A site without a configuration file: a folder of documents that speak for themselves. */
export interface LooseSite {
  readonly root: string;
  readonly name: DialectName;
  readonly reason: string;
}

/** What surrounds the loose documents. */
export interface Surroundings {
  readonly view: SiteView;
  readonly folders: ReadonlyMap<string, Folder>;
  /** The dialects of the sites that have a configuration file, by root. */
  readonly sites: ReadonlyMap<string, readonly DialectName[]>;
}

/** Generators that copy or convert what they do not know, and leave `.Rmd` and `.qmd` to others. */
const WEAK: ReadonlySet<DialectName> = new Set(['hugo', 'jekyll', 'distill', 'rehype-citation', 'markdown']);

/** Systems that would print a `paper.md` themselves. */
const PAPER_SYSTEMS: ReadonlySet<DialectName> = new Set(['myst', 'quarto', 'rmarkdown', 'manubot']);

/** Systems whose pages name no bibliography, so that a `paper.md` that names none is a page of theirs. */
const SITES_WITH_BIBLIOGRAPHY: ReadonlySet<DialectName> = new Set([
  'sphinx',
  'mkdocs-bibtex',
  'rehype-citation',
]);

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

/** A JOSS paper, or any `paper.md` beside its bibliography that no other system prints. */
function findPapers({ view, folders, sites }: Surroundings): LooseSite[] {
  const dialects = dialectsAbove(sites);
  return [...folders.values()].flatMap((folder): LooseSite[] => {
    const root = folder.path;
    const paper = below(root, 'paper.md');
    if (isForeign(root) || !folder.files.has('paper.md')) return [];
    const text = view.read(paper) ?? '';
    const above = dialects(root);
    const isContent = above.includes('hugo') && /(?:^|\/)content(?:\/|$)/.test(root);
    if (isContent || (above.some((name) => PAPER_SYSTEMS.has(name)) && !isJossPaper(text))) return [];
    const isPage = above.some((name) => SITES_WITH_BIBLIOGRAPHY.has(name));
    if (isPage && !namesBibliography(text)) return [];
    const bibliography = [...folder.files].find((name) => name.endsWith('.bib'));
    if (bibliography !== undefined)
      return [{ root, name: 'pandoc', reason: `${bibliography} stands beside ${paper}` }];
    return namesBibliography(text)
      ? [{ root, name: 'pandoc', reason: `${paper} names its bibliography` }]
      : [];
  });
}

/** Whether the front matter says what Pandoc needs to cite. */
function namesBibliography(text: string): boolean {
  return /^(?:bibliography|nocite|references)\s*:/m.test(frontMatterOf(text));
}

/** The Journal of Open Source Software numbers its affiliations; no other system's front matter does. */
export function isJossPaper(text: string): boolean {
  const front = frontMatterOf(text);
  return /^affiliations\s*:/m.test(front) && /^[ \t]*(?:-[ \t]+)?index[ \t]*:/m.test(front);
}

/** Far more than any front matter; it keeps the search from growing with the file. */
const LONGEST_FRONT_MATTER = 20_000;

function frontMatterOf(text: string): string {
  const head = text.slice(0, LONGEST_FRONT_MATTER);
  return /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(head)?.[1] ?? '';
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

type IsSure = (name: DialectName, text: string) => boolean;

/** So many documents of one mind, spread over a folder, speak for the thousands beside them. */
const ENOUGH_VOTES = 50;
const SPREAD = 400;
/** Of these every so many are asked first: fifty that agree need no more. */
const ROUNDS = 8;

/** What the documents of a folder show, the most frequent first. Where few show anything, all are asked. */
function shownDialect(
  paths: readonly string[],
  view: SiteView,
  isSure: IsSure,
): Pick<LooseSite, 'name' | 'reason'> | undefined {
  const some = paths.length <= SPREAD ? [] : countVotes(spreadOver(paths), view, isSure, ENOUGH_VOTES);
  const [leader, second] = some;
  if (leader !== undefined && leader.count >= ENOUGH_VOTES && leader.count > 2 * (second?.count ?? 0)) {
    return leader;
  }
  return countVotes(paths, view, isSure)[0];
}

/** Some of the paths in an order whose beginning is spread over all of them. */
function* spreadOver(paths: readonly string[]): Generator<string> {
  const every = Math.ceil(paths.length / SPREAD);
  for (let round = 0; round < ROUNDS; round++) {
    for (let place = round * every; place < paths.length; place += every * ROUNDS) yield paths[place]!;
  }
}

type Votes = Pick<LooseSite, 'name' | 'reason'> & { readonly count: number };

/** The votes of these documents; of those up to the one with which so many agree and none disagrees. */
function countVotes(
  paths: Iterable<string>,
  view: SiteView,
  isSure: IsSure,
  enough = Number.POSITIVE_INFINITY,
): Votes[] {
  const votes = new Map<DialectName, Omit<Votes, 'name'>>();
  for (const path of paths) {
    const text = view.read(path) ?? '';
    const { name, reason } = (view.recognize ?? recognizeDialect)(path, text);
    if (!isSure(name, text)) continue;
    const vote = votes.get(name) ?? {
      reason: reason.replace(/^it(?= |s )/, path).replace(`${path}s `, `${path}'s `),
      count: 0,
    };
    votes.set(name, { ...vote, count: vote.count + 1 });
    if (votes.size === 1 && vote.count + 1 >= enough) break;
  }
  return [...votes].map(([name, vote]) => ({ name, ...vote })).sort((a, b) => b.count - a.count);
}

/**
 * Whether what a document shows is enough to read its neighbours by it. In a software repository `[@types/node]` is no
 * citation: there it takes a bibliography to make one, among the documents or with keys that several of them cite.
 */
function createCertainty({
  view,
  folders,
}: Surroundings): (root: string, paths: readonly string[]) => IsSure {
  const isSoftware = hasManifest(folders.get('')?.files ?? new Set());
  const bibliographies = view.files.filter((path) => BIBLIOGRAPHY.test(path));
  const keys = once(() => keysOf(bibliographies, view));
  return (root, paths) => {
    const hasBibliography = bibliographies.some((path) => inside(root, path) !== undefined);
    const citesEntries = once(() => severalCite(paths, keys(), view));
    return (name, text) => {
      if (name === 'hugo') return SHORTCODE().test(text) || OPENED_SHORTCODE.test(text);
      if (name === 'rehype-citation') return hasBibliography && CITES().test(text);
      if (name !== 'pandoc') return name !== 'markdown';
      if (hasBibliography || namesBibliography(text)) return true;
      return CITES().test(text) && (!isSoftware || citesEntries());
    };
  };
}

function keysOf(bibliographies: readonly string[], view: SiteView): ReadonlySet<string> {
  const own = bibliographies.filter((path) => path.endsWith('.bib') && !isForeign(folderOf(path)));
  return new Set(own.flatMap((path) => entryKeys(view.read(path) ?? '')));
}

/** Whether more than one document cites one of the keys in brackets. */
function severalCite(paths: readonly string[], keys: ReadonlySet<string>, view: SiteView): boolean {
  if (keys.size === 0) return false;
  let citing = 0;
  for (const path of paths) {
    if (citesAny(view.read(path) ?? '', keys)) citing += 1;
    if (citing > 1) return true;
  }
  return false;
}

function citesAny(text: string, keys: ReadonlySet<string>): boolean {
  for (const [bracket] of text.matchAll(ALL_CITES())) {
    for (const [, key] of bracket.matchAll(CITED_KEY())) if (keys.has(key!)) return true;
  }
  return false;
}

const BIBLIOGRAPHY = /\.bib$|(?:^|\/)(?:references|bibliography)\.(?:json|ya?ml)$/i;
const SHORTCODE = once(() => /\{\{[<%]\s*\/?[\p{L}_][^{}]*[>%]\}\}|^\uFEFF?\+\+\+\s/u);
/** The beginning of a shortcode, whose end may be what is broken. */
const OPENED_SHORTCODE = /\{\{[<%] ?[a-z_][\w/-]{0,60} "[^\s"]/i;

/** Whether a folder is the root of a program or a package. */
export function hasManifest(files: ReadonlySet<string>): boolean {
  return MANIFESTS.some((name) => files.has(name));
}

/** Not `[[@knuth84]]`, a link to a note in Obsidian, nor what is a link: `[array][@types/node]`, `[@types/node]: https://…`. */
const CITES = once(
  () =>
    /(?<![[\]])\[(?:[^[\]\n]{0,200}[\s;])?-?@[\p{L}\d_][\p{L}\d_:.#$%&+?<>~-]{0,100}(?:[\s,;][^[\]\n]{0,500})?\](?!\(|:[ \t]?<?https?:)/u,
);

const ALL_CITES = once(() => new RegExp(CITES(), 'gu'));
const CITED_KEY = once(() => /@([\p{L}\d_](?:[:.#$%&+?<>~-]?[\p{L}\d_])*)/gu);

const MANIFESTS = [
  ...['package.json', 'pyproject.toml', 'setup.py', 'setup.cfg', 'Cargo.toml', 'go.mod', 'DESCRIPTION'],
  ...['pom.xml', 'build.gradle', 'CMakeLists.txt', 'Project.toml', 'Gemfile', 'composer.json', 'mix.exs'],
];

const BUILD_FILE =
  /^(?:gnu)?makefile$|\.mk$|^justfile$|^(?:taskfile|defaults?)[\w.-]*\.ya?ml$|^(?:build|make|compile)[\w.-]*$/i;

/** A build file of the folder or one above it that calls Pandoc. */
function pandocCaller({ view, folders }: Surroundings): (folder: string) => string | undefined {
  return inherited<string | undefined>((folder, above) => {
    const own = [...(folders.get(folder)?.files ?? [])]
      .filter((name) => BUILD_FILE.test(name))
      .map((name) => below(folder, name))
      .find((file) => /\bpandoc\b/.test(view.read(file) ?? ''));
    return own ?? above;
  });
}

const NO_DIALECTS: readonly DialectName[] = [];

/** The dialects of the innermost configured site around a folder. */
function dialectsAbove(
  sites: ReadonlyMap<string, readonly DialectName[]>,
): (folder: string) => readonly DialectName[] {
  return inherited<readonly DialectName[]>((folder, above) => sites.get(folder) ?? above ?? NO_DIALECTS);
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
