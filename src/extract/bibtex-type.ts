import type { Work } from '../model.ts';
import type { BibtexSource } from './bibtex-source.ts';
import { escapeLatex } from './latex.ts';

/** An entry type, and which list of fields it has. */
export interface EntryType {
  readonly name: string;
  readonly fields: 'article' | 'book' | 'part' | 'thesis' | 'report' | 'online' | 'misc';
}

const MISC: EntryType = { name: 'misc', fields: 'misc' };

/** The type of the work's kind, as long as the work has what BibTeX and biber demand of it. */
export function bibtexType(source: BibtexSource): EntryType {
  const { work, isRead, authors, container } = source;
  if (!isRead) return MISC;
  const wanted = TYPES[work.reading.kind](source);
  const needsContainer = wanted.fields === 'article' || wanted.fields === 'part';
  if (needsContainer && (authors === '' || container === '')) return MISC;
  return wanted;
}

const TYPES: Readonly<Record<Work['kind'], (source: BibtexSource) => EntryType>> = {
  article: () => ({ name: 'article', fields: 'article' }),
  book: ({ authors, editors }) => {
    if (authors === '' && editors === '') return MISC;
    return { name: authors === '' ? 'collection' : 'book', fields: 'book' };
  },
  chapter: ({ editors }) => ({ name: editors === '' ? 'inbook' : 'incollection', fields: 'part' }),
  paper: () => ({ name: 'inproceedings', fields: 'part' }),
  thesis: (source) => {
    if (source.authors === '' || source.publisher === '') return MISC;
    return { name: thesisType(source.part('genre')), fields: 'thesis' };
  },
  report: (source) => {
    const isComplete = source.authors !== '' && institutionOf(source) !== '';
    return isComplete ? { name: 'techreport', fields: 'report' } : MISC;
  },
  web: online,
  preprint: () => MISC,
  unknown: (source) => (source.identifier('url') === '' ? MISC : online(source)),
};

function online({ identifier }: BibtexSource): EntryType {
  const isFound = identifier('url') !== '' || identifier('doi') !== '';
  return isFound ? { name: 'online', fields: 'online' } : MISC;
}

function thesisType(genre: string): string {
  if (/master|m\.?\s?sc\b|m\.?\s?a\.|mémoire de maîtrise|maestría/i.test(genre)) return 'mastersthesis';
  return /ph\.?\s?d|d\.?\s?phil|doct|doktor|dissertation|thèse/i.test(genre) ? 'phdthesis' : 'thesis';
}

/** Styles leave the publisher out that is the author too. */
export function institutionOf({ publisher, work }: BibtexSource): string {
  const [first] = work.reading.authors;
  return publisher || (first?.value.literal === true ? escapeLatex(first.value.family) : '');
}
