import type { Region } from '../../model.ts';
import { type DateFinding, isMonth, isYear } from './dates.ts';
import { isSeparator, skipPunctuation } from './draft.ts';
import { countWords } from './likeness.ts';
import { hasOrganisationWord } from './organisations.ts';
import type { Parts } from './parts.ts';
import { isMark, isOneOf, regionOf, type Token } from './token.ts';
import { saysUnpublished } from './wordy-dates.ts';

/** Where the title should stand: between names and container. */
export function findMissingTitle(parts: Parts): Region | undefined {
  const { head, container, published, numbers, genre, edition, genreMark, identifiers } = parts;
  if (!parts.lacksTitle) return undefined;
  const something =
    container ?? published.publisher ?? published.place ?? numbers ?? genre ?? edition ?? genreMark;
  const nothing =
    something === undefined && identifiers.length === 0 && head.next < parts.draft.tokens.length - 1;
  return nothing ? undefined : gapAfter(parts, head.next);
}

/**
 * Where the year should stand. Only a text that has names in the order of bibliographies, a title, and a container or a
 * publisher is asked for it; a page or a preprint without a date is common, and “n.d.”, a month or any other number of
 * four digits may be meant for one.
 */
export function findMissingYear(parts: Parts): Region | undefined {
  const { draft, head, title, accessed } = parts;
  if (accessed !== undefined || head.names === undefined || title === undefined) return undefined;
  if (draft.dates.some((date) => !isPages(parts, date))) return undefined;
  const yearless = yearlessDate(draft.tokens, head);
  if (yearless !== undefined) return yearless;
  if (!isPublished(parts) || hasOtherDate(parts) || saysOtherwise(parts) || hasYearInNumbers(parts))
    return undefined;
  if (saysUnpublished(draft.source.text)) return undefined;
  switch (head.names.form) {
    case 'inverted':
      return isYearLast(parts) || title.mark === 'quote' ? afterNames(parts) : gapAfter(parts, head.next);
    case 'literal':
      return title.mark === 'plain' || !isOrganisation(parts) ? undefined : afterNames(parts);
    default:
      return afterNames(parts);
  }
}

/** `Bohannon, J. (, March 9).`, `(March 9).`, `(TODO, March 9).`: the bracket of a date that has only month and day. */
function yearlessDate(tokens: readonly Token[], head: Parts['head']): Region | undefined {
  const at = openerAfterNames(tokens, head);
  if (at === -1) return undefined;
  let months = 0;
  let i = at + 1;
  for (; i < tokens.length && i < at + 7 && !isMark(tokens[i], ')'); i++) {
    if (isMonth(tokens[i])) months++;
    else if (i === at + 1 && STILL_TO_COME.test(tokens[i]!.text)) continue;
    else if (!isOneOf(tokens[i], ',.-–?') && !/^[123]?\d$/.test(tokens[i]!.text)) return undefined;
  }
  const isClosed = isMark(tokens[i], ')') && isMark(tokens[i + 1], '.');
  return months > 0 && isClosed ? regionOf(tokens, at, i + 1) : undefined;
}

const STILL_TO_COME = /^(?:TODO|TBD|YYYY|XXXX)$/;

/** `34, no. 5: 1884–1910`, `vol. 41, pp. 1432–1452`: a range of pages that only looks like years. */
function isPages({ draft: { tokens }, numbers }: Parts, { from, yearFrom, yearTo }: DateFinding): boolean {
  const pages = numbers?.volume === undefined ? undefined : numbers.pages;
  if (pages === undefined || yearFrom < pages.from || yearTo > pages.to || yearTo - yearFrom < 3)
    return false;
  const before = isMark(tokens[from - 1], '.') ? tokens[from - 2] : tokens[from - 1];
  return isMark(before, ':') || /^(?:pp?|pages)$/.test(before?.text ?? '');
}

/** `(fl. 1st century)`, `(?)`: a bracket behind the names that says something in place of the year. */
function saysOtherwise({ draft: { tokens, source }, head }: Parts): boolean {
  const at = openerAfterNames(tokens, head);
  if (at === -1 || isMark(tokens[at + 1], ')') || YEAR_LIKE.test(tokens[at + 1]?.text ?? '')) return false;
  for (let i = at + 1; i < tokens.length && i < at + 8; i++) {
    if (!isMark(tokens[i], ')')) continue;
    const isUnfilled = UNFILLED_YEAR.test(source.text.slice(tokens[at]!.end, tokens[i]!.start));
    return !isUnfilled && (isOneOf(tokens[i + 1], '.,:') || (tokens[i + 1]?.emphasis ?? -1) >= 0);
  }
  return false;
}

