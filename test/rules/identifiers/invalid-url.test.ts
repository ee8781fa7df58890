import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/invalid-url.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { findingsOf, fixedFiles, jsonPaperWith, pageWith, paperWith } from './identifier-project.ts';

test.each([
  ['www.tug.org', 'scheme "www.tug.org"'],
  ['http:/www.tug.org', 'mistyped "http:/"'],
  ['http//:www.tug.org', 'mistyped "http//:"'],
  ['www.https://www.tug.org', 'mistyped "www.https://"'],
  ['file:///home/knuth/tex.pdf', 'unreadable "file:"'],
  ['https://www.tug.org/a b', 'character " "'],
  ['https://www.tug.org/%5Cnhttps://ctan.org/', 'double "%5Cnhttps://ctan.org/"'],
  ['https://www.tug.org/ https://ctan.org/', 'double "https://ctan.org/"'],
  ['<https://www.tug.org/>', 'character "<"'],
  ['[https://www.tug.org](https://www.tug.org)', 'character "["'],
  ['http://localhost:4000/', 'host "localhost"'],
  ['https://www.tug.org/a.', 'trailing "."'],
  ['https://knuth:tex@www.tug.org/', 'credentials "knuth:tex@"'],
])('%s', async (url, finding) => {
  expect(await findingsOf(rule, paperWith({ url }))).toEqual([finding]);
});

test.each([
  'https://www.tug.org/',
  'https://zh.wikipedia.org/wiki/红楼梦',
  'papers/knuth84.pdf',
  '/assets/knuth84.pdf',
  '',
])('%s is left alone', async (url) => {
  expect(await findingsOf(rule, paperWith({ url }))).toEqual([]);
});

test('a password is not repeated', async () => {
  const { findings } = await lintFiles(paperWith({ url: 'https://knuth:tex@www.tug.org/' }), rule);
  expect(findings[0]?.message).not.toContain('knuth:tex');
});

test('suggests the scheme', async () => {
  const fixed = paperWith({ url: 'https://www.tug.org/' });
  expect(await fixedFiles(rule, paperWith({ url: 'www.tug.org/' }), 'suggest')).toEqual(fixed);
  expect(await fixedFiles(rule, paperWith({ url: 'http:/www.tug.org/' }), 'suggest')).toEqual(fixed);
});

test('notes, CSL-JSON, reference texts', async () => {
  expect(await findingsOf(rule, paperWith({ howpublished: '\\url{http://localhost:4000/}' }))).toHaveLength(
    1,
  );
  expect(await findingsOf(rule, jsonPaperWith({ URL: 'http://127.0.0.1/' }))).toEqual(['host "127.0.0.1"']);
  expect(
    await findingsOf(rule, pageWith('Knuth, D. E. (1984). Notes. http://localhost:1313/notes')),
  ).toHaveLength(1);
  expect(
    await findingsOf(rule, pageWith('Knuth, D. E. (1984). Notes. www.tug.org, retrieved today.')),
  ).toEqual([]);
  expect(await findingsOf(rule, pageWith('Knuth, D. E. (1984). Notes. https//www.tug.org/notes.'))).toEqual([
    'mistyped "https//"',
  ]);
  expect(
    await findingsOf(rule, pageWith('Knuth, D. E. (1984). Notes on http/server.go and https/tls.')),
  ).toEqual([]);
});

test.each([
  ['\\url{https://www.tug.org/texlive/}', 'https://www.tug.org/texlive/'],
  ['https://www.tug.org/tex\\_live/', 'https://www.tug.org/tex_live/'],
  ['https://www.tug.org/tex\\%20live/', 'https://www.tug.org/tex%20live/'],
])('the LaTeX of %s stays in the link where Pandoc reads it', async (url, plain) => {
  expect(await findingsOf(rule, paperWith({ url }))).toEqual([`latex ${JSON.stringify(url)}`]);
  expect(await fixedFiles(rule, paperWith({ url }), 'suggest')).toEqual(paperWith({ url: plain }));
});

test('LaTeX in a field of free text is undone', async () => {
  const howpublished = '\\url{https://www.tug.org/tex\\_live/}';
  expect(await findingsOf(rule, paperWith({ howpublished }))).toEqual([]);
});

test.each([
  ['[notes](https://www.tug.org/)', 'character "["'],
  ['“https://www.tug.org/”', 'character "“"'],
  ["'https://www.tug.org/'", 'character "\'"'],
  ['n/a', 'unlike "n/a"'],
  ['–', 'unlike "–"'],
])('%s is no address', async (url, found) => {
  expect(await findingsOf(rule, paperWith({ url }))).toEqual([found]);
});
