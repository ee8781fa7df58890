import {
  type BibEntry,
  defineRule,
  type Fix,
  type Location,
  type Project,
  type Work,
} from '../../src/model.ts';
import { compareWorks, hasSamePage, isSameWork, workKeys } from '../../src/work/compare.ts';
import { identifierValues, sharedIdentifier } from '../../src/work/compare-parts.ts';
import { citePlaces } from '../shared/cite-places.ts';
import { keyedWorks } from '../shared/keyed-works.ts';
import { isOtherTranslation, isSetAndVolume } from '../shared/other-book.ts';
import type { PlacedWork } from '../shared/placed-works.ts';

/** Two keys for one work print it twice, and a correction reaches one of them. */
export default defineRule({
  id: 'duplicate-work',
  description: 'Disallow two keys for one work.',
  scope: 'project',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    duplicate: 'Keys `{first}` and `{key}` stand for one work: {reason}.',
    preprint: 'Keys `{first}` ({left}) and `{key}` ({right}) are a preprint and its publication: {reason}.',
  },
  options: {},

  check(project, { report }) {
    const isVisibleWith = scopeTest(project);
    const buckets = new Map<string, PlacedWork[]>();
    for (const other of keyedWorks(project)) {
      const { key, work } = other;
      const names = workKeys(work);
      const first = names
        .flatMap((name) => buckets.get(name) ?? [])
        .find(
          (known) =>
            areTwoKeys(known, other) &&
            isVisibleWith(known, other) &&
            isSameWork(known.work, work) &&
            !isOtherDay(known, other) &&
            !isOtherTalk(known, other) &&
            !isOtherBook(known, other),
        );
      for (const name of names) addTo(buckets, name, other);
      if (first === undefined) continue;
      const { differences } = compareWorks(first.work, work);
      const preprint = differences.find(({ part }) => part === 'preprint');
      const data = { first: first.key, key, reason: reasonOf(first.work, work) };
      const rest = {
        at: placeOf(project, other),
        related: [{ at: placeOf(project, first), message: `\`${first.key}\`` }],
        fixes: citeOnly(project, first, other),
      };
      if (preprint === undefined) report({ ...rest, messageId: 'duplicate', data });
      else {
        const { left, right } = preprint;
        report({ ...rest, messageId: 'preprint', level: 'note', data: { ...data, left, right } });
      }
    }
  },
});

/** More than a handful under one name is a pattern of the file, and comparing all of them costs too much. */
function addTo(buckets: Map<string, PlacedWork[]>, name: string, placed: PlacedWork): void {
  const bucket = buckets.get(name);
  if (bucket === undefined) buckets.set(name, [placed]);
  else if (bucket.length < 20) bucket.push(placed);
}

/**
 * Keys of entries that differ by case alone are the business of `duplicate-key` and `miscased-key`; keys of reference texts
 * have no entry there. An alias is no second key.
 */
function areTwoKeys(a: PlacedWork, b: PlacedWork): boolean {
  const areTexts = a.entry === undefined && b.entry === undefined;
  if (a.key === b.key || (!areTexts && a.key.toLowerCase() === b.key.toLowerCase())) return false;
  return !pointsAt(a, b.key) && !pointsAt(b, a.key);
}

/** A column appears under one title again and again: where neither pages nor a number tell its issues apart, the day does. */
function isOtherDay(a: PlacedWork, b: PlacedWork): boolean {
  if (a.entry === undefined || b.entry === undefined || sharedIdentifier(a.work, b.work) !== undefined)
    return false;
  if (a.work.pages !== undefined && b.work.pages !== undefined) return false;
  const [left, right] = [dayOf(a.entry), dayOf(b.entry)];
  return left !== undefined && right !== undefined && left !== right;
}

/** One talk is given again, in another month at another place. */
function isOtherTalk(a: PlacedWork, b: PlacedWork): boolean {
  if (a.entry === undefined || b.entry === undefined || sharedIdentifier(a.work, b.work) !== undefined)
    return false;
  if (!isUnpublished(a.work) || !isUnpublished(b.work)) return false;
  const differs = (read: (entry: BibEntry) => string, one: BibEntry, other: BibEntry): boolean =>
    read(one) !== '' && read(other) !== '' && read(one) !== read(other);
  return differs(monthOf, a.entry, b.entry) && differs(placeOfTalk, a.entry, b.entry);
}

const isUnpublished = ({ container, publisher, pages }: Work): boolean =>
  container === undefined && publisher === undefined && pages === undefined;

const firstValue = ({ fields }: BibEntry, names: readonly string[]): string =>
  fields
    .find(({ name, value }) => names.includes(name) && value.trim() !== '')
    ?.value.trim()
    .toLowerCase() ?? '';

