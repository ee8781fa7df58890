import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../src/scan/markdown/read-markdown.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { FLAVORS, plainDialect, regionsIn } from '../../support/read-markdown.ts';
import { hostileTexts } from './hostile.ts';

const PIECES: readonly string[] = [
  ...[
    'Knuth',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    '    ',
    '> ',
    '- ',
    '1. ',
    '# ',
    '## References\n',
    '***',
    '===',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '@a',
    '[@a]',
    '[@a; @b]',
    '[@a, @b]',
    '[',
    ']',
    '(#a)',
    '[3]',
    '\\',
    '`',
    '```',
    '~~~',
    '{',
    '}',
  ],
  ...[
    '{cite}`a`',
    '{cite:p} `a`',
    '```{note}\n',
    ':::{figure} x\n:name: f\n',
    '(t)=\n',
    '$',
    '$$',
    '<d-cite key="a,b">',
  ],
  ...[
    '</d-cite>',
    '<d-cite',
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '<Cite id="a"/>',
    '|',
    '|-|\n',
    '*',
    '_',
    '~~',
    '&amp;',
  ],
  ...[
    'Knuth, D. E. (1984). Literate Programming. CSLI.\n',
    '<a id="k"></a>',
    '{#k}',
    'é',
    '𝕂',
    '\uE000',
    '\u0000',
    '__proto__',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** One step of the machine's time, so that a busy machine does not fail the test. */
function secondsOf(run: () => void): number {
  const before = process.cpuUsage().user;
  run();
  return (process.cpuUsage().user - before) / 1e6;
}

beforeAll(loadAllParsers);

describe.each(FLAVORS)('readMarkdown as %s', (flavor) => {
  test('never throws; regions lie inside the body; facts survive JSON', () => {
    fc.assert(
      fc.property(text, fc.nat(20), (body, before) => {
        const start = Math.min(before, body.length);
        const facts = readMarkdown(body, { start, end: body.length }, flavor, plainDialect);
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
        for (const region of regionsIn({ ...facts, labels: [] })) {
          expect(region.start).toBeGreaterThanOrEqual(start);
          expect(region.end).toBeGreaterThanOrEqual(region.start);
          expect(region.end).toBeLessThanOrEqual(body.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('takes its time from the length of a hostile text, not from its square', () => {
    const slow: string[] = [];
    const lead =
      'x [^1] @a [@b]\n\n## References\n\n[1] Knuth, D. E. (1984). A.\n\n[2] Knuth, D. E. (1985). B.\n\n';
    for (const [name, hostile] of hostileTexts(20_000)) {
      for (const page of [hostile, lead + hostile]) {
        const run = (): void => void readMarkdown(page, { start: 0, end: page.length }, flavor, plainDialect);
        if (secondsOf(run) > 2) slow.push(name);
      }
    }
    expect(slow).toEqual([]);
  });
});

describe('a page without a candidate', () => {
  const prose = `${'Knuth writes programs for people to read. '.repeat(60)}\n\n## Why\n\n- a \`list\`\n`;

  test('is not taken apart', () => {
    for (const flavor of ['goldmark', 'kramdown', 'markdown', 'distill', 'rehype-citation'] as const) {
      const first = readMarkdown(prose, { start: 0, end: prose.length }, flavor, plainDialect);
      expect(readMarkdown(`${prose}more`, { start: 0, end: prose.length }, flavor, plainDialect)).toBe(first);
    }
  });

  test('costs next to nothing', () => {
    const run = (): void => {
      for (let page = 0; page < 10_000; page++) {
        readMarkdown(prose, { start: 0, end: prose.length }, 'goldmark', plainDialect);
      }
    };
    run();
    const seconds = secondsOf(run);
    console.log(`10,000 pages of ${prose.length} characters: ${(seconds * 1000).toFixed(0)} ms`);
    expect(seconds).toBeLessThan(0.2);
  });
});
