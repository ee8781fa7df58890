import { describe, expect, test } from 'vitest';
import { readText } from '../../support/read-markdown.ts';

// What DocumenterCitations makes of each is written in its documentation (Syntax) and held by its own tests of citation links.

const read = (text: string) => readText(text, 'documenter');
const keys = (text: string): string[] =>
  read(text).citations.flatMap(({ cites }) =>
    cites.map(({ key, keyRegion: { start, end } }) => {
      expect(text.slice(start, end).replace('\\_', '_')).toBe(key);
      return key;
    }),
  );
const problems = (text: string): string[] =>
  read(text).problems.map(({ messageId, region }) => `${messageId} ${text.slice(region.start, region.end)}`);

test.each<[string, string[]]>([
  ['See [Knuth1997](@cite).', ['Knuth1997']],
  ['[Knuth1997](@citet), [Knuth1997](@citep), [Knuth1997](@Citet*)', ['Knuth1997', 'Knuth1997', 'Knuth1997']],
  [
    '[Knuth1997](@citealt), [Knuth1997](@citenum), [Knuth1997](@cite%authoryear%)',
    ['Knuth1997', 'Knuth1997', 'Knuth1997'],
  ],
  ['[Knuth1997,Hoare1962 , Wirth1976](@cite)', ['Knuth1997', 'Hoare1962', 'Wirth1976']],
  ['[Knuth1997, Hoare1962; and references therein](@cite)', ['Knuth1997', 'Hoare1962']],
  ['[Hoare1962,\nKnuth1997](@cite)', ['Hoare1962', 'Knuth1997']],
  ['[the *book*](@cite Knuth1997)', ['Knuth1997']],
  ['[the book](@cite\nKnuth1997)', ['Knuth1997']],
  ['[Knuth [1]](@cite Knuth1997)', ['Knuth1997']],
  ['[DBLP:journals/cj/Hoare62](@cite)', ['DBLP:journals/cj/Hoare62']],
  ['[knuth\\_art](@cite) and [hoare_quick_sort](@cite)', ['knuth_art', 'hoare_quick_sort']],
  ['[Knuth1997;ch2](@cite)', ['Knuth1997;ch2']],
  ['# On [Knuth1997](@cite)', ['Knuth1997']],
  ['> - [Knuth1997](@cite),\n>   [Hoare1962](@cite)', ['Knuth1997', 'Hoare1962']],
  ['| a |\n|---|\n| [Knuth1997](@cite) |', ['Knuth1997']],
  ['!!! note "On sorting"\n    See [Knuth1997](@cite).', ['Knuth1997']],
  ['Known.[^1]\n\n[^1]: See [Knuth1997](@cite).', ['Knuth1997']],
  ['`[Knuth1997](@cite)`', []],
  ['```julia\n[Knuth1997](@cite)\n```', []],
  ['    [Knuth1997](@cite)', []],
  ['<!-- [Knuth1997](@cite) -->', []],
  ['![Knuth1997](@cite)', []],
  ['[Knuth1997]( @cite )', []],
  ['[Knuth1997] (@cite)', []],
  ['\\[Knuth1997](@cite)', []],
  ['[`sort`](@ref) and [the guide](@ref Guide)', []],
])('%s', (text, expected) => {
  expect(keys(`${text}\n`)).toEqual(expected);
  expect(problems(`${text}\n`)).toEqual([]);
});

test.each([
  ['[](@cite)', 'empty-citation'],
  ['[see Knuth1997](@cite)', 'unreadable-cite-link'],
  ['[Knuth (1997)](@citet)', 'unreadable-cite-link'],
  ['[Knuth1997, ](@cite)', 'unreadable-cite-link'],
  ['[Knuth1997](@citenocommand)', 'unknown-cite-link'],
  ['[Knuth1997](@CITE)', 'unknown-cite-link'],
  ['[the book](@citet Knuth1997)', 'several-keys-behind-link'],
  ['[two papers](@cite Hoare1962, Knuth1997)', 'several-keys-behind-link'],
])('%s stops the build', (text, messageId) => {
  expect(keys(`So ${text}.\n`)).toEqual([]);
  expect(problems(`So ${text}.\n`)).toEqual([`${messageId} ${text}`]);
});

test('the note behind a semicolon belongs to the last key', () => {
  const [citation] = read('[Hoare1962, Knuth1997; Sec. 2.3](@citet)\n').citations;
  expect(citation?.cites).toMatchObject([
    { key: 'Hoare1962', mode: 'author-in-text' },
    { key: 'Knuth1997', label: 'section', locator: '2.3' },
  ]);
  expect(citation?.cites[0]).not.toHaveProperty('locator');
});

describe('@bibliography', () => {
  test('lists keys, and options are none', () => {
    const facts = read(
      '```@bibliography\nPages = [\n  "index.md",\n  "sorting.md"\n]\nCanonical = false\n\nKnuth1997\n  Hoare1962\n```\n',
    );
    expect(facts.citations.map(({ construct, cites }) => `${construct} ${cites[0]?.key}`)).toEqual([
      'nocite Knuth1997',
      'nocite Hoare1962',
    ]);
    expect(facts).toMatchObject({ printsReferenceList: true, printsWholeBibliography: false });
  });

  test('* stands for the whole', () => {
    expect(read('~~~@bibliography\n*\n~~~\n')).toMatchObject({ printsWholeBibliography: true });
  });

  test('in a fence it is shown', () => {
    const facts = read('````markdown\n```@bibliography\nKnuth1997\n```\n````\n');
    expect(facts).toMatchObject({ citations: [], printsReferenceList: false });
  });
});
