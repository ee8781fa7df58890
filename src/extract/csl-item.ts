import type { IdentifierKind, Json, PersonName, Work, WorkPart } from '../model.ts';
import type { CalendarDate } from '../work/dates.ts';
import type { ExtractedWork } from './extraction.ts';
import {
  accessDate,
  isReadable,
  nameOf,
  partValue,
  plainText,
  publicationDate,
  splitGenre,
} from './plain-parts.ts';
import { unreadRest } from './unread-rest.ts';

type Item = Readonly<Record<string, Json>>;

/** CSL's types for the kinds of works. */
const TYPES: Readonly<Record<Work['kind'], string>> = {
  article: 'article-journal',
  book: 'book',
  chapter: 'chapter',
  paper: 'paper-conference',
  thesis: 'thesis',
  report: 'report',
  web: 'webpage',
  preprint: 'article',
  unknown: 'document',
};

/** A work as an item of CSL-JSON; what the text does not say is left out. */
export function cslItem({ key, reading, text }: ExtractedWork): Item {
  if (!isReadable(reading)) return { id: key, type: 'document', title: plainText(text), ...dates(reading) };
  const value = (part: WorkPart | undefined) => (part === undefined ? undefined : partValue(part, text));
  const identifier = (kind: IdentifierKind) =>
    reading.identifiers.find((found) => found.kind === kind)?.value;
  const people = (names: readonly WorkPart<PersonName>[]) =>
    names.length === 0 ? undefined : names.map((name) => cslName(nameOf(name.value, reading.style)));
  const { type: genre, number } = splitGenre(reading.genre?.value ?? '');
  const isReport = reading.kind === 'report';
  const arxiv = identifier('arxiv');
  return defined({
    id: key,
    type: TYPES[reading.kind],
    title: reading.title?.value,
    author: people(reading.authors),
    editor: people(reading.editors),
    'container-title': value(reading.container),
    edition: value(reading.edition)?.replace(/^(\d{1,3})(?:st|nd|rd|th|\.)?\s?(?:ed.*)?$/i, '$1'),
    volume: value(reading.volume),
    issue: value(reading.issue),
    page: reading.pages?.value.replace(/\s{0,9}[–—−‒]\s{0,9}/g, '-'),
    publisher: value(reading.publisher),
    'publisher-place': value(reading.place),
    genre: isReport ? genre : value(reading.genre),
    number: isReport ? number : arxiv === undefined ? undefined : `arXiv:${arxiv}`,
    ...dates(reading),
    note: unreadRest(text, reading),
    DOI: identifier('doi'),
    ISBN: identifier('isbn'),
    ISSN: identifier('issn'),
    PMID: identifier('pmid'),
    PMCID: identifier('pmcid'),
    URL: identifier('url') ?? (arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`),
  });
}

function defined(item: Readonly<Record<string, Json | undefined>>): Item {
  const entries = Object.entries(item).filter(
    (entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== '',
  );
  return Object.fromEntries(entries);
}

function cslName({ family, given, particle, suffix, literal }: PersonName): Item {
  if (literal === true) return { literal: family };
  return defined({ family, given, 'non-dropping-particle': particle, suffix });
}

function dates(reading: ExtractedWork['reading']): Item {
  const { date, endYear, firstYear, state } = publicationDate(reading);
  const accessed = accessDate(reading)?.split('-').map(Number);
  const issued =
    date === undefined ? undefined : endYear === undefined ? [partsOf(date)] : [[date.year], [endYear]];
  const dated = (parts: Json | undefined) => (parts === undefined ? undefined : { 'date-parts': parts });
  return defined({
    issued: dated(issued),
    'original-date': dated(firstYear === undefined ? undefined : [[firstYear]]),
    accessed: dated(accessed === undefined ? undefined : [accessed]),
    status: state === undefined ? undefined : STATES[state],
  });
}

const STATES = {
  inpress: 'in press',
  forthcoming: 'forthcoming',
  submitted: 'submitted',
  inpreparation: 'in preparation',
} as const;

function partsOf({ year, month, day }: CalendarDate): number[] {
  return [year, month, day].filter((part) => part !== undefined);
}
