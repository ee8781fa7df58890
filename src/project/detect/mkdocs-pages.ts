import { below } from '../../text/path.ts';
import { readYaml } from '../site-settings.ts';
import { findPages, MARKDOWN } from './find-pages.ts';
import { MKDOCS } from './generators.ts';
import { clean } from './settings.ts';
import type { Site } from './site.ts';

/** MkDocs and Zensical print the pages in `docs_dir`, which is `docs` by itself, less `exclude_docs`. */
export function mkdocsDocuments(site: Site): string[] {
  const text = MKDOCS.map((name) => site.read(name)).find((config) => config !== '') ?? '';
  const folder = /^docs_dir[ \t]*[:=][ \t]*["']?([^"'\n\r#]+)/m.exec(text)?.[1];
  const docs = folder === undefined ? 'docs' : clean(folder);
  const excluded = readYaml(text)['exclude_docs'];
  const rules = typeof excluded === 'string' ? excluded.split('\n').map((rule) => anchored(rule, docs)) : [];
  return findPages(site, MARKDOWN, rules, docs);
}

/** A line of a `.gitignore` for one folder as the folder above would have it: with a slash inside, it begins there. */
function anchored(rule: string, folder: string): string {
  const [, not = '', pattern = ''] = /^(!?)(.*)$/.exec(rule.trim())!;
  return /\/./.test(pattern) ? not + below(folder, pattern.replace(/^\//, '')) : not + pattern;
}