const monthOf = (entry: BibEntry): string => firstValue(entry, ['month']).slice(0, 3);

const placeOfTalk = (entry: BibEntry): string =>
  firstValue(entry, ['address', 'location', 'venue', 'eventtitle', 'howpublished', 'note']);

/** A volume of a set, another translation: fields that only entries have say so. */
function isOtherBook({ entry: a, work: first }: PlacedWork, { entry: b, work: second }: PlacedWork): boolean {
  if (a === undefined || b === undefined) return false;
  return isSetAndVolume(a, b) || (isOtherTranslation(a, b) && sharedIdentifier(first, second) === undefined);
}

/** Month and day, “sep 2”; undefined where either is not given. */
function dayOf({ fields }: BibEntry): string | undefined {
  const textOf = (wanted: string): string =>
    fields
      .find(({ name }) => name === wanted)
      ?.value.trim()
      .toLowerCase() ?? '';
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(textOf('date')) ?? [];
  if (day !== undefined) return `${MONTHS[Number(month) - 1]} ${Number(day)}`;
  const name = textOf('month').slice(0, 3);
  return MONTHS.includes(name) && /^\d{1,2}$/.test(textOf('day'))
    ? `${name} ${Number(textOf('day'))}`
    : undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function pointsAt({ entry }: PlacedWork, key: string): boolean {
  const pointers = entry?.fields.filter(({ name }) => POINTERS.has(name)) ?? [];
  return pointers.some(({ value }) => value.split(',').some((other) => other.trim() === key));
}

/** Fields that tie two entries together on purpose. */
const POINTERS = new Set(['ids', 'crossref', 'xref', 'xdata', 'related', 'entryset']);

const siteOf = (project: Project, { document }: PlacedWork): string =>
  document === undefined ? '' : project.dialectOf(document).root;

/** Whether two works meet: entries of one file or of files that one document loads, references of one site. */
function scopeTest(project: Project): (a: PlacedWork, b: PlacedWork) => boolean {
  const scopes = new Map<string, Set<string>>();
  for (const document of project.documents) {
    const links = project.linksOf(document);
    if (links.length + document.entries.length < 2 || links.some(({ isGuess }) => isGuess)) continue;
    const paths = links.flatMap(({ path, role }) => (role === 'bibliography' && path ? [path] : []));
    if (document.entries.length > 0) paths.push(document.path);
    if (paths.length < 2) continue;
    const name = paths.join('\n');
    for (const path of paths) scopes.set(path, (scopes.get(path) ?? new Set()).add(name));
  }
  return (a, b) => {
    if (a.document !== undefined || b.document !== undefined) {
      return (
        a.document !== undefined && b.document !== undefined && siteOf(project, a) === siteOf(project, b)
      );
    }
    if (a.path === b.path) return true;
    const others = scopes.get(b.path);
    return others !== undefined && [...(scopes.get(a.path) ?? [])].some((name) => others.has(name));
  };
}

/** The key in its citation or its entry. */
function placeOf(project: Project, { document, key, path, at }: PlacedWork): Location {
  const cite = project
    .shared(citePlaces)
    .get(key)
    ?.find((place) => place.document === document);
  return document === undefined || cite === undefined ? at() : { path, region: cite.region };
}

function reasonOf(a: Work, b: Work): string {
  const kind = sharedIdentifier(a, b);
  if (kind === undefined)
    return hasSamePage(a, b) ? 'both lead to one page' : 'the same title, author and year';
  const others = identifierValues(b, kind);
  const value = identifierValues(a, kind).find((one) => others.includes(one)) ?? '';
  return `both have ${NAMES[kind] ?? kind} ${value}`;
}

const NAMES: Readonly<Record<string, string>> = {
  doi: 'DOI',
  isbn: 'ISBN',
  arxiv: 'arXiv identifier',
  pmid: 'PMID',
  pmcid: 'PMCID',
};

/** Cites the first key wherever the second is cited and the first can be seen too. */
function citeOnly(project: Project, first: PlacedWork, other: PlacedWork): Fix[] {
  const sees = (document: Project['documents'][number]): boolean =>
    other.entry === undefined
      ? project.dialectOf(document).root === siteOf(project, other)
      : project.entriesFor(document).has(first.key);
  const places = project.shared(citePlaces).get(other.key) ?? [];
  const edits = places
    .filter(({ document }) => sees(document))
    .map(({ document: { path }, region }) => ({ path, region, text: first.key }));
  return edits.length === 0 ? [] : [{ title: `Cite \`${first.key}\` instead`, safety: 'suggest', edits }];
}
