import { type BibliographyFormat, defineRule, type Field, type Fix, type Region } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { readCslDate } from '../../src/work/csl-dates.ts';
import { type DateReading, readDate } from '../../src/work/dates.ts';
import { exactDate } from '../../src/work/exact-date.ts';
import { isReadByPandocOnly, nameOf, replaceWith } from '../shared/bibliography-entries.ts';
import { eachField } from '../shared/field-columns.ts';
import { placeInField, valueStart } from '../shared/field-places.ts';
import { cslDates } from '../shared/known-fields.ts';

/** biber drops a date it cannot read, and sorts the entry behind all others. */
export default defineRule({
  id: 'invalid-date',
  description: 'Disallow dates that are none, and years that no program can sort by.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    month: 'There is no month `{found}`, in `{name}` of {key}.',
    day: 'That month has no day `{found}`, in `{name}` of {key}.',
    order: 'The range in `{name}` of {key} ends before it begins.',
    draft:
      '`{found}` in `{name}` of {key} is a date of drafts of EDTF, which biber drops; it reads `{expected}`.',
    shape: '`{found}` in `{name}` of {key} is no date; dates are written like `1997-05-17`.',
    ambiguous:
      '`{found}` in `{name}` of {key} may be day and month or month and day; dates are written like `1997-05-17`.',
    'whole-date':
      '`{found}` in `year` of {key} is a whole date, and printed as the year; `date` is made for it.',
    year: '`{found}` is no year, in {key}; write all four digits.',
    'year-mark': '`{found}` behind the year of {key} is printed with it.',
  },
  options: {},

  check(project, { report }) {
    const isOfPandoc = (path: string): boolean =>
      project.bibliographies.some((facts) => facts.path === path && isReadByPandocOnly(project, facts));
    eachField(project, namesOfDates(), (field, { path, format, entry, isWhole }) => {
      if (!isWhole) return;
      const isCsl = format === 'csl-json' || format === 'csl-yaml';
      const { name, value } = field;
      const key = nameOf(entry);
      if ((format === 'bibtex' || format === 'cff') && name === 'year' && isNoYear(value, entry.type)) {
        const at = placeInField(path, field, wholeOf(field));
        const fixes = rewrite(path, field, exactYear(value));
        report({ at, messageId: 'year', data: { found: value.trim(), key }, fixes });
        return;
      }
      const figures = isCsl || format === 'ris' ? YEAR_OF_FIVE_FIGURES.exec(value) : null;
      if (figures !== null) {
        const at = isCsl ? { path, region: field.region } : placeInField(path, field, wholeOf(field));
        report({ at, messageId: 'year', data: { found: figures[1]!, key } });
        return;
      }
      const mark = format === 'bibtex' && name === 'year' ? YEAR_WITH_MARK.exec(value) : null;
      if (mark !== null) {
        const [, year = '', found = ''] = mark;
        const at = placeInField(path, field, wholeOf(field));
        report({ at, messageId: 'year-mark', data: { found, key }, fixes: rewrite(path, field, year) });
        return;
      }
      if (format === 'bibtex' && name === 'year' && isWholeDate(value.trim())) {
        const at = placeInField(path, field, wholeOf(field));
        report({ at, messageId: 'whole-date', data: { found: value.trim(), key } });
        return;
      }
      const reading = dateOf(field, format, isCsl);
      if (reading === undefined) return;
      const { problem } = reading;
      if (problem === undefined) {
        if (isCsl || !UNKNOWN_DIGITS.test(value) || isOfPandoc(path)) return;
        const at = placeInField(path, field, wholeOf(field));
        const data = { found: value.trim(), name, key, expected: value.trim().replace(/u/g, 'X') };
        report({ at, messageId: 'draft', data });
        return;
      }
      const { kind, region, found } = problem;
      // The shape of a date in CSL is for `invalid-csl-item` to say.
      if (isCsl && kind === 'shape') return;
      const at = isCsl ? { path, region: field.region } : placeInField(path, field, region);
      const fixes = kind === 'shape' ? rewrite(path, field, exactDate(value)) : [];
      if (kind === 'order') report({ at, messageId: kind, data: { name, key } });
      else report({ at, messageId: kind, data: { found, name, key }, fixes });
    });
  },
});

