import type { SiteDialect } from '../model.ts';
import { folderOf, inside, join } from '../text/path.ts';
import type { ProjectReader } from './project-reader.ts';
import { everyBib, fromYamlKeys, type SiteBibliography } from './site-bibliographies.ts';

/*
 * Configuration that is code, or that templates read as they like: read by its words, never run. What cannot be told
 * from the words is no declaration, so that nothing is called missing that code may find.
 */

/** Hugo has no bibliographies of its own: themes read `bibFile`, `bib` and data files of these names. */
export function hugoSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const files = [
    'hugo',
    'config',
    ...['hugo', 'config', 'params', 'cascade'].map((name) => `config/_default/${name}`),
  ]
    .flatMap((stem) =>
      ['toml', 'yaml', 'yml', 'json'].map((extension) => join(site.root, `${stem}.${extension}`)),
    )
    .filter((path) => reader.has(path));
  const configured = files.flatMap((declaredIn) =>
    [...(reader.read(declaredIn) ?? '').matchAll(HUGO_PARAMETER)].flatMap(([, written = '']) =>
      /\.\w+$/.test(written) ? ofParameter(written, declaredIn, site, reader) : dataFiles(written, site),
    ),
  );
  const data = reader.files
    .filter((path) => HUGO_DATA.test(inside(site.root, path) ?? ''))
    .filter((path) => path.endsWith('.bib') || describesWorks(reader.read(path) ?? ''))
    .map((path) => ({ written: inside(site.root, path) ?? path, folder: site.root }));
  return [...configured, ...data, ...ofTemplates(site)];
}

/** The folders in which templates of a Hugo site look for a file whose name they are given, the likeliest first. */
export function hugoFolders({ root, shortcodes }: SiteDialect): string[] {
  const sources = Object.values(shortcodes).flatMap(({ cite }) => cite?.sources?.data ?? []);
  const data = sources.map((name) => `data/${name}`);
  return ['', 'content', 'data', ...data, 'assets', 'static'].map((name) => join(root, name));
}

/** A file that a parameter names, wherever templates find it: `refs.bib` may also be what `data/refs.json` was made of. */
function ofParameter(
  written: string,
  declaredIn: string,
  site: SiteDialect,
  reader: ProjectReader,
): SiteBibliography[] {
  const folder = hugoFolders(site).find((above) => reader.has(join(above, written)));
  if (folder !== undefined) return [{ written, folder, declaredIn }];
  const data = dataFiles(written.replace(/\.\w+$/, ''), site).filter((file) =>
    reader.has(join(site.root, file.written)),
  );
  return data.length > 0 ? data : [{ written, folder: site.root, declaredIn }];
}

const DATA_EXTENSIONS = ['json', 'yaml', 'yml', 'toml'];

function dataFiles(name: string, { root }: SiteDialect): SiteBibliography[] {
  return DATA_EXTENSIONS.map((extension) => ({
    written: `data/${name}.${extension}`,
    folder: root,
  }));
}

/** What the citing templates of a Hugo site name; where none of it is there, they may take it from elsewhere. */
function ofTemplates(site: SiteDialect): SiteBibliography[] {
  const sources = Object.values(site.shortcodes).flatMap(({ cite }) => cite?.sources ?? []);
  const paths = sources.flatMap(({ paths }) => paths.filter((path) => !path.startsWith('/')));
  const data = sources.flatMap((source) => source.data.map((name) => `data/${name}`));
  const members = sources.flatMap(({ folders = [] }) =>
    folders.flatMap((name) => DATA_EXTENSIONS.map((extension) => `data/${name}/*.${extension}`)),
  );
  return [
    ...['', 'assets', 'content', 'data'].flatMap((folder) =>
      paths.map((written) => ({ written, folder: join(site.root, folder) })),
    ),
    ...[...data, ...members].map((written) => ({ written, folder: site.root })),
  ];
}

