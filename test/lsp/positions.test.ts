import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPositions } from '../../src/lsp/positions.ts';

const text = 'a 😀 bé\r\nßß\n\rend';

describe.each([
  ['utf-16', 4, 7],
  ['utf-8', 6, 10],
  ['utf-32', 3, 6],
] as const)('%s', (encoding, behindEmoji, lineLength) => {
  const positions = createPositions(text, encoding);

  test('counts characters in its own units', () => {
    expect(positions.position(text.indexOf(' bé'))).toEqual({ line: 0, character: behindEmoji });
    expect(positions.position(text.indexOf('\r\n'))).toEqual({ line: 0, character: lineLength });
    expect(positions.position(text.indexOf('end'))).toEqual({ line: 3, character: 0 });
    expect(positions.offset({ line: 0, character: behindEmoji })).toBe(text.indexOf(' bé'));
  });

  test('takes a position beyond the line for its end, and one beyond the text for the text’s', () => {
    expect(positions.offset({ line: 0, character: 999 })).toBe(text.indexOf('\r\n'));
    expect(positions.offset({ line: 99, character: 3 })).toBe(text.length);
  });

  test('comes back to the offset it came from', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', '\n', '\r\n', '\r', ' ') });
    fc.assert(
      fc.property(texts, (any) => {
        const counted = createPositions(any, encoding);
        for (let at = 0; at <= any.length; at += (any.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) {
          if (any[at] === '\n' && any[at - 1] === '\r') continue;
          expect(counted.offset(counted.position(at))).toBe(at);
        }
      }),
    );
  });
});
