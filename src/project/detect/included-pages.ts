import { folderOf, join } from '../../text/path.ts';
import { clean } from './settings.ts';
import type { Site, SiteFile } from './site.ts';

/** `{include} parts/intro.md`, and a file as the value of a field or in a list: `article: paper.md`. */
export const NAMED_PAGE =
  /(?:\{include\}[ \t]{1,9}|^[ \t-]{0,40}(?:[\w-]{1,40}:[ \t]{1,9})?["']?)([^\s"'`]{1,200}\.md)\b/gm;

/** `{{< include _intro.md >}}` of Quarto. */
export const INCLUDE = /\{\{<\s{0,9}include\s{1,9}["']?([^\s"'<>]{1,200})["']?\s{0,9}>\}\}/g;

/** `child="parts/intro.Rmd"` among the options of a chunk, or several in `c(…)`; `#| child: intro.qmd` below its fence. */
export const CHILD =
  /(?:\bchild\s{0,9}=\s{0,9}(?=c\(|["'])|^#\|[ \t]{0,9}child:)((?:[ \t]{0,9}c\(\s{0,9})?[^)}\n]{1,500})/gm;

/** The pages with those of the other sources that they name, and that these name in turn. */
export function withIncluded(
  pages: readonly SiteFile[],
  sources: readonly SiteFile[],
  site: Site,
  ...naming: readonly RegExp[]
): readonly SiteFile[] {
  const found = new Set(pages);
  const others = new Map(sources.map((file) => [file.relative, file]));
  for (const page of pages) others.delete(page.relative);
  if (others.size === 0) return pages;
  // A set hands out what is added to it while it is walked through.
  for (const { relative } of found) {
    const text = site.read(relative);
    for (const [, named = ''] of naming.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const names = named.split(/["'\s,()[\]]+/).filter((name) => name.includes('.'));
      for (const name of names) {
        const included = others.get(join(folderOf(relative), name)) ?? others.get(clean(name));
        if (included !== undefined) found.add(included);
      }
    }
  }
  return sources.filter((file) => found.has(file));
}
