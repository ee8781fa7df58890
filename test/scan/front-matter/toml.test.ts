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
  ['title = "x\ndate = 2024-05-01\n', 'title = "x', 'title date'],
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
