import { inside } from './detect-folders.ts';
import { asRecord, clean, parseSettings } from './detect-settings.ts';
import type { Site } from './detect-site.ts';

const HUGO_CONTENT = /\.(?:md|markdown|mdown|html|htm|org|adoc|asciidoc|rst|pandoc|pdc|mmark)$/i;

/** Hugo's `contentDir`, that of each language, and what modules mount there. */
export function hugoDocuments(site: Site): string[] {
  const settings = site.files.filter(({ relative }) => HUGO_SETTINGS.test(relative));
  const folders = new Set<string>();
  for (const { relative } of settings) {
    const text = site.read(relative);
    for (const match of text.matchAll(CONTENT_FOLDER)) folders.add(clean(match[1]!));
    if (MOUNTS_CONTENT.test(text)) for (const folder of mountedContent(relative, text)) folders.add(folder);
  }
  if (folders.size === 0) folders.add('content');
  const roots = [...folders];
  return site.files
    .filter(({ relative }) => roots.some((folder) => inside(folder, relative) !== undefined))
    .filter(({ relative }) => HUGO_CONTENT.test(relative) && !SKIPPED.test(relative))
    .map(({ path }) => path);
}

/** Files Hugo leaves alone (`IgnoreFile` in source/sourceSpec.go). */
const SKIPPED = /(?:^|\/)[.#][^/]*$/;

const HUGO_SETTINGS = /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/[^/]+\/[\w.-]+\.(?:toml|ya?ml|json)$/;
const CONTENT_FOLDER = /^[ \t]*["']?contentDir["']?[ \t]*[=:][ \t]*["']?([^"'\n\r,}]+)/gim;
const MOUNTS_CONTENT = /\btarget\b["']?\s*[=:]\s*["']?content\b/i;

function mountedContent(name: string, text: string): string[] {
  const settings = asRecord(parseSettings(name, text));
  const mounts = asRecord(settings['module'])['mounts'] ?? settings['mounts'];
  if (!Array.isArray(mounts)) return [];
  return mounts.map(asRecord).flatMap(({ source, target }) => {
    const isContent = typeof target === 'string' && /^content(?:\/|$)/.test(target);
    return isContent && typeof source === 'string' ? [clean(source)] : [];
  });
}
