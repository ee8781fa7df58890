import { type Candidate, type Sign, sign } from './candidate.ts';

// Three generators keep their settings in a `_config.yml`, and each asks for other ones.

const JEKYLL_CONFIG = ['_config.yml', '_config.yaml'] as const;
const JEKYLL_FOLDERS = ['_posts', '_layouts', '_includes', '_bibliography', '_drafts', '_pages', '_sass'];
const JEKYLL_KEYS = [
  ...['plugins', 'gems', 'scholar', 'permalink', 'theme', 'remote_theme', 'kramdown', 'collections'],
  ...['defaults', 'baseurl', 'highlighter', 'paginate', 'markdown', 'safe', 'liquid', 'future'],
];
const HEXO_KEYS = ['source_dir', 'public_dir', 'new_post_name', 'skip_render'];
const BOOK_KEYS = ['execute', 'sphinx', 'bibtex_bibfiles', 'launch_buttons', 'only_build_toc_files', 'latex'];

/** Hexo has a `_config.yml` as Jekyll has, and tags in `{% … %}` of its own. */
export function hexo(folder: Candidate): Sign | undefined {
  const config = folder.first(JEKYLL_CONFIG);
  if (config === undefined || !isHexoConfig(folder.settings(config))) return undefined;
  return { name: 'markdown', reason: `${config} is that of Hexo` };
}

/** Whether a `_config.yml` says what only Hexo asks for. */
export function isHexoConfig(keys: Readonly<Record<string, unknown>>): boolean {
  return HEXO_KEYS.some((name) => Object.hasOwn(keys, name));
}

/** Jekyll, known by a folder, a setting or a gem of its own. */
export function jekyll(folder: Candidate): Sign | undefined {
  const config = folder.first(JEKYLL_CONFIG);
  if (config === undefined || jupyterBook(folder) !== undefined) return undefined;
  const keys = folder.settings(config);
  const has = (names: readonly string[]): boolean => names.some((name) => Object.hasOwn(keys, name));
  if (isHexoConfig(keys)) return undefined;
  const hasTrait =
    JEKYLL_FOLDERS.some((name) => folder.folders.has(name)) ||
    has(JEKYLL_KEYS) ||
    /\b(?:jekyll|github-pages)\b/.test(folder.read('Gemfile'));
  return hasTrait ? sign(folder, 'jekyll', config) : undefined;
}

/** Jupyter Book 1 is Sphinx behind a `_config.yml`, which Jekyll has, too. */
export function jupyterBook(folder: Candidate): Sign | undefined {
  const toc = folder.first(['_toc.yml', '_toc.yaml']);
  if (toc !== undefined && /^format:\s*["']?jb-/m.test(folder.read(toc))) return sign(folder, 'sphinx', toc);
  const config = folder.first(JEKYLL_CONFIG);
  if (config === undefined) return undefined;
  const keys = folder.settings(config);
  const isBook = BOOK_KEYS.some((name) => Object.hasOwn(keys, name));
  return isBook && !Object.hasOwn(keys, 'scholar') && (toc !== undefined || !Object.hasOwn(keys, 'plugins'))
    ? sign(folder, 'sphinx', config)
    : undefined;
}
