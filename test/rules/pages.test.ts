import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { root, ruleFiles } from '../../.ci/rule-files.ts';
import { rules } from '../../rules/index.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { lintFiles } from '../support/lint-files.ts';
import { examplesOf, reportOf } from '../support/rule-page.ts';

beforeAll(loadAllParsers);

test('the registry holds every rule of the folders', () => {
  expect(rules.map(({ id }) => id)).toEqual(ruleFiles().map(({ id }) => id));
});

describe.each(ruleFiles())('$group/$id', ({ group, id }) => {
  const rule = rules.find((other) => other.id === id)!;
  const pagePath = `${root}rules/${group}/${id}.md`;
  const page = existsSync(pagePath) ? readFileSync(pagePath, 'utf8') : '';
  const examples = examplesOf(page);

  test('has a test of its own', () => {
    expect(existsSync(`${root}test/rules/${group}/${id}.test.ts`)).toBe(true);
  });

  test('has a page with incorrect and correct examples', () => {
    expect(page.split('\n')[0]).toBe(`# ${id}`);
    expect(page).toContain(rule.description);
    expect(examples.some(({ kind }) => kind === 'incorrect')).toBe(true);
    expect(examples.some(({ kind }) => kind === 'correct')).toBe(true);
  });

  test.each(examples.filter(({ kind }) => kind === 'incorrect'))('incorrect example $#', async (example) => {
    const { findings } = await lintFiles(example.files, rule, example.options);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual([id]);
    expect(example.output?.trimEnd()).toBe((await reportOf(example, rule)).trimEnd());
  });

  test.each(examples.filter(({ kind }) => kind === 'correct'))('correct example $#', async (example) => {
    const { findings } = await lintFiles(example.files, rule, example.options);
    expect(findings).toEqual([]);
  });
});
