import { beforeAll, describe, expect, it } from 'vitest';
import type { ReferenceReading } from '../../src/model.ts';
import { readReference } from '../../src/scan/reference/read-reference.ts';
import { type Aspect, agrees } from '../support/compare-reading.ts';
import { type Damage, damageLine, touches } from '../support/damage-reference.ts';
import { type RenderedReference, renderReferences } from '../support/render-references.ts';

const rendered: (RenderedReference & { readonly reading: ReferenceReading })[] = [];

beforeAll(() => {
  for (const reference of renderReferences())
    rendered.push({ ...reference, reading: readReference(reference.line) });
});

interface Count {
  right: number;
  all: number;
}

const counts = new Map<string, Count>();

function count(name: string, right: boolean): void {
  const found = counts.get(name) ?? { right: 0, all: 0 };
  counts.set(name, { right: found.right + (right ? 1 : 0), all: found.all + 1 });
}

/** Prints a count and returns its share. */
function share(name: string): number {
  const { right, all } = counts.get(name) ?? { right: 0, all: 0 };
  console.log(`${name}: ${right}/${all} (${((100 * right) / all).toFixed(1)} %)`);
  return right / all;
}

/** Kinds of works by CSL's types, as far as the set has them. */
const KINDS: Readonly<Record<string, string>> = {
  book: 'book',
  'article-journal': 'article',
  'paper-conference': 'paper',
  chapter: 'chapter',
  thesis: 'thesis',
  report: 'report',
  webpage: 'web',
  article: 'preprint',
};

describe('works printed by citeproc in ten styles', () => {
  it('are at least five hundred', () => {
    expect(new Set(rendered.map(({ item }) => item.id)).size).toBeGreaterThanOrEqual(500);
    expect(new Set(rendered.map(({ style }) => style)).size).toBe(10);
  });

  it.each([
    ['authors', 0.98],
    ['year', 0.98],
    ['title', 0.98],
    ['container', 0.95],
    ['pages', 0.95],
  ] as const)('are read back: %s', (aspect: Aspect, least: number) => {
    for (const { reading, item, line } of rendered) {
      const right = agrees(reading, item, line, aspect);
      if (right !== undefined) count(aspect, right);
    }
    expect(share(aspect)).toBeGreaterThanOrEqual(least);
  });

  it('are told apart by style', () => {
    for (const { reading, style } of rendered) count('style', reading.style === style);
    expect(share('style')).toBeGreaterThanOrEqual(0.95);
  });

  it('are told apart by kind', () => {
    for (const { reading, item } of rendered) count('kind', reading.kind === KINDS[item.type]);
    expect(share('kind')).toBeGreaterThanOrEqual(0.98);
  });

  it('have no problem', () => {
    for (const { reading } of rendered) count('clean', reading.problems.length === 0);
    expect(share('clean')).toBeGreaterThanOrEqual(0.995);
  });

  it('have one where they are damaged', () => {
    const damages = new Set<Damage>();
    for (const { line, reading } of rendered) {
      for (const { damage, line: damaged, at } of damageLine(line, reading)) {
        damages.add(damage);
        const problems = readReference(damaged).problems;
        count(
          `damaged ${damage}`,
          problems.some((problem) => touches(problem.region, at, damaged)),
        );
      }
    }
    expect([...damages].sort()).toEqual(['author', 'bracket', 'emphasis', 'title', 'year']);
    for (const damage of damages) expect(share(`damaged ${damage}`), damage).toBeGreaterThanOrEqual(0.95);
  });
});
