import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/tracking-url.ts';
import { findingsOf, fixedFiles, jsonPaperWith, pageWith, paperWith } from './identifier-project.ts';

test.each([
  ['https://tug.org/?utm_source=x&utm_medium=y', 'https://tug.org/', '"utm_source=x&utm_medium=y"'],
  ['https://tug.org/?id=1&fbclid=x#a', 'https://tug.org/?id=1#a', '"fbclid=x"'],
  ['https://tug.org/a;jsessionid=0A1B?x=1', 'https://tug.org/a?x=1', '";jsessionid=0A1B"'],
  [
    'https://www.sciencedirect.com/science/article/pii/S1?via%3Dihub',
    'https://www.sciencedirect.com/science/article/pii/S1',
    '"via%3Dihub"',
  ],
])('%s', async (url, clean, region) => {
  expect(await findingsOf(rule, jsonPaperWith({ URL: url }))).toEqual([`tracking ${region}`]);
  expect(await fixedFiles(rule, jsonPaperWith({ URL: url }), 'safe')).toEqual(jsonPaperWith({ URL: clean }));
});

test.each(['https://tug.org/?source=x&id=2', 'https://tug.org/', 'https://tug.org/utm_source', ''])(
  '%s is left alone',
  async (url) => {
    expect(await findingsOf(rule, paperWith({ url }))).toEqual([]);
  },
);

test('a library’s proxy', async () => {
  const url = 'https://www-jstor-org.ezproxy.example.edu/stable/1';
  expect(await findingsOf(rule, paperWith({ url }))).toEqual([`proxy "${url}"`]);
  const fixed = await fixedFiles(rule, paperWith({ url }), 'suggest');
  expect(fixed).toEqual(paperWith({ url: 'https://www.jstor.org/stable/1' }));
});

test('reference texts', async () => {
  const text = 'Knuth, D. E. (1984). Literate programming. https://tug.org/a?utm_source=x';
  expect(await findingsOf(rule, pageWith(text))).toEqual(['tracking "utm_source=x"']);
  expect(await fixedFiles(rule, pageWith(text), 'safe')).toEqual(pageWith(text.replace('?utm_source=x', '')));
});

test('an escaped ampersand is left to its author', async () => {
  const files = paperWith({ url: 'https://www.tug.org/?a=1\\&utm_source=mail' });
  expect(await fixedFiles(rule, files, 'safe')).toEqual(files);
});

test.each([
  ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.tug.org%2F&ved=1', 'https://www.tug.org/'],
  ['https://scholar.google.com/scholar_url?url=https://www.tug.org/a.pdf&hl=en', 'https://www.tug.org/a.pdf'],
  [
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.tug.org%2F&data=x',
    'https://www.tug.org/',
  ],
  ['https://urldefense.com/v3/__https://www.tug.org/__;!!abc$', 'https://www.tug.org/'],
  ['https://link.zhihu.com/?target=https%3A//www.tug.org/', 'https://www.tug.org/'],
])('%s counts who follows it', async (url, target) => {
  expect(await findingsOf(rule, paperWith({ url }))).toEqual([`redirect ${JSON.stringify(url)}`]);
  if (!url.includes('$'))
    expect(await fixedFiles(rule, paperWith({ url }), 'suggest')).toEqual(paperWith({ url: target }));
});

test.each([
  'https://www.google.com/search?q=tex',
  'https://www.youtube.com/watch?v=x',
  'https://books.google.com/url',
])('%s leads where it says', async (url) => {
  expect(await findingsOf(rule, paperWith({ url }))).toEqual([]);
});
