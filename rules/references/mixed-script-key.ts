import { defineRule, type Location, type Project } from '../../src/model.ts';
import { eachFieldLike } from '../shared/field-columns.ts';
import { placeInField } from '../shared/field-places.ts';
import { findLookalike, type Lookalike, WORD_OF_TEXT } from '../shared/lookalikes.ts';
import { firstOfEachDocument, regionInReference } from '../shared/reference-uses.ts';

/**
 * Two keys that look the same are two to every engine, and no search for the one finds the other; nor does one for the
 * names and titles of a reference.
 */
export default defineRule({
  id: 'mixed-script-key',
  description: 'Disallow letters in keys and references that only look like those around them.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    mixed:
      'In key `{key}` the letter `{letter}` is {script} ({code}), not the Latin `{latin}` it looks like.',
    'mixed-word':
      'In `{word}` the letter `{letter}` is {script} ({code}), not the Latin `{latin}` it looks like.',
  },
  options: {},

  check(project, { report }) {
    for (const { key, at, isExact } of keysOf(project)) {
      const found = findLookalike(key);
      if (found === undefined) continue;
      const start = at.region.start + found.index;
      report({
        at: isExact ? { path: at.path, region: { start, end: start + 1 } } : at,
        messageId: 'mixed',
        data: { key, ...describe(found) },
      });
    }
    for (const [text, uses] of project.referencesByText()) {
      const found = findLookalikeInText(text);
      if (found === undefined) continue;
      const data = { word: found.word, ...describe(found) };
      for (const { document, reference } of firstOfEachDocument(uses)) {
        const region = regionInReference(reference, { start: found.index, end: found.index + 1 });
        report({ at: { path: document.path, region }, messageId: 'mixed-word', data, level: 'warning' });
      }
    }
    eachFieldLike(project, CYRILLIC, PRINTED, (field, { path }) => {
      const found = findLookalikeInText(field.value);
      if (found === undefined) return;
      const at = placeInField(path, field, { start: found.index, end: found.index + 1 });
      const data = { word: found.word, ...describe(found) };
      report({ at, messageId: 'mixed-word', data, level: 'warning' });
    });
  },
});

const PRINTED = new Set('author editor title journal journaltitle booktitle publisher au ti'.split(' '));

interface PlacedKey {
  readonly key: string;
  readonly at: Location;
  readonly isExact: boolean;
}

function* keysOf(project: Project): Iterable<PlacedKey> {
  const place = (path: string, key: string, region: Location['region']): PlacedKey => ({
    key,
    at: { path, region },
    isExact: region.end - region.start === key.length,
  });
  for (const { path, entry } of project.entries()) yield place(path, entry.key, entry.keyRegion);
  if (![...project.citedKeys()].some((key) => findLookalike(key) !== undefined)) return;
  for (const { path, citations } of project.documents) {
    for (const { cites } of citations)
      for (const { key, keyRegion } of cites) yield place(path, key, keyRegion);
  }
}

const CYRILLIC = /[\u0400-\u052f]/g;

/** The same in names and titles, where Greek letters are meant, and one letter of two may be a unit or a sign. */
function findLookalikeInText(text: string): Lookalike | undefined {
  if (text.search(CYRILLIC) === -1) return undefined;
  const found = findLookalike(text.replace(/\p{Script=Greek}/gu, ' '), WORD_OF_TEXT);
  return found === undefined || found.word.length < 3 ? undefined : found;
}

const describe = ({ letter, latin }: Lookalike) => ({
  letter,
  latin,
  script: scriptOf(letter),
  code: codeOf(letter),
});

const scriptOf = (letter: string): string => (letter < '\u0400' ? 'Greek' : 'Cyrillic');

const codeOf = (letter: string): string =>
  `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
