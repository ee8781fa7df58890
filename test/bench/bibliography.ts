import type { Random } from './random.ts';

/** What an entry of a generated bibliography is about. */
export interface GeneratedWork {
  readonly key: string;
  readonly author: string;
  readonly year: number;
  readonly title: string;
  readonly publisher: string;
}

const JOURNALS = ['cacm', 'jacm', 'tods', '{The Computer Journal}', '"Bell System Technical Journal"'];
const STRINGS =
  '@string{cacm = "Communications of the ACM"}\n@string{jacm = {Journal of the ACM}}\n@string{tods = "ACM Transactions on Database Systems"}\n';

/**
 * A BibTeX file with one entry a work, as reference managers write it: books, articles and papers of 400 bytes on
 * average, with macros, quotes, accents, two authors, DOIs, and an abstract in every fourth.
 */
export function generateBibliography(works: readonly GeneratedWork[], random: Random): string {
  return STRINGS + works.map((work, index) => `\n${generateEntry(work, index, random)}`).join('');
}

function generateEntry(work: GeneratedWork, index: number, random: Random): string {
  const { key, author, year, title, publisher } = work;
  const fields = [`author = {${author}${index % 3 === 0 ? ' and M{\\"u}ller, J{\\"o}rg' : ''}}`];
  fields.push(index % 5 === 0 ? `title = "{${title}}"` : `title = {{${title}}}`, `year = ${year}`);
  if (index % 4 === 3) fields.push(`abstract = {${ABSTRACT}}`);
  const first = 1 + random.below(900);
  const pages = `pages = {${first}--${first + 1 + random.below(30)}}`;
  if (index % 3 === 0) {
    fields.push(`publisher = "${publisher}"`, 'address = {Reading, MA}');
    return write('book', key, fields);
  }
  const doi = `doi = {10.1145/${100_000 + index}.${200_000 + index}}`;
  if (index % 3 === 1) {
    const volume = `volume = {${1 + random.below(60)}}`;
    fields.push(
      `journal = ${random.pick(JOURNALS)}`,
      volume,
      `number = {${1 + random.below(12)}}`,
      pages,
      doi,
      'month = jan',
    );
    return write('article', key, fields);
  }
  fields.push('booktitle = {Proceedings of the Spring Joint Computer Conference}', pages, doi);
  fields.push(`url = {https://doi.org/10.1145/${100_000 + index}.${200_000 + index}}`);
  return write('inproceedings', key, fields);
}

const ABSTRACT =
  'The concept of one event happening before another in a distributed system is examined, and is shown to define a partial ordering of the events. A distributed algorithm is given for synchronizing a system of logical clocks which can be used to totally order the events. The use of the total ordering is illustrated with a method for solving synchronization problems.';

const write = (type: string, key: string, fields: readonly string[]): string =>
  `@${type}{${key},\n${fields.map((field) => `  ${field}`).join(',\n')}\n}\n`;
