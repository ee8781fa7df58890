import type { Region } from '../model.ts';

/** Part of a work in which two texts of it can differ. */
export type DifferencePart =
  | 'authors'
  | 'year'
  | 'title'
  | 'container'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'publisher'
  | 'edition'
  | 'doi'
  | 'isbn'
  | 'arxiv'
  | 'pmid'
  | 'pmcid'
  | 'url'
  | 'preprint'
  | 'text';

/** One part of two works that does not agree: “year 1997 ≠ 1998”. */
export interface Difference {
  readonly part: DifferencePart;
  /** As written, on one line; `''` where that side lacks what the other has. */
  readonly left: string;
  readonly right: string;
  readonly leftRegion?: Region;
  readonly rightRegion?: Region;
}

const WORDS: Readonly<Record<DifferencePart, string>> = {
  authors: 'authors',
  year: 'year',
  title: 'title',
  container: 'published in',
  volume: 'volume',
  issue: 'issue',
  pages: 'pages',
  publisher: 'publisher',
  edition: 'edition',
  doi: 'DOI',
  isbn: 'ISBN',
  arxiv: 'arXiv id',
  pmid: 'PMID',
  pmcid: 'PMCID',
  url: 'URL',
  preprint: 'preprint',
  text: '',
};

/** A difference in words: “year 1997 ≠ 1998”; long values are cut to where they differ. */
export function describeDifference({ part, left, right }: Difference): string {
  const [a, b] = part === 'doi' || part === 'url' ? [left, right] : aroundDifference(left, right);
  const word = WORDS[part];
  const value = (text: string) => (text === '' ? 'nothing' : clip(text));
  return `${word === '' ? '' : `${word} `}${value(a)} ≠ ${value(b)}`;
}

/** The first three differences in words, and how many more there are. */
export function describeDifferences(differences: readonly Difference[]): string {
  const words = differences.slice(0, 3).map(describeDifference);
  if (differences.length > 3) words.push(`${differences.length - 3} more`);
  return words.join('; ');
}

const LONGEST = 60;

function clip(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST
    ? text
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}

/** Cuts what two long texts share at both ends, a word or two apart, so that the difference is seen. */
function aroundDifference(left: string, right: string): [string, string] {
  if (left.length <= LONGEST && right.length <= LONGEST) return [left, right];
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  if (start < 20) return [left, right];
  const from = left.lastIndexOf(' ', left.lastIndexOf(' ', start - 1) - 1) + 1;
  const cut = (text: string) => (from === 0 ? text : `…${text.slice(from)}`);
  return [cut(left), cut(right)];
}
