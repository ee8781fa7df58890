import { globTest } from '../../text/glob.ts';
import { inside } from '../../text/path.ts';
import { asRecord, stringsOf } from '../site-settings.ts';
import { clean, parseSettings } from './settings.ts';
import type { Site } from './site.ts';

const HUGO_CONTENT = /\.(?:md|markdown|mdown|html|htm|org|adoc|asciidoc|rst|pandoc|pdc|mmark)$/i;

/** Hugo's `contentDir`, that of each language, and what modules mount there. */
export function hugoDocuments(site: Site): string[] {
  const roots = contentFolders(site);
  return site.files
    .filter(({ relative }) => roots.some((root) => isHeldBy(root, relative)))
    .filter(({ relative }) => HUGO_CONTENT.test(relative) && !SKIPPED.test(relative))
    .map(({ path }) => path);
}

/** A folder of pages, and which of its files a mount takes in. */
interface ContentFolder {
  readonly folder: string;
  readonly holds?: (below: string) => boolean;
}

function isHeldBy({ folder, holds }: ContentFolder, path: string): boolean {
  const below = inside(folder, path);
  return below !== undefined && (holds === undefined || holds(below));
}

/** Languages without a folder of their own have the site's, which is `content` unless it is set or something is mounted. */
function contentFolders(site: Site): readonly ContentFolder[] {
  const folders = new Set<string>();
  const mounts: ContentFolder[] = [];
  const languages: boolean[] = [];
  let isReplaced = false;
  for (const { relative } of site.files) {
    if (!HUGO_SETTINGS.test(relative)) continue;
    const text = site.read(relative);
    if (!NAMES_CONTENT.test(text)) continue;
    const settings = withLowerKeys(parseSettings(relative, text));
    const mounted = mountedContent(settings);
    const isLanguages = /\/languages\.\w+$/.test(relative);
    const own = isLanguages ? [] : stringsOf(settings['contentdir']);
    const ofLanguages = Object.values(isLanguages ? settings : asRecord(settings['languages'])).map(
      (language) => stringsOf(withLowerKeys(language)['contentdir']),
    );
    mounts.push(...mounted);
    for (const folder of [...own, ...ofLanguages.flat()]) folders.add(clean(folder));
    languages.push(...ofLanguages.map((found) => found.length > 0));
    isReplaced ||= mounted.length + own.length > 0;
  }
  const hasOwnEach = languages.length > 0 && languages.every(Boolean);
  if (!isReplaced && !hasOwnEach) folders.add('content');
  return [...mounts, ...[...folders].map((folder) => ({ folder }))];
}

/** Files Hugo leaves alone (`IgnoreFile` in source/sourceSpec.go). */
const SKIPPED = /(?:^|\/)[.#][^/]*$/;

const HUGO_SETTINGS = /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/[^/]+\/[\w.-]+\.(?:toml|ya?ml|json)$/;
const NAMES_CONTENT = /\bcontentDir\b|\btarget\b["']?\s*[=:]\s*["']?content\b/i;

/** Hugo reads its settings in any case. */
function withLowerKeys(value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(asRecord(value)).map(([key, item]) => [key.toLowerCase(), item]));
}

function mountedContent(settings: Readonly<Record<string, unknown>>): ContentFolder[] {
  const mounts = withLowerKeys(settings['module'])['mounts'] ?? settings['mounts'];
  if (!Array.isArray(mounts)) return [];
  return mounts.map(withLowerKeys).flatMap((mount) => {
    const { source, target } = mount;
    const isContent = typeof target === 'string' && /^content(?:\/|$)/.test(target);
    return isContent && typeof source === 'string' ? [{ folder: clean(source), ...fileFilter(mount) }] : [];
  });
}

/** Which files a mount takes in: where both are told, only `includeFiles` counts (`NewFilenameFilter` in hugofs/glob). */
function fileFilter(mount: Readonly<Record<string, unknown>>): Pick<ContentFolder, 'holds'> {
  const [includes, excludes] = [mount['includefiles'], mount['excludefiles']].map((patterns) =>
    stringsOf(patterns).map(mountTest),
  );
  if (includes!.length > 0) return { holds: (below) => includes!.some((test) => test(below.toLowerCase())) };
  if (excludes!.length === 0) return {};
  // A folder that is excluded takes all in it with it.
  return {
    holds: (below) => {
      const parts = below.toLowerCase().split('/');
      const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
      return !paths.some((path) => excludes!.some((test) => test(path)));
    },
  };
}

/** A pattern begins at the folder that is mounted, and minds no case. */
const mountTest = (pattern: string): ((below: string) => boolean) =>
  globTest(pattern.toLowerCase().replace(/^\//, ''));
