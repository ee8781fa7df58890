import { type Candidate, type Sign, sign } from './candidate.ts';

const EXTENSIONS = ['toml', 'yaml', 'yml', 'json'] as const;
const HUGO_FILES = EXTENSIONS.map((extension) => `hugo.${extension}`);
const HUGO_OLD_FILES = EXTENSIONS.map((extension) => `config.${extension}`);
const HUGO_FOLDERS = ['content', 'layouts', 'archetypes', 'themes'] as const;

/** A `config.*` may be anybody's, so it has to say something only Hugo asks for. */
const HUGO_KEYS =
  /^[ \t]*["'[]{0,3}(?:baseurl|languagecode|defaultcontentlanguage|theme|module|markup|taxonomies|contentdir|params|permalinks|outputs)\b/im;

/** Zola has the same files and folders as Hugo, and another spelling. */
export const ZOLA_KEY = /^[ \t]*base_url[ \t]*=/m;

/** Zola, known by that key. Its shortcodes are not those of Hugo. */
export function zola(folder: Candidate): Sign | undefined {
  const isZola = folder.folders.has('content') && ZOLA_KEY.test(folder.read('config.toml'));
  return isZola ? { name: 'markdown', reason: 'config.toml has the base_url of Zola' } : undefined;
}

/** Hugo, known by its configuration, or by its templates beside a folder of content. */
export function hugo(folder: Candidate): Sign | undefined {
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