/** `17uu`: Pandoc reads it, and not the `17XX` that it became; so there is no fix for both. */
const UNKNOWN_DIGITS = /[\d-]u/;

const BIBLATEX_DATES = new Set('date urldate eventdate origdate'.split(' '));
const CFF_DATES = new Set('date-released date-published date-accessed date-downloaded'.split(' '));
const namesOfDates = once(
  () => new Set([...BIBLATEX_DATES, ...CFF_DATES, ...cslDates(), 'year', 'py', 'y1', 'da']),
);

function dateOf(field: Field, format: BibliographyFormat, isCsl: boolean): DateReading | undefined {
  if (isCsl) return cslDates().has(field.name) ? readCslDate(field.value) : undefined;
  if (format === 'cff') return CFF_DATES.has(field.name) ? readDate(field.value) : undefined;
  if (format !== 'bibtex' || !BIBLATEX_DATES.has(field.name) || /[\\{}$]/.test(field.value)) return undefined;
  // An access date is often written out, and no program needs to sort by it.
  if (field.name === 'urldate' && /[a-z]{3}/i.test(field.value)) return undefined;
  const reading = readDate(field.value);
  const [day = ''] = field.value.split('T');
  return reading.problem === undefined && ONE_DIGIT.test(day)
    ? { ...reading, problem: { kind: 'shape', region: wholeOf(field), found: field.value.trim() } }
    : reading;
}

/** biber and Pandoc drop `1997-5-17`, which everybody else can read. */
const ONE_DIGIT = /-\d(?!\d)/;

const wholeOf = ({ value }: Field): Region => ({ start: 0, end: value.length });

/** Digits that are no year, and letters among digits; words, braces and macros may mean anything. */
function isNoYear(value: string, type: string): boolean {
  const text = value.trim();
  return (
    /^(?:['’]?\d{1,2}|\d{5,})$/.test(text) ||
    (THREE_FIGURES.test(text) && OF_TIMES_OF_PRINT.has(type.toLowerCase())) ||
    (/^[\dOIl]{4}$/.test(text) && /[OIl]/.test(text) && /\d/.test(text))
  );
}

/** `198` and `017`, which have lost a figure. In Taiwan 2024 is the year 113. */
const THREE_FIGURES = /^(?:0\d\d|1[5-9]\d|[2-9]\d\d)$/;
/** Nobody wrote these in the year 800, in which a book may have been. */
const OF_TIMES_OF_PRINT: ReadonlySet<string> = new Set(
  'article inproceedings conference proceedings phdthesis mastersthesis thesis techreport report'.split(' '),
);

/** `PY  - 19977`, and `{"date-parts":[[19977]]}` with its like in YAML. */
const YEAR_OF_FIVE_FIGURES =
  /^(?:[[{]{1,2}\s{0,40}"(?:date-parts|year)":\s{0,40}(?:\[\s{0,40}){0,2})?"?(\d{5})(?=$|[^\d.])/;

/** `1997.` and `1997,`: the mark of the list that the entry was copied from. */
const YEAR_WITH_MARK = /^\s{0,9}(\d{4})\s{0,3}([.,;:])\s{0,9}$/;

/** `09.03.2016`, `3/9/2016`; of `2016-03-09` Chinese styles make the date of a newspaper. */
function isWholeDate(text: string): boolean {
  return /^\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d$/.test(text);
}

/** `2O20`: letters that look like digits, among digits. */
function exactYear(value: string): string | undefined {
  const year = value.trim();
  return /^['’]?\d{1,2}$|^\d{5,}$/.test(year) ? undefined : year.replace(/O/g, '0').replace(/[Il]/g, '1');
}

function rewrite(path: string, field: Field, text: string | undefined): Fix[] {
  const start = valueStart(field);
  if (text === undefined || start === undefined) return [];
  const region = { start, end: start + field.value.length };
  return replaceWith(path, region, text, `Write \`${text}\``, 'safe');
}