/** What holds the place of a year that is yet to be looked up: `(????)`, `(year)`. */
const UNFILLED_YEAR = /^(?:\?{2,8}|year|yyyy)$/i;

/** Where the year should be read but cannot: `(19700)`, `(198S)`, `(20217, March 11)`. */
export function findMisshapenYear(parts: Parts): Region | undefined {
  const { draft, head } = parts;
  const { tokens } = draft;
  const at = openerAfterNames(tokens, head);
  const written = tokens[at + 1];
  if (at === -1 || written === undefined || !YEAR_LIKE.test(written.text) || isYear(written))
    return undefined;
  const region = regionOf(tokens, at + 1, at + 2);
  if (isMark(tokens[at + 2], ',') && isMonth(tokens[at + 3]) && written.text.length > 2) return region;
  if (!isMark(tokens[at + 2], ')')) return undefined;
  const isInPlace = head.names?.form === 'inverted' && isMark(tokens[at + 3], '.');
  if (isInPlace && MISTYPED_YEAR.test(written.text)) return region;
  return findMissingYear(parts) === undefined ? undefined : region;
}

/** A figure too few or too many. */
const MISTYPED_YEAR = /^(?:\d{3}|\d{5})$/;

/** Digits, and the letters that look like them. */
const YEAR_LIKE = /^(?=.*\d)[\dOoIlS]{2,6}$/;

/** The bracket that follows the names, or -1. */
function openerAfterNames(tokens: readonly Token[], { next }: Parts['head']): number {
  const at = isOneOf(tokens[next], '.,') ? next + 1 : next;
  return isMark(tokens[at], '(') ? at : -1;
}

/** An organisation, and not family names alone: `Cormen et al.`, `Bryant & O’Hallaron`. */
function isOrganisation({ draft: { tokens }, head: { names } }: Parts): boolean {
  return hasOrganisationWord(tokens, names!.from, names!.to);
}

/** From the last token of the names to the end: styles put the year here and there. */
function afterNames({ draft: { tokens }, head }: Parts): Region {
  return regionOf(tokens, Math.max(0, head.next - 1), tokens.length);
}

/** Chicago names the place, others end in a comma that has lost its year; Nature sets the volume bold, puts publisher and year in brackets, and inverts no name after `&`. */
function isYearLast({ draft: { tokens }, numbers, published }: Parts): boolean {
  if (published.colon === true || isOneOf(tokens.at(-1), ',;') || isMark(tokens.at(-2), ',')) return true;
  const at = published.publisher?.from;
  if (at !== undefined && isMark(tokens[at - 1], '(')) return true;
  return numbers?.volume !== undefined && tokens[numbers.volume.from]!.strong >= 0;
}

/** A container with numbers or marks, a publisher by its words or after its place, a thesis, a preprint. */
function isPublished({
  draft: { tokens },
  head,
  container,
  numbers,
  published,
  identifiers,
  title,
  genre,
}: Parts): boolean {
  if (numbers?.volume !== undefined && container !== undefined) return true;
  if (genre !== undefined && genre.kind !== 'other' && published.publisher !== undefined) return true;
  const formal = title?.mark === 'emphasis' || title?.mark === 'quote' || head.names!.form === 'run-on';
  const dated = head.names!.form !== 'direct' && head.names!.form !== 'direct-full';
  if (formal && dated && identifiers.some((identifier) => identifier.kind === 'arxiv')) return true;
  if (container !== undefined && countWords(tokens, container.from, container.to).conference > 0) return true;
  if (identifiers.some((identifier) => identifier.kind === 'url')) return false;
  if (container !== undefined) return container.after === 'emphasis' || container.after === 'in';
  const { publisher, colon } = published;
  if (publisher === undefined) return false;
  const marked =
    title?.mark === 'emphasis' && (head.names!.form !== 'direct-full' || published.place !== undefined);
  return marked || colon === true || countWords(tokens, publisher.from, publisher.to).publisher > 0;
}

/** Something outside names, title, container and pages may be meant for a date. */
function hasOtherDate({ draft: { tokens }, head, title, container, numbers }: Parts): boolean {
  const parts = [head.names, title, container, numbers];
  return tokens.some((token, i) => {
    const elsewhere = parts.every((part) => part === undefined || i < part.from || i >= part.to);
    return elsewhere && maybeDate(token, i, tokens);
  });
}

/** `OSDI ’04`, `EuroCrypt'16, pp. 372–402`, `2017.1`: a year is told by the name of a conference, or by the number of an issue. */
function hasYearInNumbers({ draft: { tokens }, title, numbers }: Parts): boolean {
  const volume = numbers?.volume;
  if (volume !== undefined && /^(?:19|20)\d\d\.\d/.test(tokens[volume.from]!.text)) return true;
  const from = title?.next ?? 0;
  return tokens.some((_, i) => i >= from && isConferenceYear(tokens, i));
}

