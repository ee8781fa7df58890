import { beforeAll, describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../src/scan/markdown/read-markdown.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { plainDialect, readText } from '../../support/read-markdown.ts';

const read = (text: string) => readText(text, 'rehype-citation');
const keys = (text: string): string[] =>
  read(text).citations.flatMap(({ cites }) => cites.map(({ key }) => key));
const chained = (text: string): (string | undefined)[] =>
  read(text).citations.flatMap((citation) => (citation.chained ? [citation.cites[0]?.key] : []));
const problems = (text: string): string[] => read(text).problems.map(({ messageId }) => messageId);

beforeAll(loadAllParsers);

describe('rehype-citation', () => {
  test('groups and in-text citations, with regions', () => {
    const text = 'As *Knuth* says [see @knuth84, p. 33; -@shannon48] and @lovelace [note G].';
    const { citations } = read(text);
    expect(citations).toMatchObject([
      {
        construct: 'bracketed',
        cites: [
          { key: 'knuth84', mode: 'normal', prefix: 'see', label: 'page', locator: '33' },
          { key: 'shannon48', mode: 'suppress-author' },
        ],
      },
      { construct: 'in-text', cites: [{ key: 'lovelace', mode: 'author-in-text', suffix: 'note G' }] },
    ]);
    expect(citations.map(({ region }) => text.slice(region.start, region.end))).toEqual([
      '[see @knuth84, p. 33; -@shannon48]',
      '@lovelace [note G]',
    ]);
  });

  test('what the engine leaves alone', () => {
    for (const text of [
      '(@knuth84) says',
      'knuth@stanford.edu',
      '[knuth@stanford.edu]',
      '[https://x.com/@knuth84]',
      'actions/checkout@v4',
      '@x alone',
      '`[@knuth84]`',
      '```\n[@knuth84]\n```',
      '![@knuth84](k.png)',
      '<!-- [@knuth84] -->',
    ]) {
      expect(keys(text), text).toEqual([]);
    }
  });

  test('escapes and character references do not hide a citation', () => {
    expect(keys('\\[@knuth84\\]')).toEqual(['knuth84']);
    expect(keys('\\@knuth84 says')).toEqual(['knuth84']);
    expect(keys('@knuth84&amp; co')).toEqual(['knuth84']);
  });

  /** What rehype-citation 2.3.2 makes of each behind remark-gfm and remark-rehype. */
  test.each([
    ['~see @knuth84~ now', []],
    ['~3 kg @knuth84 and ~4 kg', ['knuth84']],
    ['a~b @knuth84~c', []],
    ['`~` @knuth84 ~~x~~', ['knuth84']],
    ['See @types/node\\\\\n@knuth84', ['types/node', 'knuth84']],
    ['x[^1]\n\n[^1]: [@knuth84]\n\n[^2]: [@shannon48]', ['knuth84']],
    ['x[^1]\n\n[^1]: [@knuth84]\n\n[^2]: [^3]\n\n[^3]: [@shannon48]', ['knuth84']],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test('a line end behind an escaped backslash does not break the text node', () => {
    expect(chained('See @types/node\\\\\n@knuth84')).toEqual(['knuth84']);
    expect(chained('See @types/node\\\n@knuth84')).toEqual([]);
    expect(chained('See @types/node http://localhost:3000 @knuth84')).toEqual([]);
  });

  test('citations of one text node form a chain', () => {
    const text = 'Use @types/node, [@knuth84] and [@shannon48].\n\nThen [@lovelace].';
    expect(chained(text)).toEqual(['knuth84', 'shannon48']);
    expect(chained('[@knuth84] *and* [@shannon48]')).toEqual([]);
  });

  test('said to be lost where the engine does not look', () => {
    const text = '## On [@knuth84]\n\n~~[@shannon48]~~ and **[@lovelace]**\n';
    expect(read(text).problems).toMatchObject([
      { messageId: 'citation-not-rendered', data: { key: 'knuth84', where: 'heading' } },
      { messageId: 'citation-not-rendered', data: { key: 'shannon48', where: 'emphasis' } },
      { messageId: 'citation-not-rendered', data: { key: 'lovelace', where: 'emphasis' } },
    ]);
    expect(keys(text)).toEqual([]);
  });

  test('a key without brackets right behind a sign or a word', () => {
    const text =
      '(@knuth84), word@shannon48, “@lovelace”, 参见@turing36 and [see (@hoare62)], -@a, @b, /@c, `(@d)`.';
    expect(read(text).problems.map(({ data }) => data?.['key'])).toEqual([
      'knuth84',
      'shannon48',
      'lovelace',
      'turing36',
    ]);
  });

  test('groups that lose a key, or have none', () => {
    expect(problems('[@knuth84, @shannon48]')).toEqual(['comma-between-cites']);
    expect(problems('[@knuth84; see also]')).toEqual(['dropped-part']);
    expect(problems('[@knuth84;]')).toEqual([]);
    expect(problems('[@knuth84 says')).toEqual(['unclosed-citation']);
    expect(problems('As [see @knuth84 says.')).toEqual(['unclosed-citation']);
    expect(problems('As @knuth84, p. 3] says, and @shannon48].')).toEqual([
      'unopened-citation',
      'unopened-citation',
    ]);
    expect(problems('`[@a;` and @knuth84]; [@a]')).toEqual([]);
    expect(problems('`@a]`, me@example.org], as @a says, ]0, 1] and @b, ]0, 1]')).toEqual([]);
    expect(problems('[@]')).toEqual(['empty-citation']);
    expect(problems('[@knuth84; @shannon48] and [see @lovelace]')).toEqual([]);
  });

  test('cells of a table are text nodes of their own', () => {
    expect(chained('| a | b |\n|---|---|\n| [@knuth84] | [@shannon48] |\n')).toEqual([]);
    expect(keys('| a | b |\n|---|---|\n| [@knuth84] | [@shannon48] | [@dropped] |\n')).toEqual([
      'knuth84',
      'shannon48',
    ]);
  });

  test('MDX: modules, expressions and attributes are code, what elements hold is text', () => {
    const text = [
      "import { Note } from './note'",
      'export const keys = ["@a"]',
      '',
      '<Note title="[@b]" by={`@c`}>',
      '  [@knuth84] and {[@d]}',
      '</Note>',
      '',
      '    [@shannon48]',
    ].join('\n');
    expect(keys(text)).toEqual(['knuth84', 'shannon48']);
  });

  test('MDX: the innermost element decides, and in a component the engine looks', () => {
    expect(keys('## T <X>[@knuth84]</X>\n')).toEqual(['knuth84']);
    expect(keys('**<X>[@knuth84]</X>** and *a <Y k=">">b [@shannon48]</Y>*\n')).toEqual([
      'knuth84',
      'shannon48',
    ]);
    expect(keys('<Note />\n\n## T <em k={`>`}>[@knuth84]</em>\n')).toEqual(['knuth84']);
    for (const text of [
      '## <X>a</X> [@knuth84]\n',
      '<X>a</X> *[@knuth84]*',
      '<X>**[@knuth84]**</X>',
      '*<X /> [@knuth84]*',
    ]) {
      expect(keys(`<Note />\n\n${text}`), text).toEqual([]);
      expect(problems(`<Note />\n\n${text}`), text).toEqual(['citation-not-rendered']);
    }
  });

  test('components that cite', () => {
    expect(
      keys('import x from "y"\n\nAs <Cite id="knuth84" /> and <Citep key="a; b" style={{ top: 0 }} /> say.'),
    ).toEqual(['knuth84', 'a', 'b']);
    expect(keys('As <cite>Knuth</cite> and <Cite text="no key" /> say.')).toEqual([]);
    expect(keys('> Premature.\n>\n> <cite id="author">Donald Knuth</cite>\n')).toEqual([]);
    expect(keys('<cite key="knuth84">Donald Knuth</cite>\n')).toEqual([]);
  });

  test('too much emphasis is said to be too complex, and read without it', () => {
    const { problems: found, citations } = read(`[@knuth84] ${'*a_ '.repeat(2000)}`);
    expect(found.map(({ messageId }) => messageId)).toEqual(['too-complex']);
    expect(citations).toHaveLength(1);
  });
});

describe('locators are those of the engine, in English, German and French', () => {
  test.each([
    ['[@knuth84, pp. 3-5, x]', { label: 'page', locator: '3-5', suffix: 'x' }],
    ['[@knuth84, S. 3]', { label: 'page', locator: '3' }],
    ['[@knuth84, Kap. 2]', { label: 'chapter', locator: '2' }],
    ['[@knuth84, chapitre 2]', { label: 'chapter', locator: '2' }],
    ['[@knuth84, Bd. 4 passim]', { label: 'volume', locator: '4', suffix: 'passim' }],
    ['[@knuth84, section 3.4]', { label: 'section', locator: '3', suffix: '.4' }],
    ['[@knuth84, iv]', { label: 'page', locator: 'iv' }],
    ['[@knuth84{pp. 3, 4}, x]', { label: 'page', locator: '3, 4', suffix: 'x' }],
    ['[@knuth84, {p. 3} x]', { label: 'page', locator: '3', suffix: 'x' }],
    ['[@knuth84 p. 3]', { suffix: 'p. 3' }],
    ['[@knuth84, see 3]', { suffix: 'see 3' }],
    ['@knuth84 [ch. 3]', { label: 'page', locator: 'c', suffix: 'h. 3' }],
    ['@knuth84 [chap. 3]', { label: 'chapter', locator: '3' }],
  ])('%s', (text, expected) => {
    const { key, keyRegion, mode, ...suffix } = read(text).citations[0]!.cites[0]!;
    expect(suffix).toEqual(expected);
  });
});

test('an @ written as a character reference is one all the same', () => {
  expect(keys('[&#64;knuth84]')).toEqual(['knuth84']);
  expect(keys('&#x40;knuth84 and &commat;shannon48')).toEqual(['knuth84', 'shannon48']);
});

test('a picture is no letter, so no key ends with one', () => {
  expect(keys('@knuth84\u{1f600} and @\u{1f600}')).toEqual(['knuth84']);
});

test('a tag alone on a line that goes on lazily is no block that swallows the next line', () => {
  expect(keys('> A quotation.\n</b>\n[@knuth84]')).toEqual(['knuth84']);
  expect(keys('> A quotation.\n</b>\n> [@knuth84]')).toEqual([]);
  expect(readText('> A quotation.\n</b>\n> [@knuth84]', 'myst').citations).toHaveLength(1);
});

test('an expression right behind a table or a paragraph of MDX is no part of it', () => {
  const read = (page: string) => {
    const facts = readMarkdown(page, { start: 0, end: page.length }, 'rehype-citation', plainDialect, {
      isMdxFile: true,
    });
    return facts.citations.flatMap(({ cites }) => cites.map(({ key }) => key));
  };
  const table = '| a | b |\n|---|---|\n| @knuth84 | d |\n';
  expect(read(`${table}{\n  shelf('[@x]')\n}\n[@shannon48]\n`)).toEqual(['knuth84', 'shannon48']);
  expect(read(`${table}{/* don't\n\n[@x] } */}\n[@shannon48]\n`)).toEqual(['knuth84', 'shannon48']);
  expect(read('As known\n{`\n\n[@x]\n`}\nsince [@shannon48].\n')).toEqual(['shannon48']);
  expect(read(`${table}{1} | [@shannon48] |\n`)).toEqual(['knuth84', 'shannon48']);
  expect(read('{year} [@knuth84]\n{\n[@shannon48]\n')).toEqual(['knuth84', 'shannon48']);
});
