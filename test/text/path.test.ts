import { expect, test } from 'vitest';
import {
  ancestors,
  below,
  folderOf,
  inside,
  join,
  nameOf,
  withoutExtension,
  withoutSlash,
} from '../../src/text/path.ts';

test.each([
  ['content/posts/shannon.md', 'content/posts', 'shannon.md'],
  ['shannon.md', '', 'shannon.md'],
  ['/shannon.md', '', 'shannon.md'],
  ['', '', ''],
])('%j stands in %j under the name %j', (path, folder, name) => {
  expect(folderOf(path)).toBe(folder);
  expect(nameOf(path)).toBe(name);
});

test.each([
  ['posts/shannon.en.qmd', 'posts/shannon.en'],
  ['shannon.Rmd', 'shannon'],
])('%j without its extension is %j', (path, stem) => {
  expect(withoutExtension(path)).toBe(stem);
});

test.each([
  ['bib//', 'bib'],
  ['bib', 'bib'],
  ['/', ''],
])('%j without the slashes at its end is %j', (path, bare) => {
  expect(withoutSlash(path)).toBe(bare);
});

test.each([
  ['', 'refs.bib', 'refs.bib'],
  ['docs', 'refs.bib', 'docs/refs.bib'],
])('below %j, %j is %j, and that folder sees it as before', (folder, name, path) => {
  expect(below(folder, name)).toBe(path);
  expect(inside(folder, path)).toBe(name);
});

test.each(['docs-old/refs.bib', 'docs', 'refs.bib'])('%j is not inside docs', (path) => {
  expect(inside('docs', path)).toBeUndefined();
});

test.each([
  ['docs/guide', '../refs.bib', 'docs/refs.bib'],
  ['docs', './bib//refs.bib', 'docs/bib/refs.bib'],
  ['', 'refs.bib', 'refs.bib'],
  ['docs', '../../shared/refs.bib', '../shared/refs.bib'],
])('from %j, %j leads to %j', (folder, path, joined) => {
  expect(join(folder, path)).toBe(joined);
});

test.each([
  ['a/b/c', 'a', ['a/b/c', 'a/b', 'a']],
  ['a/b', '', ['a/b', 'a', '']],
  ['a/b', 'z', ['a/b', 'a', '']],
  ['', '', ['']],
])('the folders from %j up to %j are %j', (folder, last, found) => {
  expect(ancestors(folder, last)).toEqual(found);
});
