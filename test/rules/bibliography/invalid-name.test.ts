import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/invalid-name.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, inPandoc, messagesOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['{Knuth, Donald, E., Jr}', ['too-many-commas "Knuth, Donald, E., Jr"']],
  ['{Knuth, Donald and and Graham, Ron}', ['empty-name ""']],
  ['{Donald Knuth; Ronald Graham}', ['separator ";"']],
  ['{Donald Knuth & Ronald Graham}', ['separator "&"']],
  ['{Donald Knuth | Ronald Graham}', ['separator "|"']],
  ['{Knuth | Graham}', ['separator "|"']],
  ['{Donald E. Knuth, Leslie Lamport, Alan Turing}', ['separator ","']],
  ['{Knuth, Donald und Graham, Ron}', ['separator "und"']],
  ['{Donald Knuth et Ronald Graham}', ['separator "et"']],
  ['{D. Knuth y R. Graham}', ['separator "y"']],
  ['{Knuth, Donald {and} Graham, Ron}', ['separator "{and}"']],
  ['{Donald Knuth \\and Ronald Graham}', ['separator "\\and"']],
  ['{Knuth, Donald and}', ['empty-name ""']],
  ['{Knuth,}', ['empty-part "Knuth,"']],
  ['{Hoare, C. A. R.and Knuth, Donald}', ['glued "R.and"']],
  ['{Hoare, C. A. R. andKnuth, Donald}', ['glued "andKnuth"']],
  ['{Ligon, Walter B. and III and Ross, Robert B.}', ['suffix "III"']],
  ['{Ada Lovelace, Donald E. Knuth}', ['separator ","']],
  ['{Smith J.and Doe A.}', ['glued "J.and"']],
  ['{Hoare C. A. R. and Knuth, Donald}', ['initial-as-family "Hoare C. A. R."']],
  ['{Donald Knuth and Hoare C. A.}', ['initial-as-family "Hoare C. A."']],
  ['{Shannon CE and Weaver W}', ['initial-as-family "Shannon CE"']],
  ['{Shannon C.E. and Weaver W.}', ['initial-as-family "Shannon C.E."']],
  ['{Shannon CE, Weaver W}', ['separator ","']],
  ['{Barnes W. McCormick, Jr.}', ['suffix-as-given "Jr."']],
  ['{Ken Thompson and Claude E. Shannon, PhD}', ['suffix-as-given "PhD"']],
  ['{Shannon, Claude E.\n  Weaver, Warren}', ['missing-and "Shannon"']],
  ['{{Shannon, C. E.}}', ['braced-person "{Shannon"']],
  ['{{Shannon, Claude and Weaver, Warren}}', ['braced-person "{Shannon"']],
  ['{{Shannon, Claude and others}}', ['braced-person "{Shannon"']],
  ['{{Claude E. Shannon and W. Weaver}}', ['braced-person "{Claude"']],
  ['{Team, R Core}', ['turned "Team, R Core"']],
  ['{Akiyama, Kazunori and Collaboration,\n  The Event Horizon Telescope}', ['turned "Collaboration,"']],
  [
    '{Organization, World Health and Commission, European}',
    ['turned "Organization,"', 'turned "Commission,"'],
  ],
  ['{{R Core Team} and {Team}, R Core}', []],
  ['{Bank, Randolph E. and Council, J.}', []],
  ['{Collaboration, C. and Knuth, Donald E.}', []],
  ['{Prof. Donald Knuth and Graham, Ron}', ['title "Prof."']],
  ['{Graham, Ron and Knuth, Dr. Donald}', ['title "Dr."']],
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
  '{García Márquez, Gabriel J.}',
  '{Conan Doyle, Arthur Ignatius}',
  '{Anna K.}',
  '{J. R. R. and Andrew Wiles}',
  '{{Studio R. G.}}',
  '{Jiequn Han and Weinan E}',
  '{Anna K. and Ben L.}',
  '{Google AI and Mistral ML}',
  '{Ligon WB III, Walter}',
  '{{Siemens, Munich}}',
  '{{Philips, N. V.}}',
  '{{Bill and Melinda Gates Foundation}}',
  '{{John D. and Catherine T. MacArthur Foundation}}',
  '{{Ministry of Agriculture, Forestry and Fisheries}}',
  '{Dr. Seuss}',
  '{F&aacute;ry, Istv&#225;n}',
  "{Garc{\\'i}a M{\\'a}rquez, Gabriel Jos{\\'e}}",
  '{von Neumann, Jr., John Louis}',
  '{{Johnson \\& Johnson}}',
  '{{Studio | Berlin}}',
  '{Hanks, E  AND Schliep, E}',
  "{Jos{'e} Ortega y Gasset}",
  "{Ortega y Gasset, Jos{'e}}",
  '{Karl-Theodor von und zu Guttenberg}',
  "{Santiago Ram{'o}n y Cajal}",
  '{Knuth, D., et al.}',
  '{Knuth, D. and Graham, R., et.al.}',
])('%s', async (author) => {
  expect(await findingsOf(rule, alone(entry({ author })))).toEqual([]);
});

