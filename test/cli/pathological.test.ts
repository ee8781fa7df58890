import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DialectName } from '../../src/model.ts';

const BIN = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));

/** What one page may cost, whatever it holds. */
const MOST_SECONDS = 2;
const MOST_MEGABYTES = 300;

/** A program that has to be killed has hung; no machine is so slow. */
const KILLED_AFTER = 30_000;

const SIZE = 500_000;
const repeat = (unit: string, size = SIZE): string => unit.repeat(Math.ceil(size / unit.length));
const numbered = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('');

/** Each pattern in the dialects whose readers do most about it. A citation and a note keep the page from being skipped. */
const PATTERNS: readonly (readonly [name: string, text: string, dialects: readonly DialectName[]])[] = [
  ['lists in lists', repeat('- ', 16_000) + 'a', ['pandoc', 'markdown']],
  ['lists in lists to the end', repeat('- ') + 'a', ['pandoc', 'myst']],
  ['emphasis that crosses', repeat('*a_ '), ['pandoc', 'rehype-citation']],
  ['stars round a letter', '*'.repeat(SIZE / 2) + 'a' + '*'.repeat(SIZE / 2), ['pandoc', 'rehype-citation']],
  ['links in links', '[a'.repeat(62_500) + '](b)'.repeat(62_500), ['pandoc', 'myst']],
  ['runs of backticks of all lengths', numbered(1000, (n) => `${'`'.repeat(n + 1)} `), ['pandoc', 'myst']],
  ['one run of backticks', 'a' + '`'.repeat(SIZE), ['pandoc', 'rmarkdown']],
  ['addresses in angles that never close', repeat('<a@b:'), ['quarto', 'manubot']],
  ['citations with a bracket that closes what nothing opened', repeat('](#[@a]', SIZE / 3), ['pandoc']],
  ['a paragraph of 10,000 lines', repeat('A line of a paragraph that goes on for a long time\n'), ['myst']],
  ['brackets in brackets', '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2), ['pandoc', 'rehype-citation']],
  ['character data that never ends', repeat('a <![CDATA['), ['pandoc', 'myst']],
  ['8,000 notes', numbered(8000, (n) => `x[^n${n}]\n\n[^n${n}]: note\n\n`), ['pandoc', 'hugo']],
  [
    'a directive for each of 8,000 findings',
    numbered(8000, () => '<!-- bibliolint-disable-next-line undefined-footnote -->\n[^none]\n'),
    ['pandoc'],
  ],
  ['one long line', repeat('a b '), ['rehype-citation']],
  ['quotations in quotations', '>'.repeat(SIZE), ['pandoc', 'markdown']],
  ['a paragraph of lines that begin with a bracket', repeat('[a](b)\n'), ['jekyll']],
  ['openings of links', repeat('[a]('), ['pandoc', 'sphinx']],
  ['16,000 definitions', numbered(16_000, (n) => `[d${n}]: /u\n`), ['pandoc', 'markdown']],
  ['uses of a note that is not there', repeat('[^a]'), ['hugo', 'pandoc']],
  ['a note that calls itself, over and over', repeat('[^1]: a[^1]\n'), ['myst', 'pandoc']],
  ['keys with semicolons', repeat('@a;'), ['pandoc', 'myst']],
  ['groups that never close', repeat('[@a; '), ['quarto', 'rehype-citation']],
  ['groups with an empty part', repeat('[@a;]'), ['pandoc', 'myst']],
  ['one group of 166,000 keys', `[${repeat('@a;')}]`, ['pandoc', 'myst']],
  ['one group without a semicolon', `[${repeat('@a ')}\n]`, ['pandoc', 'myst']],
  ['a paragraph for each citation', repeat('[@a]\n\n'), ['pandoc', 'myst']],
  ['roles that never close', repeat('{cite}`a'), ['myst', 'sphinx']],
  ['elements that never close', repeat('<d-cite key="'), ['distill']],
  ['tags that never close', repeat('{% cite '), ['jekyll']],
  ['tags', repeat('{% cite a %}'), ['jekyll']],
  ['shortcodes that never close', repeat('{{< cite ', SIZE / 2), ['hugo']],
  ['shortcodes', repeat('{{< cite "a" >}}'), ['hugo']],
  [
    '4,000 keys with one text',
    numbered(
      4000,
      (n) => `{{< cite "k${n}" "Knuth, D. E. (1997). *The Art of Computer Programming*. Dover." >}}\n`,
    ),
    ['hugo'],
  ],
];

const LEAD = '---\ntitle: A page\n---\n\nSee [@knuth1997] and the note [^1].\n\n[^1]: A note.\n\n';

/**
 * Run before the program: says at its end what it cost. Where Linux tells the most memory of the program itself that is
 * asked for: what a process reports of its own use counts that of the process which started it.
 */
const METER = `data:text/javascript,${encodeURIComponent(`
  import { existsSync, readFileSync, writeSync } from 'node:fs';
  const status = '/proc/self/status';
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const peak = existsSync(status) ? /^VmHWM:\\s*(\\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
    const megabytes = Number(peak ?? maxRSS) / 1024;
    writeSync(2, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes }));
  });
`)}`;

interface Run {
  readonly code: number | null;
  readonly seconds: number;
  readonly megabytes: number;
  readonly stderr: string;
}

/** Lints a site of one page; the costs are seconds of the processor and the most memory. */
function lint(text: string, dialect: DialectName): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'bibliolint-pathological-'));
  writeFileSync(join(folder, 'page.md'), text);
  return new Promise((resolve) => {
    const args = ['--import', METER, BIN, '--dialect', dialect, folder];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: KILLED_AFTER,
    });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    child.on('close', (code) => {
      rmSync(folder, { recursive: true });
      const written = /\{"seconds".*\}$/.exec(stderr)?.[0] ?? '';
      const { seconds = Infinity, megabytes = Infinity } = (
        written === '' ? {} : JSON.parse(written)
      ) as Partial<Run>;
      resolve({ code, seconds, megabytes, stderr: stderr.slice(0, stderr.length - written.length) });
    });
  });
}

/** A page without anything takes so long on a machine that has nothing else to do. */
const EMPTY_PAGE_SECONDS = 0.15;

/** A busy machine stretches even the seconds of its processor, those of every page alike. */
async function slowness(): Promise<number> {
  const { seconds } = await lint('', 'markdown');
  return Math.max(1, seconds / EMPTY_PAGE_SECONDS);
}

describe('a page that makes some Markdown tool hang is linted in two seconds and 300 MB', () => {
  const cases = PATTERNS.flatMap(([name, text, dialects]) =>
    dialects.map((dialect) => [name, dialect, text] as const),
  );
  test.each(cases)('%s (%s)', { timeout: 2 * KILLED_AFTER, retry: 1 }, async (_name, dialect, text) => {
    const { code, seconds, megabytes, stderr } = await lint(LEAD + text, dialect);
    expect([code, stderr]).toEqual([expect.toSatisfy((exit: number | null) => exit === 0 || exit === 1), '']);
    expect(seconds).toBeLessThan(MOST_SECONDS * (seconds < MOST_SECONDS ? 1 : await slowness()));
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  });
});
