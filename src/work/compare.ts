import type { Work, WorkPart } from '../model.ts';
import { compareAuthors, hasSameFirstAuthor, personsOf } from './compare-authors.ts';
import { isSameContainer, isSamePublisher } from './compare-containers.ts';
import {
  identifierValues,
  isSameNumber,
  isSamePages,
  isSameYear,
  preprintDifference,
  relateTitles,
  sharedIdentifier,
} from './compare-parts.ts';
import type { TitleRelation } from './compare-titles.ts';
import type { Difference, DifferencePart } from './difference.ts';
import { normalizeTitle } from './titles.ts';

export {
  type Difference,
  type DifferencePart,
  describeDifferences,
} from './difference.ts';
export { hasSamePage, isSameWork } from './same-work.ts';
export { describeTextDifference, punctuationDifference, textDifferences } from './text-difference.ts';
export { workKeys } from './work-keys.ts';

/** What comparing two works, part by part, came to. */
export interface Comparison {
  /** `same`: nothing disagrees. `conflicting`: one work, described in two ways. `different`: two works. */
  readonly verdict: 'same' | 'conflicting' | 'different';
  /** Title and authors first, then in the order of a reference. */
  readonly differences: readonly Difference[];
  /** Parts both works have; none means that nothing could be compared, and the texts have to be. */
  readonly compared: readonly DifferencePart[];
}

/**
 * Compares two works part by part. A part that either lacks is no difference; neither are abbreviations, initials, a
 * missing subtitle, accents and typography. A preprint and its publication give one difference, `preprint`, since year,
 * place and identifiers must differ. Symmetric but for left and right.
 */
export function compareWorks(a: Work, b: Work): Comparison {
  const preprint = preprintDifference(a, b);
  const title = hasLostEnd(a, b) || hasLostEnd(b, a) ? 'subtitle' : relateTitles(a, b);
  const authors = compareAuthors(a, b);
  const differences: Difference[] = [];
  if (title !== undefined && title !== 'same' && title !== 'subtitle')
    differences.push(partDifference('title', a.title!, b.title!));
  if (authors !== undefined) differences.push(authors);
  if (preprint === undefined) differences.push(...publicationDifferences(a, b));
  else differences.push(preprint);
  const verdict =
    differences.length === 0 ? 'same' : isOther(a, b, title, differences) ? 'different' : 'conflicting';
  return { verdict, differences, compared: comparedParts(a, b) };
}

/** Two works rather than two descriptions of one: the title is another, and so is a second part that tells works apart. */
function isOther(
  a: Work,
  b: Work,
  title: TitleRelation | undefined,
  differences: readonly Difference[],
): boolean {
  const differs = (part: DifferencePart) => differences.some((difference) => difference.part === part);
  const otherAuthor = differs('authors') && !hasSameFirstAuthor(a, b);
  if (title === undefined) return otherAuthor && differs('year');
  if (title !== 'different') return false;
  return (
    otherAuthor ||
    differs('year') ||
    differs('doi') ||
    differs('container') ||
    personsOf(a).length * personsOf(b).length === 0
  );
}

function publicationDifferences(a: Work, b: Work): Difference[] {
  const found = [
    differing('year', a.year, b.year, isSameYear),
    differing('container', a.container, b.container, (x, y) => isSameContainer(x, y) || isMixedUp(a, b)),
    differing('volume', a.volume, b.volume, isSameNumber),
    differing('issue', a.issue, b.issue, isSameNumber),
    differing('pages', a.pages, b.pages, isSamePages),
    differing('publisher', a.publisher, b.publisher, (x, y) => isSamePublisher(x, y) || isMisread(a, b)),
    differing('edition', a.edition, b.edition, isSameNumber),
    ...(['doi', 'isbn', 'arxiv', 'pmid', 'pmcid'] as const).map((kind) => identifierDifference(a, b, kind)),
  ].filter((difference) => difference !== undefined);
  if (sharedIdentifier(a, b) === undefined) {
    const url = identifierDifference(a, b, 'url');
    if (url !== undefined) found.push(url);
  }
  return found;
}

function differing(
  part: DifferencePart,
  a: WorkPart | undefined,
  b: WorkPart | undefined,
  isSame: (a: string, b: string) => boolean,
): Difference | undefined {
  if (a === undefined || b === undefined || a.value === b.value || isSame(a.value, b.value)) return undefined;
  return partDifference(part, a, b);
}

function partDifference(part: DifferencePart, a: WorkPart, b: WorkPart): Difference {
  return { part, left: a.value, right: b.value, leftRegion: a.region, rightRegion: b.region };
}

/** The publisher of one stands where the other has its journal: a reader of texts cannot always tell them apart. */
function isMixedUp(a: Work, b: Work): boolean {
  const crossed = (x: WorkPart | undefined, y: WorkPart | undefined) =>
    x !== undefined && y !== undefined && isSamePublisher(x.value, y.value);
  return crossed(a.container, b.publisher) || crossed(a.publisher, b.container);
}

/** What was taken for a publisher is none, or stands elsewhere. */
function isMisread(a: Work, b: Work): boolean {
  return isMixedUp(a, b) || hasLostEnd(a, b) || hasLostEnd(b, a);
}

/**
 * `Sphere Packings, Lattices and Groups, Springer`: the end of a title with commas or stops was taken for the publisher,
 * as the title of the other work tells.
 */
function hasLostEnd({ title, publisher }: Work, other: Work): boolean {
  if (title === undefined || publisher === undefined || other.title === undefined) return false;
  if (other.title.value.length < title.value.length + publisher.value.length) return false;
  return normalizeTitle(other.title.value).startsWith(normalizeTitle(`${title.value} ${publisher.value}`));
}

function identifierDifference(
  a: Work,
  b: Work,
  kind: 'doi' | 'isbn' | 'arxiv' | 'pmid' | 'pmcid' | 'url',
): Difference | undefined {
  const left = identifierValues(a, kind);
  const right = identifierValues(b, kind);
  if (left.length === 0 || right.length === 0 || left.some((value) => right.includes(value)))
    return undefined;
  const x = a.identifiers.find((identifier) => identifier.kind === kind);
  const y = b.identifiers.find((identifier) => identifier.kind === kind);
  return {
    part: kind,
    left: x?.value ?? left[0]!,
    right: y?.value ?? right[0]!,
    ...(x === undefined ? {} : { leftRegion: x.region }),
    ...(y === undefined ? {} : { rightRegion: y.region }),
  };
}

function comparedParts(a: Work, b: Work): DifferencePart[] {
  const parts: DifferencePart[] = [];
  if (personsOf(a).length > 0 && personsOf(b).length > 0) parts.push('authors');
  for (const part of [
    'year',
    'title',
    'container',
    'volume',
    'issue',
    'pages',
    'publisher',
    'edition',
  ] as const) {
    if (a[part] !== undefined && b[part] !== undefined) parts.push(part);
  }
  for (const kind of ['doi', 'isbn', 'arxiv', 'pmid', 'pmcid', 'url'] as const) {
    if (identifierValues(a, kind).length > 0 && identifierValues(b, kind).length > 0) parts.push(kind);
  }
  return parts;
}
