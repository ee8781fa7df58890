import type { Region, SiteDialect } from '../../src/model.ts';
import {
  type MarkdownFacts,
  type MarkdownFlavor,
  readMarkdown,
} from '../../src/scan/markdown/read-markdown.ts';

/** Every flavor that `readMarkdown` reads. */
export const FLAVORS: readonly MarkdownFlavor[] = [
  'myst',
  'sphinx',
  'rehype-citation',
  'distill',
  'documenter',
  'markdown',
  'python-markdown',
  'goldmark',
  'kramdown',
];

/** A site without settings: nothing in the CommonMark family depends on any. */
export const plainDialect: SiteDialect = {
  name: 'markdown',
  root: '',
  reason: 'a test says so',
  shortcodes: {},
  shortcodesComplete: false,
  crossReferencePrefixes: [],
};

/** Reads a text whose front matter, if it has any, is the YAML block at its start. */
export function readText(text: string, flavor: MarkdownFlavor): MarkdownFacts {
  const front = /^---\r?\n(?:[^\r\n]*\r?\n)*?---(?:\r?\n|$)/.exec(text);
  return readMarkdown(text, { start: front?.[0].length ?? 0, end: text.length }, flavor, plainDialect);
}

/** Every region in a value, whatever it is nested in. */
export function regionsIn(value: unknown, found: Region[] = []): Region[] {
  if (Array.isArray(value)) for (const item of value) regionsIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    const { start, end } = value as Partial<Region>;
    if (typeof start === 'number' && typeof end === 'number') found.push({ start, end });
    else for (const item of Object.values(value)) regionsIn(item, found);
  }
  return found;
}
