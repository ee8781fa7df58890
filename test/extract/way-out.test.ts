import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examplePath } from '../support/example-report.ts';
import { readFolder } from '../support/read-folder.ts';
import { makeFolder, runInFolder } from '../support/run-in-folder.ts';
import { hasTool } from '../support/tools.ts';

/** The example with the template that its README gives. */
const files = readFolder(examplePath('hugo-blog'));
const template = /```html\n(.*?)```/s.exec(files['README.md'] ?? '')?.[1] ?? '';
const site = { ...files, 'layouts/shortcodes/cite.html': template };
/** Pages without a defect that stops Hugo. */
const buildable = Object.fromEntries(
  Object.entries(site).filter(
    ([path]) => !/posts\/(?:clocks|goto|late-projects|relations|trust)\.md$/.test(path),
  ),
);

/** Findings as `path rule`, and how many there are of each. */
async function findings(folder: string): Promise<Map<string, number>> {
  const { stdout } = await runInFolder(folder, ['--format', 'json']);
  const counts = new Map<string, number>();
  for (const { path, ruleId } of JSON.parse(stdout).findings) {
    const name = `${path} ${ruleId}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

test('with the template that needs every text nothing is touched', async () => {
  const folder = makeFolder(files);
  const { code, stderr } = await runInFolder(folder, ['extract', '--rewrite']);
  expect(code).toBe(1);
  expect(stderr).toContain(
    'layouts/shortcodes/cite.html stops the build without one. The template must change first',
  );
  expect(readFolder(folder)).toEqual(files);
});

test('with the template of the README: what said the same is cited, what contradicts stays, nothing new is found', async () => {
  const folder = makeFolder(site);
  const before = await findings(folder);
  const { code } = await runInFolder(folder, ['extract', '--rewrite', '--to', 'csl-json']);
  expect(code).toBe(1);
  const after = await findings(folder);
  const news = [...after].filter(([name, count]) => count > (before.get(name) ?? 0));
  expect(news).toEqual([]);
  expect(before.has('content/posts/late-projects.md malformed-reference')).toBe(true);
  expect(after.has('content/posts/late-projects.md malformed-reference')).toBe(false);
  const pages = readFolder(`${folder}/content`);
  expect(pages['posts/allocation.md']).toContain('{{< cite "knuth1997art" >}}');
  expect(pages['posts/boundary-tags.md']).toContain('{{< cite "knuth1997art" "Knuth, D. E. (1998).');
});

test.skipIf(!hasTool('hugo', 'the site is not built after its references became citations', ['version']))(
  'the site builds, and prints every work it printed',
  async () => {
    const folder = makeFolder(buildable);
    const build = () => {
      const { status, stderr } = spawnSync('hugo', ['--quiet'], { cwd: folder, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const page = readFileSync(join(folder, 'public/posts/allocation/index.html'), 'utf8');
      return [...page.matchAll(/<li id="ref-([^"]+)">(.*?)<\/li>/g)].map(([, key, text]) => [key, text]);
    };
    const before = build();
    await runInFolder(folder, ['extract', '--rewrite', '--to', 'csl-json']);
    const after = build();
    expect(after.map(([key]) => key)).toEqual(before.map(([key]) => key));
    expect(after).toContainEqual([
      'drepper2007memory',
      'Drepper, U. (2007). <em>What Every Programmer Should Know About Memory</em>. Red Hat, Inc.',
    ]);
  },
);
