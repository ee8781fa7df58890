import { defineRule, type Location, type Project } from '../../src/model.ts';

/** Two keys that look the same are two to every engine, and no search for the one finds the other. */
export default defineRule({
  id: 'mixed-script-key',
  description: 'Disallow letters in keys that only look like those around them.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    mixed:
      'In key `{key}` the letter `{letter}` is {script} ({code}), not the Latin `{latin}` it looks like.',
  },
  options: {},

  check(project, { report }) {
    for (const { key, at, isExact } of keysOf(project)) {
      const found = findLookalike(key);
      if (found === undefined) continue;
      const { letter, latin, index } = found;
      const start = at.region.start + index;
      report({
        at: isExact ? { path: at.path, region: { start, end: start + 1 } } : at,
        messageId: 'mixed',
        data: { key, letter, latin, script: scriptOf(letter), code: codeOf(letter) },
      });
    }
  },
});

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

/**
 * Letters of Cyrillic and Greek that most fonts draw like a Latin one, each followed by that one. Not the small Greek ones
 * that science writes beside Latin letters on purpose (`NFκB`).
 */
const PAIRS = 'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSοoΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX';
const LATIN: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS[2 * index]!, PAIRS[2 * index + 1]!]),
);

/**
 * The first letter that looks like a Latin one in a word where every letter of another script does so: `α` in
 * `αSynuclein` is meant, `о` in `Lоvelace` is not.
 */
function findLookalike(key: string): { letter: string; latin: string; index: number } | undefined {
  if (!/[\u0370-\u03ff\u0400-\u052f]/.test(key)) return undefined;
  for (const { 0: word, index } of key.matchAll(/\p{L}+/gu)) {
    const letters = [...word];
    if (!letters.some((letter) => /\p{Script=Latin}/u.test(letter))) continue;
    const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
    const [letter] = foreign;
    if (letter === undefined || !foreign.every((one) => LATIN.has(one))) continue;
    return { letter, latin: LATIN.get(letter)!, index: index + word.indexOf(letter) };
  }
  return undefined;
}

const scriptOf = (letter: string): string => (letter < '\u0400' ? 'Greek' : 'Cyrillic');

const codeOf = (letter: string): string =>
  `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
