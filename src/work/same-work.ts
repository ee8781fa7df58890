import type { Work } from '../model.ts';
import { compareAuthors, hasSameFirstAuthor } from './compare-authors.ts';
import { isSameContainer, isSamePublisher } from './compare-containers.ts';
import {
  identifierValues,
  isSameNumber,
  isSamePages,
  preprintDifference,
  relateTitles,
  sharedIdentifier,
} from './compare-parts.ts';
import type { TitleRelation } from './compare-titles.ts';
import { isGenericTitle } from './titles.ts';
import { isSnapshot } from './url.ts';
import { yearNumber } from './years.ts';

/**
 * Whether two records are surely one work: the same DOI, arXiv, PubMed identifier or page and a title that does not
 * contradict; or the same title, first author and year while nothing else speaks against it. A preprint and its
 * publication are one work. Volumes, editions, versions, parts, and a report and the paper made of it are several. Symmetric.
 */
export function isSameWork(a: Work, b: Work): boolean {
  const title = relateTitles(a, b);
  if (title === 'different' || title === 'numbered') return false;
  if (hasOtherBookNumber(a, b) || isOtherPart(a, b) || differs(a, b, 'version', isSameNumber)) return false;
  const shared = sharedIdentifier(a, b);
  if (shared !== undefined && shared !== 'isbn') return title !== undefined || !isOtherAuthor(a, b);
  if (title === undefined || isOtherAuthor(a, b)) return false;
  if (shared === 'isbn') return title === 'same' || title === 'subtitle';
  if (hasSamePage(a, b) && title !== 'misspelt' && !isOtherIssue(a, b)) return true;
  return isSameByDescription(a, b, title);
}

/** A volume, part or edition of a book: the same title, another work. */
function hasOtherBookNumber(a: Work, b: Work): boolean {
  if (a.container !== undefined || b.container !== undefined) return false;
  return (['volume', 'edition'] as const).some((part) => differs(a, b, part, isSameNumber));
}

/** Chapters of one book: BibTeX's `inbook` has the title of the book, and they differ in `chapter` or `pages` alone. */
function isOtherPart(a: Work, b: Work): boolean {
  if (differs(a, b, 'chapter', isSameNumber)) return true;
  const isPartOfTitle = ({ kind, container }: Work): boolean => kind === 'chapter' && container === undefined;
  return isPartOfTitle(a) && isPartOfTitle(b) && differs(a, b, 'pages', isSamePages);
}

function differs(
  a: Work,
  b: Work,
  part: 'volume' | 'issue' | 'edition' | 'chapter' | 'version' | 'pages' | 'container' | 'publisher',
  isSame: (a: string, b: string) => boolean,
): boolean {
  const [x, y] = [a[part], b[part]];
  return x !== undefined && y !== undefined && !isSame(x.value, y.value);
}

function isOtherAuthor(a: Work, b: Work): boolean {
  const both =
    (a.authors.length > 0 && b.authors.length > 0) || (a.editors.length > 0 && b.editors.length > 0);
  return both && !hasSameFirstAuthor(a, b);
}

/** Whether both give the address of one page; that of a whole site does not count. */
export function hasSamePage(a: Work, b: Work): boolean {
  const right = identifierValues(b, 'url');
  return identifierValues(a, 'url').some((url) => /[/?]./.test(url) && right.includes(url));
}

/** What appears again under one address: a column of every issue, the manual of every version, two books under review. */
function isOtherIssue(a: Work, b: Work): boolean {
  return (
    (yearsApart(a, b) ?? 0) > 0 ||
    hasOtherIdentifier(a, b) ||
    differs(a, b, 'publisher', isSamePublisher) ||
    differs(a, b, 'volume', isSameNumber) ||
    differs(a, b, 'issue', isSameNumber) ||
    differs(a, b, 'pages', isSamePages)
  );
}

function isSameByDescription(a: Work, b: Work, title: TitleRelation): boolean {
  if (!hasSameFirstAuthor(a, b)) return false;
  const years = yearsApart(a, b);
  if (years === undefined) return false;
  if (preprintDifference(a, b) !== undefined)
    return years <= 3 && title === 'same' && !isGenericTitle(a.title!.value);
  if (years > 0 || contradicts(a, b) || isOtherSnapshot(a, b)) return false;
  const agrees = agreements(a, b);
  if (agrees === 0 && isOtherPage(a, b)) return false;
  if (isGenericTitle(a.title!.value) || isGenericTitle(b.title!.value))
    return title === 'same' && agrees >= 2;
  if (title === 'misspelt') return agrees >= 2 && compareAuthors(a, b) === undefined;
  return title === 'same' || agrees >= 1;
}

/** Two addresses of what was not published otherwise: a talk and its slides, one post and the next. */
function isOtherPage(a: Work, b: Work): boolean {
  const onWeb = ({ kind }: Work): boolean => kind === 'web' || kind === 'unknown';
  if (!onWeb(a) || !onWeb(b)) return false;
  const right = identifierValues(b, 'url');
  return right.length > 0 && identifierValues(a, 'url').length > 0 && !hasSamePage(a, b);
}

/** Both are what an archive has of a page, and of another page. */
function isOtherSnapshot(a: Work, b: Work): boolean {
  const isArchived = ({ identifiers }: Work): boolean =>
    identifiers.some(({ kind, value }) => kind === 'url' && isSnapshot(value));
  return isArchived(a) && isArchived(b) && !hasSamePage(a, b);
}

function yearsApart(a: Work, b: Work): number | undefined {
  const left = yearNumber(a.year?.value ?? '');
  const right = yearNumber(b.year?.value ?? '');
  return left === undefined || right === undefined ? undefined : Math.abs(left - right);
}

/** Whether anything says that these are two: another journal, place in it, publisher, identifier or kind. */
function contradicts(a: Work, b: Work): boolean {
  return (
    differs(a, b, 'container', isSameContainer) ||
    differs(a, b, 'publisher', isSamePublisher) ||
    differs(a, b, 'volume', isSameNumber) ||
    differs(a, b, 'issue', isSameNumber) ||
    differs(a, b, 'pages', isSamePages) ||
    hasOtherIdentifier(a, b) ||
    isOtherKind(a, b)
  );
}

/** Both have an identifier of one kind; asked where they share none. */
function hasOtherIdentifier(a: Work, b: Work): boolean {
  return (['doi', 'isbn', 'arxiv', 'pmid', 'pmcid'] as const).some((kind) => {
    const right = identifierValues(b, kind);
    return right.length > 0 && identifierValues(a, kind).length > 0;
  });
}

/** A thesis, a report and the article made of it bear one title. */
function isOtherKind(a: Work, b: Work): boolean {
  const group = ({ kind, container }: Work) => {
    if (kind === 'thesis' || kind === 'report' || kind === 'book') return kind;
    if (kind === 'unknown' || kind === 'web') return container === undefined ? undefined : 'part';
    return 'part';
  };
  const [x, y] = [group(a), group(b)];
  return x !== undefined && y !== undefined && x !== y;
}

/** How many of container, pages and publisher both have and agree in. */
function agreements(a: Work, b: Work): number {
  const agree = (part: 'container' | 'pages' | 'publisher', isSame: (a: string, b: string) => boolean) =>
    a[part] !== undefined && b[part] !== undefined && isSame(a[part].value, b[part].value);
  return [
    agree('container', isSameContainer),
    agree('pages', isSamePages),
    agree('publisher', isSamePublisher),
  ].filter(Boolean).length;
}
