import type { Candidate, Sign } from './candidate.ts';

/** The configuration of Quartz, whose package depends on rehype-citation whether a site cites or not. */
export const QUARTZ = ['quartz.config.ts', 'quartz.config.js'] as const;

const FRAMEWORK =
  /^(?:astro|next|docusaurus|gatsby|svelte|nuxt|vite|contentlayer|velite|eleventy)\.config\.[cm]?[jt]s$|^\.eleventy\.js$|^contentlayer\.[cm]?[jt]s$/;

/** A site that loads rehype-citation, in the configuration of its framework or by its package.json. */
export function rehypeCitation(folder: Candidate): Sign | undefined {
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

/** Whose tags in `{% … %}` are not Liquid's, or not those of Jekyll. */
const OTHER_TAGS = ['@11ty/eleventy', '@markdoc/markdoc'];

/** A framework that cites by no plugin that is known; Pelican is asked for Pandoc. */
export function plainFramework(folder: Candidate): Sign | undefined {
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

/** The plugin pandoc_reader of Pelican, told by its arguments to cite: `PANDOC_ARGS = ["--citeproc"]`. */
function readsWithPandoc(settings: string): boolean {
  const [, behind = ''] = settings.split('PANDOC_ARGS', 2);
  return /citeproc|["']-C["']/.test(behind.split(']', 1)[0]!);
}

/** Words of plugins such as pelican-cite, whose citations are not read here. */
const NAMES_CITING = /cite|citation|bibtex|bibliography/i;
