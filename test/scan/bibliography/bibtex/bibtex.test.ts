import { describe, expect, test } from 'vitest';
import type { SyntaxProblem } from '../../../../src/model.ts';
import { readBibtex } from '../../../../src/scan/bibliography/bibtex/bibtex.ts';

const read = (text: string) => {
  const { entries, problems, macros } = readBibtex(text);
  return {
    entries,
    macros,
    problems: problems.map(({ messageId, region }) => [messageId, text.slice(region.start, region.end)]),
    keys: entries.map(({ key }) => key),
    values: Object.fromEntries(
      entries.flatMap(({ fields }) => fields.map(({ name, value }) => [name, value])),
    ),
  };
};

/** Applies the fixes of all problems, the last first. */
const fixed = (text: string): string => {
  const edits = readBibtex(text).problems.flatMap(({ fix }: SyntaxProblem) => fix?.edits ?? []);
  return [...edits]
    .sort((a, b) => b.region.start - a.region.start)
    .reduce((out, { region, text: by }) => out.slice(0, region.start) + by + out.slice(region.end), text);
};

test('an entry, its fields and where they stand', () => {
  const text =
    '@Book{knuth1997,\n  Author = {Knuth, Donald E.},\n  title = "The {"}Art{"}" # { of}, year = 1997,\n}\n';
  const [entry] = readBibtex(text).entries;
  expect(entry).toMatchObject({ key: 'knuth1997', type: 'book', region: { start: 0, end: text.length - 1 } });
  expect(text.slice(entry!.typeRegion.start, entry!.typeRegion.end)).toBe('Book');
  expect(entry!.fields.map(({ name, value, written }) => [name, value, written])).toEqual([
    ['author', 'Knuth, Donald E.', 'braced'],
    ['title', 'The {"}Art{"} of', 'concatenated'],
    ['year', '1997', 'number'],
  ]);
  const { nameRegion, region } = entry!.fields[0]!;
  expect(text.slice(nameRegion.start, nameRegion.end)).toBe('Author');
  expect(text.slice(region.start, region.end)).toBe('{Knuth, Donald E.}');
});

