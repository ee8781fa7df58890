import type { DocumentFacts, FrontMatterField } from '../../src/model.ts';

/** Problems that leave the data of a page in doubt, so that what seems to be missing may be there. */
const IS_BROKEN = /^(?:fm-(?!ignored)|executable-front-matter|unsupported-front-matter|front-matter-too)/;

/** Whether the front matter could not be read as a whole; another rule says so. */
export const hasBrokenFrontMatter = ({ problems }: DocumentFacts): boolean =>
  problems.length > 0 && problems.some(({ messageId }) => IS_BROKEN.test(messageId));

/** The value that counts under one of several names of a key; Hugo takes keys in any case, and the last of two. */
export function findField(
  { frontMatter, dialect }: DocumentFacts,
  names: readonly string[],
): FrontMatterField | undefined {
  const foldCase = dialect === 'hugo';
  for (let index = frontMatter.length - 1; index >= 0; index--) {
    const field = frontMatter[index]!;
    for (const name of names) if (isNamed(field.name, name, foldCase)) return field;
  }
  return undefined;
}

/** Most names differ in length already, and every page is asked for many. */
function isNamed(name: string, wanted: string, foldCase: boolean): boolean {
  if (name.length !== wanted.length) return false;
  return name === wanted || (foldCase && name.toLowerCase() === wanted.toLowerCase());
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