test('Pandoc parts names at `and` in lower case alone', async () => {
  const text = entry({ author: '{Knuth, Donald AND Graham, Ron}' });
  expect(await findingsOf(rule, alone(text))).toEqual([]);
  expect(await findingsOf(rule, inPandoc(text))).toEqual(['case "AND"']);
  expect(await messagesOf(rule, inPandoc(text))).toEqual([
    'Pandoc takes `AND` in `author` of `knuth1998` for a part of a name; write `and`.',
  ]);
});

test('organisations are asked for', async () => {
  const text = entry({ author: '{World Health Organization}' });
  expect(await findingsOf(rule, alone(text))).toEqual([]);
  expect(await findingsOf(rule, alone(text), { organizations: true })).toEqual([
    'organization "World Health Organization"',
  ]);
});

test.each([
  ['{Knuth, D.and Graham, R.}', 'D.and'],
  ['{Knuth, D. andGraham, R.}', 'andGraham'],
  ['{Knuth, Donald E.and Graham, Ronald L. and Patashnik, Oren}', 'E.and'],
])('an “and” without a blank parts no names: %s', async (author, found) => {
  expect(await findingsOf(rule, alone(entry({ author })))).toEqual([`glued "${found}"`]);
});

test.each(['{Anderson, Sand and Land, Andrea}', '{{R.and D.}}', '{Brand, R. and Andersen, A.}'])(
  '%s has its blanks',
  async (author) => {
    expect(await findingsOf(rule, alone(entry({ author })))).toEqual([]);
  },
);

test.each([
  ['{Martone, M. (ed.)}', '(ed.)'],
  ['{Ole-Johan Dahl and C. A. R. Hoare (Eds.)}', '(Eds.)'],
  ['{Brunner, Otto (Hrsg.)}', '(Hrsg.)'],
])('the role of an editor is no part of a name: %s', async (author, found) => {
  expect(await findingsOf(rule, alone(entry({ author })))).toEqual([`role "${found}"`]);
});

test.each(['{{Data Citation Synthesis Group (DCSG)}}', '{Knuth, Donald (Don) E.}', '{Edwards, Ed}'])(
  'no role: %s',
  async (author) => {
    expect(await findingsOf(rule, alone(entry({ author })))).toEqual([]);
  },
);

test.each([
  ['{Knuth, Donald E. and Graham, Ronald L. and Knuth, Donald E.}', ['repeated "Knuth, Donald E."']],
  ['{Donald Knuth and\n    Donald Knuth}', ['repeated "Donald Knuth"']],
  ['{Wang, Y. and Wang, Y.}', []],
  ['{Wang, Wei and Li, Min and Wang, Wei}', []],
  ['{Kim, Min Jung and Kim, Min Jung}', []],
  ['{Knuth, Donald E. and Knuth, Jill C.}', []],
])('a person who stands twice: %s', async (author, found) => {
  expect(await findingsOf(rule, alone(entry({ author })))).toEqual(found);
});

test('{Knuth, Donald; Graham, Ronald; Patashnik, Oren} is one slip', async () => {
  const author = '{Knuth, Donald; Graham, Ronald; Patashnik, Oren}';
  expect(await findingsOf(rule, alone(entry({ author })))).toEqual(['separator ";"']);
});

test.each(['&', ';'])('{McCulloch, Warren S. %s Pitts, Walter} is one slip', async (mark) => {
  const author = `{McCulloch, Warren S. ${mark} Pitts, Walter}`;
  expect(await findingsOf(rule, alone(entry({ author })))).toEqual([`separator "${mark}"`]);
});

