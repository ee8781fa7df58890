import type { SiteDialect } from '../../model.ts';
import { below, join } from '../../text/path.ts';
import type { Read } from './site.ts';

/** Docusaurus in `website/` prints the pages of `../docs` where its configuration says so. */
export function foldersOutside({ name, root }: SiteDialect, read: Read): string[] {
  if (root === '' || (name !== 'markdown' && name !== 'rehype-citation')) return [];
  const code = DOCUSAURUS.map((file) => read(below(root, file)) ?? '').join('\n');
  const written = code.replace(COMMENT_LINE, '').matchAll(PATH_OUTSIDE);
  const folders = [...written].map(([, path = '']) => join(root, path));
  return [...new Set(folders)].filter((folder) => folder !== '' && !folder.startsWith('..'));
}

const DOCUSAURUS = ['js', 'ts', 'mjs', 'mts', 'cjs'].map((extension) => `docusaurus.config.${extension}`);

const COMMENT_LINE = /^[ \t]{0,99}(?:\/\/|\*).*$/gm;

/** `path: '../docs'`, or what is made of that. */
const PATH_OUTSIDE = /\bpath: (?:[\w.]+\(__dirname, )?["'](\.\.\/[^"'\n]+)["']/g;
