import { expect, test } from 'vitest';
import mixedScriptKey from '../../../rules/references/mixed-script-key.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const paper = (bibliography: string, body = 'Known.') => ({
  'paper.md': `---\ntitle: A\nbibliography: refs.bib\n---\n${body}\n`,
  'refs.bib': bibliography,
});
const lint = (files: Record<string, string>) => findingLines(files, mixedScriptKey);

const bib = '@book{lovelace1843,\n  title = {Notes}\n}\n';

test.each([
  ['Cyrillic о', 'l\u043evelace1843'],
  ['Cyrillic А', '\u0410da1843'],
  ['Greek Ο', '\u039fmega1843'],
  ['Cyrillic а behind a year', 'lovelace1843\u0430'],
])('%s', async (_, key) => {
  const [finding] = (await lintFiles(paper(bib, `Known [@${key}].`), mixedScriptKey)).findings;
  expect(finding?.at.region.end).toBe((finding?.at.region.start ?? 0) + 1);
});

test.each([
  'lovelace1843',
  'кнут1997',
  'кнут1997а',
  'αSynuclein2020',
  'NFκB2019',
  'кнут-knuth',
  'müller1999',
  '高徳纳',
])('%s', async (key) => {
  expect(await lint(paper(bib, `Known [@${key}].`))).toEqual([]);
});

test('an entry', async () => {
  expect(await lint(paper('@book{lovel\u0430ce1843,\n  title = {Notes}\n}\n'))).toEqual([
    'refs.bib:1:12 mixed "\u0430"',
  ]);
});

test.each<[string, string[]]>([
  [
    'L\u0430mport, L. (1978). Time, clocks, and the ordering of events. *Communications of the ACM*, 21(7), 558–565.',
    ['mixed-word "\u0430"'],
  ],
  [
    'Lamport, L. (1978). Time, cl\u043ecks, and the ordering of events. *Communications of the ACM*, 21(7), 558–565.',
    ['mixed-word "\u043e"'],
  ],
  [
    'Колмогоров, А. Н. (1965). Три подхода к определению понятия «количество информации». *Проблемы передачи информации*, 1(1), 3–11.',
    [],
  ],
  ['Lamport, L. (1978). *Время и часы (Time and clocks)*. ACM.', []],
])('a reference: %s', async (text, found) => {
  const files = {
    'a.md': `# A\n\n## References\n\n- ${text}\n- Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.\n`,
  };
  expect((await lint(files)).map((line) => line.replace(/^\S+ /, ''))).toEqual(found);
});

test('an author of an entry', async () => {
  expect(
    await lint(paper('@book{lovelace1843,\n  author = {Lovel\u0430ce, Ada},\n  title = {Notes}\n}\n')),
  ).toEqual(['refs.bib:2:18 mixed-word "\u0430"']);
});
