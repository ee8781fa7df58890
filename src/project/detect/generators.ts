import { type Candidate, type Sign, sign } from './candidate.ts';
import { hexo, jekyll, jupyterBook } from './config-yml-sites.ts';
import { plainFramework, rehypeCitation } from './framework-sites.ts';
import { hugo, zola } from './hugo-sites.ts';

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

/** Nikola writes its shortcodes in `{{% … %}}`, too, and keeps what a post is about in a comment. */
function nikola(folder: Candidate): Sign | undefined {
  const isNikola = /^(?:BLOG_TITLE|COMPILERS)\s*=/m.test(folder.read('conf.py'));
  return isNikola ? { name: 'markdown', reason: 'conf.py is that of Nikola' } : undefined;
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
