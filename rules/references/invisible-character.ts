import { defineRule, type Fix, type Project, type Region } from '../../src/model.ts';
import { plural } from '../../src/text/plural.ts';
import { effectOf } from '../shared/bibliography-engines.ts';
import { eachFieldLike, fieldNames } from '../shared/field-columns.ts';
import { valueStart } from '../shared/field-places.ts';
import {
  MAY_BE_ODD,
  type OddCharacter,
  oddCharacters,
  oddCharactersInKey,
} from '../shared/odd-characters.ts';

/** Two keys that look alike and are not, a name that no search finds: nobody sees why. */
export default defineRule({
  id: 'invisible-character',
  description: 'Disallow characters that cannot be seen in keys and references.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    key: 'Key `{key}` holds {character}{effect}.',
    reference: 'This reference holds {character}{more}.',
    field: 'Field `{field}` holds {character}{more}.',
  },
  options: {},

  check(files, { project, report }) {
    const undecoded = undecodedPaths(files);
    for (const [text, places] of oddKeys(files)) {
      const odd = oddCharactersInKey(text);
      const decoded = places.filter(({ path }) => !undecoded.has(path));
      const isDefined = places.some(({ isEntry }) => isEntry);
      const everywhere = decoded.length === places.length ? removalEverywhere(places, text, odd) : [];
      for (const { path, region, isEntry } of decoded) {
        const start = startOf(region, text);
        const at = placeOf(path, region, start, odd[0]!);
        const effect = isEntry ? effectOfKey(project, files, path, region) : '';
        const key = text.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '');
        const shared = isEntry || places.length <= MANY ? everywhere : [];
        report({
          at,
          messageId: 'key',
          data: { key, character: odd[0]!.name, effect },
          fixes: isDefined ? shared : removal(path, start, odd),
          ...(effect === '' ? {} : { level: 'error' }),
        });
      }
    }
    for (const { path, region, text, field, start } of suspectTexts(files)) {
      if (undecoded.has(path)) continue;
      const odd = oddCharacters(text);
      const [first] = odd;
      if (first === undefined) continue;
      const at = placeOf(path, region, start, first);
      const more = odd.length > 1 ? ` and ${plural(odd.length - 1, 'more such character')}` : '';
      const fixes = removal(path, start, odd);
      const data = { character: first.name, more };
      if (field === undefined) report({ at, messageId: 'reference', data, fixes });
      else report({ at, messageId: 'field', data: { ...data, field }, fixes });
    }
  },
});

/** What comes of an entry whose key no program reads, which `invalid-key` leaves to this rule. */
function effectOfKey(project: Project, files: Project, path: string, region: Region): string {
  const facts = files.bibliographies.find((one) => one.path === path);
  const problem = facts?.problems.find(
    ({ messageId, region: at }) =>
      messageId === 'invalid-key-character' && at.start >= region.start && at.end <= region.end,
  );
  return facts === undefined || problem === undefined ? '' : effectOf(project, facts, problem);
}

/** Files that are not UTF-8: each letter they lose is one defect, of which `invalid-encoding` speaks. */
function undecodedPaths({ documents, bibliographies }: Project): ReadonlySet<string> {
  const files = [...documents, ...bibliographies];
  return new Set(
    files
      .filter(({ problems }) => problems.some(({ messageId }) => messageId === 'not-utf8'))
      .map(({ path }) => path),
  );
}

interface PlacedText {
  readonly path: string;
  readonly region: Region;
  readonly text: string;
}

interface KeyPlace {
  readonly path: string;
  readonly region: Region;
  readonly isEntry: boolean;
}

/** Above this the fix for all places of a key goes with its entries alone: a report would repeat it once a place. */
const MANY = 50;

/** Keys with odd characters, each with all its places. */
function oddKeys(project: Project): ReadonlyMap<string, readonly KeyPlace[]> {
  const places = new Map<string, KeyPlace[]>();
  const add = (key: string, place: KeyPlace): void => {
    if (oddCharactersInKey(key).length === 0) return;
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
  };
  for (const { path, entry } of project.entries())
    add(entry.key, { path, region: entry.keyRegion, isEntry: true });
  if (![...project.citedKeys()].some((key) => oddCharactersInKey(key).length > 0)) return places;
  for (const { path, citations } of project.documents) {
    for (const { cites } of citations) {
      for (const { key, keyRegion } of cites) add(key, { path, region: keyRegion, isEntry: false });
    }
  }
  return places;
}

/** A text that may hold an odd character: that of a reference, or of a field. */
interface SuspectText extends PlacedText {
  readonly field?: string;
  readonly start?: number | undefined;
}

/** Reference texts, and the fields that are printed in a list of references. */
function suspectTexts(project: Project): readonly SuspectText[] {
  const found: SuspectText[] = [];
  for (const [text, uses] of project.referencesByText()) {
    if (oddCharacters(text).length === 0) continue;
    for (const { document, reference } of uses) {
      const { path } = document;
      const { region } = reference;
      found.push({ path, region, text, start: startOf(region, text) });
    }
  }
  const printed = [...fieldNames(project)].filter((name) => !NOT_PRINTED.has(name));
  eachFieldLike(project, MAY_BE_ODD, printed, (field, { path }) => {
    const { name, region, value: text } = field;
    found.push({ path, region, text, field: name, start: valueStart(field) });
  });
  return found;
}

const NOT_PRINTED = new Set(
  'abstract ab n2 annote annotation keywords keyword kw file comment review timestamp owner note notes'.split(
    ' ',
  ),
);

/** Where a text stands that is written as it reads. */
const startOf = ({ start, end }: Region, text: string): number | undefined =>
  end - start === text.length ? start : undefined;

function placeOf(path: string, region: Region, start: number | undefined, { at, text }: OddCharacter) {
  if (start === undefined) return { path, region };
  return { path, region: { start: start + at, end: start + at + text.length } };
}

/** One fix for a key wherever it stands, since its citations have to follow its entry. */
function removalEverywhere(places: readonly KeyPlace[], text: string, odd: readonly OddCharacter[]): Fix[] {
  const fixes = places.map(({ path, region }) => removal(path, startOf(region, text), odd));
  const [fix] = fixes.flat();
  if (fix === undefined || fixes.some(({ length }) => length === 0)) return [];
  return [{ ...fix, edits: fixes.flatMap(([one]) => one?.edits ?? []) }];
}

function removal(path: string, start: number | undefined, odd: readonly OddCharacter[]): Fix[] {
  if (start === undefined || odd.some(({ instead }) => instead === undefined)) return [];
  const edits = odd.map(({ at, text, instead = '' }) => ({
    path,
    region: { start: start + at, end: start + at + text.length },
    text: instead,
  }));
  return [{ title: 'Remove what cannot be seen', safety: 'safe', edits }];
}
