import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withReports } from '../../.ci/readme-reports.ts';
import { reporters } from '../../src/report/reporters.ts';
import { examplePath, exampleSites, reportOfExample } from '../support/example-report.ts';

test.each(exampleSites)('%s: the report is the expected one', async (name) => {
  expect(await reportOfExample(name)).toBe(readFileSync(`${examplePath(name)}/expected.txt`, 'utf8'));
});

test.each(exampleSites)('%s: has a README', (name) => {
  expect(readFileSync(`${examplePath(name)}/README.md`, 'utf8')).toMatch(/^# /);
});

test('the reports in README.md are real ones', async () => {
  const readme = readFileSync(`${examplePath('..')}/README.md`, 'utf8');
  expect(readme.match(/<!-- report: /g)?.length).toBeGreaterThan(1);
  expect(await withReports(readme)).toBe(readme);
});

test('README.md names every format', () => {
  const readme = readFileSync(`${examplePath('..')}/README.md`, 'utf8');
  const [table = ''] = /\| format \|[\s\S]*?\n\n/.exec(readme) ?? [];
  const named = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(named.sort()).toEqual(Object.keys(reporters).sort());
});
