import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName, SyntaxProblem } from '../../../../src/model.ts';
import { loadAllParsers } from '../../../../src/scan/parsers.ts';
import { readPandoc } from '../../../support/read-pandoc.ts';

beforeAll(loadAllParsers);

const show = (text: string, name: DialectName = 'pandoc'): string[] =>
  readPandoc(text, name).problems.map(({ messageId, region, data }) =>
    [messageId, text.slice(region.start, region.end), ...Object.values(data ?? {})].join(' | '),
  );

function applied(text: string, problems: readonly SyntaxProblem[]): string {
  const edits = problems.flatMap(({ fix }) => fix?.edits ?? []);
  return [...edits]
    .sort((a, b) => b.region.start - a.region.start)
    .reduce((out, { region, text: to }) => out.slice(0, region.start) + to + out.slice(region.end), text);
}

describe('problems with citations', () => {
  test.each([
    [
      '[@knuth84, @shannon48]',
      'comma-between-cites | @knuth84, @shannon48 | knuth84',
      '[@knuth84; @shannon48]',
    ],
    ['[@a,@b, @c]', 'comma-between-cites | @a,@b, @c | a', '[@a; @b; @c]'],
    ['[see @a, also @b, p. 3]', 'comma-between-cites | @a, also @b | a', '[see @a; also @b, p. 3]'],
    ['[@a, p. 3, @b]', 'comma-between-cites | @a, p. 3, @b | a', '[@a, p. 3; @b]'],
    ['[@a @b]', 'missing-semicolon | @a @b | a', '[@a; @b]'],
    ['[@a and @b]', 'missing-semicolon | @a and @b | a', '[@a; @b]'],
    ['[@{a.}@b]', 'missing-semicolon | @{a.}@b | a.', '[@{a.}; @b]'],
    ['[@a, p. 3 and @b]', 'missing-semicolon | @a, p. 3 and @b | a', '[@a, p. 3 and @b]'],
    [
      '[@doi:10.1016/S0933-3657(96)00367-3, p. 2]',
      'cut-identifier | doi:10.1016/S0933-3657(96)00367-3 | doi:10.1016/S0933-3657 | (',
      '[@{doi:10.1016/S0933-3657(96)00367-3}, p. 2]',
    ],
    [
      '[@doi:10.1002/(SICI)1097-0258(19980815)17]',
      'cut-identifier | doi:10.1002/(SICI)1097-0258(19980815)17 | doi:10.1002 | /',
      '[@{doi:10.1002/(SICI)1097-0258(19980815)17}]',
    ],
    [
      '[@url:https://x.org/y?id=11165; @b]',
      'cut-identifier | url:https://x.org/y?id=11165 | url:https://x.org/y?id | =',
      '[@{url:https://x.org/y?id=11165}; @b]',
    ],
    [
      '[@url:https://x.org/@jane/notes; @b]',
      'cut-identifier | url:https://x.org/@jane/notes | url:https://x.org | /',
      '[@{url:https://x.org/@jane/notes}; @b]',
    ],
    [
      '(see @10.1016/S0933-3657(96)00367-3).',
      'cut-identifier | 10.1016/S0933-3657(96)00367-3 | 10.1016/S0933-3657 | (',
      '(see @{10.1016/S0933-3657(96)00367-3}).',
    ],
    ['[@{knuth84, 12]', 'unclosed-brace | @{knuth84', '[@{knuth84}, 12]'],
    ['x [see -@{a; @b] y', 'unclosed-brace | @{a', 'x [see -@{a}; @b] y'],
    ['[@{doi:10.1145/1]', 'unclosed-brace | @{doi:10.1145/1', '[@{doi:10.1145/1}]'],
    ['[@a;]', 'empty-cite-part | ;', '[@a]'],
    ['[; @a]', 'empty-cite-part | ; ', '[@a]'],
    ['[@a; ; @b]', 'empty-cite-part | ; ', '[@a; @b]'],
    ['[@a; see also x]', 'part-without-key | see also x', '[@a, see also x]'],
    ['[@a;Jamieson17]', 'part-without-key | Jamieson17', '[@a;@Jamieson17]'],
    ['The [AIA; @a] sees', 'part-without-key | AIA', 'The [AIA, @a] sees'],
    ['[eg in `optax`; @a; @b]', 'part-without-key | eg in `optax`', '[eg in `optax`, @a; @b]'],
    ['[@]', 'empty-citation | @', '[@]'],
    ['[@, p. 159]', 'empty-citation | @, p. 159', '[@, p. 159]'],
    ['[@a; @, pp. 3-5]', 'empty-citation | @, pp. 3-5', '[@a; @, pp. 3-5]'],
    ['x [@ knuth1984, p. 3] y', 'spaced-key | [@ ', 'x [@knuth1984, p. 3] y'],
    ['@{} says', 'empty-citation | @{}', '@{} says'],
    ['x [@a, p. 3', 'unclosed-citation | [@a', 'x [@a, p. 3'],
    ['x [see also @a, p. 3', 'unclosed-citation | [see also @a', 'x [see also @a, p. 3'],
    ['x @a, p. 3]', 'unopened-citation | @a, p. 3]', 'x @a, p. 3]'],
    ['x @a; @b]', 'unopened-citation | @b]', 'x @a; @b]'],
    ['x -@a].', 'unopened-citation | -@a]', 'x -@a].'],
    ['> x @a], [b](c)', 'unopened-citation | @a]', '> x @a], [b](c)'],
  ])('%s', (text, problem, mended) => {
    expect(show(text)).toEqual([problem]);
    expect(applied(text, readPandoc(text).problems)).toBe(mended);
  });

  test.each([
    'for x in [0, 1) as @a says',
    'of ]0, 1] says @a, and ]0, 1] too',
    'x @a, and \\[y\\]',
    '`[@b` x @a]',
    '[x @a]',
    'one of [@, #, $] and [@, 3]',
    '[x @a](b)',
    '[*x @a*]',
  ])('brackets of something else: %s', (text) => {
    expect(show(text)).toEqual([]);
  });

  test('what is mended is read as one citation without a problem', () => {
    for (const text of [
      '[@a,@b, @c]',
      '[see @a, also @b, p. 3]',
      '[@a and @b]',
      '[@a;]',
      '[; @a]',
      '[@a; ; @b]',
    ]) {
      const mended = applied(text, readPandoc(text).problems);
      const facts = readPandoc(mended);
      expect(facts.problems, mended).toEqual([]);
      expect(facts.citations, mended).toHaveLength(1);
      expect(facts.citations[0]?.construct, mended).toBe('bracketed');
    }
  });

  test.each([
    'As [@a; @b, p. 3] and [see @a, p. 3, and more; @b].',
    '@a [p. 3; @b] and @a [p. 3, @b]',
    '[@a](http://x; @b) and [@a, @b](http://x)',
    '[thanks to @user; see the notes]',
    '`[@a, @b]` and $[@a;]$ and \\[@a, b',
    '```\n[@a, @b]\n[@c\n```',
    'Arrays: a[1; 2], [x], [], [ ].',
    'We meet [@ 5pm], [@ home], [@ PyCon2024], [@ knuth1984](x) and `[@ knuth1984]`.',
    '[x [@a]',
    'foo@example.org, [mail foo@example.org, bar@example.org]',
  ])('nothing is wrong with %s', (text) => {
    expect(show(text)).toEqual([]);
  });

  test('cross-references are no citations that could go wrong', () => {
    expect(show('[@fig-a, @fig-b] and [@fig-a; see] and @fig-x', 'quarto')).toEqual([]);
    expect(readPandoc('[@fig-a; @knuth84] and [@Tbl-x]', 'quarto').citations).toMatchObject([
      { cites: [{ key: 'knuth84' }] },
    ]);
  });

  test('a block that would take too long is given up, the next one is read', () => {
    const text = '[*"@a _\'$`'.repeat(3000) + '\n\nThen [@knuth84].\n';
    const { problems, citations } = readPandoc(text);
    expect(problems.map(({ messageId }) => messageId)).toContain('too-complex');
    expect(citations.flatMap(({ cites }) => cites.map(({ key }) => key))).toEqual(['knuth84']);
  });
});

test('an identifier in braces is whole, and so is one with a remark behind it', () => {
  const whole = '[@{doi:10.1016/S0933-3657(96)00367-3}] [@doi:10.1145/356635 (see)]';
  for (const text of [
    whole,
    '@doi:10.1145/356635(see there)',
    '[@knuth84(96)] @knuth84=x',
    '(@doi:10.1145/356635)',
  ]) {
    expect(show(text), text).toEqual([]);
  }
});

test('@ref(fig:clock) of bookdown without its backslash', () => {
  const text = 'In @ref(fig:clock), \\@ref(fig:clock), @ref (a), [@ref, (b)] and @ref.';
  expect(show(text, 'rmarkdown')).toEqual(['unescaped-reference | ref(fig:clock) | fig:clock']);
  expect(applied(text, readPandoc(text, 'rmarkdown').problems)).toContain('In \\@ref(fig:clock), \\@ref');
  expect(show(text, 'pandoc')).toEqual([]);
});
