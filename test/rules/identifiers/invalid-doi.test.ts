import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/invalid-doi.ts';
import { findingsOf, jsonPaperWith, pageWith, paperWith } from './identifier-project.ts';

test.each([
  ['10.1145.359545.359563', 'shape "10.1145.359545.359563"'],
  ['10.1145/', 'shape "10.1145/"'],
  ['10.11/359545', 'prefix "10.11/359545"'],
  ['11.1145/359545', 'prefix "11.1145"'],
  ['https://doi.org/', 'empty "https://doi.org/"'],
  ['doi:', 'empty "doi:"'],
  ['TODO', 'unlike "TODO"'],
  ['n/a', 'unlike "n/a"'],
  ['neco.1997.9.8.1735', 'unlike "neco.1997.9.8.1735"'],
  ['doi:neco.1997.9.8.1735', 'unlike "neco.1997.9.8.1735"'],
  ['10.1145/359545 359563', 'character " "'],
  ['10.1145/359545.359563, 10.1145/3335772.3335934', 'double "10.1145/3335772.3335934"'],
  [
    '10.1145/359545.359563https://doi.org/10.1145/359545.359563',
    'double "https://doi.org/10.1145/359545.359563"',
  ],
  ['https//doi.org/10.1145/359545.359563', 'mistyped "https//doi.org/"'],
  ['https://doi.org/.1145/359545.359563', 'prefix ".1145"'],
])('%s', async (doi, finding) => {
  expect(await findingsOf(rule, paperWith({ doi }))).toEqual([finding]);
});

test.each([
  '10.1145/359545.359563',
  'https://doi.org/10.1145/359545.359563',
  '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
  '10.1007/978-3-319-24574-4\\_28',
  '10.1145/359545.359563.',
  '10/aabbe',
  ' ',
  '{}',
  '',
])('%s is left alone', async (doi) => {
  expect(await findingsOf(rule, paperWith({ doi }))).toEqual([]);
});

test('an address or an arXiv number is another rule’s business', async () => {
  for (const doi of ['https://dl.acm.org/doi/10.1145/359545.359563', 'arXiv:1706.03762']) {
    expect(await findingsOf(rule, paperWith({ doi }))).toEqual([]);
  }
});

test('CSL-JSON, other fields, reference texts', async () => {
  expect(await findingsOf(rule, jsonPaperWith({ DOI: '10.1145' }))).toEqual(['shape "10.1145"']);
  expect(await findingsOf(rule, paperWith({ note: 'doi:10,1145/359545' }))).toHaveLength(1);
  const text =
    'Lamport, L. (1978). Time, clocks, and the ordering of events. CACM, 21(7). doi:10.1145/359545–359563';
  expect(await findingsOf(rule, pageWith(text))).toEqual(['character "–"']);
  expect(await findingsOf(rule, pageWith(text.replace('–', '.')))).toEqual([]);
});

test.each([
  ['10.1016/S0377-0427(0000282-X', '('],
  ['10.1016/S0377-042700)00282-X', ')'],
])('a parenthesis that lost its partner: %s', async (doi, found) => {
  expect(await findingsOf(rule, paperWith({ doi }))).toEqual([`bracket "${found}"`]);
});

test.each([
  '10.1016/S0377-0427(00)00282-X',
  '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
  '10.1890/0012-9658(2006)87[2445:TPOSTO]2.0.CO;2',
])('parentheses in pairs: %s', async (doi) => {
  expect(await findingsOf(rule, paperWith({ doi }))).toEqual([]);
});

test.each(['https//doi.org/', 'htps://doi.org/', 'https:/doi.org/'])(
  '%s in `url` is told as an address, once',
  async (written) => {
    const url = `${written}10.1145/359545.359563`;
    expect(await findingsOf(rule, paperWith({ url }))).toEqual([]);
    expect(await findingsOf(rule, paperWith({ note: url }))).toEqual([`mistyped "${written}"`]);
    const text = `Lamport, L. (1978). Time, clocks, and the ordering of events. CACM, 21(7). ${url}`;
    expect(await findingsOf(rule, pageWith(text))).toEqual([`mistyped "${written}"`]);
  },
);

test('https://doi.org/.1145/… in a reference lost the beginning of its prefix', async () => {
  const text =
    'Lamport, L. (1978). Time, clocks, and the ordering of events. CACM, 21(7). https://doi.org/.1145/359545.359563';
  expect(await findingsOf(rule, pageWith(text))).toEqual(['prefix ".1145"']);
});
