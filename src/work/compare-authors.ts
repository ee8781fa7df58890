import type { PersonName, Work, WorkPart } from '../model.ts';
import type { Difference } from './difference.ts';
import { foldName, isSamePerson, scriptOf } from './fold-names.ts';
import { displayName } from './names.ts';

type Persons = readonly WorkPart<PersonName>[];

/** Authors, or the editors of a work that has none. */
export function personsOf(work: Work): Persons {
  return work.authors.length > 0 ? work.authors : work.editors;
}

/**
 * The first difference between two lists of authors, or undefined: another person, another order, or one more. Initials
 * stand for given names, “et al.” for whoever follows; a list cut behind the sixth name is a matter of style.
 */
export function compareAuthors(a: Work, b: Work): Difference | undefined {
  const left = personsOf(a);
  const right = personsOf(b);
  if (left.length === 0 || right.length === 0) return undefined;
  // An author on one side and an editor on the other: which of them a style prints first is not ours to judge.
  if ((a.authors.length === 0) !== (b.authors.length === 0)) return undefined;
  const common = Math.min(left.length, right.length);
  for (let at = 0; at < common; at += 1) {
    if (isSamePerson(left[at]!.value, right[at]!.value)) continue;
    if (isCutList(left, right, at)) return undefined;
    return isReordered(left, right) ? difference(left, right) : difference([left[at]!], [right[at]!]);
  }
  if (left.length === right.length) return undefined;
  const shorter = left.length < right.length ? a : b;
  if (shorter.othersOmitted || common >= 6) return undefined;
  return difference(left, right, Math.max(0, common - 2));
}

/** Whether both works have a first author in one script, and it may be the same person. */
export function hasSameFirstAuthor(a: Work, b: Work): boolean {
  const left = personsOf(a)[0]?.value;
  const right = personsOf(b)[0]?.value;
  if (left === undefined || right === undefined) return false;
  return scriptOf(left.family) === scriptOf(right.family) && isSamePerson(left, right);
}

/** APA's ellipsis: the sixth or nineteenth name is followed by the last. */
function isCutList(left: Persons, right: Persons, at: number): boolean {
  if (left.length === right.length || at < 3) return false;
  const shorter = left.length < right.length ? left : right;
  return at === shorter.length - 1 && isSamePerson(left.at(-1)!.value, right.at(-1)!.value);
}

function isReordered(left: Persons, right: Persons): boolean {
  if (left.length !== right.length) return false;
  const names = (persons: Persons) => persons.map(({ value }) => foldName(value.family)).sort();
  return names(left).join('|') === names(right).join('|');
}

/** Names from the one at `from` on; what comes before it is the same. */
function difference(left: Persons, right: Persons, from = 0): Difference {
  const alone = left.length === 1 && right.length === 1;
  return {
    part: 'authors',
    left: listOf(left, from, alone),
    right: listOf(right, from, alone),
    leftRegion: left[Math.min(from, left.length - 1)]!.region,
    rightRegion: right[Math.min(from, right.length - 1)]!.region,
  };
}

/** Family names of a list, at most four; the whole name where it is one person against one. */
function listOf(persons: Persons, from: number, alone: boolean): string {
  const shown = persons.slice(from, from + 4).map(({ value }) => (alone ? displayName(value) : value.family));
  if (from > 0) shown.unshift('…');
  if (persons.length > from + 4) shown.push('…');
  return shown.join(', ');
}
