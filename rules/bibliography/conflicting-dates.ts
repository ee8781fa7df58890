import { type BibEntry, defineRule, type Field } from '../../src/model.ts';
import { readDate } from '../../src/work/dates.ts';
import { readMonth } from '../../src/work/years.ts';
import { nameOf } from '../shared/bibliography-entries.ts';
import { eachField } from '../shared/field-columns.ts';
import { placeInField } from '../shared/field-places.ts';

/** BibTeX prints `year` and BibLaTeX `date`, so readers see one year or the other. */
export default defineRule({
  id: 'conflicting-dates',
  description: 'Disallow a `date` that says otherwise than `year` and `month`.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    year: 'Year `{year}` of {key} is not the year of its date `{date}`; BibTeX prints the one, biber and Pandoc the other.',
    month: 'Month `{month}` of {key} is not the month of its date `{date}`.',
  },
  options: {},

  check(project, { report }) {
    eachField(project, ['date'], (date, { path, format, entry, isWhole }) => {
      if (format !== 'bibtex' || !isWhole || fieldNamed(entry, 'date') !== date) return;
      const { start, end } = readDate(date.value);
      const last = end === undefined || end === 'open' ? start : end;
      const year = fieldNamed(entry, 'year');
      const month = fieldNamed(entry, 'month');
      if (start === undefined || last === undefined) return;
      const related = [{ at: { path, region: date.region }, message: 'the date' }];
      const key = nameOf(entry);
      const whole = { start: 0, end: Number.POSITIVE_INFINITY };
      if (year !== undefined && /^\s*\d{4}\s*$/.test(year.value)) {
        const written = Number(year.value);
        if (written < start.year || written > last.year) {
          const data = { key, year: year.value.trim(), date: date.value.trim() };
          report({ at: placeInField(path, year, whole), messageId: 'year', data, related });
          return;
        }
      }
      const read = month === undefined ? undefined : readMonth(month.value);
      if (month === undefined || read === undefined || start.month === undefined || end !== undefined) return;
      if (read !== start.month) {
        const data = { key, month: month.value.trim(), date: date.value.trim() };
        report({ at: placeInField(path, month, whole), messageId: 'month', data, related });
      }
    });
  },
});

function fieldNamed({ fields }: BibEntry, name: string): Field | undefined {
  return fields.find((field) => field.name === name && field.value.trim() !== '');
}
