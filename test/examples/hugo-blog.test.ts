import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lint } from '../../src/index.ts';
import { examplePath } from '../support/example-report.ts';
import { hasTool } from '../support/tools.ts';

/** One edit for each defect of the example. */
const MENDED: readonly (readonly [file: string, from: string, to: string])[] = [
  ['boundary-tags.md', '(1998). *The Art', '(1997). *The Art'],
  ['clocks.md', '277–288." >}.', '277–288." >}}.'],
  ['first-program.md', 'lastmod: 2023', 'lastmod: 2024'],
  ['first-program.md', 'never built.[^g] The', 'never built. The'],
  ['goto.md', '“dijkstra1968”', '"dijkstra1968"'],
  ['information.md', '---\ndate', '---\ntitle: "Choices"\ndate'],
  ['late-projects.md', 'Brooks, F. P. *The', 'Brooks, F. P. (1975). *The'],
  [
    'late-projects.md',
    '{{< aside >}}The essay on the surgical team is the one that aged best.',
    '{{< aside >}}The essay on the surgical team is the one that aged best.{{< /aside >}}',
  ],
  ['relations.md', '*Communications of the ACM, *13*(6)', '*Communications of the ACM*, *13*(6)'],
  ['relations.md', '{{< cite "" "Date', '{{< cite "date2003" "Date'],
  ['trust.md', '{{< citation "ritchie1974"', '{{< cite "ritchie1974"'],
  ['unix.md', "O'Reilly", 'Prentice Hall'],
];

const site = mkdtempSync(join(tmpdir(), 'bibliolint-example-'));
afterAll(() => rmSync(site, { recursive: true, force: true }));
cpSync(examplePath('hugo-blog'), site, { recursive: true });
for (const [file, from, to] of MENDED) {
  const path = join(site, 'content/posts', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

test('mended, it has no findings', async () => {
  const { findings } = await lint(site);
  expect(findings).toEqual([]);
});

const hasHugo = hasTool('hugo', 'the mended example is not built', ['version']);

test.skipIf(!hasHugo)('mended, Hugo builds it', () => {
  const output = execFileSync('hugo', ['--quiet', '--destination', join(site, 'public')], {
    cwd: site,
    encoding: 'utf8',
  });
  expect(output).not.toContain('ERROR');
  expect(readFileSync(join(site, 'public/posts/relations/index.html'), 'utf8')).toContain('date2003');
});

test.skipIf(!hasHugo)('as it is, Hugo stops', () => {
  const { status } = spawnSync('hugo', ['--quiet', '--renderToMemory'], { cwd: examplePath('hugo-blog') });
  expect(status).not.toBe(0);
});
