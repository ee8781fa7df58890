import type { SiteDialect } from '../../model.ts';
import { below } from '../../text/path.ts';
import { documenterDocuments } from './documenter-pages.ts';
import { foldersOutside } from './docusaurus.ts';
import { findPages } from './find-pages.ts';
import { isAboutRepository } from './folders.ts';
import { QUARTZ } from './framework-sites.ts';
import { MKDOCS } from './generators.ts';
import { hugoDocuments } from './hugo-content.ts';
import { createJekyllReader, type JekyllReader } from './jekyll-pages.ts';
import { distillPages, looseDocuments } from './loose.ts';
import { mkdocsDocuments } from './mkdocs-pages.ts';
import { mystDocuments } from './myst-pages.ts';
import { withoutTwins } from './notebooks.ts';
import { hasManifest, isJossPaper } from './papers.ts';
import { quartoDocuments } from './quarto-pages.ts';
import { quartzDocuments } from './quartz-pages.ts';
import { renderedTest } from './rendered.ts';
import { rmarkdownDocuments } from './rmarkdown-pages.ts';
import { openSite, type Read, type Site } from './site.ts';
import { sphinxDocuments } from './sphinx-pages.ts';

/**
 * The documents of a site: what its generator would print, in the order of `files`. Pages about the repository (README,
 * NEWS), outputs, templates and the sites inside the site are left out, and so is what another file is rendered to. Reads
 * the site's configuration, and for Jekyll every page, once for each `jekyll`; throws `ParserNotLoaded` until YAML is there.
 */
export function documentsOf(
  dialect: SiteDialect,
  files: readonly string[],
  read: Read,
  jekyll: JekyllReader = createJekyllReader(read),
): string[] {
  const site = openSite(dialect.root, files, read);
  const isRendered = renderedTest(files);
  const documents = isConfigured(dialect, site)
    ? [...configuredDocuments(dialect, site, jekyll), ...documentsOutside(dialect, files, read)]
    : looseOf(dialect, site, files, read, jekyll);
  return [...withoutTwins(documents.filter((path) => !isRendered(path)))];
}

/** The configuration files of the dialects that have any; without one of them the site is a loose one. */
const CONFIGURATION: Readonly<Partial<Record<SiteDialect['name'], RegExp>>> = {
  hugo: /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/_default\/|^layouts\/_?shortcodes\//,
  jekyll: /^_config\.ya?ml$/,
  distill: /^_config\.ya?ml$/,
  quarto: /^_quarto\.ya?ml$/,
  rmarkdown: /^_(?:bookdown|site)\.ya?ml$/,
  myst: /^myst\.ya?ml$/,
  sphinx: /^(?:conf\.py|_config\.ya?ml|_toc\.ya?ml)$/,
  manubot: /^content\//,
  'mkdocs-bibtex': /^mkdocs\.ya?ml$/,
  documenter: /^make\.jl$/,
  'rehype-citation': /^package\.json$|^[\w.-]+\.config\.\w+$/,
  markdown:
    /^mkdocs\.ya?ml$|^zensical\.toml$|^(?:astro|next|docusaurus|eleventy|quartz)\.config\.\w+$|^\.eleventy\.js$|^pelicanconf\.py$|^book\.toml$|^make\.jl$/,
};

function isConfigured({ name }: SiteDialect, { files }: Site): boolean {
  const pattern = CONFIGURATION[name];
  return pattern !== undefined && files.some(({ relative }) => pattern.test(relative));
}

function configuredDocuments(dialect: SiteDialect, site: Site, jekyll: JekyllReader): string[] {
  switch (dialect.name) {
    case 'hugo':
      return hugoDocuments(site);
    case 'jekyll':
    case 'distill':
      return jekyll.pages(site).filter((path) => jekyll.kindOf(path) === dialect.name);
    case 'quarto':
      return quartoDocuments(site);
    case 'rmarkdown':
      return rmarkdownDocuments(site);
    case 'myst':
      return mystDocuments(site);
    case 'sphinx':
      return sphinxDocuments(site);
    case 'manubot':
      return site.files.filter(({ relative }) => MANUSCRIPT.test(relative)).map(({ path }) => path);
    case 'mkdocs-bibtex':
      return mkdocsDocuments(site);
    case 'documenter':
      return documenterDocuments(site);
    default:
      if (MKDOCS.some((name) => site.has(name))) return mkdocsDocuments(site);
      return QUARTZ.some((name) => site.has(name)) ? quartzDocuments(site) : webPages(site);
  }
}

/** The pages in the folders beside a site that its configuration names. */
function documentsOutside(dialect: SiteDialect, files: readonly string[], read: Read): string[] {
  return foldersOutside(dialect, read).flatMap((folder) => webPages(openSite(folder, files, read)));
}

/** The pages of generators that take Markdown and MDX alike. */
function webPages(site: Site): string[] {
  return findPages(site, MARKDOWN_OR_MDX, []).filter((path) => !isAboutRepository(path));
}

const MARKDOWN_OR_MDX = /\.(?:md|mdx|markdown)$/i;

/** Without a configuration file; a paper in a repository of something else is its only document. */
function looseOf(
  dialect: SiteDialect,
  site: Site,
  files: readonly string[],
  read: Read,
  jekyll: JekyllReader,
): string[] {
  const { name, root } = dialect;
  const paths = site.files.map(({ path }) => path);
  const isPaper = name === 'pandoc' && site.has('paper.md');
  if (isPaper && (isJossPaper(site.read('paper.md')) || hasManifest(new Set(files))))
    return [below(root, 'paper.md')];
  if (name === 'jekyll') return jekyll.pages(site).filter((path) => jekyll.kindOf(path) !== 'static');
  const texts = looseDocuments(name, root, paths);
  if (name !== 'distill') return texts;
  // Beside a page in HTML, Markdown is written for Distill only where it shows that itself.
  const areForDistill = texts.some((path) => /<dt?-cite\b/.test(read(path) ?? ''));
  return [...(areForDistill ? texts : []), ...distillPages(paths, read)];
}

/** `manubot process` joins `content/[0-9]*.md`; the letters to reviewers that lie beside them quote what they like. */
const MANUSCRIPT = /^content\/[0-9][^/]*\.md$/;
