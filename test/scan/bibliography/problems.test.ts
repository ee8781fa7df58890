import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';

const folder = fileURLToPath(new URL('../../../src/scan/bibliography/', import.meta.url));

test('every problem the readers report has a message in a rule about bibliographies', () => {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const reported = sources.flatMap((name) => {
    const text = readFileSync(folder + name, 'utf8');
    const calls = text.matchAll(/\breport\(\s*reader,\s*(?:\w+ \? '([\w-]+)' : )?'([\w-]+)'/g);
    return [...calls].flatMap(([, first, second]) => [first, second]);
  });
  const explained = new Set(rules.flatMap(({ messages }) => Object.keys(messages)));
  expect(reported.length).toBeGreaterThan(20);
  expect(reported.filter((id) => id !== undefined && !explained.has(id))).toEqual([]);
});
