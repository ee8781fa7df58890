import type { BibtexSource } from './bibtex-source.ts';
import { type EntryType, institutionOf } from './bibtex-type.ts';
import { escapeLatex, escapeVerbatim } from './latex.ts';
import { accessDate, splitGenre } from './plain-parts.ts';
import { unreadRest } from './unread-rest.ts';

/** Fields in the order they are written in; empty ones are left out in the end. */
export type BibtexFields = [name: string, value: string][];

/** What is particular to each sort of entries. */
export const FIELDS_OF: Readonly<
  Record<EntryType['fields'], (source: BibtexSource, type: EntryType) => BibtexFields>
> = {
  article: (source) => [
    ['journal', source.container],
    ['volume', source.part('volume')],
    ['number', source.part('issue')],
    ['pages', source.pages],
    ['issn', source.identifier('issn')],
  ],
  book: (source) => [
    ['edition', edition(source)],
    ['volume', source.part('volume')],
    ['publisher', source.publisher],
    ['address', source.place],
    ['isbn', source.identifier('isbn')],
  ],
  part: (source, { name }) => [
    ['booktitle', source.container],
    ['edition', name === 'inproceedings' ? '' : edition(source)],
    ['volume', source.part('volume')],
    ['number', name === 'inproceedings' ? source.part('issue') : ''],
    ['pages', source.pages],
    ['publisher', source.publisher],
    ['address', source.place],
    ['isbn', source.identifier('isbn')],
  ],
  thesis: (source, { name }) => [
    ['type', name === 'thesis' ? source.part('genre') || 'Thesis' : ''],
    [name === 'thesis' ? 'institution' : 'school', source.publisher],
    ['address', source.place],
  ],
  report: (source) => {
    const { type, number = '' } = splitGenre(source.part('genre'));
    return [
      ['type', type],
      ['number', number],
      ['institution', institutionOf(source)],
      ['address', source.place],
      ['pages', source.pages],
    ];
  },
  online: (source) => [['organization', source.container || source.publisher]],
  misc: (source) => [
    ['type', source.isRead ? source.part('genre') : ''],
    ['howpublished', source.isRead ? publishedIn(source) : ''],
  ],
};

/** `3rd ed.` is `3`, and words stay. */
function edition(source: BibtexSource): string {
  const written = source.part('edition');
  const ordinal = /^(\d{1,3})/.exec(written)?.[1] ?? ORDINALS[written.split(/[\s.]/)[0]!.toLowerCase()];
  return ordinal ?? written.replace(/\s{0,9}(?:edition|edn?|ed|aufl(?:age)?|éd)\.?$/i, '');
}

const ORDINALS: Readonly<Record<string, string>> = Object.fromEntries(
  'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, index) => [word, String(index + 1)]),
);

/** What an entry of type `misc` has no fields for. */
function publishedIn(source: BibtexSource): string {
  const { container, publisher, place, work } = source;
  const isPreprint = work.reading.kind === 'preprint' && source.identifier('arxiv') !== '';
  return [isPreprint ? '' : container, publisher, place].filter((part) => part !== '').join(', ');
}

/** Fields of the identifiers, an address and the day it was looked at. BibTeX has one `eprint`, so arXiv wins over PubMed. */
export function identifierFields({ identifier, work }: BibtexSource): BibtexFields {
  const fields: BibtexFields = [['doi', escapeVerbatim(identifier('doi'))]];
  const arxiv = identifier('arxiv');
  const pmid = identifier('pmid');
  if (arxiv !== '') fields.push(['eprint', arxiv], ['archiveprefix', 'arXiv']);
  else if (pmid !== '') fields.push(['eprint', pmid], ['eprinttype', 'pubmed']);
  fields.push(['url', escapeVerbatim(identifier('url'))]);
  const accessed = identifier('url') === '' ? undefined : accessDate(work.reading);
  if (accessed !== undefined) fields.push(['urldate', accessed]);
  return fields;
}

/** A `note` of all that has no field of its own in an entry of this type. */
export function noteFields(source: BibtexSource, type: EntryType): BibtexFields {
  const notes: string[] = [];
  if (type.fields === 'misc' && source.isRead) {
    const volume = source.part('volume');
    if (volume !== '') notes.push(`vol. ${volume}`);
    if (source.pages !== '') notes.push(`pp. ${source.pages}`);
  }
  const { reading, text } = source.work;
  const rest = source.isRead ? unreadRest(text, reading) : '';
  if (rest !== '') notes.push(escapeLatex(rest));
  const pmcid = source.identifier('pmcid');
  if (pmcid !== '') notes.push(`PMCID: ${pmcid}`);
  return [['note', notes.join(', ')]];
}
