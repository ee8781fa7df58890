import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';

const scan = fileURLToPath(new URL('../../src/scan/', import.meta.url));

/** Ids of syntax problems as the lexers write them; ids made by a call are listed where they are made. */
const emitted = new Set(
  readdirSync(scan, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('reference'))
    .flatMap((name) => [...readFileSync(scan + name, 'utf8').matchAll(/messageId: '([\w-]+)'/g)])
    .map((match) => match[1] ?? ''),
);

test('every syntax problem a lexer can find is explained by a rule', () => {
  const explained = new Set(rules.flatMap(({ messages }) => Object.keys(messages)));
  expect([...emitted].filter((id) => !explained.has(id)).sort()).toEqual([]);
});

test('rule ids are unique', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
