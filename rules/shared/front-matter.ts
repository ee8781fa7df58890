import type { Cite, DocumentFacts, FrontMatterField } from '../../src/model.ts';

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
export function isEmptyValue({ value }: FrontMatterField): boolean {
  if (typeof value === 'string') return !beginsVisibly(value) && value.trim() === '';
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Whether a text begins with a visible character of ASCII, as nearly all do. */
function beginsVisibly(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 0x20 && first < 0x7f;
}

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

/** The field of the front matter in which a cite stands, the innermost of several. */
export function fieldOfCite(
  { frontMatter }: DocumentFacts,
  { keyRegion }: Cite,
): FrontMatterField | undefined {
  return frontMatter.findLast(({ region }) => region.start <= keyRegion.start && keyRegion.end <= region.end);
}

/** Whether a cite stands in the abstract, where works are cited as in the text, and has the year of a work in its key. */
export function citesInAbstract(document: DocumentFacts, cite: Cite): boolean {
  return /\d\d/.test(cite.key) && /^abstract\b/.test(fieldOfCite(document, cite)?.name ?? '');
}
