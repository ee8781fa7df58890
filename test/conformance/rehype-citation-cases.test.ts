import { beforeAll, describe, expect, test } from 'vitest';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { readText } from '../support/read-markdown.ts';
import { readCases } from '../support/shared.ts';

interface Row {
  readonly id: string;
  readonly input: string;
  readonly html: string;
}

const rows = readCases<Row>('rehype-citation-cases');
const KNOWN = new Set(['knuth97', 'doe99']);

/** What rehype-citation renders: all of a citation is known, and so is all before it in its text node. */
function rendered(input: string): string[] {
  let isLooking = true;
  return readText(input, 'rehype-citation').citations.flatMap(({ cites, chained }) => {
    isLooking = (isLooking || chained === undefined) && cites.every(({ key }) => KNOWN.has(key));
    return isLooking ? [cites.map(({ key }) => key).join('--')] : [];
  });
}

beforeAll(loadAllParsers);

describe.skipIf(rows.length === 0)('rehype-citation-cases', () => {
  test('what is rendered is what the engine rendered', () => {
    const wrong = rows.filter(({ input, html }) => {
      const expected = [...html.matchAll(/⟦citation--(.*?)--\d+⟧/g)].map((found) => found[1]);
      return JSON.stringify(rendered(input)) !== JSON.stringify(expected);
    });
    console.log(`rehype-citation-cases: ${rows.length - wrong.length}/${rows.length}`);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('a citation in a heading, in emphasis or in a link is said to be lost', () => {
    const places = (input: string): unknown[] =>
      readText(input, 'rehype-citation').problems.map(({ messageId, data }) => [messageId, data?.['where']]);
    expect(places('# T [@knuth97]')).toEqual([['citation-not-rendered', 'heading']]);
    expect(places('*[@knuth97]*')).toEqual([['citation-not-rendered', 'emphasis']]);
    expect(places('**see [@knuth97]**')).toEqual([['citation-not-rendered', 'emphasis']]);
    expect(places('[a [@knuth97] b](http://x)')).toEqual([['citation-not-rendered', 'link']]);
  });
});
