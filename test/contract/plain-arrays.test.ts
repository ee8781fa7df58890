import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';

const { plainSources } = (await import(new URL('../../.ci/plain-arrays.mjs', import.meta.url).href)) as {
  plainSources(root: string, folders: readonly string[]): ReadonlyMap<string, string>;
};

const root = mkdtempSync(`${tmpdir()}/bibliolint-plain-`);
afterAll(() => rmSync(root, { recursive: true }));

/** Functions without parameters; each says what it saw. */
const CASES: Readonly<Record<string, string>> = {
  'each item in turn': `const seen: number[] = []; for (const item of [3, 1, 2]) seen.push(item); return seen;`,
  'a list that grows while it is walked': `const list = [1]; for (const item of list) if (item < 4) list.push(item + 1); return list;`,
  'a list that shrinks while it is walked': `const list = [1, 2, 3]; const seen: number[] = []; for (const item of list) { seen.push(item); list.pop(); } return seen;`,
  'going on and leaving off, in a loop with a name': `const seen: string[] = [];
    outer: for (const a of [1, 2, 3]) for (const b of [1, 2, 3]) { if (b > a) continue outer; if (a === 3) break outer; seen.push(a + '/' + b); } return seen;`,
  'functions that keep their item': `const made: (() => number)[] = []; for (const item of [1, 2]) made.push(() => item); return made.map((one) => one());`,
  'an item that is written anew': `let sum = 0; for (let item of [1, 2]) { item *= 10; sum += item; } return sum;`,
  'an item with the name of a variable outside': `const list = [1]; const item = 5; let seen = 0; for (const item of list) { const list = item; seen += list; } return [seen, item];`,
  'a name that is declared again inside': `const seen: unknown[] = []; for (const item of [1]) { const item = 'own'; seen.push(item); } return seen;`,
  'a body without braces': `let last = 0; for (const item of [1, 2]) if (item > 1) last = item; else last = -item; return last;`,
  'parts of objects': `const seen: unknown[] = []; for (const { a, b = 2 } of [{ a: 1 }, { a: 3, b: 4 }] as { a: number; b?: number }[]) seen.push(a, b); return seen;`,
  'pairs of a list': `const seen: unknown[] = []; for (const [key, value = 0, ...rest] of [['a', 1, 2, 3], ['b']] as [string, number?, ...number[]][]) seen.push(key, value, rest); return seen;`,
  'entries of a map, and a set': `const seen: unknown[] = []; for (const [key, value] of new Map([['a', 1]])) seen.push(key, value); for (const item of new Set([1, 1])) seen.push(item); return seen;`,
  'entries of a list': `const seen: unknown[] = []; for (const [place, item] of ['a', 'b'].entries()) seen.push(place, item); for (const [place] of [7].entries()) seen.push(place); for (const [, item] of [7].entries()) seen.push(item); return seen;`,
  'letters of a text': `const seen: string[] = []; for (const letter of 'a\u{1d538}') seen.push(letter); const [first] = '\u{1d538}b'; return [seen, first];`,
  'a list with holes': `const seen: unknown[] = []; for (const item of [1, , 2]) seen.push(item); const [a, b = 'none'] = [1, , 2] as (number | string)[]; return [seen, a, b];`,
  'a list that is made once': `let made = 0; const make = (): number[] => { made += 1; return [1, 2]; }; let sum = 0; for (const item of make()) sum += item; const [a, b] = make(); return [made, sum, a, b];`,
  'what an expression matched': `const [, year = 'none', letter = 'none'] = /(\\d+)([a-z])?/.exec('in 1984') ?? []; return [year, letter];`,
  'lists in lists': `const [[a], { b: [c] }] = [[1], { b: [2] }] as [number[], { b: number[] }]; return [a, c];`,
  parameters: `const pairs: [string, number][] = [['a', 1], ['b', 2]];
    function sum(this: unknown, [, value]: [string, number], start = 0): number { return value + start; }
    return [pairs.map(([key, value]) => key + value), pairs.map(([key]) => ({ key })), sum(pairs[1]!, 5), pairs.reduce((all, [, value], place) => all + value * place, 0)];`,
  'a default that is made only where it is asked for': `let made = 0; const make = () => { made += 1; return 'made'; }; const [a = make(), b = make()] = ['a'] as string[]; return [a, b, made];`,
  'what is handed on by a generator': `function* two(): Iterable<[number, string]> { for (const item of [1, 2]) yield [item, 'x']; } return [...two()].map(([item, text]) => item + text);`,
};

const names = Object.keys(CASES);
const source = `export const cases = [\n${names.map((name) => `() => { ${CASES[name]} },`).join('\n')}\n];\n`;

const run = (text: string): string[] => {
  const module = { exports: {} as { cases: (() => unknown)[] } };
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS },
  });
  runInNewContext(outputText, { module, exports: module.exports });
  return module.exports.cases.map((one) => JSON.stringify(one()));
};

mkdirSync(`${root}/src`);
writeFileSync(`${root}/src/cases.ts`, source);
writeFileSync(`${root}/src/other.ts`, `export const same = (text: string): string => [...text].join('-');\n`);
const settings = { compilerOptions: { target: 'es2023', lib: ['es2023'], strict: true, types: [] } };
writeFileSync(`${root}/tsconfig.json`, JSON.stringify(settings));
const rewritten = plainSources(root, ['src']);
const plain = rewritten.get(`${root}/src/cases.ts`) ?? '';
const [expected, found] = [run(source), run(plain)];

test.each(names)('plain loops do the same: %s', (name) => {
  const place = names.indexOf(name);
  expect(found[place]).toBe(expected[place]);
});

test('loops over arrays are counted, and patterns for arrays are gone; those over other things stay', () => {
  expect([...plain.matchAll(/\bfor \(const .* of (.*)\)(?: \{)?$/gm)].map(([, over]) => over)).toEqual([
    `new Map([['a', 1]])`,
    'new Set([1, 1])',
    `'a\u{1d538}'`,
  ]);
  expect([...plain.matchAll(/\b(?:const|let) \[/g)]).toHaveLength(1);
});

test('a source without arrays is left alone', () => {
  expect([...rewritten.keys()]).toEqual([`${root}/src/cases.ts`]);
});
