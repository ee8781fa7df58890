import { type DocumentFacts, defineRule, type FrontMatterField } from '../../src/model.ts';
import {
  type DateReading,
  isSureDate,
  readHugoDate,
  readJekyllDate,
  type ReadDate as WrittenDate,
} from '../shared/dates.ts';
import { findField, hasBrokenFrontMatter, isEmptyValue } from '../shared/front-matter.ts';

/** A date the generator cannot read stops the build, or is left out; one it misreads puts the page at the wrong end of every list. */
export default defineRule({
  id: 'invalid-front-matter-date',
  description:
    'Disallow dates in front matter that the engine cannot read, and changes before the date of the page.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    unreadable:
      '{engine} cannot read `{value}` as a date and {stops}; it expects `2024-05-01` or `2024-05-01T10:00:00Z`.',
    impossible: 'There is no `{value}` in the calendar; {engine} {stops}.',
    seconds: '{engine} reads the number `{value}` as seconds since 1970.',
    backwards: '`{name}` is before the `{first}` of the page, {day}.',
  },
  options: {},

  check(document, { project, report }) {
    const dates = DATES[document.dialect];
    if (dates === undefined || hasBrokenFrontMatter(document)) return;
    if (document.frontMatter.length === 0) return;
    let first: FrontMatterField | undefined;
    let last: FrontMatterField | undefined;
    for (const names of dates.fields) {
      const field = findField(document, names);
      if (field === undefined || isEmptyValue(field) || field.value === true || field.value === false)
        continue;
      const reading = isSure(field) ? undefined : readField(field, dates.read);
      if (reading === 'unreadable' || reading === 'impossible' || reading === 'seconds') {
        const { name: engine } = project.engineOf(document);
        const data = { engine, stops: dates.stops, value: String(field.value) };
        report({ at: { path: document.path, region: field.region }, messageId: reading, data });
      } else if (reading !== 'without-day') {
        if (names[0] === 'date') first = field;
        else if (names[0] === dates.changed) last = field;
      }
    }
    if (first === undefined || last === undefined) return;
    const made = readField(first, dates.read) as WrittenDate;
    if (!isBefore(readField(last, dates.read) as WrittenDate, made)) return;
    report({
      at: { path: document.path, region: last.region },
      messageId: 'backwards',
      data: { name: last.name, first: first.name, day: made.day },
      related: [{ at: { path: document.path, region: first.region }, message: 'the date of the page' }],
    });
  },
});

type ReadDate = (written: string, isQuoted: boolean) => DateReading;

interface DateFields {
  /** Each with the names it goes by, the first of which is ours. */
  readonly fields: readonly (readonly string[])[];
  readonly changed: string;
  /** What the engine does with a date that it cannot read. */
  readonly stops: string;
  readonly read: ReadDate;
}

const JEKYLL: DateFields = {
  fields: [['date'], ['last_modified_at']],
  changed: 'last_modified_at',
  stops: 'stops',
  read: readJekyllDate,
};

/** Engines that read dates as dates; Pandoc, Quarto and MyST print what is written. */
const DATES: Readonly<Partial<Record<DocumentFacts['dialect'], DateFields>>> = {
  hugo: {
    fields: [
      ['date'],
      ['publishDate', 'pubdate', 'published'],
      ['lastmod', 'modified'],
      ['expiryDate', 'unpublishdate'],
    ],
    changed: 'lastmod',
    stops: 'stops (before 0.135 it ignored the date)',
    read: readHugoDate,
  },
  jekyll: JEKYLL,
  distill: JEKYLL,
};

const isSure = ({ value }: FrontMatterField): boolean => typeof value === 'string' && isSureDate(value);

/** The end of 1972 in seconds: below it a number is a year or `20240501`, and no instant anybody means. */
const FIRST_INSTANT = 94_694_400;

function readField({ value, region }: FrontMatterField, read: ReadDate): DateReading | 'seconds' {
  if (typeof value === 'number' && read === readHugoDate)
    return value < FIRST_INSTANT ? 'seconds' : 'without-day';
  if (typeof value !== 'string') return typeof value === 'number' ? 'without-day' : 'unreadable';
  return read(value, region.end - region.start !== value.length);
}

function isBefore(last: WrittenDate, first: WrittenDate): boolean {
  if (last.instant !== undefined && first.instant !== undefined) return last.instant < first.instant;
  return last.day < first.day;
}
