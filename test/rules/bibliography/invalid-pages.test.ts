import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/invalid-pages.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, fixed, inPandoc } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each<[string, string[]]>([
  ['{230--223}', ['order "230--223"']],
  ['{pp. 12--15}', ['label "pp. "']],
  ['{230--65}', []],
  ['{xii--xv}', []],
  ['{12:1--12:27}', []],
  ['{e1003}', []],
  ['{42--}', []],
  ['{17+}', []],
  ['{17-}', ['incomplete "17-"']],
  ['{--17}', ['incomplete "--17"']],
  ['{--}', ['placeholder "--"']],
  ['{??--??}', ['placeholder "??--??"']],
  ['{n/a-n/a}', ['placeholder "n/a-n/a"']],
  ['{17\\,--\\,23}', []],
  ['{10--1O}', ['letter "10--1O"']],
  ['{1l--20}', ['letter "1l--20"']],
  ['{10---16}', ['long-dash "---"']],
  ['{S10 --- S16}', ['long-dash " --- "']],
  ['{201-–210}', ['two-dashes "-–"']],
  ['{201–-210}', ['two-dashes "–-"']],
  ['{201––210}', ['two-dashes "––"']],
  ['{201 −− 210}', ['two-dashes " −− "']],
  ['{201--–210}', ['two-dashes "--–"']],
  ['{201—210}', []],
  ['{201−210}', []],
  ['{e01424--22}', []],
  ['{e01424-22}', []],
  ['{e01424--e01422}', ['order "e01424--e01422"']],
  ['{O1--O9}', []],
  ['{1I--1O}', []],
  ['{64--64I}', []],
  ['{10--O12}', []],
  ['{17\\,--\\,23, 41}', []],
])('%s', async (pages, findings) => {
  const found = await findingsOf(rule, alone(entry({ pages })));
  expect(found.map((text) => text.split(' ')[0])).toEqual(findings.map((text) => text.split(' ')[0]));
});

test('“pp.” is taken off', async () => {
  expect(await fixed(rule, entry({ pages: '{pp. 12--15}' }))).toBe(entry({ pages: '{12--15}' }));
});

test('a hyphen beside a dash becomes one dash', async () => {
  expect(await fixed(rule, entry({ pages: '{201-–210}' }))).toBe(entry({ pages: '{201--210}' }));
});

test('hyphens are asked for', async () => {
  const text = entry({ pages: '{12-15}' });
  expect(await findingsOf(rule, alone(text))).toEqual([]);
  expect(await findingsOf(rule, alone(text), { hyphens: true })).toEqual(['hyphen "-"']);
});

test('RIS', async () => {
  const record = (end: string): string => `TY  - JOUR\nID  - knuth1998\nSP  - 230\nEP  - ${end}\nER  - \n`;
  expect(await findingsOf(rule, inPandoc(record('223'), 'refs.ris'))).toEqual(['order "223"']);
  expect(await findingsOf(rule, inPandoc(record('65'), 'refs.ris'))).toEqual([]);
  const first = (start: string): string => record('265').replace('230', start);
  expect(await findingsOf(rule, inPandoc(first('pp. 230'), 'refs.ris'))).toEqual(['label "pp. "']);
  expect(await findingsOf(rule, inPandoc(first('n/a'), 'refs.ris'))).toEqual(['placeholder "n/a"']);
});

test('the pages of CITATION.cff', async () => {
  const cff = (start: number, end: number) => ({
    'CITATION.cff': `cff-version: 1.2.0\ntitle: TeX\nmessage: Cite the article.\nauthors:\n  - family-names: Knuth\npreferred-citation:\n  type: article\n  title: Literate Programming\n  start: ${start}\n  end: ${end}\n  authors:\n    - family-names: Knuth\n`,
  });
  expect(await findingsOf(rule, cff(211, 197))).toEqual(['order "197"']);
  expect(await findingsOf(rule, cff(197, 211))).toEqual([]);
});

test('“pp.” that stands twice is one label', async () => {
  expect(await findingsOf(rule, alone(entry({ pages: '{pp. pp. 12--15}' })))).toEqual(['label "pp. pp. "']);
  expect(await fixed(rule, entry({ pages: '{pp. pp. 12--15}' }))).toBe(entry({ pages: '{12--15}' }));
});

test.each(['nan', 'None', 'null'])('pages = {%s} of a program that had none', async (pages) => {
  expect(await findingsOf(rule, alone(entry({ pages: `{${pages}}` })))).toEqual([`placeholder "${pages}"`]);
});
