import { beforeAll, describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/scan/front-matter/yaml.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

const read = (block: string) => readYaml(block, 0, block.length);

const written = (block: string) =>
  read(block).fields.map(({ name, value, region }) => [name, value, block.slice(region.start, region.end)]);

describe('values and places', () => {
  test('block scalars, flow mappings, quoted keys, several lines', () => {
    const block = 'a: |\n  x\n  y\n\n"b c": {d: "e", f: [1]}\ng: one\n  two\n';
    expect(written(block)).toEqual([
      ['a', 'x\ny\n', '|\n  x\n  y'],
      ['b c', { d: 'e', f: [1] }, '{d: "e", f: [1]}'],
      ['b c.d', 'e', '"e"'],
      ['b c.f', [1], '[1]'],
      ['b c.f.0', 1, '1'],
      ['g', 'one two', 'one\n  two'],
    ]);
    const { nameRegion } = read(block).fields[1]!;
    expect(block.slice(nameRegion.start, nameRegion.end)).toBe('b c');
  });

  test('an alias has the value of a scalar; a collection is not repeated', () => {
    expect(written('a: &x refs.bib\nb: *x\nc: &y [1]\nd: *y')).toEqual([
      ['a', 'refs.bib', 'refs.bib'],
      ['b', 'refs.bib', '*x'],
      ['c', [1], '[1]'],
      ['c.0', 1, '1'],
      ['d', '*y', '*y'],
    ]);
  });

  test('tags of R and numbers that would change keep their text', () => {
    expect(written('a: !r Sys.Date()\nb: !!str 12\nc: 1.10\nd: 007\ne: 12')).toEqual([
      ['a', 'Sys.Date()', 'Sys.Date()'],
      ['b', '12', '12'],
      ['c', '1.10', '1.10'],
      ['d', '007', '007'],
      ['e', 12, '12'],
    ]);
  });

  test('libyaml reads quotes and brackets whatever the further lines are indented', () => {
    expect(read('a: [\n"b", # c\n"it\'s"\n]\nd: "long\n\ntext"\ne: {f: it\'s,\ng: 1}\n')).toMatchObject({
      fields: [
        { name: 'a', value: ['b', "it's"] },
        { name: 'a.0' },
        { name: 'a.1', value: "it's" },
        { name: 'd', value: 'long text' },
        { name: 'e', value: { f: "it's", g: 1 } },
        { name: 'e.f' },
        { name: 'e.g' },
      ],
      problems: [],
    });
  });

  test('what js-yaml reads as well is no error', () => {
    expect(read('a: "x"# c\nb: [y]#d\nc: {d: 1}')).toMatchObject({
      fields: [
        { name: 'a', value: 'x' },
        { name: 'b', value: ['y'] },
        { name: 'b.0' },
        { name: 'c', value: { d: 1 } },
        { name: 'c.d' },
      ],
      problems: [],
    });
  });

  test.each([
    ['title: "x"date: 2024-05-01', 'date: 2024-05-01', 'text after the closing quote'],
    ['title: "x" date: 2024-05-01', 'date: 2024-05-01', 'text after the closing quote'],
    ['title: "x" and: what it costs', 'and: what it costs', 'text after the closing quote'],
    ['tags: [a, b]date: 2024-05-01', 'date', 'this does not belong to what stands before it'],
    ['title: "x\ndate: y\ntext: "Cost: z"', '"x', 'this quote is never closed'],
    ['tags: [a,, "b"]', ',', 'a comma without a value before it'],
  ])('js-yaml alone reads %j', (block, marked, reason) => {
    expect(read(block).problems).toEqual([]);
    const [problem] = readYaml(block, 0, block.length, 'libyaml').problems;
    expect(problem?.data?.['reason']).toBe(reason);
    expect(block.slice(problem?.region.start, problem?.region.end)).toBe(marked);
  });

  test.each([
    'title:\t"On computable\nnumbers"',
    'og:title: "On computable\nnumbers"',
    'a:\n-\t"On computable\nnumbers"',
  ])('libyaml reads lines of a quoted value at the margin, whatever stands before the quote: %j', (block) => {
    const { fields, problems } = readYaml(block, 0, block.length, 'libyaml');
    expect(problems).toEqual([]);
    expect(fields.at(-1)?.value).toBe('On computable numbers');
  });

  test('libyaml reads a comment right behind a quote', () => {
    const block = 'a: "x"# c\nb: 1';
    expect(readYaml(block, 0, block.length, 'libyaml').problems).toEqual([]);
  });

  test('keys of prototypes are keys', () => {
    const { fields } = read('__proto__: {polluted: 1}\nconstructor: &a 2\ntoString: *a');
    expect(JSON.stringify(fields.map(({ name, value }) => [name, value]))).toBe(
      '[["__proto__",{"polluted":1}],["__proto__.polluted",1],["constructor",2],["toString",2]]',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('errors stand where the mistake is, and the other fields are read', () => {
  test.each([
    ['title: "x\ndate: y\n', '"x', 'this quote is never closed', 'title date'],
    ['title: x\ntags: [a, b\ndate: y', '[a, b', 'this bracket is never closed', 'title tags date'],
    ['author: @me\nx: 1', '@', 'a value that begins with `@` needs quotes', 'author x'],
    ['t: %x', '%', 'a value that begins with `%` needs quotes', 't'],
    ['x: 1\ntitle: a: b', 'a: b', 'a value that contains a colon and a blank needs quotes', 'x title'],
    ['title: x\nbroken line\ndate: y', 'broken line', 'this line has no key', 'title date'],
    [
      'title: x\ndate: y\n\nProse of one line.\n\n',
      'Prose of one line.',
      'this line has no key',
      'title date',
    ],
    ["t: 'it's'\nx: 1", "s'", 'text after the closing quote', 't x'],
    ['a: 1\n\tb: 2', '\t', 'tabs are not allowed as indentation', 'a'],
    ['t: {{ title }}\nx: 1', '{ title }', 'a mapping or a list cannot be a key', 't x'],
    ['t: *Important*', '*Important*', 'a value that begins with `*` needs quotes', 't'],
    ['t: *important', '*important', 'there is no anchor &important', 't'],
    ['- a\n- b', '- a', 'keys with values are expected', ''],
    ['text', 'text', 'keys with values are expected', ''],
    ['title: x\n: b\ny: 1', ': b', 'this line has no key', 'title y'],
    ['title: x\n  : b\ny: 1', ': b', 'this line has no key', 'title y'],
    ['a:\n  : b\n', ': b', 'this line has no key', 'a'],
    ['x: 1\n...\ny: 2', 'y: 2', 'another YAML document begins here', 'x y'],
    ['x: 1\n... text\ny: 2', 'text', 'another YAML document begins here', 'x y'],
    ['x: 1\nt: a\u0008b', '\u0008', 'control characters are not allowed (U+0008)', 'x t'],
    ['t: "it" and more\nx: 1', 'and more', 'text after the closing quote', 't x'],
    ['t: "it": more\nx: 1', ': more', 'text after the closing quote', 't x'],
    ['t: it\n x: 1\ny: 2', 'x: 1', 'this line is indented otherwise than the lines around it', 't y'],
    ['t:\n  - a\n - b\ny: 2', '- b', 'this line is indented otherwise than the lines around it', 't y'],
  ])('%j', (block, marked, reason, names) => {
    const { fields, problems } = read(block);
    expect(
      problems.map(({ messageId, data, region }) => [messageId, data, block.slice(region.start, region.end)]),
    ).toEqual([['fm-decode', { format: 'YAML', reason }, marked]]);
    expect(fields.map(({ name }) => name).join(' ')).toBe(names);
  });

  test('a value that begins with a question mark, to libyaml', () => {
    const block = 'title: x\na: ? x\n';
    expect(readYaml(block, 0, block.length, 'libyaml').problems).toEqual([
      {
        messageId: 'fm-decode',
        data: { format: 'YAML', reason: 'a value that begins with `?` needs quotes' },
        region: { start: 12, end: 15 },
      },
    ]);
  });

  test('an empty key that is written is none that is missing', () => {
    expect(read('? \n: b\n').problems).toEqual([]);
    expect(read('"": b\na: {: b}\n').problems).toEqual([]);
  });

  test('two files with the same error have one problem each', () => {
    expect(read('a: @b').problems).toHaveLength(1);
    expect(read('a: @b').problems).toHaveLength(1);
  });
});
