import { expect, test } from 'vitest';
import { readReference } from '../../src/scan/reference/read-reference.ts';
import { compareWorks, isSameWork } from '../../src/work/compare.ts';
import { renderReferences } from '../support/render-references.ts';

test('a work is itself in every style, and no other', { timeout: 300_000 }, () => {
  const wanted = new Set(['apa', 'chicago-author-date', 'ieee']);
  const works = new Map<string, ReturnType<typeof readReference>[]>();
  for (const { style, item, line } of renderReferences()) {
    if (!wanted.has(style)) continue;
    const readings = works.get(item.id);
    if (readings === undefined) works.set(item.id, [readReference(line)]);
    else readings.push(readReference(line));
  }
  const lists = [...works.values()];
  const pairs = lists.flatMap(([a, b, c]) => [[a!, b!] as const, [b!, c!] as const]);
  const agreeing = pairs.filter(([a, b]) => compareWorks(a, b).verdict === 'same').length;
  console.log(`styles: ${agreeing}/${pairs.length} pairs of one work agree`);
  expect(agreeing / pairs.length).toBeGreaterThan(0.97);

  const neighbours = lists.flatMap(([a], at) => lists.slice(at + 1, at + 40).map(([b]) => [a!, b!] as const));
  const told = neighbours.filter(([a, b]) => compareWorks(a, b).verdict === 'different').length;
  console.log(`styles: ${told}/${neighbours.length} pairs of two works told apart`);
  expect(told / neighbours.length).toBeGreaterThan(0.99);
  expect(neighbours.filter(([a, b]) => isSameWork(a, b))).toEqual([]);
});
