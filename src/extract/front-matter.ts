import type { DocumentFacts } from '../model.ts';

/** Dialects whose pages name their bibliographies themselves. */
const NAMED_BY_PAGES: ReadonlySet<DocumentFacts['dialect']> = new Set([
  'pandoc',
  'quarto',
  'rmarkdown',
  'distill',
]);

/**
 * The text with `bibliography: path` in its front matter, for a page whose engine would not find the file by itself.
 * Undefined where that cannot be written: another engine, front matter that is no YAML, a title block of Pandoc's.
 */
export function addBibliography(text: string, document: DocumentFacts, path: string): string | undefined {
  const { dialect, frontMatterFormat, frontMatterRegion, frontMatter } = document;
  if (!NAMED_BY_PAGES.has(dialect) || frontMatter.some(({ name }) => /^bibliography(?:\.|$)/.test(name)))
    return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `bibliography: ${path}${newline}`;
  if (frontMatterFormat === 'none') {
    const isChapter = dialect === 'rmarkdown' || dialect === 'distill' || /^\uFEFF|^%/.test(text);
    return isChapter ? undefined : `---${newline}${line}---${newline}${newline}${text}`;
  }
  if (frontMatterFormat !== 'yaml') return undefined;
  const block = text.slice(frontMatterRegion.start, frontMatterRegion.end).trimEnd();
  const close = frontMatterRegion.start + block.lastIndexOf('\n') + 1;
  return text.slice(0, close) + line + text.slice(close);
}
