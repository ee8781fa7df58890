import type { Work } from '../model.ts';
import { once } from '../text/once.ts';

/** What a field says about the work, whatever its format calls it. */
export type FieldRole =
  | 'author'
  | 'editor'
  | 'title'
  | 'subtitle'
  | 'container'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'firstPage'
  | 'lastPage'
  | 'publisher'
  | 'place'
  | 'edition'
  | 'chapter'
  | 'version'
  | 'year'
  | 'date'
  | 'accessed'
  | 'doi'
  | 'isbn'
  | 'issn'
  | 'serial' // RIS: an ISBN or an ISSN
  | 'pmid'
  | 'pmcid'
  | 'arxiv'
  | 'eprint'
  | 'eprinttype'
  | 'url'
  | 'note';

/**
 * Names of fields in lower case, the best first, for BibTeX and BibLaTeX, CSL, RIS (two letters), CITATION.cff and
 * loose YAML. No name means two things in two formats, so the format need not be known.
 */
const NAMES: Readonly<Record<FieldRole, string>> = {
  author: 'author authors au a1 creator creators by',
  editor: 'editor editors ed a2',
  title: 'title ti t1 ct',
  subtitle: 'subtitle',
  container:
    'journal journaltitle booktitle container-title jo jf t2 bt ja j2 journalabbr conference collection-title venue',
  volume: 'volume vl',
  issue: 'issue number is',
  pages: 'pages page',
  firstPage: 'sp page-first start',
  lastPage: 'ep end',
  publisher: 'publisher pb school institution organization',
  place: 'address location publisher-place cy pp',
  edition: 'edition et',
  chapter: 'chapter chapter-number',
  version: 'version',
  year: 'year py y1',
  date: 'date issued da date-released date-published published',
  accessed: 'urldate accessed y2 lastaccessed accessdate',
  doi: 'doi do',
  isbn: 'isbn isbn-13 isbn-10 isbn13 isbn10',
  issn: 'issn eissn',
  serial: 'sn',
  pmid: 'pmid',
  pmcid: 'pmcid pmc',
  arxiv: 'arxivid arxiv',
  eprint: 'eprint',
  eprinttype: 'eprinttype archiveprefix',
  url: 'url ur link',
  note: 'note howpublished',
};

/** What a field says, by its name in lower case; the lower the rank, the better the name for its role. */
export const rolesOfNames: () => ReadonlyMap<string, { readonly role: FieldRole; readonly rank: number }> =
  once(
    () =>
      new Map(
        Object.entries(NAMES).flatMap(([role, names]) =>
          names
            .split(' ')
            .map((name, rank): [string, { role: FieldRole; rank: number }] => [
              name,
              { role: role as FieldRole, rank },
            ]),
        ),
      ),
  );

const TYPES: Readonly<Record<Exclude<Work['kind'], 'unknown'>, string>> = {
  article:
    'article article-journal article-magazine article-newspaper periodical suppperiodical jour jfull mgzn news ejour review',
  book: 'book mvbook collection mvcollection proceedings mvproceedings reference mvreference booklet manual ebook edbook serial',
  chapter:
    'incollection inbook bookinbook suppbook suppcollection inreference chapter chap echap entry entry-encyclopedia',
  paper: 'inproceedings conference paper-conference conf cpaper conference-paper',
  thesis: 'thesis phdthesis mastersthesis bachelorsthesis thes',
  report: 'report techreport rprt standard',
  web: 'online www electronic webpage post post-weblog elec blog web website',
  preprint: 'preprint',
};

/** Entry types in lower case. CSL's `article` is a preprint and BibTeX's is not, so `article` is decided elsewhere. */
export const kindsOfTypes: () => ReadonlyMap<string, Work['kind']> = once(
  () =>
    new Map(
      Object.entries(TYPES).flatMap(([kind, types]) =>
        types.split(' ').map((type): [string, Work['kind']] => [type, kind as Work['kind']]),
      ),
    ),
);
