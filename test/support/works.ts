import { ARTICLES } from './works-articles.ts';
import { BOOKS } from './works-books.ts';
import { CHAPTERS, PAGES, PAPERS, PREPRINTS, REPORTS, THESES } from './works-others.ts';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
}

/** One work as CSL-JSON, as far as the tables need it. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly author: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly accessed?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly title: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly edition?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly genre?: string;
  readonly number?: string;
  readonly DOI?: string;
  readonly URL?: string;
}

const rows = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

function names(list: string): CslName[] {
  return list.split('; ').map((name) => {
    const [family, given] = name.split(', ');
    if (given === undefined) return { literal: name };
    const particle = /^(van der|van|von|de) /.exec(family!);
    if (particle === null) return { family: family!, given };
    return { family: family!.slice(particle[0].length), given, 'non-dropping-particle': particle[1]! };
  });
}

const year = (written: string): CslItem['issued'] => ({ 'date-parts': [[Number(written)]] });
const given = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { [P in K]?: string };

const base = (
  id: string,
  type: string,
  row: readonly string[],
): Pick<CslItem, 'id' | 'type' | 'author' | 'issued' | 'title'> => ({
  id,
  type,
  author: names(row[0]!),
  issued: year(row[1]!),
  title: row[2]!,
});

/** All works of the tables, each with its own id. */
export function csl(): CslItem[] {
  return [
    ...rows(BOOKS).map((row, i) => ({
      ...base(`book-${i}`, 'book', row),
      ...given('publisher', row[3]),
      ...given('publisher-place', row[4]),
      ...given('edition', row[5]),
    })),
    ...rows(ARTICLES).map((row, i) => ({
      ...base(`article-${i}`, 'article-journal', row),
      ...given('container-title', row[3]),
      ...given('volume', row[4]),
      ...given('issue', row[5]),
      ...given('page', row[6]),
      ...given('DOI', row[7]),
    })),
    ...rows(PAPERS).map((row, i) => ({
      ...base(`paper-${i}`, 'paper-conference', row),
      ...given('container-title', row[3]),
      ...given('page', row[4]),
      ...given('publisher', row[5]),
      ...given('publisher-place', row[6]),
    })),
    ...rows(CHAPTERS).map((row, i) => ({
      ...base(`chapter-${i}`, 'chapter', row),
      ...given('container-title', row[3]),
      editor: names(row[4]!),
      ...given('page', row[5]),
      ...given('publisher', row[6]),
      ...given('publisher-place', row[7]),
    })),
    ...rows(THESES).map((row, i) => ({
      ...base(`thesis-${i}`, 'thesis', row),
      ...given('genre', row[3]),
      ...given('publisher', row[4]),
    })),
    ...rows(REPORTS).map((row, i) => ({
      ...base(`report-${i}`, 'report', row),
      ...given('genre', row[3]),
      ...given('number', row[4]),
      ...given('publisher', row[5]),
    })),
    ...rows(PAGES).map((row, i) => ({
      id: `page-${i}`,
      type: 'webpage',
      author: names(row[0]!),
      issued: { 'date-parts': [[Number(row[1]), Number(row[2]), Number(row[3])]] },
      accessed: { 'date-parts': [[2024, 5, 12]] },
      title: row[4]!,
      ...given('container-title', row[5]),
      ...given('URL', row[6]),
    })),
    ...rows(PREPRINTS).map((row, i) => ({
      ...base(`preprint-${i}`, 'article', row),
      publisher: 'arXiv',
      number: `arXiv:${row[3]}`,
      URL: `https://arxiv.org/abs/${row[3]}`,
    })),
  ];
}
