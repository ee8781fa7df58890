import type { SiteDialect } from '../model.ts';
import { join } from '../text/path.ts';
import type { ProjectReader } from './project-reader.ts';

const LAYOUTS = ['distill.html', 'distill.liquid'];
const BIBLIOGRAPHY = /<d-bibliography\b[^<>]{0,500}>/g;

/**
 * Whether the layout of a Jekyll site for Distill can be seen to load what a page names, and nothing else. That of a theme
 * which is a gem is out of sight.
 */
export function loadsNamedAlone({ name, root }: SiteDialect, reader: ProjectReader): boolean {
  if (name !== 'distill') return false;
  const layouts = LAYOUTS.map((file) => join(root, `_layouts/${file}`));
  const elements = layouts.flatMap((path) => (reader.read(path) ?? '').match(BIBLIOGRAPHY) ?? []);
  const isNamed = (element: string): boolean =>
    /\bpage\.bibliography\b/.test(element) && !/\bdefault\b/.test(element);
  return elements.length > 0 && elements.every(isNamed);
}
