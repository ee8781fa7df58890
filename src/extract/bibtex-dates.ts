import type { BibtexFields } from './bibtex-fields.ts';
import type { BibtexSource } from './bibtex-source.ts';
import type { EntryType } from './bibtex-type.ts';
import { isoDate, publicationDate } from './plain-parts.ts';

/** When the work came out: `year` and `month`, which every program reads, or `date` where they cannot say it. */
export function dateFields(source: BibtexSource, type: EntryType): BibtexFields {
  const { date, endYear, firstYear, state } = publicationDate(source.work.reading);
  const rest: BibtexFields = state === undefined ? [] : [['pubstate', state]];
  if (date === undefined) return [['date', 'XXXX'], ...rest];
  if (endYear !== undefined) return [['date', `${date.year}/${endYear}`]];
  if (firstYear !== undefined) rest.push(['origdate', String(firstYear)]);
  if (needsBiblatex(source, type)) return [['date', isoDate(date)], ...rest];
  return [
    ['year', String(date.year)],
    ['month', date.month === undefined ? '' : MONTHS[date.month - 1]!],
    ['day', date.day === undefined ? '' : String(date.day)],
    ...rest,
  ];
}

/** BibTeX misses the publisher of a book and the pages of a part; BibLaTeX, which knows `date`, does not. */
function needsBiblatex({ publisher, pages }: BibtexSource, { name, fields }: EntryType): boolean {
  if (name === 'inproceedings' || (fields !== 'book' && fields !== 'part')) return false;
  return publisher === '' || (name === 'inbook' && pages === '');
}

/** Macros that every BibTeX style defines. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
