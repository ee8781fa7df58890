import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/duplicate-field.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, fixed, inPandoc, messagesOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test('the message says which one counts where they differ', async () => {
  expect(await messagesOf(rule, alone(entry({ year: '1973', title: '{x}', YEAR: '1998' })))).toEqual([
    'Field `year` stands twice in `knuth1998`; BibTeX reads the first, biber and Pandoc the last.',
  ]);
});

test('equal ones are taken out, first, last or in between', async () => {
  const text = '@misc{k,\n  year = 1998,\n  year = {1998},\n  title = {x},\n  note = {y},\n  note = {y}\n}\n';
  expect(await fixed(rule, text)).toBe('@misc{k,\n  year = 1998,\n  title = {x},\n  note = {y}\n}\n');
});

test('tags of RIS repeat', async () => {
  const text = 'TY  - BOOK\nID  - knuth1998\nAU  - Knuth, D.\nAU  - Graham, R.\nER  - \n';
  expect(await findingsOf(rule, inPandoc(text, 'refs.ris'))).toEqual([]);
});
