import type { ShortcodeSignature, SiteDialect } from '../model.ts';
import { readShortcodeTemplate } from '../scan/dialects/hugo/templates.ts';
import { once } from '../text/once.ts';
import type { ProjectReader } from './project-reader.ts';

/**
 * A Hugo site's dialect with the signatures of its shortcodes, read from its own templates and those of its themes. The
 * site's own win, as in Hugo's lookup. Without templates the dialect stays as it is, and evidence decides.
 */
export function withTemplates(site: SiteDialect, reader: ProjectReader): SiteDialect {
  if (site.name !== 'hugo') return site;
  const prefix = site.root === '' ? '' : site.root + '/';
  const shortcodes: Record<string, ShortcodeSignature> = Object.create(null);
  const templates = reader.files.flatMap((path) => {
    const match = path.startsWith(prefix) ? TEMPLATE.exec(path.slice(prefix.length)) : null;
    return match === null ? [] : [{ path, name: match[2] ?? '', rank: rankOf(path, match) }];
  });
  const partialText = partialsOf(reader, prefix);
  for (const { path, name } of templates.sort((a, b) => a.rank - b.rank)) {
    const text = reader.read(path);
    if (text !== undefined) shortcodes[name] = readShortcodeTemplate(name, text, path, partialText);
  }
  if (templates.length === 0) return site;
  return {
    ...site,
    shortcodes: { ...shortcodes },
    shortcodesComplete: isComplete(reader, prefix),
  };
}

/** Gives a partial by its name, which may leave out `.html`: the site's own, or that of a theme. */
function partialsOf(reader: ProjectReader, prefix: string): (name: string) => string | undefined {
  const find = once(
    () =>
      new Map(
        reader.files
          .flatMap((path): [string, string][] => {
            const match = path.startsWith(prefix) ? PARTIAL.exec(path.slice(prefix.length)) : null;
            return match === null ? [] : [[match[2]!, path]];
          })
          .sort(
            ([, a], [, b]) =>
              Number(b.startsWith(`${prefix}themes/`)) - Number(a.startsWith(`${prefix}themes/`)),
          ),
      ),
  );
  return (name) => {
    const path = find().get(name) ?? find().get(`${name}.html`);
    return path === undefined ? undefined : reader.read(path);
  };
}

/** `layouts/partials/references/load.html`, and the same below `themes/x/`. */
const PARTIAL = /^(themes\/[^/]+\/)?layouts\/_?partials\/(.+)$/;

/** The site's own before those of themes, and `cite.html` before `cite.rss.xml` and `cite.de.html`; the last one wins. */
function rankOf(path: string, [, theme, name]: RegExpExecArray): number {
  return (theme === undefined ? 2 : 0) + (path.endsWith(`/${name}.html`) ? 1 : 0);
}

/** `layouts/shortcodes/name.html`, `layouts/_shortcodes/ns/name.html`, and the same below `themes/x/`. */
const TEMPLATE = /^(themes\/[^/]+\/)?layouts\/_?shortcodes\/(.+?)(?:\.[\w-]+)*\.(?:html|md|txt|xml|json)$/;

/**
 * Modules, mounted folders and themes that are not checked out may bring more templates; then an unknown name is not an
 * error. A theme may import modules, too.
 */
function isComplete(reader: ProjectReader, prefix: string): boolean {
  const settings = reader.files
    .map((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : ''))
    .filter((path) => CONFIGURATION.test(path))
    .map((path) => ({ path, text: reader.read(prefix + path) ?? '' }));
  if (settings.some(({ text }) => IMPORTS.test(text) || mountsLayouts(text))) return false;
  return settings
    .filter(({ path }) => !path.startsWith('themes/'))
    .flatMap(({ path, text }) => themesIn(path, text))
    .every((theme) => reader.files.some((path) => path.startsWith(`${prefix}themes/${theme}/`)));
}

const CONFIGURATION =
  /^(?:themes\/[^/]+\/)?(?:(?:hugo|config)\.(?:toml|ya?ml|json)|config\/[^/]+\/(?:hugo|config|module)\.(?:toml|ya?ml|json))$|^go\.mod$/;

/** In the settings `imports`, in go.mod what it requires. */
const IMPORTS = /^[ \t"'[]*(?:module\.)?imports\b|^[ \t]*require\b/m;

/** Whether a mount brings layouts from elsewhere, such as from `node_modules`, which is never read. */
function mountsLayouts(text: string): boolean {
  if (!LAYOUTS.test(text)) return false;
  if (BELOW_LAYOUTS.test(text)) return true;
  return [...text.matchAll(SOURCE)].some(([, source = '']) => /.\/layouts\/?\s*$/.test(source));
}

const LAYOUTS = /\btarget\b["']?\s*[=:]\s*["']?layouts\b/i;
const BELOW_LAYOUTS = /\btarget\b["']?\s*[=:]\s*["']?layouts\/\w/i;
const SOURCE = /\bsource\b["']?\s*[=:]\s*["']?([^"'\n\r,}]+)/gi;

/** What `theme` names at the top of the settings: one theme or several. */
function themesIn(path: string, text: string): string[] {
  const top = path.endsWith('.toml') ? text.split(/^[ \t]*\[/m, 1)[0]! : text;
  const [, written = ''] = (path.endsWith('.json') ? JSON_THEME : THEME).exec(top) ?? [];
  return [...written.replace(/#.*/g, '').matchAll(/[\w@][\w.@/-]*/g)].map((match) => match[0]);
}

const THEME = /^["']?theme["']?[ \t]*[:=][ \t]*(\[[^\]]*\]|.*(?:\n[ \t]*-[ \t].*)*)/im;
const JSON_THEME = /"theme"\s{0,9}:\s{0,99}(\[[^\]]{0,2000}\]|"[^"]{0,500}")/i;