const HUGO_PARAMETER =
  /^[ \t]*(?:-[ \t]+)?["']?(?:bibFile|bibliography|bibliographyFile|bib)["']?[ \t]*[:=][ \t]*["']?([\w./-]+)["']?[ \t]*(?:,[ \t]*)?(?:#.*)?$/gim;
const HUGO_DATA =
  /^data\/(?:bibliography|references|biblio|citations|bib)[\w-]*\.(?:json|ya?ml|toml)$|^references\.bib$/i;

/**
 * Whether a data file says what works have and customers have not, who are called references as well. What a template
 * looks into or a setting names needs no such proof.
 */
export function describesWorks(text: string): boolean {
  const names = new Set(Array.from(text.matchAll(DATA_FIELD), ([, name]) => name!.toLowerCase()));
  const hasAny = (fields: readonly string[]): boolean => fields.some((field) => names.has(field));
  if (hasAny(OF_WORKS)) return true;
  if (names.has('title') && !hasAny(OF_CUSTOMERS)) return true;
  return (names.has('title') || names.has('author')) && hasAny(OF_TITLES);
}

/** The name of a field in YAML, TOML or JSON, also in one line with others. */
const DATA_FIELD = /(?:^|[\s{,"'])([a-z][\w-]{1,30})["']?[ \t]{0,20}[:=]/gim;
const OF_WORKS =
  'doi isbn issn arxiv eprint pmid issued journal journaltitle booktitle container container-title publisher citation reference bibtex'.split(
    ' ',
  );
/** What a title or an author has as a work, and nobody who recommends something. */
const OF_TITLES = ['year', 'authors', 'editor', 'editors'];
const OF_CUSTOMERS =
  'quote testimonial company customer client logo avatar photo rating job position role'.split(' ');

/** `bibtex_bibfiles` of conf.py or of Jupyter Book's `_config.yml`; what code makes may be any .bib of the repository. */
export function sphinxSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const keys = ['bibtex_bibfiles', 'sphinx.config.bibtex_bibfiles'];
  const declared = fromYamlKeys(site, reader, ['_config.yml'], keys);
  const declaredIn = join(site.root, 'conf.py');
  const code = withoutComments(reader.read(declaredIn) ?? '');
  const values = [...code.matchAll(BIBFILES)].map(([, value = '']) => value);
  const isComplete = values.length > 0 || !IMPORTS_SETTINGS.test(code);
  if (!isComplete || !values.every((value) => LITERAL.test(value))) {
    return [...declared, ...everyBib({ ...site, root: '' }, reader)];
  }
  const written = values.flatMap(literalsOf);
  return [...declared, ...written.map((path) => ({ written: path, folder: site.root, declaredIn }))];
}

/** Where the list is set, with a type or without, and where it grows. */
const BIBFILES =
  /\bbibtex_bibfiles\s*(?::[^=\n]{0,99})?(?:\+?=|\.(?:append|extend)\()\s*([[(][^\])]*[\])]|(["'])[^"'\n]*\2|.*)/g;
/** A string, or a list of them. */
const LITERAL = /^(?:[[(]\s*(?:r?(["'])[^"']*\1[\s,]*)*[\])]|(["'])[^"']*\2)$/;
/** Settings of another file, which may name the list. */
const IMPORTS_SETTINGS = /\bimport\s+\*|\bexec\s*\(|\bglobals\s*\(/;

/**
 * The file that make.jl, or a script beside it, hands to DocumenterCitations: below its own folder, where the build is
 * called, or in any other that code joins to the path.
 */
export function documenterSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const scripts = reader.files.filter((path) => path.endsWith('.jl') && folderOf(path) === site.root);
  const named = scripts.flatMap((declaredIn) => {
    const code = withoutComments(reader.read(declaredIn) ?? '');
    const paths = [...code.matchAll(JULIA_PATH)].filter(([path]) => /^[^*]*\.bib"[\s,)]*$/.test(path));
    return paths.map(({ 0: expression, index }) => {
      const isHanded = /\bCitationBibliography\(\s*$/.test(code.slice(Math.max(0, index - 99), index));
      return { declaredIn, expression, isHanded };
    });
  });
  if (named.length === 0) return everyBib({ ...site, root: '' }, reader);
  const handed = named.filter(({ isHanded }) => isHanded);
  return (handed.length > 0 ? handed : named).map(({ declaredIn, expression }) => {
    const written = literalsOf(expression).join('/');
    const files = /^"|@__/.test(expression) ? [] : reader.files;
    const elsewhere = files.find((path) => path.endsWith(`/${written}`))?.slice(0, -written.length - 1);
    const folders = [site.root, folderOf(site.root), elsewhere ?? site.root];
    const folder = folders.find((above) => reader.has(join(above, written))) ?? site.root;
    return { written, folder, declaredIn };
  });
}

/** `joinpath(@__DIR__, "src", "refs.bib")`, `joinpath(dirname(@__FILE__), "refs.bib")`, or a string by itself. */
const JULIA_PATH =
  /\b(?:joinpath|(?:project|papers|data|src|pkg|docs?)dir)\([^()"]{0,99}(?:\([^()"]{0,99}\)[^()"]{0,99})?"[^()]{0,300}\)|"[^"\n]{1,300}"/g;

/** Python or Julia without its comments. */
function withoutComments(code: string): string {
  return code.replace(/("[^"\n]*"|'[^'\n]*')|#.*/g, (_, text: string | undefined) => text ?? '');
}

/**
 * The `bibliography` options of the plugin in whichever configuration file builds the pages: a path, a list, a join, or a
 * constant that is one of these. Quartz calls it `bibliographyFile`. Documents and blog may each have a file; which page
 * sees which is not told here, so each sees both.
 */
export function rehypeSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  return pluginCode(site, reader).flatMap(({ declaredIn, code }) =>
    optionsIn(code).flatMap((option) => {
      const literals = literalsOf(option);
      const written = option.startsWith('[') || literals.length < 2 ? literals : [literals.join('/')];
      return written.map((path) => ({
        written: path,
        folder: site.root,
        // What is joined to a variable is no path yet.
        ...(/^["'`[]/.test(option) ? { declaredIn } : {}),
      }));
    }),
  );
}

const OPTION_VALUE =
  /(\[[^\]]{0,2000}\]|[\w.]{1,80}\([^()]{0,300}(?:\([^()]{0,200}\)[^()]{0,300}){0,3}\)|"[^"\n]{0,500}"|'[^'\n]{0,500}'|`[^`]{0,500}`|[\w$]{1,80})/
    .source;
const OPTION = new RegExp(`\\bbibliography(?:File)?["']?\\s{0,9}:\\s{0,99}${OPTION_VALUE}`, 'g');

function optionsIn(code: string): string[] {
  return [...code.matchAll(OPTION)].flatMap(([, written = '']) => {
    const value = /^[\w$]+$/.test(written) ? constantIn(code, written) : written;
    return value === undefined || value.includes('${') ? [] : [value];
  });
}

/** `const BIB = …`: the name may have a type. */
function constantIn(code: string, name: string): string | undefined {
  const assigned = new RegExp(
    `\\bconst\\s+${name.replaceAll('$', '\\$')}\\s{0,9}(?::[^=\\n]{0,80})?=\\s{0,99}${OPTION_VALUE}`,
  );
  return assigned.exec(code)?.[1];
}

/**
 * Whether every file that loads the plugin can be seen to give it no bibliography: then it does nothing on pages that name
 * none. Options that come from elsewhere may name one.
 */
export function loadsRehypeAlone(site: SiteDialect, reader: ProjectReader): boolean {
  const loading = pluginCode(site, reader).filter(({ code }) => code.includes('rehype-citation'));
  return loading.length > 0 && loading.every(({ code }) => LOADS_REHYPE.test(code) && !MAY_NAME.test(code));
}

const LOADS_REHYPE = /\bimport\s{1,9}rehypeCitation\s{1,9}from\b/;
const MAY_NAME =
  /(?<!suppress)bibliography|\brehypeCitation\s{0,9},\s{0,99}(?:\{[^{}]{0,2000}\.\.\.|(?!rehype|remark)[a-z_$])/i;

/** The plugin's `path` option: the folder that paths of pages are relative to. */
export function rehypeFolders(site: SiteDialect, reader: ProjectReader): string[] {
  return pluginCode(site, reader).flatMap(({ code }) => {
    const option =
      /rehype-?citation[\s\S]{0,300}?\bpath\s{0,9}:\s{0,99}([\w.]{1,80}\([^)]{0,500}\)|["'`][^"'`]{0,500}["'`])/i.exec(
        code,
      )?.[1];
    return option === undefined ? [] : [join(site.root, literalsOf(option).join('/'))];
  });
}

function pluginCode(site: SiteDialect, reader: ProjectReader): { declaredIn: string; code: string }[] {
  return reader.files.flatMap((declaredIn) => {
    const path = inside(site.root, declaredIn);
    if (path === undefined || !/^[^/]*\.config\.[cm]?[jt]s$|^contentlayer\.[cm]?[jt]s$/.test(path)) return [];
    return [{ declaredIn, code: (reader.read(declaredIn) ?? '').replace(/^[ \t]*\/\/.*$/gm, '') }];
  });
}

const literalsOf = (code: string): string[] =>
  [...code.matchAll(/["'`]([^"'`]+)["'`]/g)].map((match) => match[1] ?? '');
