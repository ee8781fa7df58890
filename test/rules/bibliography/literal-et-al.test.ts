import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/literal-et-al.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, fixed, inPandoc } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['{Knuth, D. et al.}', '{Knuth, D. and others}'],
  ['{Knuth, D. and Graham, R., et al}', '{Knuth, D. and Graham, R. and others}'],
  ['{Knuth, D. and et al.}', '{Knuth, D. and others}'],
  ['{D. Knuth et.al.}', '{D. Knuth and others}'],
  ['{Smith, J. and other}', '{Smith, J. and others}'],
  ['{Smith, J. and Others}', '{Smith, J. and others}'],
  ['{Smith, J. and others.}', '{Smith, J. and others}'],
  ['{Smith, J. and al.}', '{Smith, J. and others}'],
  ['{Knuth, D. and ...}', '{Knuth, D. and others}'],
  ['{Knuth, D. and …}', '{Knuth, D. and others}'],
  ['{Bonitz, H. u. a.}', '{Bonitz, H. and others}'],
  ['{Bonitz, H. and Seidl, H., u.a.}', '{Bonitz, H. and Seidl, H. and others}'],
  ['{Ландау, Л. Д. и др.}', '{Ландау, Л. Д. and others}'],
  ['{Ландау, Л. Д. and др.}', '{Ландау, Л. Д. and others}'],
  ['{Freire, P. e outros}', '{Freire, P. and others}'],
  ['{刘国钧 等}', '{刘国钧 and others}'],
  ['{刘国钧 and 陈绍业 and 等}', '{刘国钧 and 陈绍业 and others}'],
])('%s becomes %s', async (author, expected) => {
  expect(await fixed(rule, entry({ author }))).toBe(entry({ author: expected }));
});

test('in the middle of a name there is no fix', async () => {
  const text = entry({ author: '{Silver et al., David}' });
  expect(await findingsOf(rule, alone(text))).toEqual(['bibtex "et al."']);
  expect(await fixed(rule, text)).toBe(text);
});

test('names that hold the word', async () => {
  for (const author of [
    '{Smith, J. and others}',
    '{{Bell and Others}}',
    '{Smith, J. and Others, Ada}',
    '{{Bonitz u. a.}}',
    '{Otros, Y. and Fl., M.}',
  ])
    expect(await findingsOf(rule, alone(entry({ author })))).toEqual([]);
});

test('titles may say it', async () => {
  expect(await findingsOf(rule, alone(entry({ title: '{A Comment on Silver et al.}' })))).toEqual([]);
});

test('CSL-JSON', async () => {
  const text = '[{"id": "a", "author": [{"family": "Knuth"}, {"literal": "et al."}]}]';
  expect(await findingsOf(rule, inPandoc(text, 'refs.json'))).toHaveLength(1);
});

test('RIS', async () => {
  const text = 'TY  - BOOK\nID  - a\nAU  - Knuth, Donald et al.\nTI  - Sorting\nER  - \n';
  expect(await findingsOf(rule, inPandoc(text, 'refs.ris'))).toHaveLength(1);
});
