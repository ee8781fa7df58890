import { type BibEntry, defineRule, type Project, type Work, type WorkPart } from '../../src/model.ts';
import { yearNumber } from '../../src/work/years.ts';
import { eachField } from '../shared/field-columns.ts';
import { identifiersOfEntries } from '../shared/identifiers.ts';
import { placesOf, type WorkSource, workSources } from '../shared/placed-works.ts';

/** Nobody can look up a paper from a year that has not come, and a year that cannot be is most often a slip. */
export default defineRule({
  id: 'implausible-year',
  description: 'Disallow years in which the work cannot have appeared.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    future: 'The year {year} is yet to come.',
    'before-journals': 'The year is {year}, but the first journals appeared in 1665.',
    'before-arxiv': 'The year is {year}, but {identifier} was submitted in {other}.',
    'before-access': 'The year is {year}, but the page was read in {other}.',
  },
  /** The last year that is no slip; 0 is the one that follows the current year. */
  options: { latest: 0 },
  optionInfo: {
    latest: { description: 'The last year that is no slip; 0 is the year after the current one.' },
  },

  check(project, { options, report }) {
    const latest = options.latest > 0 ? options.latest : new Date().getFullYear() + 1;
    const isSuspect = suspects(project, latest);
    for (const source of workSources(project, isSuspect, (text) => mayHoldImplausible(text, latest))) {
      const problem = judge(source, latest);
      if (problem === undefined) continue;
      for (const { at, work } of placesOf(source)) report({ at: at(work.year?.region), ...problem });
    }
  },
});

/** Most entries have a year like any other, and neither a day on which they were read nor a number of arXiv. */
function suspects(project: Project, latest: number): (entry: BibEntry) => boolean {
  const ordinary = new Set<BibEntry>();
  eachField(project, ['year'], ({ value }, { entry }) => {
    if (/^(?:1[6-9]|20)\d\d$/.test(value) && Number(value) <= latest) ordinary.add(entry);
    else ordinary.delete(entry);
  });
  eachField(project, SAYS_MORE, (_, { entry }) => ordinary.delete(entry));
  for (const { entry } of identifiersOfEntries(project, 'arxiv')) ordinary.delete(entry);
  return (entry) => !ordinary.has(entry);
}

/**
 * Most texts have one number that could be a year, and it is a year like any other: then it is not implausible, unless
 * the text has a number of arXiv.
 */
export function mayHoldImplausible(text: string, latest: number): boolean {
  let year = '';
  for (const [digits] of text.matchAll(/(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g)) {
    if (digits < '1600' || Number(digits) > latest || (year !== '' && digits !== year)) return true;
    year = digits;
  }
  return /arxiv|abs\//i.test(text);
}

const SAYS_MORE = new Set('urldate accessed y2 lastaccessed accessdate eprint'.split(' '));

function judge(source: WorkSource, latest: number) {
  const { work, uses } = source;
  const year = yearNumber(work.year?.value ?? '');
  if (year === undefined || isOfAnotherCalendar(year, work)) return undefined;
  if (year > latest) return { messageId: 'future' as const, data: { year } };
  if (isInJournal(work) && year > 999 && year < 1600 && !hasLaterYear(uses?.[0]?.reference.text)) {
    return { messageId: 'before-journals' as const, data: { year } };
  }
  const arxiv = work.kind === 'preprint' ? submission(work) : undefined;
  // What was written in December is submitted in January.
  const earliest = arxiv?.month === '01' ? arxiv.year - 1 : (arxiv?.year ?? 0);
  if (arxiv !== undefined && year < earliest) {
    const data = { year, identifier: `arXiv:${arxiv.value}`, other: arxiv.year };
    return { messageId: 'before-arxiv' as const, data };
  }
  const accessed = yearIn(work.accessed);
  // An article of January is read in December.
  if (accessed === undefined || year <= accessed || (work.kind !== 'web' && year === accessed + 1))
    return undefined;
  return { messageId: 'before-access' as const, data: { year, other: accessed } };
}

/** Years of the Persian and the Islamic, the Thai and the Hebrew calendar, where the title is in such a script. */
function isOfAnotherCalendar(year: number, { title, authors }: Work): boolean {
  if (year >= 1600 && year <= 2300) return false;
  const text = `${title?.value ?? ''} ${authors[0]?.value.family ?? ''}`;
  return CALENDARS.some(({ script, from, to }) => year >= from && year <= to && script.test(text));
}

const CALENDARS = [
  { script: /[\u0600-\u06ff]/, from: 1250, to: 1500 },
  { script: /[\u0e00-\u0eff\u1780-\u17ff]/, from: 2300, to: 2600 },
  { script: /[\u0590-\u05ff]/, from: 5500, to: 5900 },
];

/** A number of four digits in a text may be a page where another one does for the year. */
const hasLaterYear = (text = ''): boolean => /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/.test(text);

/** A volume or issue beside the container: what only journals have. */
const isInJournal = ({ kind, container, volume }: Work): boolean =>
  kind === 'article' && container !== undefined && volume !== undefined;

/** What an arXiv identifier, new (2007 and later) or old, says of the day it was given out. */
interface Submission {
  readonly value: string;
  readonly year: number;
  readonly month: string;
}

function submission({ identifiers }: Work): Submission | undefined {
  const value = identifiers.find(({ kind }) => kind === 'arxiv')?.value;
  const [, digits, month] =
    /^(?:[a-z-]+(?:\.[A-Z]{2})?\/)?(\d{2})(0[1-9]|1[0-2])(?:\.\d{4,5}|\d{3})/.exec(value ?? '') ?? [];
  if (value === undefined || digits === undefined || month === undefined) return undefined;
  const year = Number(digits);
  return { value, year: year + (year > 90 ? 1900 : 2000), month };
}

function yearIn(part: WorkPart | undefined): number | undefined {
  const found = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(part?.value ?? '')?.[0];
  return found === undefined ? undefined : Number(found);
}
