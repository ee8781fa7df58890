import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FrontMatterField, Region } from '../../../src/model.ts';
import * as policies from '../../../src/scan/front-matter/policies.ts';
import { parseYamlBlock, readFrontMatter } from '../../../src/scan/front-matter/read-front-matter.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

const policy = fc.constantFrom(...Object.values(policies));

const piece = fc.constantFrom(
  '---',
  '+++',
  '...',
  '{',
  '}',
  '#+',
  '----',
  '--',
  '\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '\t',
  '\ufeff',
  'title',
  'date',
  'tags',
  'a',
  ':',
  ': ',
  ' = ',
  '=',
  '[',
  ']',
  '[[',
  ']]',
  ',',
  '"',
  "'",
  '"""',
  '- ',
  '# ',
  'x',
  '1',
  '2024-05-01',
  '|',
  '>',
  '&a',
  '*a',
  '!t',
  '@',
  '%',
  '`',
  '\\',
  '{{< cite "a" >}}',
  'js',
  'json',
  'é',
  '😀',
  '\u2028',
  '\0',
  '.',
  '? ',
);
const noise = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const framed = fc
  .tuple(
    fc.constantFrom(
      '---\n',
      '+++\n',
      '{\n',
      '#+',
      '\ufeff---\n',
      '\n---\n',
      '---json\n',
      '',
      '--\n',
      '---\r',
    ),
    fc.array(
      fc.constantFrom(
        'title: x',
        'title = "x"',
        '"title": "x",',
        'a:',
        '  b: [1, "c"]',
        '- d',
        'e: "f',
        '[t]',
        '[[u]]',
        'g.h = {i = 1}',
        'prose here',
        '',
        '# h',
        'tags: [a',
        '  - j: k',
        'l: |',
        '  m',
        'n: *o',
        '}',
        '#+p[]: q r',
        '{{< cite "a" >}}',
        "s: 't'",
        'u: \u{1F600}',
      ),
      { maxLength: 10 },
    ),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('\n---\nBody', '\n+++\n', '\n}\n', '\n...\n', '', '\n---x'),
  )
  .map(([open, lines, end, close]) => open + lines.join(end) + close);
const text = fc.oneof(noise, framed, framed);

const isInside = ({ start, end }: Region, length: number) => start >= 0 && start <= end && end <= length;

/** The last part of a dotted name is what the place of the name shows; a list item has no name in the text. */
function showsItsName({ name, nameRegion }: FrontMatterField, source: string): boolean {
  const shown = source.slice(nameRegion.start, nameRegion.end);
  if (shown === '') return /(?:^|\.)(?:\d+)?$/.test(name);
  return (
    name.endsWith(shown) || name.endsWith(shown.toLowerCase()) || shown.includes('\\') || /[\r\n]/.test(shown)
  );
}

describe('every text under every policy', () => {
  test('never throws, stays inside, is plain data, and says where its keys stand', () => {
    fc.assert(
      fc.property(text, policy, (source, chosen) => {
        const result = readFrontMatter(source, chosen);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(result.bodyStart).toBeGreaterThanOrEqual(result.region.end > 0 ? result.region.start : 0);
        expect(result.bodyStart).toBeLessThanOrEqual(source.length);
        const regions = [
          result.region,
          ...result.problems.map(({ region }) => region),
          ...result.fields.flatMap(({ region, nameRegion }) => [region, nameRegion]),
        ];
        for (const region of regions)
          expect([region, isInside(region, source.length)]).toEqual([region, true]);
        for (const field of result.fields)
          expect([field, showsItsName(field, source)]).toEqual([field, true]);
      }),
      { numRuns: 4000 },
    );
  });

  test('a block is read the same anywhere in a text', () => {
    fc.assert(
      fc.property(framed, fc.constantFrom('', 'text\n\n', '\ufeff', '😀\r\n'), (block, lead) => {
        const alone = parseYamlBlock(block, { start: 0, end: block.length });
        const { fields, problems } = parseYamlBlock(`${lead}${block}\n---\nmore: x`, {
          start: lead.length,
          end: lead.length + block.length,
        });
        expect(problems.map(({ data }) => data)).toEqual(alone.problems.map(({ data }) => data));
        expect(fields.map(({ name, value }) => [name, value])).toEqual(
          alone.fields.map(({ name, value }) => [name, value]),
        );
        expect(fields.map(({ region }) => region.start - lead.length)).toEqual(
          alone.fields.map(({ region }) => region.start),
        );
      }),
      { numRuns: 1500 },
    );
  });

  test('text behind the closing delimiter changes nothing', () => {
    fc.assert(
      fc.property(noise, policy, (body, chosen) => {
        const front = '---\ntitle: x\n---\n';
        expect(readFrontMatter(front + body, chosen)).toEqual(readFrontMatter(front, chosen));
      }),
      { numRuns: 1000 },
    );
  });
});
