import { expect, test } from 'vitest';
import malformedNotebook from '../../../rules/linter/malformed-notebook.ts';
import { findingLines } from '../../support/lint-files.ts';
import { notebook } from '../../support/notebook.ts';

const found = async (text: string, settings: Record<string, string> = { '_quarto.yml': '' }) => {
  const files = { ...settings, 'a.ipynb': text };
  return findingLines(files, malformedNotebook);
};

test.each([
  ['an empty file', '', 'a.ipynb:1:1 notebook-syntax ""'],
  ['the mark of a merge', '{\n<<<<<<< HEAD\n "cells": []\n}\n', 'a.ipynb:2:1 notebook-syntax "<<<<<<<"'],
  ['a file that was cut', notebook(['text']).slice(0, 20), 'a.ipynb:3:3 notebook-syntax "{"'],
  [
    'a pointer of Git LFS',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
    'a.ipynb:1:1 notebook-lfs-pointer "version https://git-lfs.github.com/spec/v1"',
  ],
])('%s', async (_, text, expected) => {
  expect(await found(text)).toEqual([expected]);
});

test('silent on a sound notebook, and where no engine reads it', async () => {
  expect(await found(notebook(['text', ['code', 'x = "\\"']]))).toEqual([]);
  expect(await found('{', { 'hugo.toml': '' })).toEqual([]);
});
