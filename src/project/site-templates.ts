import type { ShortcodeSignature, SiteDialect } from '../model.ts';
import { readShortcodeTemplate } from '../scan/dialects/hugo-templates.ts';
import type { ProjectReader } from './load-project.ts';

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
    return match === null ? [] : [{ path, name: match[2] ?? '', isTheme: match[1] !== undefined }];
  });
  for (const { path, name } of templates.sort((a, b) => Number(b.isTheme) - Number(a.isTheme))) {
    const text = reader.read(path);
    if (text !== undefined) shortcodes[name] = readShortcodeTemplate(name, text, path);
  }
  if (templates.length === 0) return site;
  return {
    ...site,
    shortcodes: { ...shortcodes },
    shortcodesComplete: isComplete(templates, reader, prefix),
  };
}

/** `layouts/shortcodes/name.html`, `layouts/_shortcodes/ns/name.html`, and the same below `themes/x/`. */
const TEMPLATE = /^(themes\/[^/]+\/)?layouts\/_?shortcodes\/(.+?)(?:\.[\w-]+)*\.(?:html|md|txt|xml|json)$/;

/** Modules and themes that are not checked out may bring more templates; then an unknown name is not an error. */
function isComplete(
  templates: readonly { readonly isTheme: boolean }[],
  reader: ProjectReader,
  prefix: string,
): boolean {
  const configuration = reader.files
    .filter((path) => path.startsWith(prefix) && CONFIGURATION.test(path.slice(prefix.length)))
    .map((path) => reader.read(path) ?? '');
  const importsModules = configuration.some((text) => /\[?\[?module\b|^\s*imports\s*[:=]/m.test(text));
  const hasTheme = configuration.some((text) => /^\s*["']?theme["']?\s*[:=]/m.test(text));
  return !importsModules && (!hasTheme || templates.some(({ isTheme }) => isTheme));
}

const CONFIGURATION =
  /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/[^/]+\/(?:hugo|config|module)\.(?:toml|ya?ml|json)$|^go\.mod$/;
