import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/html-in-field.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, fixed, inJekyll, inPandoc } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['{Sorting &amp; Searching}', 'entity "&amp;"'],
  ['{M&uuml;ller}', 'entity "&uuml;"'],
  ['{Sorting \\&\\#38; Searching}', 'entity "\\\\&\\\\#38;"'],
  ['{The <i>Art</i>}', 'tag "<i>"'],
  ['{H<sub>2</sub>O}', 'tag "<sub>"'],
])('%s', async (title, finding) => {
  expect(await findingsOf(rule, alone(entry({ title })))).toEqual([finding]);
  expect(await findingsOf(rule, inPandoc(entry({ title })))).toEqual([finding]);
  expect(await findingsOf(rule, inJekyll(entry({ title })))).toEqual([]);
});

test.each(['{Sorting \\& Searching}', '{a < b and c > d}', '{R&D; a survey}'])('%s', async (title) => {
  expect(await findingsOf(rule, alone(entry({ title })))).toEqual([]);
});

test('CSL knows some tags, and no entities', async () => {
  const item = (title: string): string => JSON.stringify([{ id: 'a', title }]);
  expect(await findingsOf(rule, inPandoc(item('The <i>Art</i>'), 'refs.json'))).toEqual([]);
  expect(await findingsOf(rule, inPandoc(item('R &amp; D'), 'refs.json'))).toEqual(['entity "&amp;"']);
  expect(await findingsOf(rule, inPandoc(item('<p>x</p>'), 'refs.json'))).toEqual(['tag "<p>"']);
});

test('the suggestion writes LaTeX', async () => {
  expect(await fixed(rule, entry({ title: '{A &amp; B}' }), 'suggest')).toBe(entry({ title: '{A \\& B}' }));
});

test('an address copied out of HTML, in https://dl.acm.org/citation.cfm?id=362384&amp;dl=ACM', async () => {
  const url = (and: string): string =>
    entry({ url: `{https://dl.acm.org/citation.cfm?id=362384${and}dl=ACM}` });
  expect(await findingsOf(rule, alone(url('&amp;')))).toEqual(['address "&amp;"']);
  expect(await findingsOf(rule, inJekyll(url('&amp;')))).toEqual([]);
  expect(await findingsOf(rule, alone(url('&')))).toEqual([]);
  expect(await fixed(rule, url('&amp;'), 'suggest')).toBe(url('&'));
});
