import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/unused-string.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test('macros that macros and preambles use are used', async () => {
  const text = '@string{a = "A"}\n@string{b = a # "B"}\n@string{c = "C"}\n@preamble{c}\n';
  expect(await findingsOf(rule, alone(text + entry({ publisher: 'b' })))).toEqual([]);
});

test('macros that another file uses are used, and a file of macros alone serves others', async () => {
  const files = { 'a.bib': '@string{aw = "A"}\n@misc{x, year = 1}\n', 'b.bib': entry({ publisher: 'AW' }) };
  expect(await findingsOf(rule, files)).toEqual([]);
  expect(await findingsOf(rule, alone('@string{aw = "A"}\n'))).toEqual([]);
});

test('a stock of abbreviations is one finding', async () => {
  const stock = Array.from({ length: 40 }, (_, index) => `@string{j${index} = "Journal ${index}"}\n`);
  const used = entry({ journal: 'j3' });
  expect(await findingsOf(rule, alone(stock.join('') + used))).toEqual(['most "j0"']);
  expect(await findingsOf(rule, alone(stock.slice(0, 6).join('') + used))).toHaveLength(5);
});

test('a macro that was not read to its end is told of once, and not by this rule', async () => {
  expect(await findingsOf(rule, alone(`${entry({ year: '1973' })}@string{a="b\n`))).toEqual([]);
});
