import type { DialectName } from '../../model.ts';
import { below } from '../../text/path.ts';
import { readYaml } from '../site-settings.ts';
import type { Folder, SiteView } from './folders.ts';

/** A folder with the means to look into its files. */
export interface Candidate extends Folder {
  /** The first of the names that stands in the folder. */
  first(names: readonly string[]): string | undefined;
  /** Whether something stands in a folder below this one. */
  hasBelow(path: string): boolean;
  /** The text of a file of the folder, `''` where there is none. */
  read(name: string): string;
  /** A YAML file of the folder as a record. */
  settings(name: string): Readonly<Record<string, unknown>>;
}

/** What makes a folder a site of one dialect; the reason is one clause. */
export interface Sign {
  readonly name: DialectName;
  readonly reason: string;
}

/** Gives a folder the means to look into its files. */
export function candidateOf(folder: Folder, folders: ReadonlyMap<string, Folder>, view: SiteView): Candidate {
  const read = (name: string): string => view.read(below(folder.path, name)) ?? '';
  const parsed = new Map<string, Readonly<Record<string, unknown>>>();
  return {
    ...folder,
    first: (names) => names.find((name) => folder.files.has(name)),
    hasBelow: (path) => folders.has(below(folder.path, path)),
    read,
    settings(name) {
      const settings = parsed.get(name) ?? readYaml(read(name));
      parsed.set(name, settings);
      return settings;
    },
  };
}

/** Signs of the generators; where two claim a document of one folder, the later in this list wins. */
export const generatorSigns: readonly ((folder: Candidate) => Sign | undefined)[] = [
  plainFramework,
  mdbook,
  documenter,
  zola,
  hexo,
  nikola,
  rehypeCitation,
  mkdocs,
  jekyll,
  hugo,
  sphinx,
  jupyterBook,
  myst,
  rmarkdown,
  quarto,
  manubot,
];

/** The configuration files of the generators by name: a folder that holds one is no part of the site above it. */
export const SITE_MARKERS: ReadonlySet<string> = new Set([
  '_config.yml',
  '_config.yaml',
  '_quarto.yml',
  '_quarto.yaml',
  '_bookdown.yml',
  'myst.yml',
  'mkdocs.yml',
  'mkdocs.yaml',
  'zensical.toml',
  'book.toml',
  ...['toml', 'yaml', 'yml', 'json'].map((extension) => `hugo.${extension}`),
]);

const EXTENSIONS = ['toml', 'yaml', 'yml', 'json'] as const;
const HUGO_FILES = EXTENSIONS.map((extension) => `hugo.${extension}`);
const HUGO_OLD_FILES = EXTENSIONS.map((extension) => `config.${extension}`);
const HUGO_FOLDERS = ['content', 'layouts', 'archetypes', 'themes'] as const;

