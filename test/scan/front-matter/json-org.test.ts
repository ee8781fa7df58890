import { beforeAll, expect, test } from 'vitest';
import { readJson } from '../../../src/scan/front-matter/json.ts';
import { readOrg } from '../../../src/scan/front-matter/org.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

test('JSON: keys without their quotes, values with them', () => {
  const text = '{ "title": "a \\"b\\"", "tags": ["x", {"y": 1.5}], "draft": false, "none": null }';
  const { fields, problems } = readJson(text, 0, text.length);
  expect(problems).toEqual([]);
  expect(
    fields.map(({ name, value, nameRegion, region }) => [
      name,
      value,
      text.slice(nameRegion.start, nameRegion.end),
      text.slice(region.start, region.end),
    ]),
  ).toEqual([
    ['title', 'a "b"', 'title', '"a \\"b\\""'],
    ['tags', ['x', { y: 1.5 }], 'tags', '["x", {"y": 1.5}]'],
    ['tags.0', 'x', '', '"x"'],
    ['tags.1', { y: 1.5 }, '', '{"y": 1.5}'],
    ['tags.1.y', 1.5, 'y', '1.5'],
    ['draft', false, 'draft', 'false'],
    ['none', null, 'none', 'null'],
  ]);
});

test.each([
  ['{"a": 1,}', '}', 'property name expected'],
  ['{"a": 1 "b": 2}', '"b"', 'comma expected'],
  ['{"a": // c\n1}', '// c', 'invalid comment token'],
  ["{'a': 1}", "'a'", 'invalid symbol'],
])('JSON as strict as Go: %j', (text, marked, reason) => {
  const { problems } = readJson(text, 0, text.length);
  expect(problems.map(({ data, region }) => [data, text.slice(region.start, region.end)])).toEqual([
    [{ format: 'JSON', reason }, marked],
  ]);
});

test('Org: keys in lower case, lists of words', () => {
  const text = '#+TITLE: On numbers \n#+tags[]: logic machines\n#+DATE: <1936-11-12 Thu>\n#+draft:\n';
  expect(
    readOrg(text, 0, text.length).map(({ name, value, region }) => [
      name,
      value,
      text.slice(region.start, region.end),
    ]),
  ).toEqual([
    ['title', 'On numbers', 'On numbers'],
    ['tags', ['logic', 'machines'], 'logic machines'],
    ['tags.0', 'logic', 'logic'],
    ['tags.1', 'machines', 'machines'],
    ['date', '<1936-11-12 Thu>', '<1936-11-12 Thu>'],
    ['draft', '', ''],
  ]);
});
