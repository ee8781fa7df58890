import type { ShortcodeSignature } from '../../model.ts';
import { scholarTags } from '../../scan/template/liquid/scholar.ts';
import { below, inside } from '../../text/path.ts';
import { citingIncludes, tellingIncludes } from '../jekyll-includes.ts';
import { readYaml, stringsOf } from '../site-settings.ts';
import type { SiteView } from './folders.ts';
import { clean } from './settings.ts';

type Signatures = Readonly<Record<string, ShortcodeSignature>>;

/**
 * The Liquid tags of a Jekyll site that are not jekyll-scholar's own. What they do is unknown, only that they are there;
 * but a tag that a plugin makes out of one of jekyll-scholar's cites as that does, and an include may cite as well.
 */
export function jekyllTags(root: string, view: SiteView): Signatures {
  const config = view.read(below(root, '_config.yml')) ?? view.read(below(root, '_config.yaml')) ?? '';
  const plugins = pluginFiles(root, config, view).map((path) => ({ path, text: view.read(path) ?? '' }));
  const own = Object.fromEntries(plugins.flatMap(registrations).map((tag) => [tag.name, tag]));
  const hasScholar =
    SCHOLAR_SETTING.test(config) ||
    plugins.some(({ text }) => SCHOLAR_CODE.test(text)) ||
    view.files.some((path) => isSignOfScholar(root, path, view));
  // What jekyll-scholar cites stands in another bibliography than what an include looks up.
  const telling = tellingIncludes(root, view);
  return hasScholar
    ? { ...telling, ...own }
    : { ...everydayTags, ...telling, ...citingIncludes(root, view), ...own };
}

const LIST = /\{%-?\s{0,99}bibliography\b([^%}]{0,500})%\}/g;

/**
 * What the layouts and includes of a site print of its bibliography; a theme that is a gem keeps them to itself. Of a
 * plugin with a `cite` or a `bibliography` of its own nobody knows what it prints, so that may be all.
 */
export function listInTemplates(root: string, view: SiteView, tags: Signatures): 'cited' | 'all' | undefined {
  const own = Object.values(tags).filter(
    ({ template, cite }) => template !== undefined && cite === undefined,
  );
  if (own.some(({ name }) => name !== 'quote' && scholarTags.has(name))) return 'all';
  const lists = view.files
    .filter((path) => /(?:^|\/)_(?:layouts|includes)\//.test(inside(root, path) ?? ''))
    .flatMap((path) => [...(view.read(path) ?? '').matchAll(LIST)]);
  if (lists.length === 0) return undefined;
  return lists.every(([, options]) => /\s(?:--cited|-c|-C)/.test(options!)) ? 'cited' : 'all';
}

/** `page.related_publications | replace: ", ", "," | split: ","`, the filters apart. */
const FILTERED_FIELD = /\bpage\.(\w{1,60})\s{0,9}\|([^%{}]{0,300})/g;
const SPLITS_AT_COMMAS = /\bsplit:\s{0,9}["'],/;

/** The fields of the front matter that layouts and includes make a query for keys of: `{% bibliography -q @*[key^={{ keys }}]* %}`. */
export function keyFields(root: string, view: SiteView): readonly string[] {
  const found = view.files
    .filter((path) => /(?:^|\/)_(?:layouts|includes)\//.test(inside(root, path) ?? ''))
    .map((path) => view.read(path) ?? '')
    .filter((text) => text.includes('[key^='))
    .flatMap((text) => [...text.matchAll(FILTERED_FIELD)])
    .flatMap(([, name, filters]) => (SPLITS_AT_COMMAS.test(filters!) ? [name!] : []));
  return [...new Set(found)].sort();
}

interface Plugin {
  readonly path: string;
  readonly text: string;
}

/** `scholar:` in the configuration, or the gem among its plugins. */
const SCHOLAR_SETTING = /^scholar[ \t]*:|\bjekyll[-/]scholar\b/m;

/** Ruby that builds on jekyll-scholar. Others have a `Scholar` of their own, as in `Gtn::Scholar`. */
const SCHOLAR_CODE = /\bJekyll::Scholar\b|^[ \t]*(?:class|module)[ \t]+Scholar\b|["']jekyll[-/]scholar["']/m;

/** A theme or a Gemfile may bring jekyll-scholar along, and there is nothing else to do with a .bib file. */
function isSignOfScholar(root: string, path: string, view: SiteView): boolean {
  const relative = inside(root, path);
  if (relative === undefined) return false;
  if (relative.endsWith('.bib')) return true;
  return /^(?:Gemfile|[^/]+\.gemspec)$/.test(relative) && /\bjekyll[-/]scholar\b/.test(view.read(path) ?? '');
}

/** Names of jekyll-scholar's that many other plugins have, too: without a sign of it they are somebody else's. */
const everydayTags: Signatures = {
  quote: { name: 'quote', paired: false },
  reference: { name: 'reference', paired: false },
};

/** The Ruby files of `_plugins`, or of the folders the site has instead; Octopress calls them `plugins`. */
function pluginFiles(root: string, config: string, view: SiteView): string[] {
  const ruby = view.files.filter((path) => path.endsWith('.rb') && inside(root, path) !== undefined);
  if (ruby.length === 0) return [];
  const { plugins_dir: folder, plugins } = readYaml(config);
  const named = [...stringsOf(folder), ...(typeof plugins === 'string' ? [plugins] : [])];
  const folders = named.flatMap((names) => names.split(',')).map(clean);
  return ruby.filter((path) => {
    const relative = inside(root, path)!;
    return (
      /(?:^|\/)_plugins\//.test(relative) || folders.some((name) => inside(name, relative) !== undefined)
    );
  });
}

const REGISTRATION =
  /\bregister_tag\s{0,9}\(?\s{0,99}(?:["'](\w{1,99})["']|:(\w{1,99}))\s{0,99},\s{0,99}([\w:]{1,200})/g;

function registrations({ path, text }: Plugin): ShortcodeSignature[] {
  const isOfScholar = SCHOLAR_CODE.test(text);
  return [...text.matchAll(REGISTRATION)].flatMap(([, quoted, symbol, className = '']) => {
    const name = quoted ?? symbol ?? '';
    if (isOfScholar && scholarTags.has(name)) return [];
    const code = classText(text, className.slice(className.lastIndexOf(':') + 1));
    const paired = /^[^\n<]{0,200}<\s{0,9}[\w:]{0,99}Block\b/.test(code);
    const cites = isOfScholar && CITING_CLASS.test(code);
    return [{ name, template: path, paired, ...(cites ? { cite: SCHOLAR_CITE } : {}) }];
  });
}

/** A class from its name to the next one. */
function classText(text: string, name: string): string {
  const start = text.search(new RegExp(`\\bclass\\s+(?:[\\w:]+::)?${name}\\b`));
  if (start === -1) return '';
  const next = text.indexOf('class ', start + 5);
  return text.slice(start, next === -1 ? text.length : next);
}

/** A class that reads keys as jekyll-scholar's own do. */
const CITING_CLASS =
  /^[^\n<]{0,200}<\s{0,9}(?:\w{1,40}::){0,9}(?:Cite|CiteDetails|NoCite|Reference|Quote)Tag\b|\bsplit_arguments\b/;

const SCHOLAR_CITE: NonNullable<ShortcodeSignature['cite']> = {
  key: { position: 0, names: [], rest: true },
  separators: '',
  suppressPrefix: false,
  referenceRequired: false,
};
