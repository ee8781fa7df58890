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

test.each([
  ['author', '{G\\u00f6del, Kurt}', '{G\u00f6del, Kurt}'],
  ['title', '{Sorting \\u0026 Searching}', '{Sorting \\& Searching}'],
])('an escape of JSON in %s = %s', async (name, written, mended) => {
  expect(await findingsOf(rule, alone(entry({ [name]: written })))).toEqual([
    `json ${JSON.stringify(/\\u\w{4}/.exec(written)?.[0])}`,
  ]);
  expect(await fixed(rule, entry({ [name]: written }), 'suggest')).toBe(entry({ [name]: mended }));
});

test.each(['{Erdo\\u{g}an, Ada}', '{Gheorg\\u he, Ion}', '{\\u a1990}'])('a breve: %s', async (author) => {
  expect(await findingsOf(rule, alone(entry({ author })))).toEqual([]);
});