/** In brackets, `(SOSP '03)`, the name only repeats what stands before it, in styles that print a year elsewhere. */
function isConferenceYear(tokens: readonly Token[], at: number): boolean {
  const conference = tokens[at - 2];
  if (!/^\d\d$/.test(tokens[at]!.text) || !/^['’‘]$/.test(tokens[at - 1]?.text ?? '')) return false;
  const named = conference?.kind === 'word' && conference.shape !== 'lower';
  return named && !isMark(tokens[at - 3], '(');
}

/** `math/0508052`, `1810.13326v1`: numbers of arXiv begin with year and month. */
function isNumberOfArxiv({ text }: Token, before: Token | undefined): boolean {
  return isMark(before, '/') ? /^\d{7}(?:v\d+)?$/.test(text) : /^\d{4}\.\d{4,5}(?:v\d+)?$/.test(text);
}

/** A month, `'94`, `1066`, `MDCCC`: what may be meant for a date. */
function maybeDate(token: Token, at: number, tokens: readonly Token[]): boolean {
  if (isNumberOfArxiv(token, tokens[at - 1])) return true;
  if (isOfOtherCalendar(token, tokens[at + 1])) return true;
  if (isMonth(token)) return token.lower !== 'may' || token.shape === 'capital';
  if (token.kind === 'number')
    return /^\d{4}$/.test(token.text)
      ? !isRangeEnd(tokens, at)
      : /^\d\d$/.test(token.text) && isMark(tokens[at - 1], '’');
  if (/(?:1[4-9]|20)\d\d$/.test(token.text)) return true;
  return token.shape === 'caps' && token.text.length >= 5 && /^[MDCLXVI]+$/.test(token.text);
}

const ERA = /^(?:meiji|taish[oō]|sh[oō]wa|heisei|reiwa|minguo)$|^(?:明治|大正|昭和|平成|令和|民國|民国)/i;

/** `١٩٥٦`, `Shōwa 5`, `民國76年`, `תש"ז`, `an II`: years in other digits, letters and calendars. */
function isOfOtherCalendar({ text }: Token, next: Token | undefined): boolean {
  if (ERA.test(text) || text.endsWith('年') || /(?!\d)\p{Nd}{4}/u.test(text)) return true;
  if (next === undefined) return false;
  return /\p{Script=Hebrew}$/u.test(text)
    ? /["״]/.test(next.text)
    : text === 'an' && /^[IVX]+$/.test(next.text);
}

/** `2554–2558`: pages. */
function isRangeEnd(tokens: readonly Token[], at: number): boolean {
  const dash = (token: Token | undefined): boolean => isMark(token, '–') || isMark(token, '-');
  return dash(tokens[at - 1]) || dash(tokens[at + 1]);
}

/** Where the container should stand: between the title and `27(3), 379–423`. */
export function findMissingContainer(parts: Parts): Region | undefined {
  const { draft, head, title, container, numbers, published } = parts;
  if (container !== undefined || title === undefined || numbers === undefined || head.names === undefined)
    return undefined;
  if (
    title.mark === 'link' ||
    published.publisher !== undefined ||
    published.place !== undefined ||
    parts.editors.length > 0
  )
    return undefined;
  if (numbers.volume === undefined || numbers.pages === undefined || numbers.volume.from !== numbers.from)
    return undefined;
  const marked =
    title.mark === 'quote' ||
    draft.tokens[numbers.from]!.emphasis >= 0 ||
    draft.tokens[numbers.from]!.strong >= 0;
  if (!marked || skipPunctuation(draft, title.next, draft.tokens.length) !== numbers.from) return undefined;
  return gapAfter(parts, numbers.from);
}

/** Where the names should stand: before `(1997).` */
export function findMissingAuthor(parts: Parts): Region | undefined {
  const {
    draft: { tokens },
    head,
    date,
    title,
    container,
    published,
  } = parts;
  if (head.names !== undefined || head.repeated || title === undefined || date?.from !== head.start)
    return undefined;
  if (date.bracket !== '(' || !isMark(tokens[date.to], '.')) return undefined;
  const known = container !== undefined || published.publisher !== undefined;
  return known ? regionOf(tokens, date.from, date.to) : undefined;
}

/** From the token at `at` to the end of the first that separates nothing. */
function gapAfter({ draft }: Parts, at: number): Region {
  const { tokens, source } = draft;
  const first = tokens[at];
  if (first === undefined) return { start: tokens.at(-1)?.start ?? 0, end: source.text.length };
  let i = at;
  while (i + 1 < tokens.length && isSeparator(tokens[i]!)) i++;
  return { start: first.start, end: tokens[i]!.end };
}
