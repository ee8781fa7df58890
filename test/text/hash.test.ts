import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachRepeated, hashText } from '../../src/text/hash.ts';

test('equal texts have one hash, and others have others', () => {
  const texts = ['10.1145/359545.359563', '10.1145/359545.359564', '1706.03762', 'Sorting', ''];
  expect(texts.map((text) => hashText(text, 1))).toEqual(texts.map((text) => hashText(`${text}`, 1)));
  expect(new Set(texts.flatMap((text) => [hashText(text, 1), hashText(text, 2)])).size).toBe(10);
});

test('each repetition is told with the first of its kind', () => {
  const hash = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(2 ** 31 - 1, -(2 ** 31)));
  fc.assert(
    fc.property(fc.array(hash), (hashes) => {
      const expected = hashes.flatMap((one, later) =>
        hashes.indexOf(one) === later ? [] : [`${hashes.indexOf(one)} ${later}`],
      );
      const found: string[] = [];
      eachRepeated(hashes, (first, later) => found.push(`${first} ${later}`));
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});