/** A `config.*` may be anybody's, so it has to say something only Hugo asks for. */
const HUGO_KEYS =
  /^[ \t]*["'[]{0,3}(?:baseurl|languagecode|defaultcontentlanguage|theme|module|markup|taxonomies|contentdir|params|permalinks|outputs)\b/im;

/** Zola has the same files and folders as Hugo, and another spelling. */
export const ZOLA_KEY = /^[ \t]*base_url[ \t]*=/m;

function zola(folder: Candidate): Sign | undefined {
  const isZola = folder.folders.has('content') && ZOLA_KEY.test(folder.read('config.toml'));
  return isZola ? { name: 'markdown', reason: 'config.toml has the base_url of Zola' } : undefined;
}

/** Hexo has a `_config.yml` as Jekyll has, and tags in `{% … %}` of its own. */
function hexo(folder: Candidate): Sign | undefined {
  const config = folder.first(JEKYLL_CONFIG);
  if (config === undefined || !isHexoConfig(folder.settings(config))) return undefined;
  return { name: 'markdown', reason: `${config} is that of Hexo` };
}

/** Whether a `_config.yml` says what only Hexo asks for. */
export function isHexoConfig(keys: Readonly<Record<string, unknown>>): boolean {
  return HEXO_KEYS.some((name) => Object.hasOwn(keys, name));
}

/** Nikola writes its shortcodes in `{{% … %}}`, too, and keeps what a post is about in a comment. */
function nikola(folder: Candidate): Sign | undefined {
  const isNikola = /^(?:BLOG_TITLE|COMPILERS)\s*=/m.test(folder.read('conf.py'));
  return isNikola ? { name: 'markdown', reason: 'conf.py is that of Nikola' } : undefined;
}

function hugo(folder: Candidate): Sign | undefined {
  if (/(?:^|\/)config\/[^/]+$/.test(folder.path)) return undefined;
  const own = folder.first(HUGO_FILES);
  if (own !== undefined) return sign(folder, 'hugo', own);
  const hasFolder = HUGO_FOLDERS.some((name) => folder.folders.has(name));
  const old = folder.first(HUGO_OLD_FILES);
  const settings = old === undefined ? '' : folder.read(old);
  if (old !== undefined && hasFolder && HUGO_KEYS.test(settings) && !ZOLA_KEY.test(settings))
    return sign(folder, 'hugo', old);
  const templates = ['layouts/shortcodes', 'layouts/_shortcodes'].find((path) => folder.hasBelow(path));
  if (templates !== undefined && folder.folders.has('content'))
    return { name: 'hugo', reason: `${templates} stands beside content` };
  if (!folder.folders.has('config')) return undefined;
  const nested = ['hugo', 'config'].flatMap((stem) =>
    EXTENSIONS.map((extension) => `config/_default/${stem}.${extension}`),
  );
  const found = nested.find((name) => folder.read(name) !== '');
  return found === undefined ? undefined : sign(folder, 'hugo', found);
}

const JEKYLL_CONFIG = ['_config.yml', '_config.yaml'] as const;
const JEKYLL_FOLDERS = ['_posts', '_layouts', '_includes', '_bibliography', '_drafts', '_pages', '_sass'];
const JEKYLL_KEYS = [
  ...['plugins', 'gems', 'scholar', 'permalink', 'theme', 'remote_theme', 'kramdown', 'collections'],
  ...['defaults', 'baseurl', 'highlighter', 'paginate', 'markdown', 'safe', 'liquid', 'future'],
];
const HEXO_KEYS = ['source_dir', 'public_dir', 'new_post_name', 'skip_render'];
const BOOK_KEYS = ['execute', 'sphinx', 'bibtex_bibfiles', 'launch_buttons', 'only_build_toc_files', 'latex'];

function jekyll(folder: Candidate): Sign | undefined {
  const config = folder.first(JEKYLL_CONFIG);
  if (config === undefined || jupyterBook(folder) !== undefined) return undefined;
  const keys = folder.settings(config);
  const has = (names: readonly string[]): boolean => names.some((name) => Object.hasOwn(keys, name));
  if (isHexoConfig(keys)) return undefined;
  const hasTrait =
    JEKYLL_FOLDERS.some((name) => folder.folders.has(name)) ||
    has(JEKYLL_KEYS) ||
    /\b(?:jekyll|github-pages)\b/.test(folder.read('Gemfile'));
  return hasTrait ? sign(folder, 'jekyll', config) : undefined;
}

/** Jupyter Book 1 is Sphinx behind a `_config.yml`, which Jekyll has, too. */
function jupyterBook(folder: Candidate): Sign | undefined {
  const toc = folder.first(['_toc.yml', '_toc.yaml']);
  if (toc !== undefined && /^format:\s*["']?jb-/m.test(folder.read(toc))) return sign(folder, 'sphinx', toc);
  const config = folder.first(JEKYLL_CONFIG);
  if (config === undefined) return undefined;
  const keys = folder.settings(config);
  const isBook = BOOK_KEYS.some((name) => Object.hasOwn(keys, name));
  return isBook && !Object.hasOwn(keys, 'scholar') && (toc !== undefined || !Object.hasOwn(keys, 'plugins'))
    ? sign(folder, 'sphinx', config)
    : undefined;
}

function sphinx(folder: Candidate): Sign | undefined {
  if (!folder.files.has('conf.py')) return undefined;
  const settings = folder.read('conf.py');
  const extension = /\b(?:myst_parser|myst_nb|sphinxcontrib\.bibtex|recommonmark)\b/.exec(settings)?.[0];
  return extension === undefined ? undefined : { name: 'sphinx', reason: `conf.py loads ${extension}` };
}

function myst(folder: Candidate): Sign | undefined {
  const config = folder.first(['myst.yml', 'myst.yaml']);
  return config === undefined ? undefined : sign(folder, 'myst', config);
}

/** `_site.yml` is rmarkdown's own website format; Distill for R is one of it. */
function rmarkdown(folder: Candidate): Sign | undefined {
  const config = folder.first(['_bookdown.yml', '_bookdown.yaml', '_site.yml']);
  return config === undefined ? undefined : sign(folder, 'rmarkdown', config);
}

function quarto(folder: Candidate): Sign | undefined {
  const config = folder.first(['_quarto.yml', '_quarto.yaml']);
  return config === undefined ? undefined : sign(folder, 'quarto', config);
}

function manubot(folder: Candidate): Sign | undefined {
  if (!folder.folders.has('content')) return undefined;
  const build = ['build/environment.yml', 'build/environment.yaml', 'build/build.sh'];
  const isBuilt = build.some((name) => /\bmanubot\b/.test(folder.read(name)));
  const references = ['json', 'yaml', 'yml', 'bib'].map(
    (extension) => `content/manual-references.${extension}`,
  );
  const metadata = ['content/metadata.yaml', 'content/metadata.yml'];
  const found = [...metadata, ...references].find((name) => folder.read(name) !== '');
  if (found !== undefined) return sign(folder, 'manubot', found);
  return isBuilt ? { name: 'manubot', reason: 'its build calls manubot' } : undefined;
}

/** The configuration of MkDocs and of Zensical, which follows it and prints the same pages. */
export const MKDOCS = ['mkdocs.yml', 'mkdocs.yaml', 'zensical.toml'] as const;

function mkdocs(folder: Candidate): Sign | undefined {
  const config = folder.first(MKDOCS);
  if (config === undefined) return undefined;
  const hasBibtex = /^[ \t]*(?:-[ \t]*)?["']?bibtex["']?\s*(?::|$)/m.test(folder.read(config));
  if (hasBibtex) return { name: 'mkdocs-bibtex', reason: `${config} names the plugin bibtex` };
  return { name: 'markdown', reason: `${config} names no plugin that cites` };
}

/** The configuration of Quartz, whose package depends on rehype-citation whether a site cites or not. */
export const QUARTZ = ['quartz.config.ts', 'quartz.config.js'] as const;

const FRAMEWORK =
  /^(?:astro|next|docusaurus|gatsby|svelte|nuxt|vite|contentlayer|velite|eleventy)\.config\.[cm]?[jt]s$|^\.eleventy\.js$|^contentlayer\.[cm]?[jt]s$/;

function rehypeCitation(folder: Candidate): Sign | undefined {
  const quartz = folder.first(QUARTZ);
  if (quartz !== undefined) {
    const cites = /\bCitations\(/.test(withoutComments(folder.read(quartz)));
    return cites ? { name: 'rehype-citation', reason: `${quartz} names the plugin Citations` } : undefined;
  }
  const files = [...folder.files].filter((name) => FRAMEWORK.test(name)).sort();
  const config = files.find((name) => loads(folder.read(name), 'rehype-citation'));
  const reason = 'loads rehype-citation';
  if (config !== undefined) return { name: 'rehype-citation', reason: `${config} ${reason}` };
  if (!dependsOn(folder.read('package.json'), 'rehype-citation')) return undefined;
  return { name: 'rehype-citation', reason: 'package.json depends on rehype-citation' };
}

/** Whether code names a package otherwise than in a line that is commented out. */
function loads(code: string, name: string): boolean {
  return code.includes(name) && withoutComments(code).includes(name);
}

const withoutComments = (code: string): string => code.replace(/^[ \t]*\/\/.*$/gm, '');

/** `name` in quotes with a version: in a package.json that is a dependency, and nothing else. */
function dependsOn(manifest: string, name: string): boolean {
  return new RegExp(`"${name}"\\s*:\\s*"(?:[\\^~*<>=\\dv]|workspace:|npm:|latest)`).test(manifest);
}

/** The plugin pandoc_reader of Pelican, told by its arguments to cite: `PANDOC_ARGS = ["--citeproc"]`. */
function readsWithPandoc(settings: string): boolean {
  const [, behind = ''] = settings.split('PANDOC_ARGS', 2);
  return /citeproc|["']-C["']/.test(behind.split(']', 1)[0]!);
}

/** Words of plugins such as pelican-cite, whose citations are not read here. */
const NAMES_CITING = /cite|citation|bibtex|bibliography/i;

/** The preprocessor mdbook-bib reads `{{#cite knuth84}}`, and like Pandoc only where it is told to. */
function mdbook(folder: Candidate): Sign | undefined {
  const config = folder.read('book.toml');
  const isBook = /^[ \t]*\[(?:book|preprocessor\.[\w-]+)\]/m.test(config);
  if (!isBook || /pandoc|citeproc/i.test(config)) return undefined;
  return { name: 'markdown', reason: 'book.toml is that of mdBook' };
}

/** Documenter.jl, which cites where make.jl, or a script that it includes, loads a plugin. */
function documenter(folder: Candidate): Sign | undefined {
  if (!folder.files.has('make.jl')) return undefined;
  const scripts = [...folder.files].filter((name) => name.endsWith('.jl')).sort();
  const codeOf = (name: string): string => folder.read(name).replace(/^[ \t]*#.*$/gm, '');
  const loading = scripts.find((name) => /\bDocumenterCitations\b/.test(codeOf(name)));
  if (loading !== undefined) return { name: 'documenter', reason: `${loading} loads DocumenterCitations` };
  const isDocumenter = /^[ \t]*(?:using|import)\b.*\bDocumenter\b/m.test(codeOf('make.jl'));
  return isDocumenter ? { name: 'markdown', reason: 'make.jl calls Documenter' } : undefined;
}

/** Whose tags in `{% … %}` are not Liquid's, or not those of Jekyll. */
const OTHER_TAGS = ['@11ty/eleventy', '@markdoc/markdoc'];

function plainFramework(folder: Candidate): Sign | undefined {
  if (rehypeCitation(folder) !== undefined) return undefined;
  const names = ['astro', 'next', 'docusaurus', 'eleventy', 'quartz'].flatMap((name) =>
    ['mjs', 'js', 'ts', 'mts', 'cjs'].map((extension) => `${name}.config.${extension}`),
  );
  const config = folder.first([...names, '.eleventy.js', 'pelicanconf.py']);
  if (config !== undefined) {
    if (readsWithPandoc(folder.read(config)))
      return { name: 'pandoc', reason: `${config} has Pandoc read the pages and cite` };
    const reason = NAMES_CITING.test(folder.read(config))
      ? 'loads no plugin that is known to cite'
      : 'loads no plugin that cites';
    return { name: 'markdown', reason: `${config} ${reason}` };
  }
  const manifest = folder.read('package.json');
  const other = OTHER_TAGS.find((name) => dependsOn(manifest, name));
  return other === undefined
    ? undefined
    : { name: 'markdown', reason: `package.json depends on ${other}, which has other tags` };
}

function sign({ path }: Candidate, name: DialectName, file: string): Sign {
  if (file.includes('/')) return { name, reason: `there is ${below(path, file)}` };
  return { name, reason: `${file} stands in ${path === '' ? 'the root folder' : path}` };
}
