import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../../src/scan/bibliography/bibtex/bibtex.ts';

const good = (key: string) => `@book{${key}, author = {Knuth, Donald E.}, title = {Sorting}, year = 1998}\n`;
const many = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length));
const numbered = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** Texts that cost some program minutes, gigabytes or its stack. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'text with an @ here and there': (size) => many('Mail ada@example.org or @home, at 5 @ 3 % done. ', size),
  'a field of a megabyte': (size) => `@misc{f, title = {${many('a b ', size)}}}`,
  'wide groups': (size) => `@misc{f, title = {${many('{\\"o}', size)}}}`,
  'deep braces': (size) => `@misc{f, title = {${many('{', size / 2)}x${many('}', size / 2)}}}`,
  'braces that never close': (size) => `@misc{f, title = ${many('{', size)}`,
  'entries that never close': (size) => many('@misc{f, title = {x\n', size),
  'quotes that never close': (size) => many('@misc{f, title = "x\n', size),
  'comments in an entry': (size) => `@misc{f, ${many('% x\n', size)} title = {x}}`,
  'a line of percent signs': (size) => many('%', size),
  'doubling macros': () =>
    `@string{s0 = "${'a'.repeat(16)}"}\n${numbered(60, (index) => `@string{s${index + 1} = s${index} # s${index}}\n`)}@misc{f, title = s60 # s60}`,
  'a chain of macros': (size) => `@string{s = "x"}\n@misc{f, title = ${many('s # ', size)}s}`,
  'nothing but @': (size) => many('@', size),
  'comments that never close': (size) => many('@comment{', size),
  'nothing but commas': (size) => `@misc{f${many(',', size)}}`,
  'nothing but blanks': (size) => `@misc{f, title = ${many(' ', size)}{x}}`,
  'names of the prototype': () => '@misc{__proto__, constructor = {x}, toString = hasOwnProperty # valueOf}',
};

describe('hostile bibliographies', () => {
  test.each(Object.entries(HOSTILE))('%s: read in bounded time, with the entries around', (_, make) => {
    const text = `${good('before')}${make(500_000)}\n${good('after')}`;
    const start = process.cpuUsage();
    const { entries } = readBibtex(text);
    const { user } = process.cpuUsage(start);
    const keys = entries.map(({ key }) => key);
    expect([keys.includes('before'), keys.includes('after')]).toEqual([true, true]);
    expect(user / 1000).toBeLessThan(2000);
  });
});
