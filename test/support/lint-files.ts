import { expect } from 'vitest';
import { createConfig } from '../../src/config/config.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import type { Rule } from '../../src/model.ts';
import { type LintResult, lintProject, type SessionOptions } from '../../src/session.ts';

/** Runs one rule (or several) over a small project in memory: path to text. */
export async function lintFiles(
  files: Readonly<Record<string, string>>,
  rules: Rule | readonly Rule[],
  options: Record<string, unknown> = {},
  session: Partial<SessionOptions> = {},
): Promise<LintResult> {
  const list: readonly Rule[] = Array.isArray(rules) ? rules : [rules as Rule];
  const config = createConfig({ rules: Object.fromEntries(list.map(({ id }) => [id, options])) }, 'test');
  const only = new Set(list.map(({ id }) => id));
  const asked = { source: createMemorySource(files), rules: list, config, only, ...session };
  const result = await lintProject(asked);
  const [failure] = result.failures;
  if (failure !== undefined) throw failure.error;
  // The command line forgets what no rule asks for.
  expect((await lintProject({ ...asked, lean: true })).findings).toEqual(result.findings);
  return result;
}

/** Findings as short lines, `path:line:column messageId "text of the region"`, for readable expectations. */
export function summarizeFindings(
  { findings }: Pick<LintResult, 'findings'>,
  files: Readonly<Record<string, string>>,
): string[] {
  return findings.map(({ at, messageId }) => {
    const text = files[at.path] ?? '';
    const before = text.slice(0, at.region.start).split('\n');
    const place = `${at.path}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
    return `${place} ${messageId} ${JSON.stringify(text.slice(at.region.start, at.region.end))}`;
  });
}

/** What one rule (or several) finds in a small project, as short lines. */
export async function findingLines(
  files: Readonly<Record<string, string>>,
  rules: Rule | readonly Rule[],
  options: Record<string, unknown> = {},
  session: Partial<SessionOptions> = {},
): Promise<string[]> {
  return summarizeFindings(await lintFiles(files, rules, options, session), files);
}
