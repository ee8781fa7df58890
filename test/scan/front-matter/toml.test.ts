import { beforeAll, expect, test } from 'vitest';
import { readToml } from '../../../src/scan/front-matter/toml.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

const read = (block: string) => readToml(block, 0, block.length);

const written = (block: string) =>
  read(block).fields.map(({ name, value, nameRegion, region }) => [
    name,
    value,
    block.slice(nameRegion.start, nameRegion.end),
    block.slice(region.start, region.end),
  ]);

test('strings of all kinds, numbers, dates', () => {
  expect(
    written(
      'a = "x \\"y\\" \\u00e9" # c\nb = \'it\\s\'\nc = """\nl1\nl2"""\n"d e" = 1_000\nf = 1979-05-27T07:32:00Z\ng = 07:32:00\nh = true\ni = inf\nj = 9223372036854775807\n',
    ),
  ).toEqual([
    ['a', 'x "y" é', 'a', '"x \\"y\\" \\u00e9"'],
    ['b', 'it\\s', 'b', "'it\\s'"],
    ['c', 'l1\nl2', 'c', '"""\nl1\nl2"""'],
    ['d e', 1000, 'd e', '1_000'],
    ['f', '1979-05-27T07:32:00Z', 'f', '1979-05-27T07:32:00Z'],
    ['g', '07:32:00', 'g', '07:32:00'],
    ['h', true, 'h', 'true'],
    ['i', 'inf', 'i', 'inf'],
    ['j', '9223372036854775807', 'j', '9223372036854775807'],
  ]);
});

test('tables, arrays of tables, dotted keys, inline tables', () => {
  const block =
    '[params]\ncover.alt = "x"\n[[authors]]\nname = "Ada"\n[authors.home]\ncity = "London"\n[[authors]]\nname = "B"\n[x]\ny = {z = [1, # c\n 2,], "k" = \'v\'}\n';
  expect(written(block).map(([name, value]) => [name, value])).toEqual([
    ['params', { cover: { alt: 'x' } }],
    ['params.cover', { alt: 'x' }],
    ['params.cover.alt', 'x'],
    ['authors', [{ name: 'Ada', home: { city: 'London' } }, { name: 'B' }]],
    ['authors.0', { name: 'Ada', home: { city: 'London' } }],
    ['authors.0.name', 'Ada'],
    ['authors.0.home', { city: 'London' }],
    ['authors.0.home.city', 'London'],
    ['authors.1', { name: 'B' }],
    ['authors.1.name', 'B'],
    ['x', { y: { z: [1, 2], k: 'v' } }],
    ['x.y', { z: [1, 2], k: 'v' }],
    ['x.y.z', [1, 2]],
    ['x.y.z.0', 1],
    ['x.y.z.1', 2],
    ['x.y.k', 'v'],
  ]);
  expect(written(block)[0]?.[3]).toBe('[params]\ncover.alt = "x"');
});

test.each([
  ['title = x\ndate = 2024-05-01\n', 'x', 'title date'],
  ['title = "x\ndate = 2024-05-01\n', '"x', 'title date'],
  ['a = 1\na = 2\n', '', 'a a'],
  ['= 1\nb = 2\n', '', 'b'],
  ['[a\nb = 2\n', '', 'b'],
])('a broken block is one problem: %j', (block, marked, names) => {
  const { fields, problems } = read(block);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ messageId: 'fm-decode', data: { format: 'TOML' } });
  const { start, end } = problems[0]!.region;
  if (marked !== '') expect(block.slice(start, end)).toBe(marked);
  expect(fields.map(({ name }) => name).join(' ')).toBe(names);
});

test('keys of prototypes are keys', () => {
  expect(JSON.stringify(written('__proto__.a = 1\nconstructor = 2'))).toContain('"__proto__.a",1');
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
});

const problemOf = (block: string) => {
  const [problem] = read(block).problems;
  return problem && [problem.data?.['reason'], block.slice(problem.region.start, problem.region.end)];
};

// Each was given to Hugo 0.111, which stops the build.
test.each([
  ['a = {b = 1,}\n', 'no comma may stand at the end of an inline table in TOML 1.0', '{b = 1,}'],
  ['a = {b = [1, {c = 2, }]}\n', 'no comma may stand at the end of an inline table in TOML 1.0', '{c = 2, }'],
  ['a = {b = 1\n}\n', 'an inline table ends with its line in TOML 1.0', '{b = 1'],
  ['a = {\r\n b = 1, # c\r\n c = 2\r\n}\r\n', 'an inline table ends with its line in TOML 1.0', '{'],
  ['a = "\\x41"\n', 'the escape `\\x` is of TOML 1.1', '\\x'],
  ['a = "\\\\\\x41"\n', 'the escape `\\x` is of TOML 1.1', '\\x'],
  ['date = 2024-05-01T07:32\n', 'a time has seconds in TOML 1.0', '2024-05-01T07:32'],
  ['date = 2024-05-01 07:32Z\n', 'a time has seconds in TOML 1.0', '2024-05-01 07:32Z'],
  ['a = [07:32]\n', 'a time has seconds in TOML 1.0', '07:32'],
])('%j is TOML 1.1', (block, reason, at) => {
  expect(problemOf(block)).toEqual([reason, at]);
  expect(read(block).fields.length).toBeGreaterThan(0);
});

test.each([
  'a = {b = 1}\n',
  'a = {}\n',
  'a = [1,]\n',
  'a = [{b = 1},\n  {c = 2}, # d\n]\n',
  'a = {b = [1,\n  2,\n]}\n',
  'a = {b = """\nx,\n"""}\n',
  'a = "{b = 1,}" # {c = 1,}\n',
  "a = '\\x41' # \\x\n",
  'a = "\\\\x41"\n',
  'a = "at 07:32"\nb = 07:32:00\nc = 1979-05-27T07:32:00-08:00\nd = 1979-05-27\n',
  '"07:32" = 1\n[t."{"]\nx = 1\n',
])('%j is TOML 1.0', (block) => expect(problemOf(block)).toBeUndefined());

test.each([
  ['title = "Consensus\ndraft = false\n', 'this quote is never closed', '"Consensus'],
  ['title = Consensus, from FLP to Raft\n', 'a text needs quotes', 'Consensus, from FLP to Raft'],
  ['title = “Consensus”\n', 'typographic quotes do not quote a text', '“Consensus”'],
  ['title: "Consensus"\n', 'a key and its value are separated by `=`, not by a colon', ': "Consensus"'],
])('what is wrong with %j', (block, reason, marked) => {
  const [problem] = read(block).problems;
  expect(problem?.data?.['reason']).toBe(reason);
  expect(block.slice(problem!.region.start, problem!.region.end)).toBe(marked);
});
