import type { PersonName, ReferenceReading, Work, WorkPart } from '../../model.ts';
import type { Mutable } from '../../text/mutable.ts';
import {
  ACCESS,
  bitsOf,
  CONFERENCE,
  COUNTRY,
  GIVEN,
  IDENTIFIER,
  ISSUE_LABEL,
  MONTH,
  ORGANISATION,
  PAGE_LABEL,
  PERIODICAL,
  PLACE,
  PUBLISHER,
  SMALL,
  VOLUME_LABEL,
} from './lexicon.ts';
import { runsBackwards } from './misshapen-numbers.ts';

const UPPER = 'A-ZÀ-ÖØ-Þ';
const LOWER = 'a-zß-öø-ÿ';
const FAMILY = `[${UPPER}][${LOWER}]+(?:-?[${UPPER}][${LOWER}]+)?`;
const INITIALS = '[A-Z]\\.(?: [A-Z]\\.){0,2}';
const NAME = `${FAMILY}, ${INITIALS}`;
const WORD = `[${UPPER}${LOWER}]+(?:-[${UPPER}${LOWER}]+)*`;
const HOUSE = `[${UPPER}][${UPPER}${LOWER}]+(?:-[${UPPER}${LOWER}]+)*`;
const HEAD = `^(?<names>${NAME}(?:, ${NAME}){0,9}(?:, & ${NAME})?) \\((?<year>(?:1[5-9]|20)\\d\\d)\\)\\. `;

/** `Knuth, D. E. (1997). *The Art of Computer Programming, Volume 1*. Addison-Wesley.` */
const BOOK = new RegExp(
  `${HEAD}\\*(?<title>${WORD}(?:[,:]? (?:${WORD}|\\d+))*)\\*\\. (?<publisher>${HOUSE}(?: ${HOUSE}){0,3})\\.$`,
);

/** `Dijkstra, E. W. (1968). Go to statement considered harmful. *Communications of the ACM*, 11(3), 147–148.` */
const ARTICLE = new RegExp(
  `${HEAD}(?<title>${WORD}(?:[,:]? ${WORD})*)\\. \\*(?<container>${WORD}(?: ${WORD})*)` +
    // The emphasis ends before the volume, or behind it.
    '(?<joint>\\*, (?=\\d+[(,])|, (?=\\d+\\*[(,]))(?<volume>\\d{1,3})\\*?' +
    '(?:\\((?<issue>\\d{1,4})\\))?(?:, (?<pages>\\d{1,5}[-–]\\d{1,5}))?\\.$',
);

/**
 * Reads at once what most references of blogs are: a book or an article in APA's form, in plain words. Where it answers,
 * it says what reading the tokens says, which a test holds; what has a word that means something else there is not plain.
 * V8 takes ten times as long for the first thousand references it reads as for the next, and hardly a page has so many.
 */
export function readPlainReference(text: string): ReferenceReading | undefined {
  return readBook(text) ?? readArticle(text);
}

function readBook(text: string): ReferenceReading | undefined {
  const { names = '', year = '', title = '', publisher = '' } = BOOK.exec(text)?.groups ?? {};
  if (names === '') return undefined;
  const authors = namesIn(names);
  if (!arePlain(authors) || !isBookTitle(title) || !isPublisher(publisher)) return undefined;
  const yearAt = names.length + 2;
  const titleAt = yearAt + year.length + 4;
  const work = begin('book', 1, authors, part(year, yearAt), part(title, titleAt));
  work.publisher = part(publisher, titleAt + title.length + 3);
  return work;
}

