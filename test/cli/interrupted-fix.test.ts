import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/run-in-folder.ts';

const BIN = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));

const closed = '{{< cite "knuth1997" "Knuth, D. E. (1997). *Sorting*. Addison-Wesley." >}}';
const page = (cite: string) =>
  `---\ntitle: Sorting\ndate: 2024-05-01\n---\na${cite} b\n\n${'Sorting and searching, and sorting again.\n'.repeat(300)}`;
const [OLD, NEW] = [page(closed.slice(0, -1)), page(closed)];
const names = Array.from({ length: 60 }, (_, index) => `content/p${index}.md`);
const site = { 'hugo.toml': 'title = "Notes"\n', ...Object.fromEntries(names.map((name) => [name, OLD])) };

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs the built program; with `killAfter`, until then at the most. */
function run(args: readonly string[], cwd: string, killAfter?: number): Promise<Run> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, [BIN, ...args], { cwd });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    const printed = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].on('data', (data: Buffer) => {
        printed[stream] += data.toString();
      });
    }
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...printed, milliseconds: performance.now() - started });
    });
  });
}

describe.skipIf(!existsSync(BIN))('the built program', () => {
  /** Kills a run in a folder of its own at every moment; returns how many files each run had written by then. */
  async function killAgain(moments: readonly number[]): Promise<number[]> {
    const root = makeFolder(site);
    const whole = await run(['--fix'], root);
    expect(whole.stderr).toBe('bibliolint: 60 fixes were made in 60 files.\n');
    const counts: number[] = [];
    for (const moment of moments) {
      for (const name of names) writeFileSync(join(root, name), OLD);
      await run(['--fix'], root, whole.milliseconds * moment);
      const texts = names.map((name) => readFileSync(join(root, name), 'utf8'));
      expect(texts.filter((text) => text !== OLD && text !== NEW)).toEqual([]);
      counts.push(texts.filter((text) => text === NEW).length);
    }
    await run(['--fix'], root);
    for (const name of names) expect(readFileSync(join(root, name), 'utf8')).toBe(NEW);
    const beside = readdirSync(join(root, 'content')).filter((name) => !/^p\d+\.md$/.test(name));
    expect(beside.filter((name) => !/^\.bibliolint-[0-9a-f]{12}\.tmp$/.test(name))).toEqual([]);
    return counts;
  }

  test('killed at fifty moments leaves every file old or new', { timeout: 300_000 }, async () => {
    // The later part of a run, in which it writes; two at a time.
    const moments = Array.from({ length: 50 }, (_, index) => 0.4 + (0.7 * index) / 50);
    const lanes = [0, 1].map((lane) => killAgain(moments.filter((_, index) => index % 2 === lane)));
    const counts = (await Promise.all(lanes)).flat();
    // Else no kill fell into the writing.
    expect(counts.filter((count) => count > 0 && count < names.length).length).toBeGreaterThan(0);
  });

  test('four at once agree', { timeout: 60_000 }, async () => {
    const root = makeFolder(site);
    const runs = await Promise.all([1, 2, 3, 4].map(() => run(['--fix', '-f', 'json'], root)));
    for (const { code, stdout, stderr } of runs) {
      expect({ code, stdout }).toEqual({ code: 0, stdout: runs[0]?.stdout });
      expect(stderr).not.toContain('was not fixed');
    }
    for (const name of names) expect(readFileSync(join(root, name), 'utf8')).toBe(NEW);
    expect(readdirSync(join(root, 'content'))).toHaveLength(names.length);
  });
});
