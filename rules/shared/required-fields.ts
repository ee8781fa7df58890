import type { BibliographyFacts, BibliographyFormat } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { BIBLATEX_TYPES } from '../../src/work/entry-types.ts';

/** Who says what an entry needs; `mixed` is what BibTeX and BibLaTeX both ask for. */
export const FIELD_PROFILES = [
  'bibtex',
  'biblatex',
  'biblatex-biber',
  'biblatex-manual',
  'mixed',
  'csl',
  'cff',
] as const;

/** Who says which fields an entry needs. */
export type FieldProfile = (typeof FIELD_PROFILES)[number];

/** Required fields by type; `a|b` is one of them, `a/b` are two names for one. */
type Requirements = Readonly<Record<string, string>>;

/** BibTeX's standard styles (btxdoc, section 3.1), with BibLaTeX's names for the same fields. */
const BIBTEX: Requirements = {
  article: 'author title journal/journaltitle year/date',
  book: 'author|editor title publisher year/date',
  booklet: 'title',
  conference: 'author title booktitle year/date',
  inproceedings: 'author title booktitle year/date',
  inbook: 'author|editor title chapter|pages publisher year/date',
  incollection: 'author title booktitle publisher year/date',
  manual: 'title',
  mastersthesis: 'author title school/institution year/date',
  phdthesis: 'author title school/institution year/date',
  proceedings: 'title year/date',
  techreport: 'author title institution year/date',
  unpublished: 'author title note',
};

const DATED = (
  'article book inbook bookinbook suppbook booklet collection incollection suppcollection manual misc mvbook ' +
  'mvcollection online patent periodical suppperiodical proceedings inproceedings reference inreference report thesis ' +
  'unpublished electronic www conference techreport mastersthesis phdthesis'
).split(' ');

/** Mandatory constraints of biber's data model (`biber-tool.conf`). */
const biber = once(
  (): Requirements =>
    dated({
      article: 'author journaltitle/journal title',
      book: 'author title',
      mvbook: 'author title',
      inbook: 'author title booktitle',
      bookinbook: 'author title booktitle',
      suppbook: 'author title booktitle',
      booklet: 'author|editor title',
      collection: 'editor title',
      mvcollection: 'editor title',
      reference: 'editor title',
      mvreference: 'editor title',
      incollection: 'author editor title booktitle',
      suppcollection: 'author editor title booktitle',
      inreference: 'author editor title booktitle',
      dataset: 'title',
      software: 'title',
      misc: 'title',
      manual: 'title',
      online: 'title url|doi|eprint',
      electronic: 'title url|doi|eprint',
      www: 'title url|doi|eprint',
      patent: 'author title number',
      periodical: 'editor title',
      proceedings: 'title',
      mvproceedings: 'title',
      inproceedings: 'author title booktitle',
      conference: 'author title booktitle',
      report: 'author title type institution/school',
      techreport: 'author title institution/school',
      thesis: 'author title type institution/school',
      mastersthesis: 'author title institution/school',
      phdthesis: 'author title institution/school',
      unpublished: 'author title',
      set: 'entryset',
    }),
);

/** The BibLaTeX manual's list of types (section 2.1.1). */
const manual = once(
  (): Requirements =>
    dated({
      ...biber(),
      incollection: 'author title booktitle',
      suppcollection: 'author title booktitle',
      inreference: 'author title booktitle',
      dataset: 'author|editor title date/year',
      software: 'author|editor title date/year',
      misc: 'author|editor title',
      manual: 'author|editor title',
      online: 'author|editor title url|doi|eprint',
      electronic: 'author|editor title url|doi|eprint',
      www: 'author|editor title url|doi|eprint',
    }),
);

/** Types that BibTeX knows without a year, and pages of the web: much of what is entered as such bears no date. */
const UNDATED = new Set('booklet manual misc unpublished online electronic www'.split(' '));

/**
 * What both of them ask for, less what BibLaTeX's own examples leave out, the author of an edited book, less the date of
 * what has none, and less the kind of a report: without one it is a report.
 */
