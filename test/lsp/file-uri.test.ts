import { expect, test } from 'vitest';
import { pathOfUri, uriOfPath } from '../../src/lsp/file-uri.ts';

test.each([
  ['file:///site/a%20b/%C3%A9%23.md', '/site/a b/é#.md'],
  ['file:///c%3A/Users/a.md', 'C:/Users/a.md'],
  ['file:///C:/Users/a.md', 'C:/Users/a.md'],
  ['file://server/share/a.md', '//server/share/a.md'],
  ['file://localhost/site/a.md', '/site/a.md'],
  ['file:///site/', '/site'],
  ['file:///', '/'],
  ['file:///site/a.md#L3', '/site/a.md'],
])('%s is %s', (uri, path) => {
  expect(pathOfUri(uri)).toBe(path);
});

test.each([
  'untitled:Untitled-1',
  'git:/site/a.md?ref',
  'file:///%zz',
  'file:///a%00b',
  'http://x/y',
  'nonsense',
  '',
])('%s is no file', (uri) => {
  expect(pathOfUri(uri)).toBeUndefined();
});

test.each(['/site/a b/é#?.md', 'C:/Users/a%.md', '//server/share/a.md', '/'])('%s and back', (path) => {
  expect(pathOfUri(uriOfPath(path))).toBe(path);
});

test('half a surrogate pair in a name does no harm', () => {
  expect(uriOfPath('/a\ud800.md')).toBe('file:///a%EF%BF%BD.md');
});
