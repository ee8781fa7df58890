import { findPages, MARKDOWN } from './find-pages.ts';
import type { Site } from './site.ts';

/** Documenter prints the pages in `source`, which is `src` by itself. */
export function documenterDocuments(site: Site): string[] {
  const source = /\bsource\s{0,9}=\s{0,9}"([^"\n]{1,200})"/.exec(site.read('make.jl'))?.[1] ?? 'src';
  return findPages(site, MARKDOWN, [], source);
}
