import type { DialectName, ShortcodeSignature, SiteDialect } from '../model.ts';
import { crossReferencesOf } from '../scan/dialects/pandoc-cross-references.ts';
import { recognizeDialect } from '../scan/dialects/recognize-dialect.ts';
import { parser } from '../scan/parsers.ts';
import { isNotebook } from '../text/is-notebook.ts';
import { type SiteWithDocuments, sitesWithDocuments } from './detect/dialect.ts';
import type { LoadOptions } from './load-options.ts';
import { forgetfulMemory } from './project-memory.ts';
import type { ProjectReader } from './project-reader.ts';
import { withTemplates } from './site-templates.ts';

/**
 * The dialect of every document to scan: all documents of each site that holds a target, and targets outside sites. Which
 * sites load a bibliography only their documents tell, so for one that is named all sites are read.
 */
export function assignDialects(
  options: LoadOptions,
  reader: ProjectReader,
  isTarget: (path: string) => boolean,
): Map<string, SiteDialect> {
  const assigned = new Map<string, SiteDialect>();
  const settle = dialectSettler(options);
  const { projectMemory = forgetfulMemory } = options;
  const recognize: Recognize = (path, text) =>
    projectMemory.shownBy(path, text, () => recognizeDialect(path, text));
  const sites = projectMemory.madeOf([reader.files, options.targets], reader.read, (read) =>
    sitesOfTargets({ ...reader, read }, options.targets ?? [], isTarget, recognize),
  );
  for (const { dialect, documents } of sites) {
    for (const path of documents) assigned.set(path, settle(path, dialect));
  }
  for (const path of strayTargets(options, assigned)) {
    const text = reader.read(path);
    if (text !== undefined) assigned.set(path, settle(path, recognize(path, pageOf(path, text))));
  }
  return assigned;
}

type Recognize = (path: string, text: string) => SiteDialect;

/** The sites that hold a target, with their documents and the signatures of their templates. */
function sitesOfTargets(
  reader: ProjectReader,
  targets: readonly string[],
  isTarget: (path: string) => boolean,
  recognize: Recognize,
): SiteWithDocuments[] {
  const { files, read } = reader;
  const sites = sitesWithDocuments({ files, read, recognize });
  const namesData = targets.some((path) => !DOCUMENT.test(path) && files.includes(path));
  const wanted = sites.filter(
    ({ dialect, documents }) =>
      namesData ||
      documents.some(isTarget) ||
      files.some((path) => isTarget(path) && isInside(path, dialect)),
  );
  return wanted.map(({ dialect, documents }) => ({ dialect: withTemplates(dialect, reader), documents }));
}

function isInside(path: string, site: SiteDialect): boolean {
  return site.root === '' || path.startsWith(site.root + '/');
}

/**
 * Lays what the user said over what was detected: the dialect of a file, and what a shortcode's arguments mean. Files of
 * one site share one object, since facts and caches compare dialects by identity.
 */
function dialectSettler({ dialectOf, shortcodesOf = () => NONE, projectMemory }: LoadOptions) {
  const settled = new Map<SiteDialect, Map<DialectName, Map<object, SiteDialect>>>();
  return (path: string, detected: SiteDialect): SiteDialect => {
    const name = dialectOf?.(path) ?? detected.name;
    const shortcodes = shortcodesOf(path);
    const ofName = below(below(settled, detected), name);
    const known = ofName.get(shortcodes);
    if (known !== undefined) return known;
    const made: SiteDialect = {
      ...detected,
      name,
      ...(name !== detected.name && {
        reason: 'it was asked for',
        crossReferencePrefixes: crossReferencesOf(name),
      }),
      shortcodes: { ...detected.shortcodes, ...shortcodes },
    };
    const same = projectMemory?.dialect(made) ?? made;
    ofName.set(shortcodes, same);
    return same;
  };
}

const NONE: Readonly<Record<string, ShortcodeSignature>> = {};

function below<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const found = maps.get(key) ?? new Map<L, V>();
  maps.set(key, found);
  return found;
}

/** Documents that were named one by one and belong to no site. */
function strayTargets(
  { targets, overlay }: LoadOptions,
  assigned: ReadonlyMap<string, SiteDialect>,
): string[] {
  const named = [...(targets ?? []), ...(overlay?.keys() ?? [])];
  return named.filter((path) => !assigned.has(path) && DOCUMENT.test(path));
}

/** What stands on a page: of a notebook, its Markdown and what Quarto has besides. */
function pageOf(path: string, text: string): string {
  return isNotebook(path) ? parser('notebook').openNotebook(text, 'quarto').text : text;
}

const DOCUMENT = /\.(?:md|markdown|mdx|qmd|rmd|mdown|mkd|html|org|adoc|rst|pandoc|ipynb)$/i;
