import { expect, test } from 'vitest';
import type { DocumentFacts, Reference } from '../../src/model.ts';
import { joinReferences } from '../../src/project/join-references.ts';

type Written = readonly [key: string | undefined, text: string];

/** Pages with these references and nothing else that matters. */
const pages = (...written: readonly (readonly Written[])[]): DocumentFacts[] =>
  written.map(
    (references, page) =>
      ({
        path: `${page}.md`,
        references: references.map(([key, text], place): Reference => {
          const region = { start: place, end: place + 1 };
          return { text, region, construct: 'shortcode', ...(key === undefined ? {} : { key }) };
        }),
      }) as unknown as DocumentFacts,
  );

/** Places as `page:place`. */
const joined = (documents: DocumentFacts[]) => {
  const { byText, byKey } = joinReferences(documents);
  const places = (uses: readonly { document: DocumentFacts; reference: Reference }[]): string =>
    uses
      .map(({ document, reference }) => `${document.path.slice(0, -3)}:${reference.region.start}`)
      .join(' ');
  return {
    byText: Object.fromEntries([...byText].map(([text, uses]) => [text, places(uses)])),
    byKey: Object.fromEntries(
      [...byKey].map(([key, texts]) => [key, texts.map(({ text, uses }) => `${text} ${places(uses)}`)]),
    ),
  };
};

test('a text under two keys, and a key with two texts', () => {
  const documents = pages(
    [
      ['knuth', 'A'],
      ['taocp', 'A'],
    ],
    [
      ['knuth', 'B'],
      ['knuth', 'A'],
    ],
  );
  expect(joined(documents)).toEqual({
    byText: { A: '0:0 0:1 1:1', B: '1:0' },
    byKey: { knuth: ['A 0:0 1:1', 'B 1:0'], taocp: ['A 0:1'] },
  });
});

test('a reference without a key, or with an empty one, has its text alone', () => {
  expect(
    joined(
      pages([
        [undefined, 'A'],
        ['', 'A'],
      ]),
    ),
  ).toEqual({ byText: { A: '0:0 0:1' }, byKey: {} });
});

test('a number under which every page has another text', () => {
  const texts = Array.from({ length: 30 }, (_, page) => `Text ${page % 20}`);
  const { byKey } = joined(pages(...texts.map((text) => [['1', text] as const])));
  expect(byKey['1']).toEqual(
    Array.from({ length: 20 }, (_, page) => `Text ${page} ${page}:0${page < 10 ? ` ${page + 20}:0` : ''}`),
  );
});

test('keys that are named like properties of objects', () => {
  const { byKey } = joinReferences(pages([['__proto__', 'A']], [['constructor', 'A']]));
  expect([...byKey.keys()]).toEqual(['__proto__', 'constructor']);
});