function readArticle(text: string): ReferenceReading | undefined {
  const found = ARTICLE.exec(text)?.groups ?? {};
  const { names = '', year = '', title = '', container = '', joint = '', volume = '', issue, pages } = found;
  if (names === '') return undefined;
  const authors = namesIn(names);
  if (!arePlain(authors) || !isTitle(title) || !isTitle(container)) return undefined;
  if (pages !== undefined && runsBackwards(pages)) return undefined;
  const yearAt = names.length + 2;
  const titleAt = yearAt + year.length + 3;
  const containerAt = titleAt + title.length + 3;
  const volumeAt = containerAt + container.length + joint.length;
  const work = begin('article', 0.9, authors, part(year, yearAt), part(title, titleAt));
  work.container = part(container, containerAt);
  work.volume = part(volume, volumeAt);
  if (issue !== undefined) work.issue = part(issue, text.indexOf('(', volumeAt) + 1);
  if (pages !== undefined) work.pages = part(pages, text.length - 1 - pages.length);
  return work;
}

/** What both have, in the order in which every reading has it. */
function begin(
  kind: Work['kind'],
  confidence: number,
  authors: readonly WorkPart<PersonName>[],
  year: WorkPart,
  title: WorkPart,
): Mutable<ReferenceReading> {
  const work: Mutable<ReferenceReading> = {
    authors,
    editors: [],
    othersOmitted: false,
    identifiers: [],
    kind,
    style: 'apa',
    confidence,
    problems: [],
  };
  work.year = year;
  work.date = { value: year.value, region: { ...year.region } };
  work.title = title;
  return work;
}

function part(value: string, start: number): WorkPart {
  return { value, region: { start, end: start + value.length } };
}

const EACH_NAME = new RegExp(`(${FAMILY}), (${INITIALS})`, 'g');

function namesIn(text: string): WorkPart<PersonName>[] {
  const names: WorkPart<PersonName>[] = [];
  for (const { 0: whole, 1: family = '', 2: given = '', index } of text.matchAll(EACH_NAME))
    names.push({ value: { family, given }, region: { start: index, end: index + whole.length } });
  return names;
}

/** Words that may be family names as well; any other that means something is none here. */
const IN_NAMES = GIVEN | PLACE | COUNTRY | MONTH | PUBLISHER;
/** Words that begin something else even between marks. */
const OF_OTHER_PARTS = CONFERENCE | IDENTIFIER | ACCESS;
/** Words that a number may follow. */
const LABEL = VOLUME_LABEL | ISSUE_LABEL | PAGE_LABEL;
/** Words that titles and names of journals hold anyhow. */
const IN_TITLES = GIVEN | PERIODICAL | ORGANISATION | PUBLISHER;

function arePlain(names: readonly WorkPart<PersonName>[]): boolean {
  return names.every(({ value: { family = '' } }) => (bitsOf(family.toLowerCase()) & ~IN_NAMES) === 0);
}

/** Emphasis holds a title together, unless something else begins with it. */
function isBookTitle(title: string): boolean {
  return !/^in\b/i.test(title) && wordsIn(title).every((word) => (bitsOf(word) & OF_OTHER_PARTS) === 0);
}

function isTitle(title: string): boolean {
  return wordsIn(title).every((word) => {
    const bits = bitsOf(word);
    if (ROMAN.test(word)) return false;
    if ((bits & SMALL) !== 0) return word !== 'in' && (bits & LABEL) === 0;
    return (bits & ~IN_TITLES) === 0;
  });
}

/** What may be a number, or an initial. */
const ROMAN = /^(?:[ivxlcdm]+|[b-z])$/;

/** A word that is no name of a publisher may be the place, or a series; but `Cambridge University Press` is none of them. */
function isPublisher(publisher: string): boolean {
  const [first = '', ...others] = wordsIn(publisher);
  if (isOfHouse(first)) return others.every((word) => isOfHouse(word) || isOfPress(word));
  return (bitsOf(first) & ~PLACE) === 0 && others.length > 1 && others.every(isOfPress);
}

/** A name, or a word that only publishers bear. */
function isOfHouse(word: string): boolean {
  return (bitsOf(word) & ~(PUBLISHER | SMALL)) === 0 && !ROMAN.test(word);
}

/** `university`, `press`; a congress is no publisher's name but a conference. */
function isOfPress(word: string): boolean {
  const bits = bitsOf(word);
  return (bits & (PUBLISHER | ORGANISATION)) !== 0 && (bits & CONFERENCE) === 0;
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().split(/[,:]? /);
}
