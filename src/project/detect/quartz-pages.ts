import { findPages, MARKDOWN } from './find-pages.ts';
import { QUARTZ } from './framework-sites.ts';
import type { Site } from './site.ts';

/** Quartz prints the notes in `content` less its `ignorePatterns`; its own manual lies beside them in every copy of it. */
export function quartzDocuments(site: Site): string[] {
  const code = QUARTZ.map((name) => site.read(name)).join('\n');
  const list = /\bignorePatterns\s{0,9}:\s{0,9}\[([^\]]{0,5000})\]/.exec(code)?.[1] ?? '';
  const excluded = [...list.matchAll(/["']([^"'\n]+)["']/g)].map((match) => match[1]!);
  const notes = findPages(site, MARKDOWN, excluded, 'content');
  return notes.length > 0 ? notes : findPages(site, MARKDOWN, excluded);
}
