import { describe, expect, test } from 'vitest';
import duplicateKey from '../../../rules/bibliography/duplicate-key.ts';
import undefinedFootnote from '../../../rules/footnotes/undefined-footnote.ts';
import tooComplex from '../../../rules/linter/too-complex.ts';
import type { LintResult } from '../../../src/session.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

test('a block that is nested beyond reason', async () => {
  const files = {
    'hugo.toml': 'title = "Notes"\n',
    'content/a.md': `---\ntitle: A\n---\n${'> '.repeat(300)}x[^1]\n`,
  };
  const found = await findingLines(files, tooComplex);
  expect(found.length).toBeLessThanOrEqual(1);
});

test('an ordinary page', async () => {
  const files = {
    'hugo.toml': 'title = "Notes"\n',
    'content/a.md': '---\ntitle: A\n---\n> > x[^1]\n\n[^1]: y\n',
  };
  expect((await lintFiles(files, tooComplex)).findings).toEqual([]);
});

describe('more findings of one rule than anyone reads', () => {
  const files = { 'a.md': 'x [^a]\n'.repeat(10_002) };
  const idsOf = ({ findings }: LintResult) => findings.map(({ ruleId }) => ruleId);

  test('of a page the rest are left out, and that is said where they begin', async () => {
    const { findings } = await lintFiles(files, [undefinedFootnote, tooComplex]);
    expect(findings).toHaveLength(10_001);
    expect(findings.at(-1)).toMatchObject({
      ruleId: 'too-complex',
      level: 'warning',
      message: expect.stringContaining('`undefined-footnote` has more than 10000 findings on this page'),
      at: { region: { start: 10_000 * 7 + 2 } },
    });
  });

  test('nothing is left out in silence: with this rule off, all are told', async () => {
    const found = idsOf(await lintFiles(files, undefinedFootnote));
    expect(found).toHaveLength(10_002);
  });

  test('a bibliography has no bound', async () => {
    const bibliography = { 'a.bib': '@book{knuth1997}\n'.repeat(10_003) };
    const found = idsOf(await lintFiles(bibliography, [duplicateKey, tooComplex]));
    expect(new Set(found)).toEqual(new Set(['duplicate-key']));
    expect(found.length).toBeGreaterThan(10_001);
  });
});
