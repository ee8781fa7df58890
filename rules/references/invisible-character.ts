import { defineRule, type Fix, type Project, type Region } from '../../src/model.ts';
import { plural } from '../../src/text/plural.ts';
import { valueStart } from '../shared/field-places.ts';
import { type OddCharacter, oddCharacters, oddCharactersInKey } from '../shared/odd-characters.ts';

/** Two keys that look alike and are not, a name that no search finds: nobody sees why. */
export default defineRule({
  id: 'invisible-character',
  description: 'Disallow characters that cannot be seen in keys and references.',
  scope: 'project',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    key: 'Key `{key}` holds {character}.',
    reference: 'This reference holds {character}{more}.',
    field: 'Field `{field}` holds {character}{more}.',
  },
  options: {},

  check(project, { report }) {
    const undecoded = undecodedPaths(project);
    for (const { path, region, text } of keysOf(project)) {
      if (undecoded.has(path)) continue;
      const [first] = oddCharactersInKey(text);
      if (first === undefined) continue;
      const start = startOf(region, text);
      const at = placeOf(path, region, start, first);
      const data = { key: text.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, ''), character: first.name };
      report({ at, messageId: 'key', data, fixes: removal(path, start, oddCharactersInKey(text)) });
    }
    for (const { path, region, text, field, start } of textsOf(project)) {
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

function* keysOf(project: Project): Iterable<PlacedText> {
  for (const { path, entry } of project.entries()) yield { path, region: entry.keyRegion, text: entry.key };
  if (![...project.citedKeys()].some((key) => oddCharactersInKey(key).length > 0)) return;
  for (const { path, citations } of project.documents) {
    for (const { cites } of citations) {
      for (const { key, keyRegion } of cites) yield { path, region: keyRegion, text: key };
    }
  }
}

/** Reference texts, and the fields that are printed in a list of references. */
function* textsOf(
  project: Project,
): Iterable<PlacedText & { readonly field?: string; readonly start?: number | undefined }> {
  for (const [text, uses] of project.referencesByText()) {
    if (oddCharacters(text).length === 0) continue;
    for (const { document, reference } of uses) {
      const { path } = document;
      yield { path, region: reference.region, text, start: startOf(reference.region, text) };
    }
  }
  for (const { path, entry } of project.entries()) {
    for (const field of entry.fields) {
      if (NOT_PRINTED.has(field.name.toLowerCase())) continue;
      yield { path, region: field.region, text: field.value, field: field.name, start: valueStart(field) };
    }
  }
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

function removal(path: string, start: number | undefined, odd: readonly OddCharacter[]): Fix[] {
  if (start === undefined || odd.some(({ instead }) => instead === undefined)) return [];
  const edits = odd.map(({ at, text, instead = '' }) => ({
    path,
    region: { start: start + at, end: start + at + text.length },
    text: instead,
  }));
  return [{ title: 'Remove what cannot be seen', safety: 'safe', edits }];
}
