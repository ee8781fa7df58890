import { describe, expect, test } from 'vitest';
import rule from '../../../rules/front-matter/invalid-front-matter-date.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const HUGO = { 'hugo.toml': 'title = "Engines"\n' };
const JEKYLL = { '_config.yml': 'plugins: [jekyll-scholar]\n' };

async function lint(site: Record<string, string>, path: string, text: string): Promise<string[]> {
  const files = { ...site, [path]: text };
  return (await findingLines(files, rule)).map((line) => line.slice(path.length + 1));
}

const hugo = (lines: string) => lint(HUGO, 'content/posts/a.md', `---\ntitle: A\n${lines}\n---\n`);
const jekyll = (lines: string) => lint(JEKYLL, '_posts/2024-05-01-a.md', `---\ntitle: A\n${lines}\n---\n`);

describe('Hugo reads', () => {
  test.each([
    '2024-05-01',
    '"2024-05-01"',
    '2024-5-1',
    '2024-05-01T10:00:00Z',
    '2024-05-01T10:00:00+02:00',
    '2024-05-01T10:00:00.123456-07:00',
    '2024-05-01T10:00:00',
    '2024-05-01T10:00:00+0200',
    '2024-05-01 10:00:00',
    '2024-05-01 10:00:00 +0200',
    '2024-05-01 10:00:00 +02:00',
    '2024-05-01 10:00:00Z',
    '2024-05-01 10:00:00.5 +0200 CEST',
    '2024-02-29',
    'Wed, 01 May 2024 10:00:00 +0200',
    'Wed, 01 May 2024 10:00:00 GMT',
    '01 May 24 10:00 UTC',
    'Wednesday, 01-May-24 10:00:00 UTC',
    'Wed May  1 10:00:00 2024',
    'Wed May  1 10:00:00 UTC 2024',
    'Wed May 01 10:00:00 +0200 2024',
    '01 May 2024',
    '3:04PM',
    'May  1 10:00:00',
    '1714557600',
  ])('%s', async (date) => {
    expect(await hugo(`date: ${date}`)).toEqual([]);
  });

  test('dates of TOML and Org', async () => {
    const toml = '+++\ndate = 2024-05-01T10:00:00+02:00\nlastmod = 2024-05-02\n+++\n';
    expect(await lint(HUGO, 'content/posts/a.md', toml)).toEqual([]);
    expect(await lint(HUGO, 'content/posts/a.org', '#+date: <2024-05-01 Wed>\n')).toEqual([]);
  });

  test('published: true is a switch, and no date is no wrong date', async () => {
    expect(await hugo('published: true\ndate:\nlastmod: ""')).toEqual([]);
  });
});

describe('Hugo does not read', () => {
  test.each([
    ['2024-05-01 10:00', 'unreadable'],
    ['2024-05-01T10:00Z', 'unreadable'],
    ['2024/05/01', 'unreadable'],
    ['01.05.2024', 'unreadable'],
    ['May 1, 2024', 'unreadable'],
    ['1 May 2024', 'unreadable'],
    ['01 Mai 2024', 'unreadable'],
    ['"2024-5-1"', 'unreadable'],
    ['yesterday', 'unreadable'],
    ['[2024, 5]', 'unreadable'],
    ['2024-05', 'unreadable'],
    ['2024-02-30', 'impossible'],
    ['2023-02-29', 'impossible'],
    ['2024-13-01', 'impossible'],
    ['2024-05-01T25:00:00Z', 'impossible'],
    ['32 May 2024', 'impossible'],
    ['2024', 'seconds'],
    ['20240501', 'seconds'],
  ])('%s', async (date, messageId) => {
    expect(await hugo(`date: ${date}`)).toEqual([`3:7 ${messageId} ${JSON.stringify(date)}`]);
  });

  test.each(['publishDate', 'lastmod', 'expiryDate', 'pubdate', 'modified', 'unpublishdate', 'Date'])(
    'in %s, too',
    async (name) => {
      expect(await hugo(`${name}: soon`)).toEqual([`3:${name.length + 3} unreadable "soon"`]);
    },
  );
});

test('Hugo stopped at no date before 0.135, and built the page without it', async () => {
  const path = 'content/posts/a.md';
  const { findings } = await lintFiles(
    { ...HUGO, [path]: '---\ntitle: A\ndate: January 5, 2020\n---\n' },
    rule,
  );
  expect(findings.map(({ message }) => message)).toEqual([
    'Hugo cannot read `January 5, 2020` as a date and stops (before 0.135 it ignored the date); it expects `2024-05-01` or `2024-05-01T10:00:00Z`.',
  ]);
});

describe('a change before the date', () => {
  test.each([
    ['date: 2024-05-02\nlastmod: 2024-05-01', '4:10 backwards "2024-05-01"'],
    ['date: 2024-05-01T10:00:00Z\nlastmod: 2024-05-01T09:00:00Z', '4:10 backwards "2024-05-01T09:00:00Z"'],
    [
      'lastmod: 2024-05-01T12:00:00+04:00\ndate: 2024-05-01T10:00:00Z',
      '3:10 backwards "2024-05-01T12:00:00+04:00"',
    ],
  ])('%j', async (lines, finding) => {
    expect(await hugo(lines)).toEqual([finding]);
  });

  test.each([
    'date: 2024-05-01\nlastmod: 2024-05-01',
    'date: 2024-05-01T10:00:00Z\nlastmod: 2024-05-01',
    'date: 2024-05-01T10:00:00Z\nlastmod: 2024-05-01T11:00:00+01:00',
    'date: 2024-05-01T23:00:00\nlastmod: 2024-05-01T01:00:00',
    'date: 3:04PM\nlastmod: 2024-05-01',
  ])('%j is none', async (lines) => {
    expect(await hugo(lines)).toEqual([]);
  });

  test('in Jekyll', async () => {
    expect(await jekyll('date: 2024-05-02\nlast_modified_at: 2024-05-01')).toEqual([
      '4:19 backwards "2024-05-01"',
    ]);
  });
});

describe('Jekyll', () => {
  test.each([
    '2024-05-01 8:00:00',
    '2024-05-01 10:00',
    '2024-05-01 10:00:00 +0200',
    'May 1, 2024',
    '2024/05/01',
    '1 May 2024',
  ])('reads %s', async (date) => {
    expect(await jekyll(`date: ${date}`)).toEqual([]);
  });

  test.each([
    ['2024-22-08', 'impossible'],
    ['2024-02-30 10:00', 'impossible'],
    ['soon', 'unreadable'],
  ])('does not read %s', async (date, messageId) => {
    expect(await jekyll(`date: ${date}`)).toEqual([`3:7 ${messageId} ${JSON.stringify(date)}`]);
  });
});

test('Pandoc prints what is written, and broken front matter is for another rule', async () => {
  expect(await lint({ 'refs.bib': '' }, 'paper.md', '---\ndate: May 2024\n---\n\nText [@a].\n')).toEqual([]);
  expect(await hugo('date: soon\nauthor: @ada')).toEqual([]);
});