describe('macros', () => {
  test('hold in any case, from their definition on', () => {
    const { values, problems, entries } = read(
      '@string{AW = "Addison-Wesley"}\n@book{k, publisher = aw # ", Reading", month = jan, note = later}\n@string{later = {x}}',
    );
    expect(values).toEqual({ publisher: 'Addison-Wesley, Reading', month: 'jan', note: 'later' });
    expect(problems).toEqual([['late-string', 'later']]);
    expect(entries[0]!.fields[0]!.macros).toEqual(['aw']);
  });

  test('names of the prototype are names like others', () => {
    const { values, problems } = read(
      '@string{constructor = "C"}@book{k, title = constructor, note = __proto__}',
    );
    expect(values).toEqual({ title: 'C', note: '__proto__' });
    expect(problems).toEqual([['undefined-string', '__proto__']]);
  });

  test('a bomb stays small', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`);
    const text = `@string{s0 = "1234567890"}\n${lines.join('\n')}\n@book{k, title = s30}\n@book{knuth1997,}`;
    const result = readBibtex(text);
    expect(JSON.stringify(result).length).toBeLessThan(2_000_000);
    expect(result.entries.map(({ key }) => key)).toEqual(['k', 'knuth1997']);
  });

  test('one may name itself', () => {
    expect(read('@string{a = a # "b"}\n@book{k, title = a}').values).toEqual({ title: 'ab' });
  });
});

describe('one defect is one problem, at its place, and costs nothing else', () => {
  const entry = (fields: string): string =>
    `@book{shannon1948, year = 1948}\n\n@book{knuth1997,\n${fields}\n}\n\n@book{lovelace1843, year = 1843}\n`;

  test.each<[string, string, string, string]>([
    ['missing comma', '  title = {Sorting}\n  year = 1997', 'missing-comma', '}'],
    ['extra comma', '  title = {Sorting},,\n  year = 1997', 'extra-comma', ','],
    [
      'missing brace',
      '  title = {The {Art} of Sorting,\n  year = 1997',
      'unbalanced-braces',
      '{The {Art} of Sorting',
    ],
    ['missing brace, last field', '  title = {Sorting},\n  year = {1997', 'unbalanced-braces', '{1997'],
    ['missing quote', '  title = "Sorting,\n  year = 1997', 'unterminated-quote', '"Sorting'],
    [
      'missing quote before a quote',
      '  title = "Sorting,\n  year = "1997"',
      'unterminated-quote',
      '"Sorting',
    ],
    ['brace for quote', '  title = "Sorting},\n  year = 1997', 'unterminated-quote', '"Sorting}'],
    ['quote for brace', '  title = {Sorting",\n  year = 1997', 'unbalanced-braces', '{Sorting"'],
    ['missing opening brace', '  title = Sorting},\n  year = 1997', 'missing-opening-delimiter', 'Sorting}'],
    [
      'missing opening quote',
      '  title = Sorting and Searching",\n  year = 1997',
      'missing-opening-delimiter',
      'Sorting and Searching"',
    ],
    [
      'missing opening brace before braces',
      '  title = A Case against the {GO TO} Statement},\n  year = 1997',
      'missing-opening-delimiter',
      'A Case against the {GO TO} Statement}',
    ],
    [
      'missing opening brace before an accent',
      '  author = G{\\"o}del, Kurt},\n  year = 1997',
      'missing-opening-delimiter',
      'G{\\"o}del, Kurt}',
    ],
    [
      'missing opening brace, two lines',
      '  title = The Art of\n    Sorting},\n  year = 1997',
      'missing-opening-delimiter',
      'The Art of\n    Sorting}',
    ],
    [
      'bare text, two lines',
      '  title = The Art\n    of Sorting,\n  year = 1997',
      'bare-value',
      'The Art\n    of Sorting',
    ],
    ['bare text with braces', '  title = The {Art},\n  year = 1997', 'bare-value', 'The {Art}'],
    ['single quotes', "  title = 'Sorting and more',\n  year = 1997", 'bare-value', "'Sorting and more'"],
    ['parentheses', '  title = (Sorting),\n  year = 1997', 'bare-value', '(Sorting)'],
    ['two hashes', '  title = {S} # # {orting},\n  year = 1997', 'unexpected-text', '#'],
    [
      'missing opening brace of an address',
      '  url = https://example.org/a?x=1},\n  year = 1997',
      'missing-opening-delimiter',
      'https://example.org/a?x=1}',
    ],
    ['value on no line', '  title =\n  year = 1997', 'missing-value', 'title =\n  '],
    [
      'brace too early, and the entry ends',
      '  title = {The Art}} of Sorting},\n  year = 1997',
      'extra-closing-brace',
      '}',
    ],
    ['open brace in quotes', '  title = "The {Art",\n  year = 1997', 'unbalanced-braces', '{Art'],
    ['extra brace', '  title = {Sorting}},\n  year = 1997', 'extra-closing-brace', '}'],
    ['brace too early', '  title = {The {Art}} of Sorting},\n  year = 1997', 'stray-brace', '}'],
    ['brace in quotes', '  title = "The } Art",\n  year = 1997', 'stray-brace', '}'],
    ['quote in quotes', '  title = "The "Art" of Sorting",\n  year = 1997', 'inner-quote', '"'],
    ['escaped quote', '  title = "The \\"Art\\" of Sorting",\n  year = 1997', 'escaped-quote', '\\"'],
    ['escaped closing quote', '  title = "C:\\",\n  year = 1997', 'escaped-closing-quote', '\\"'],
    ['missing equals sign', '  title {Sorting},\n  year = 1997', 'missing-equals', 'title'],
    ['two equals signs', '  title == {Sorting},\n  year = 1997', 'unexpected-text', '='],
    ['sign in the name', '  ti#tle = {Sorting},\n  year = 1997', 'unexpected-text', '#'],
    ['missing value', '  title = ,\n  year = 1997', 'missing-value', 'title = '],
    ['field without value', '  title,\n  year = 1997', 'missing-equals', 'title'],
    ['bare text', '  title = The Art of Sorting,\n  year = 1997', 'bare-value', 'The Art of Sorting'],
    ['bare name', '  author = Knuth, Donald E.,\n  year = 1997', 'bare-value', 'Knuth, Donald E.'],
    ['bare pages', '  pages = 12--15,\n  year = 1997', 'bare-value', '12--15'],
    ['comment', '  title = {Sorting}, % Volume 3\n  year = 1997', 'comment-in-entry', '% Volume 3'],
    ['backslash before the brace', '  title = {C:\\},\n  year = 1997', 'escaped-brace', '\\}'],
    ['words', '  year = 1997,\n  to be checked', 'unexpected-text', 'to be checked'],
    [
      'conflict',
      '<<<<<<< HEAD\n  year = 1997,\n=======\n  title = {x},\n>>>>>>> b',
      'conflict-marker',
      '<<<<<<< HEAD',
    ],
  ])('%s', (_, fields, messageId, at) => {
    const { keys, problems, entries } = read(entry(fields));
    expect(keys).toEqual(['shannon1948', 'knuth1997', 'lovelace1843']);
    expect(problems).toEqual([[messageId, at]]);
    const year = entries[1]!.fields.find(({ name }) => name === 'year');
    expect(year?.value).toBe('1997');
    expect(entries[0]!.fields).toHaveLength(1);
    expect(entries[2]!.fields).toHaveLength(1);
  });

  test.each([
    ['@book{knuth1997,\n  year = 1997\n\n@book{lovelace1843, year = 1843}', 'unclosed-entry', '7'],
    [
      '@book{knuth1997, title = {Sorting, year = 1997}\n@book{lovelace1843, year = 1843}',
      'unbalanced-braces',
      '{Sorting',
    ],
    ['@book{knuth1997, year = 1997}}\n\n@book{lovelace1843, year = 1843}', 'stray-closing-brace', '}'],
    [
      '@book{knuth1997,\n  title = {Sorting},\n}\n  year = 1997,\n\n@book{lovelace1843, year = 1843}',
      'extra-closing-brace',
      '}',
    ],
    ['@book(knuth1997, year = 1997}\n\n@book{lovelace1843, year = 1843}', 'unbalanced-parenthesis', '}'],
    [
      '@book knuth1997, year = 1997}\n\n@book{lovelace1843, year = 1843}',
      'missing-opening-delimiter',
      '@book',
    ],
    ['@bo"ok{knuth1997, year = 1997}\n\n@book{lovelace1843, year = 1843}', 'invalid-entry-type', 'bo"ok'],
    ['@book{knuth1997 year = 1997}\n\n@book{lovelace1843, year = 1843}', 'missing-comma', '7'],
    ['@book{knuth1997\n  year = 1997}\n\n@book{lovelace1843, year = 1843}', 'missing-comma', '7'],
  ])('%s', (text, messageId, at) => {
    const { keys, problems, values } = read(text);
    expect(keys).toEqual(['knuth1997', 'lovelace1843']);
    expect(problems.filter(([id]) => id !== 'parenthesised-entry')).toEqual([[messageId, at]]);
    expect(values).toMatchObject({ year: '1843' });
  });

  test.each([
    '@book{k,\n  title = {Sorting}\n  year = 1997\n}',
    '@book{k,\n  title = {Sorting},,\n  year = 1997\n}',
    '@book{k,\n  title = {The {Art} of Sorting,\n  year = 1997\n}',
    '@book{k,\n  title = "Sorting,\n  year = 1997\n}',
    '@book{k,\n  title = {Sorting}},\n  year = 1997\n}',
    '@book{k,\n  title = Sorting},\n  year = 1997\n}',
    '@book{k,\n  title = {Sorting}}},\n  year = 1997\n}',
    '@book{k,\n  title = {Sorting} } },\n  year = 1997\n}',
    '@book{k,\n  year = 1997\n',
    '@book{k,\n  pages = 12-15\n}',
    '@ book{k, year = 1997}',
    '@string{a = "b",}',
    '@stringa = "b"}\n@book{k, title = a}',
    '@book{k,\n  title = The {Art} of\n    Sorting},\n  year = 1997\n}',
    "@book{k,\n  title = 'The Art of Sorting',\n  year = 1997\n}",
    '@book{k,\n  title = "The {Art",\n  year = 1997\n}',
  ])('the fix of %j leaves nothing to report', (text) => {
    expect(readBibtex(fixed(text)).problems).toEqual([]);
  });

  test.each([
    ['@string{—"example"}', 'missing-equals'],
    ['@book{k,\n  address </i>= {Reading}\n}', 'unexpected-text'],
  ])('%j has no fix, which would leave the next problem', (text, messageId) => {
    expect(readBibtex(text).problems).toEqual([expect.objectContaining({ messageId })]);
    expect(fixed(text)).toBe(text);
  });

  test.each(['@book{k,\n  year = 1997\u00a0,\n}', '@book{k,\n  year = 198\u00a03,\n}'])(
    'the no-break space behind the value of %j is said once',
    (text) => {
      const spaces = readBibtex(text).problems.filter(({ messageId }) => messageId === 'unusual-space');
      expect(spaces).toHaveLength(1);
    },
  );
});

test.each([
  ['@book{k, title = {Sorting}, year = {1973};}', 'unexpected-text', ';'],
  ['@book{k, title = {Sorting}, year = {1973}.\n}', 'unexpected-text', '.'],
  ['@book{k, title = {The Art} of Programming}', 'unexpected-text', 'of Programming'],
  ["@book{k, title = 'Knuth's art', year = 1973}", 'bare-value', "'Knuth's art'"],
  ["@book{k, title = ''Sorting'', year = 1973}", 'bare-value', "''Sorting''"],
  [
    '@book{k,\n title = {Sort {x},\n year = 1973\n}\n\n% next\n@book{l, year = 1974}',
    'unbalanced-braces',
    '{Sort {x}',
  ],
  ['@book{k,\n year = 1973\n\n% next\n% one\n@book{l, year = 1974}', 'unclosed-entry', '3'],
  ['@book{k,\n year = 1973\n% }\n@book{l, year = 1974}', 'comment-in-entry', '% }'],
  ['@book{k,\n year = {1973},\n% the end\n', 'unclosed-entry', ','],
  ['@book{k, year = 1973}\n@book{\n', 'unclosed-entry', '{'],
  ['@book[k,\n year = {1973}\n]\n@book{l, year = 1974}', 'missing-opening-delimiter', '@book['],
  ['@book[k,\n year = {1973}\n}\n@book{l, year = 1974}', 'missing-opening-delimiter', '@book['],
  ['@book{k,\n year = {1973}\n]\n@book{l, year = 1974}', 'unbalanced-parenthesis', ']'],
  ['@string{a="b', 'unterminated-quote', '"b'],
  ['@book{k,\n title = {Sorting', 'unbalanced-braces', '{Sorting'],
])('one slip is one problem: %j', (text, messageId, shown) => {
  expect(read(text).problems).toEqual([[messageId, shown]]);
  const mended = fixed(text);
  if (mended !== text) expect([mended, read(mended).problems]).toEqual([mended, []]);
});

describe('what is not an entry', () => {
  test.each<[string, string[], string[][]]>([
    ['% @book{knuth1997, year = 1997}\n', [], []],
    ['@comment{@book{knuth1997, year = 1997}}\n@book{k,year=1}', ['k'], []],
    ['@comment{ never closed\n@book{k, year = 1}', ['k'], [['unbalanced-braces', '@comment{']]],
    ['@preamble{ "\\newcommand{\\x}{y}" # {z} }\n@book{k, year = 1}', ['k'], []],
    [
      'Write to ada@lovelace.org or charles@babbage.org.\n@book{k, year = 1}',
      ['k'],
      [['at-sign-in-junk', '@lovelace.org']],
    ],
    ['---\nlayout: none\n---\n@book{k, year = 1}', ['k'], []],
    ['\ufeff@book{k, year = 1}\r\n', ['k'], []],
    [
      '@book{k, abstract = {as in\n@book{key, title = {x}}\nabove}, year = 1}\n@book{l, year = 1}',
      ['k', 'l'],
      [],
    ],
    ['book{k, year = 1}\n', [], [['missing-at-sign', 'book{k']]],
  ])('%j', (text, keys, problems) => {
    expect(read(text)).toMatchObject({ keys, problems });
  });
});

test('keys keep what no program can read, and say so', () => {
  const { keys, problems } = read(
    "@misc{o'neil,a=1}@misc{my key,a=1}@misc{k\u200b,a=1}@misc{DBLP:conf/x/Doe-99+a.b_c,a=1}",
  );
  expect(keys).toEqual(["o'neil", 'my key', 'k\u200b', 'DBLP:conf/x/Doe-99+a.b_c']);
  expect(problems).toEqual([
    ['invalid-key-character', "'"],
    ['invalid-key-character', ' '],
    ['invalid-key-character', '\u200b'],
  ]);
});

test.each([
  ['@book{{knuth1997,\n  year = 1997\n}', '{'],
  ['@book{{knuth1997},\n  year = 1997\n}', '{'],
])('the key of %j is read without its braces, so that it is not undefined as well', (text, at) => {
  expect(read(text)).toMatchObject({
    keys: ['knuth1997'],
    problems: [['invalid-key-character', at]],
    values: { year: '1997' },
  });
});

test.each([
  ['braces', `@misc{k, title = ${'{'.repeat(20_000)}x${'}'.repeat(20_000)}}`],
  ['a long field', `@misc{k, abstract = {${'Sorting and searching. '.repeat(50_000)}}}`],
  ['wide braces', `@misc{k, title = {${'{\\"{o}}'.repeat(20_000)}}}`],
])('hostile but whole: %s', (_, text) => {
  const { keys, problems } = read(`@misc{before, a = 1}\n${text}\n@misc{after, a = 1}`);
  expect(keys).toEqual(['before', 'k', 'after']);
  expect(problems).toEqual([]);
});

test('fields without a value, one behind the other: osti.gov', () => {
  const { problems, values } = read('@article{k, journal = {J}, number = , volume = , place = {Oak Ridge}}');
  expect(problems.map(([messageId]) => messageId)).toEqual(['missing-value', 'missing-value']);
  expect(values).toEqual({ journal: 'J', place: 'Oak Ridge' });
});

test('an entry without a key is called by its type', () => {
  const [, { data } = { data: {} }] = readBibtex('@book{title = {x} {y}}').problems;
  expect(data).toMatchObject({ key: '@book' });
});

test('a macro whose name Pandoc cannot read', () => {
  expect(read('@string{beazley.para = "x"}').problems).toEqual([['invalid-macro-name', 'beazley.para']]);
});

test('entries behind something that is no BibTeX', () => {
  const { keys, problems } = read(
    '[{"id": "a", "note": "ada@example.org"}]\n@book{knuth1997, title = {T}}\n',
  );
  expect(keys).toEqual(['knuth1997']);
  expect(problems.map(([messageId]) => messageId)).toEqual(['not-bibtex']);
});

test.each([
  ['RIS', 'TY  - JOUR\nTI  - Quicksort\nER  - \n'],
  ['EndNote', '%0 Journal Article\n%T Quicksort\n'],
  ['MEDLINE', 'PMID- 13054692\nTI  - Molecular structure\n'],
  ['LaTeX', '\\begin{thebibliography}{1}\n\\bibitem{hoare}\nHoare\n\\end{thebibliography}\n'],
])('%s under the name of a BibTeX file', (format, text) => {
  expect(readBibtex(text)).toMatchObject({
    entries: [],
    problems: [{ messageId: 'not-bibtex', data: { format } }],
  });
});

test('terms that bib2gls makes a glossary of are no works, and need no fields', () => {
  const terms =
    '@index{bird}\n@symbol\n@abbreviation{html, short = {HTML}, long = {hypertext markup language}}\n';
  expect(readBibtex(terms)).toEqual({ entries: [], macros: [], problems: [] });
  const works =
    '@entry{knuth1984, author = {Donald E. Knuth}, title = {Literate Programming}}\n@index{bird}\n';
  expect(read(works).keys).toEqual(['knuth1984', 'bird']);
});
