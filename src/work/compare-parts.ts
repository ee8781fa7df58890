import type { IdentifierKind, Region, Work } from '../model.ts';
import { isPreprintServer } from './compare-containers.ts';
import { compareTitles, numberOfWord, type TitleRelation } from './compare-titles.ts';
import type { Difference } from './difference.ts';
import { doiOfUrl, urlKey } from './identifiers.ts';
import { comparePages, readPages, romanNumber } from './pages.ts';
import { normalizeTitle } from './titles.ts';
import { yearNumber } from './years.ts';

/** How the titles stand to each other; undefined where either work has none. */
export function relateTitles(a: Work, b: Work): TitleRelation | undefined {
  return a.title === undefined || b.title === undefined
    ? undefined
    : compareTitles(a.title.value, b.title.value);
}

/** `1997` and `1997a` are one year; `n.d.` and `1997` are not, `in press` and `forthcoming` are. */
export function isSameYear(a: string, b: string): boolean {
  return yearNumber(a) === yearNumber(b);
}

/** Volumes, issues, editions, chapters and versions: `42`, `XLII`, `vol. 42`, `2nd`, `second edition`, `PAMI-8`, `185.4157`. */
export function isSameNumber(a: string, b: string): boolean {
  const left = numberIn(a);
  const right = numberIn(b);
  return left === right || isWrittenLonger(left, right) || isWrittenLonger(right, left);
}

/** Words or letters stand before the number, or the issue behind that of the volume. */
function isWrittenLonger(longer: string, number: string): boolean {
  if (/^[a-z]{1,5} \d{1,2}$/.test(longer) && longer.endsWith(` ${number}`)) return true;
  if (/^\d+ \d+$/.test(longer) && longer.startsWith(`${number} `)) return true;
  return number.length > 1 && longer.endsWith(` ${number}`);
}

const UNCOUNTED =
  /^(?:vol|volume|no|nr|number|issue|edition|ed|edn|auflage|band|bd|chapter|chap|ch|version|v|the)$/;

function numberIn(text: string): string {
  const words = normalizeTitle(text)
    .split(' ')
    .filter((word) => !UNCOUNTED.test(word))
    .map((word) => word.replace(/^v(?=\d)/, ''))
    .map((word) => numberOfWord(word) ?? (/^[ivxlcdm]+$/.test(word) ? (romanNumber(word) ?? word) : word));
  return words.join(' ');
}

/** The same first page, and no other last page; an article number against pages tells nothing. */
export function isSamePages(a: string, b: string): boolean {
  const left = readPages(a).ranges;
  const right = readPages(b).ranges;
  const [x] = left;
  const [y] = right;
  if (x === undefined || y === undefined) return true;
  const start = comparePages(x.first, y.first);
  if (start === undefined) return true;
  if (start !== 0) return false;
  if (left.length > 1 || right.length > 1 || x.last === undefined || y.last === undefined) return true;
  return (comparePages(x.last, y.last) ?? 0) === 0;
}

/** Values of the identifiers of a kind as they are compared; a DOI in the address of a publisher's page counts. */
export function identifierValues(work: Work, kind: IdentifierKind): readonly string[] {
  if (work.identifiers.length === 0) return NO_VALUES;
  const values = work.identifiers.filter((identifier) => identifier.kind === kind).map(({ value }) => value);
  if (kind === 'url') return values.map(urlKey);
  if (kind !== 'doi' || values.length > 0) return values;
  return work.identifiers.flatMap((identifier) =>
    identifier.kind === 'url' ? (doiOfUrl(identifier.value) ?? []) : [],
  );
}

/** Most works have no identifier, and each is asked for every kind of them. */
const NO_VALUES: readonly string[] = [];

/** Kind of an identifier of the work itself that both have, or undefined. An ISBN counts for books alone. */
export function sharedIdentifier(a: Work, b: Work): IdentifierKind | undefined {
  return (['doi', 'arxiv', 'pmid', 'pmcid', 'isbn'] as const).find((kind) => {
    const right = identifierValues(b, kind);
    return identifierValues(a, kind).some((value) => right.includes(value));
  });
}

/** One side is a preprint, the other its publication. */
export function preprintDifference(a: Work, b: Work): Difference | undefined {
  const left = isPreprint(a);
  if (left === isPreprint(b) || !isPublished(left ? b : a)) return undefined;
  const [x, y] = [placeOf(a, left), placeOf(b, !left)];
  return {
    part: 'preprint',
    left: x.value,
    right: y.value,
    ...(x.region === undefined ? {} : { leftRegion: x.region }),
    ...(y.region === undefined ? {} : { rightRegion: y.region }),
  };
}

/** Where a work stands: its container, else the number of the preprint, else no more than which of the two it is. */
function placeOf(work: Work, preprint: boolean): { value: string; region?: Region } {
  const place = work.container ?? (preprint ? undefined : work.publisher);
  if (place !== undefined) return place;
  const arxiv = preprint ? work.identifiers.find(({ kind }) => kind === 'arxiv') : undefined;
  if (arxiv === undefined) return { value: preprint ? 'preprint' : 'published' };
  return { value: `arXiv:${arxiv.value}`, region: arxiv.region };
}

function isPreprint(work: Work): boolean {
  if (work.kind === 'preprint') return true;
  return work.container !== undefined && isPreprintServer(work.container.value);
}

function isPublished(work: Work): boolean {
  return (
    work.container !== undefined || identifierValues(work, 'doi').some((doi) => !doi.includes('/arxiv.'))
  );
}