test('{NOAA, } is a name of one part, as RStudio writes it for Pandoc', async () => {
  const text = entry({ author: '{NOAA, }' });
  expect(await findingsOf(rule, alone(text))).toEqual(['empty-part "NOAA,"']);
  expect(await findingsOf(rule, inPandoc(text))).toEqual([]);
  const cut = inPandoc(entry({ author: '{McInnes, L, and Healy, J}' }));
  expect(await findingsOf(rule, cut)).toEqual(['empty-part "McInnes, L,"']);
});

test('RIS has a tag for each person', async () => {
  const ris = (name: string) => ({
    'refs.ris': `TY  - JOUR\nAU  - ${name}\nTI  - The Mathematical Theory of Communication\nPY  - 1949\nJO  - Bell\nER  - \n`,
  });
  expect(await findingsOf(rule, ris('Shannon, Claude; Weaver, Warren'))).toEqual(['one-tag ";"']);
  expect(await findingsOf(rule, ris('Shannon, C. and Weaver, W.'))).toEqual(['one-tag "and"']);
  for (const name of ['Shannon, Claude', 'Department of Energy, Agriculture and Trade', 'King, Martin, Jr.'])
    expect(await findingsOf(rule, ris(name))).toEqual([]);
});

test.each(['Donald Knuth; Ronald Graham', 'Knuth, Donald; Graham, Ron', 'Knuth, D.;Graham, R.'])(
  'AU  - %s',
  async (names) => {
    expect(await findingsOf(rule, { 'refs.ris': `TY  - BOOK\nAU  - ${names}\nER  - \n` })).toEqual([
      'one-tag ";"',
    ]);
  },
);

test('a name of RIS with a sign of HTML', async () => {
  const name = 'Erd&odblac;s, Paul';
  expect(await findingsOf(rule, { 'refs.ris': `TY  - BOOK\nAU  - ${name}\nER  - \n` })).toEqual([]);
});

test.each([
  ['{ "literal": "Donald Knuth; Ronald Graham" }', 1],
  ['{ "family": "Knuth, Donald; Graham, Ron" }', 1],
  ['{ "family": "Knuth", "given": "Donald; Graham, Ron" }', 1],
  ['{ "family": "Erd&odblac;s", "given": "Paul" }', 0],
  ['{ "family": "Knuth", "given": "Donald" }', 0],
])('author: [%s] in CSL-JSON', async (name, count) => {
  const item = `[{ "id": "knuth1998", "type": "book", "author": [${name}] }]`;
  expect(await messagesOf(rule, inPandoc(item, 'refs.json'))).toEqual(
    Array(count).fill('`;` parts no names in `author` of `knuth1998`; each is an item of its own.'),
  );
});

test('two authors in one of CITATION.cff', async () => {
  const cff = (author: string) => ({
    'CITATION.cff': `cff-version: 1.2.0\ntitle: TeX\nmessage: Cite it.\nauthors:\n  - ${author}\n`,
  });
  expect(await findingsOf(rule, cff('name: Donald Knuth; Ronald Graham'))).toHaveLength(1);
  expect(await findingsOf(rule, cff('name: Stanford University'))).toEqual([]);
});

test.each([
  [
    '{Garnier} and {Simon} and {Ross} and {Noam} and {Rudis} and {Robert} and Antônio Pedro',
    ['parted "{Garnier}"'],
  ],
  ['S.N. Wood and {N.} and {Pya} and B. S{\\"a}fken', ['parted "{N.}"']],
  ['{Google} and {Microsoft}', []],
  ['{ACM} and {IEEE} and {SIAM} and {AMS} and {MAA} and {USENIX}', []],
  ['{Knuth}, D. E. and {Lamport}, L. and {Hoare}, C. A. R.', []],
])('author = {%s}: the two names of a person as two persons', async (names, found) => {
  const entry = `@book{knuth1998,\n  author = {${names}},\n  title = {Sorting and Searching},\n  publisher = {Addison-Wesley},\n  year = {1998}\n}\n`;
  expect(await findingsOf(rule, inPandoc(entry, 'refs.bib'))).toEqual(found);
});
