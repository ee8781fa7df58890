import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { examplePath, exampleSites, reportOfExample } from '../support/example-report.ts';

test.each(exampleSites)('%s: the report is the expected one', async (name) => {
  expect(await reportOfExample(name)).toBe(readFileSync(`${examplePath(name)}/expected.txt`, 'utf8'));
});

test.each(exampleSites)('%s: has a README', (name) => {
  expect(readFileSync(`${examplePath(name)}/README.md`, 'utf8')).toMatch(/^# /);
});
