import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root, ruleFiles } from '../../.ci/rule-files.ts';
import { rules } from '../../rules/index.ts';
import { createConfig } from '../../src/config/config.ts';
import { unifiedDiff } from '../../src/fix/unified-diff.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import { createNodeSource } from '../../src/host/node.ts';
import type { Edit, FixSafety } from '../../src/model.ts';
import type { FileSource } from '../../src/project/file-source.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import type { SessionOptions } from '../../src/session.ts';
import { applyEdits } from '../../src/text/edits.ts';
import { fixSource } from '../support/fix-files.ts';
import { examplesOf } from '../support/rule-page.ts';
import { addFiles, makeFolder } from '../support/run-in-folder.ts';
import { hasShared, shared } from '../support/shared.ts';
import { hasTool } from '../support/tools.ts';

beforeAll(loadAllParsers);

const hasGit = hasTool('git', 'no patch is applied');

/** Every rule there is, those of the other presets too. */
const everything = { rules, config: createConfig({ preset: 'all', preview: true }, 'test') };

type Settings = Omit<SessionOptions, 'source'>;

/** The same files, listed the other way round. */
function reversed(source: FileSource): FileSource {
  return { entries: (folder) => [...source.entries(folder)].reverse(), read: source.read };
}

/** A source in which these texts stand instead. */
function withTexts(source: FileSource, texts: ReadonlyMap<string, string>): FileSource {
  return {
    entries: source.entries,
    read: (path) => (texts.has(path) ? { text: texts.get(path)! } : source.read(path)),
  };
}

/** What `--fix` and `--unsafe-fixes` promise of any project. Returns what was changed: the text before and after. */
async function holdPromises(
  source: FileSource,
  allowed: readonly FixSafety[],
  session: Settings = everything,
): Promise<Map<string, readonly [string, string]>> {
  const { texts, takenBack, made, first, look, looks } = await fixSource(source, { allowed, session });
  expect([...takenBack]).toEqual([]);
  const changes = new Map([...texts].map(([path, text]) => [path, [first.text(path), text] as const]));

  const again = await fixSource(withTexts(source, texts), { allowed, session });
  expect([...again.texts.keys()]).toEqual([]);
  expect(again.first.findings).toEqual(look.findings);

  const backwards = await fixSource(reversed(source), { allowed, session });
  expect(backwards.texts).toEqual(texts);

  const edits = made.flatMap(({ fix }) => fix.edits);
  for (const [path, [before, after]] of changes) {
    const own = unique(edits.filter((edit) => edit.path === path));
    expect(after.length - before.length).toBe(growth(own));
    // Where one pass was enough the edits are about the text before, and nothing else may have changed.
    if (looks === 2) expect(applyEdits(before, own)).toBe(after);
  }
  return changes;
}

/** An edit that two fixes ask for is made once. */
function unique(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

/** By how much edits lengthen a text. */
function growth(edits: readonly Edit[]): number {
  return edits.reduce((sum, { region, text }) => sum + text.length - (region.end - region.start), 0);
}

/** `git apply` takes the patch, and gives the same bytes. */
function holdPatch(changes: ReadonlyMap<string, readonly [string, string]>): void {
  if (!hasGit || changes.size === 0) return;
  const folder = makeFolder();
  execFileSync('git', ['init', '-q'], { cwd: folder });
  addFiles(folder, Object.fromEntries([...changes].map(([path, [before]]) => [path, before])));
  const patch = [...changes].map(([path, [before, after]]) => unifiedDiff(path, before, after)).join('');
  execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn', '-'], {
    cwd: folder,
    input: patch,
  });
  for (const [path, [, after]] of changes) expect(readFileSync(join(folder, path), 'utf8')).toBe(after);
}

const SAFETIES: readonly (readonly FixSafety[])[] = [['safe'], ['safe', 'unsafe']];

const sites = hasShared ? readdirSync(shared('corpus/sites')) : [];

describe.each(SAFETIES)('fixes: %s', (...allowed) => {
  test.each(sites)('%s', { timeout: 120_000 }, async (name) => {
    holdPatch(await holdPromises(createNodeSource(shared(`corpus/sites/${name}`)), allowed));
  });

  test.skipIf(!hasShared)('every bibliography of the corpus', { timeout: 240_000 }, async () => {
    const changes = new Map<string, readonly [string, string]>();
    for (const folder of readdirSync(shared('corpus/bib'))) {
      const source = createNodeSource(shared(`corpus/bib/${folder}`));
      for (const { name } of source.entries('').filter((entry) => entry.name.endsWith('.bib'))) {
        const alone = {
          entries: () => [{ name, kind: 'file', link: false } as const],
          read: source.read,
        };
        for (const [path, change] of await holdPromises(alone, allowed))
          changes.set(`${folder}/${path}`, change);
      }
    }
    expect(changes.size).toBeGreaterThan(10);
    holdPatch(changes);
  });

  test('every example of the pages of the rules', { timeout: 240_000 }, async () => {
    let count = 0;
    for (const { group, id } of ruleFiles()) {
      const page = `${root}rules/${group}/${id}.md`;
      const examples = existsSync(page) ? examplesOf(readFileSync(page, 'utf8')) : [];
      for (const { files } of examples) {
        const changes = await holdPromises(createMemorySource(files), allowed);
        count += changes.size;
        holdPatch(changes);
      }
    }
    expect(count).toBeGreaterThan(15);
  });
});
