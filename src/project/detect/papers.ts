import type { DialectName } from '../../model.ts';
import { below } from '../../text/path.ts';
import { isForeign } from './folders.ts';
import { dialectsAbove, type LooseSite, type Surroundings } from './loose-site.ts';

/** Systems that would print a `paper.md` themselves. */
const PAPER_SYSTEMS: ReadonlySet<DialectName> = new Set(['myst', 'quarto', 'rmarkdown', 'manubot']);

/** Systems whose pages name no bibliography, so that a `paper.md` that names none is a page of theirs. */
const SITES_WITH_BIBLIOGRAPHY: ReadonlySet<DialectName> = new Set([
  'sphinx',
  'mkdocs-bibtex',
  'rehype-citation',
]);

/** A JOSS paper, or any `paper.md` beside its bibliography that no other system prints. */
export function findPapers({ view, folders, sites }: Surroundings): LooseSite[] {
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
    if (isPage && !namesBibliography(text) && !isJossPaper(text)) return [];
    const bibliography = [...folder.files].find((name) => name.endsWith('.bib'));
    if (bibliography !== undefined)
      return [{ root, name: 'pandoc', reason: `${bibliography} stands beside ${paper}` }];
    return namesBibliography(text)
      ? [{ root, name: 'pandoc', reason: `${paper} names its bibliography` }]
      : [];
  });
}

/** Whether the front matter says what Pandoc needs to cite. */
export function namesBibliography(text: string): boolean {
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

/** Whether a folder is the root of a program or a package. */
export function hasManifest(files: ReadonlySet<string>): boolean {
  return MANIFESTS.some((name) => files.has(name));
}

const MANIFESTS = [
  ...['package.json', 'pyproject.toml', 'setup.py', 'setup.cfg', 'Cargo.toml', 'go.mod', 'DESCRIPTION'],
  ...['pom.xml', 'build.gradle', 'CMakeLists.txt', 'Project.toml', 'Gemfile', 'composer.json', 'mix.exs'],
];
