import { expect, test } from 'vitest';
import { createBuffers } from '../../src/lsp/buffers.ts';

const at = (line: number, character: number) => ({ line, character });
const open = (text: string, uri = 'file:///a.md') => {
  const buffers = createBuffers();
  buffers.open({ uri, languageId: 'markdown', version: 1, text });
  return buffers;
};

test('changes of one notification are made one after the other', () => {
  const changes = [
    { range: { start: at(0, 3), end: at(1, 0) }, text: ' ' },
    { range: { start: at(0, 7), end: at(0, 7) }, text: '!' },
  ];
  const buffer = open('one\r\ntwo\r\n').change('file:///a.md', 2, changes, 'utf-16');
  expect(buffer).toEqual({ uri: 'file:///a.md', path: '/a.md', version: 2, text: 'one two!\r\n' });
});

test('a change without a range is the whole text', () => {
  expect(open('old').change('file:///a.md', 7, [{ text: 'new' }], 'utf-16')?.text).toBe('new');
});

test('bytes are counted where the editor counts bytes', () => {
  const change = { range: { start: at(0, 6), end: at(0, 7) }, text: 'x' };
  expect(open('é😀b').change('file:///a.md', 2, [change], 'utf-8')?.text).toBe('é😀x');
});

test('a line behind the last one is the end, as Neovim deletes the last line', () => {
  const change = { range: { start: at(1, 0), end: at(2, 0) }, text: '' };
  expect(open('one\ntwo\n').change('file:///a.md', 2, [change], 'utf-16')?.text).toBe('one\n');
});

test('two spellings of a URI are one document', () => {
  const buffers = open('x', 'file:///c%3A/a.md');
  expect(buffers.change('file:///C:/a.md', 2, [{ text: 'y' }], 'utf-16')?.uri).toBe('file:///c%3A/a.md');
});

test('a document that is no file, or is not open, is left alone', () => {
  const buffers = createBuffers();
  expect(buffers.open({ uri: 'untitled:1', languageId: 'markdown', version: 1, text: '' })).toBeUndefined();
  expect(buffers.change('untitled:1', 2, [{ text: 'x' }], 'utf-16')).toBeUndefined();
  expect(buffers.close('untitled:1')).toBeUndefined();
});
