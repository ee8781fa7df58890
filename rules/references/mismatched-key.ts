import { defineRule, type PersonName, type Project, type Work } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { closest } from '../../src/text/similar.ts';
import { foldLetters } from '../../src/work/titles.ts';
import { yearNumber } from '../../src/work/years.ts';
import { type PlacedWork, placesOf, workSources } from '../shared/placed-works.ts';

/** A key that says `knuth1997` leads its writer to believe so: either the key or the reference is wrong. */
export default defineRule({
  id: 'mismatched-key',
  description: 'Disallow keys that name another author or year than their reference.',
  scope: 'project',
  level: 'warning',
  preset: 'strict',
  since: '0.1.0',
  fix: 'none',
  messages: {
    year: 'Key `{key}` says {said}, its reference {found}.',
    author: 'Key `{key}` says `{said}`, the first author of its reference is {found}.',
  },
  options: {},

  check(project, { report }) {
    const keyed = [...worksWithTellingKeys(project)];
    const isSurname = surnameTest(keyed);
    for (const { placed, said, year, isNamed } of keyed) {
      const { key, work, at } = placed;
      const isSameYear = said.year === year || (said.year < 100 && said.year === year % 100);
      const [first] = work.authors;
      // Where neither fits, the key follows no custom that could be broken: `rfc2045`, `iso8859`.
      if (isNamed && !isSameYear) {
        report({
          at: at(work.year?.region),
          messageId: 'year',
          data: { key, said: said.written, found: year },
        });
      } else if (!isNamed && isSameYear && first !== undefined && isSurname(said)) {
        // `tolstoy1869` may well be Толстой in other letters.
        if (isLatin(said.name) !== isLatin(first.value.family)) continue;
        const data = { key, said: said.name, found: displayed(first.value) };
        report({ at: at(first.region), messageId: 'author', data });
      }
    }
  },
});

interface KeyedWork {
  readonly placed: PlacedWork;
  readonly said: SaidByKey;
  readonly year: number;
  readonly isNamed: boolean;
}

function* worksWithTellingKeys(project: Project): Iterable<KeyedWork> {
  for (const source of workSources(project)) {
    const { work } = source;
    const year = yearNumber(work.year?.value ?? '');
    if (year === undefined || work.authors.length === 0) continue;
    let last:
      | { readonly key: string; readonly said: SaidByKey | undefined; readonly isNamed: boolean }
      | undefined;
    for (const placed of placesOf(source)) {
      const { key } = placed;
      if (last?.key !== key) {
        const said = readKey(key);
        last = {
          key,
          said,
          isNamed: said !== undefined && (isNamedIn(said.name, work) || isCollaboration(said.name, placed)),
        };
      }
      if (last.said !== undefined) yield { placed, said: last.said, year, isNamed: last.isNamed };
    }
  }
}

/** A name is surely meant for an author where another work of the project has one of that name, or where all keys are. */
function surnameTest(keyed: readonly KeyedWork[]): (said: SaidByKey) => boolean {
  const families = new Set(
    keyed.flatMap(({ placed }) => placed.work.authors.map(({ value }) => letters(value.family))),
  );
  const named = keyed.filter(({ isNamed }) => isNamed).length;
  const isCustom = keyed.length >= 4 && named >= keyed.length * 0.75;
  return ({ name, isAcronym }) =>
    name.length > 3 && (families.has(name) || (isCustom && !isAcronym && /[aeiouy]/.test(name)));
}

interface SaidByKey {
  readonly name: string;
  /** `IPMU2012`: rather the name of a conference or a project. */
  readonly isAcronym: boolean;
  readonly year: number;
  readonly written: string;
}

/** `knuth1997`, `Knuth97b`, `knuth_art_1997`, `knuth.etal:1997`; a key with two years in it says nothing. */
const NAME_FIRST = once(
  () => /^(\p{L}[\p{L}'’]+)(?:[-_:.+][\p{L}\p{M}'’_:.+-]*)?((?:1[5-9]|20)\d\d(?=$|[^\d.])|\d\d(?=\p{L}?$))/u,
);

function readKey(key: string): SaidByKey | undefined {
  const [all, name, written] = NAME_FIRST().exec(key) ?? [];
  if (all === undefined || name === undefined || written === undefined) return undefined;
  if (/\d{2}/.test(key.slice(all.length))) return undefined;
  const isAcronym = name === name.toUpperCase();
  return { name: letters(name.replace(/(?:et|and)al$/i, '')), isAcronym, year: Number(written), written };
}

/** Letters only, accents and case folded. */
const letters = (text: string): string => foldLetters(text).replace(/[^\p{L}]/gu, '');

/** Whether the name begins like an author or editor, like all of them together, or stands in title or container. */
function isNamedIn(name: string, work: Work): boolean {
  const persons = [...work.authors, ...work.editors].flatMap(({ value }) => namesOf(value));
  if (persons.some((person) => person.length > 1 && (name.startsWith(person) || person.startsWith(name))))
    return true;
  if (name.length > 4 && closest(name, persons) !== undefined) return true;
  const families = [...work.authors].map(({ value }) => letters(value.family));
  const initials = families.map((family) => family.charAt(0)).join('');
  if (name.startsWith(initials) || initials.startsWith(name)) return true;
  // `borely` of Borodin and El-Yaniv: a part of a name, or all of it.
  const words = work.authors
    .slice(0, 8)
    .flatMap(({ value }) => [value.family, ...value.family.split(/[\s-]+/)].map(letters));
  if (isMadeOfBeginnings(name, words)) return true;
  const texts = [work.title, work.container, work.publisher, ...work.identifiers].map(
    (part) => part?.value ?? '',
  );
  return texts.some((text) => mentions(text, name) || acronym(text).includes(name));
}

/** INSPIRE makes `Planck:2018vyg` of the name of a collaboration. */
function isCollaboration(name: string, { entry }: PlacedWork): boolean {
  const told = entry?.fields.find((field) => field.name === 'collaboration')?.value ?? '';
  return told !== '' && mentions(told, name);
}

/** Two or three letters are somewhere in any title: they count at the beginning of a word. */
function mentions(text: string, name: string): boolean {
  if (name.length > 3) return letters(text).includes(name);
  return text.split(/[^\p{L}\p{M}]+/u).some((word) => letters(word).startsWith(name));
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** `balgri` of Baltagi and Griffin: two letters or more of each name, in their order. */
function isMadeOfBeginnings(name: string, words: readonly string[]): boolean {
  if (name === '') return true;
  return words.some((word, index) => {
    for (let length = Math.min(word.length, name.length); length > 1; length--) {
      const isBeginning = name.startsWith(word.slice(0, length));
      if (isBeginning && isMadeOfBeginnings(name.slice(length), words.slice(index + 1))) return true;
    }
    return false;
  });
}

function namesOf({ family, given = '', particle = '' }: PersonName): string[] {
  const words = `${family} ${given}`.split(/[\s-]+/).map(letters);
  return [letters(particle + family), ...words, acronym(family), acronym(given) + letters(family)];
}

/** First letters of the words. */
const acronym = (text: string): string => letters((text.match(/(?<![\p{L}\p{M}])\p{L}/gu) ?? []).join(''));

const displayed = ({ family, given }: PersonName): string =>
  given === undefined ? family : `${given} ${family}`;
