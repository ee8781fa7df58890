import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/unescaped-character.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, fixed, inJekyll, inPandoc } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['{100% Pure}', 'comment "%"'],
  ['{It costs $5}', 'math "$"'],
])('%s, also in Pandoc', async (title, finding) => {
  expect(await findingsOf(rule, alone(entry({ title })))).toEqual([finding]);
  expect(await findingsOf(rule, inPandoc(entry({ title })))).toEqual([finding]);
  expect(await findingsOf(rule, inJekyll(entry({ title })))).toEqual([]);
});

test.each([
  ['{Sorting & Searching}', 'command "&"'],
  ['{C# in Depth}', 'command "#"'],
  ['{The file_name}', 'command "_"'],
])('%s, in LaTeX only', async (title, finding) => {
  expect(await findingsOf(rule, alone(entry({ title })))).toEqual([finding]);
  expect(await findingsOf(rule, inPandoc(entry({ title })))).toEqual([]);
});

test.each([
  '{100\\% \\& more}',
  '{$O(n_k) \\% 2$}',
  '{Sums \\(a_n\\) and \\[b_n\\] of series}',
  '{\\url{a_b%20c}}',
  '{see https://a.org/x_y}',
  '{A &amp; B}',
])('%s', async (title) => {
  expect(await findingsOf(rule, alone(entry({ title })))).toEqual([]);
});

test.each([
  '{The Tune of\\" Green Sleeves\\": Approaches to Shakespeare}',
  '{Reply to \\"Sorting\\"}',
  '{Is it \\"open\\"?}',
])('%s, for all engines', async (title) => {
  for (const site of [alone, inPandoc, inJekyll])
    expect(await findingsOf(rule, site(entry({ title })))).toEqual([`accent ${JSON.stringify('\\"')}`]);
});

test.each(['{M\\"uller, M\\" uller, {\\"U}ber, \\"{a}, na\\"\\i ve, \\"y}', '{"Sorting": a {\\"}}'])(
  '%s',
  async (title) => {
    for (const site of [alone, inPandoc, inJekyll])
      expect(await findingsOf(rule, site(entry({ title })))).toEqual([]);
  },
);

test('the suggestion escapes it', async () => {
  expect(await fixed(rule, entry({ title: '{100% Pure}' }), 'suggest')).toBe(
    entry({ title: '{100\\% Pure}' }),
  );
});