const biblatex = once(
  (): Requirements => ({
    ...Object.fromEntries(
      Object.entries(manual()).map(([type, fields]) => {
        const asked = new Set((biber()[type] ?? '').split(' '));
        return [
          type,
          fields
            .split(' ')
            .filter((field) => asked.has(field) && !(field === 'date/year' && UNDATED.has(type)))
            .filter((field) => field !== 'type' || type !== 'report')
            .join(' '),
        ];
      }),
    ),
    book: 'author|editor title date/year',
    mvbook: 'author|editor title date/year',
    periodical: 'title date/year',
  }),
);

/** For files that use names of both, so that either program may read them: of a requirement the weaker form. */
const mixed = once(
  (): Requirements => ({
    ...biblatex(),
    misc: '',
    ...Object.fromEntries(
      Object.entries(BIBTEX).map(([type, fields]) => {
        const others = (biblatex()[type] ?? '').split(' ').map((field) => field.split(/[|/]/));
        const shared = fields.split(' ').flatMap((field) => {
          const names = field.split(/[|/]/);
          const other = others.find((one) => one.some((name) => names.includes(name)));
          if (other === undefined) return [];
          return other.length > names.length ? [other.join('|')] : [field];
        });
        return [type, shared.join(' ')];
      }),
    ),
  }),
);

/** CSL asks for nothing but `id` and `type`; without these nothing is printed that a reader could look for. */
const CSL: Requirements = {
  'article-journal': 'title container-title',
  'article-magazine': 'title container-title',
  'article-newspaper': 'title container-title',
  book: 'title',
  chapter: 'title container-title',
  'paper-conference': 'title container-title|event/event-title',
  report: 'title',
  thesis: 'title',
  webpage: 'title URL|DOI',
};

/** Citation File Format 1.2.0, definitions of references. */
const CFF_REFERENCE = 'title authors';

function dated(types: Requirements): Requirements {
  return Object.fromEntries(
    Object.entries(types).map(([type, fields]) => [
      type,
      DATED.includes(type) && !fields.includes('date/year') ? `${fields} date/year` : fields,
    ]),
  );
}

const PROFILES: Readonly<Record<Exclude<FieldProfile, 'cff'>, () => Requirements>> = {
  bibtex: () => BIBTEX,
  biblatex,
  'biblatex-biber': biber,
  'biblatex-manual': manual,
  mixed,
  csl: () => CSL,
};

/** One thing a type needs: the names it may stand under, and those a message offers. */
export interface Requirement {
  readonly accepted: readonly string[];
  readonly offered: readonly string[];
}

/** What a type needs; nothing for a type the profile does not know. */
export function requiredFields(profile: FieldProfile, type: string): Requirement[] {
  const table: Requirements = profile === 'cff' ? {} : PROFILES[profile]();
  const fields = profile === 'cff' ? CFF_REFERENCE : Object.hasOwn(table, type) ? (table[type] ?? '') : '';
  if (fields === '') return [];
  return fields.split(' ').map((field) => ({
    accepted: field.split(/[|/]/),
    offered: field.split('|').map((names) => names.replace(/\/.*/, '')),
  }));
}

const BIBLATEX_FIELDS = (
  'date journaltitle location langid eventtitle origdate maintitle eprinttype eprintclass shorthand shortauthor ' +
  'booksubtitle entrysubtype editortype titleaddon'
).split(' ');

/** What BibLaTeX calls otherwise: `journaltitle`, `location`, `institution`. */
const BIBTEX_FIELDS = 'journal address school'.split(' ');

/**
 * The profile a file asks for: BibLaTeX where one of its types or fields is used, what both ask for where BibTeX's own
 * fields are used beside them, else its format's. `uses` tells whether it has fields of a name.
 */
export function profileOf(
  facts: BibliographyFacts,
  uses: (name: string) => boolean,
): FieldProfile | undefined {
  const fixed: Partial<Record<BibliographyFormat, FieldProfile>> = {
    'csl-json': 'csl',
    'csl-yaml': 'csl',
    cff: 'cff',
  };
  if (facts.format !== 'bibtex') return fixed[facts.format];
  if (!BIBLATEX_FIELDS.some(uses) && !facts.entries.some(({ type }) => BIBLATEX_TYPES.has(type)))
    return 'bibtex';
  return BIBTEX_FIELDS.some(uses) ? 'mixed' : 'biblatex';
}
