import type { DocumentFacts, FrontMatterField } from '../../src/model.ts';

/** Problems that leave the data of a page in doubt, so that what seems to be missing may be there. */
const IS_BROKEN = /^(?:fm-(?!ignored)|executable-front-matter|unsupported-front-matter|front-matter-too)/;

/** Whether the front matter could not be read as a whole; another rule says so. */
export const hasBrokenFrontMatter = ({ problems }: DocumentFacts): boolean =>
  problems.some(({ messageId }) => IS_BROKEN.test(messageId));

/** The value that counts under one of several names of a key; Hugo takes keys in any case, and the last of two. */
export function findField(document: DocumentFacts, names: readonly string[]): FrontMatterField | undefined {
  const { frontMatter, dialect } = document;
  const foldCase = dialect === 'hugo';
  const wanted = new Set(foldCase ? names.map((name) => name.toLowerCase()) : names);
  return frontMatter.findLast(({ name }) => wanted.has(foldCase ? name.toLowerCase() : name));
}

/** Whether a value says nothing: no value, no text, no item. */
export const isEmptyValue = ({ value }: FrontMatterField): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The name of a page in words, for a title to begin with: `my-first-post.md`, `my-first-post/index.md`. */
export function titleFromPath(path: string): string {
  const parts = path.replace(/\.[^./]+$/, '').split('/');
  const last = parts.at(-1) ?? '';
  const name = /^_?index$/.test(last) ? (parts.at(-2) ?? last) : last;
  const words = name
    .replace(/^\d{4}-\d{2}-\d{2}-/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
