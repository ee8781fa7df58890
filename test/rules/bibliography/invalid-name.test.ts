import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/invalid-name.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['{Knuth, Donald, E., Jr}', ['too-many-commas "Knuth, Donald, E., Jr"']],
  ['{Knuth, Donald and and Graham, Ron}', ['empty-name ""']],
  ['{Donald Knuth; Ronald Graham}', ['separator ";"']],
  ['{Donald Knuth & Ronald Graham}', ['separator "&"']],
  ['{Donald E. Knuth, Leslie Lamport, Alan Turing}', ['separator ","']],
  ['{Knuth, Donald and}', ['empty-name ""']],
  ['{Knuth,}', ['empty-part "Knuth,"']],
])('%s', async (author, findings) => {
  const found = await findingsOf(rule, alone(entry({ author })));
  expect(found.map((finding) => finding.split(' ')[0])).toEqual(
    findings.map((finding) => finding.split(' ')[0]),
  );
});

test.each([
  '{Knuth, Donald E. and others}',
  "{{Barnes and Noble, Inc.} and Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin}",
  '{King, Jr, Martin Luther}',
  "{Garc{\\'i}a M{\\'a}rquez, Gabriel Jos{\\'e}}",
  '{von Neumann, Jr., John Louis}',
  '{{Johnson \\& Johnson}}',
  '{Hanks, E  AND Schliep, E}',
  '{Knuth, D., et al.}',
  '{Knuth, D. and Graham, R., et.al.}',
])('%s', async (author) => {
  expect(await findingsOf(rule, alone(entry({ author })))).toEqual([]);
});

test('organisations are asked for', async () => {
  const text = entry({ author: '{World Health Organization}' });
  expect(await findingsOf(rule, alone(text))).toEqual([]);
  expect(await findingsOf(rule, alone(text), { organizations: true })).toEqual([
    'organization "World Health Organization"',
  ]);
});
