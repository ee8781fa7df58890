import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/run-in-folder.ts';

const BIN = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));

/** Lints a page with a plugin in a process of its own. */
function lintWith(plugin: string) {
  const root = makeFolder({
    'page.md': 'Text.\n',
    'house.mjs': plugin,
    'bibliolint.config.json': '{"plugins": ["./house.mjs"]}',
  });
  const args = [BIN, '--allow-code-config'];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 20_000 });
}

test.each([
  ['waits for what never comes', 'await new Promise(() => undefined);'],
  ['ends the process', 'process.exit(0);'],
])('a plugin that %s is no clean end', (_name, plugin) => {
  const { status, stdout, stderr } = lintWith(plugin);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^bibliolint: the work was not finished: .*\n$/);
});

test('what a plugin throws when everything is said ends the run with 2, not as findings do', () => {
  const { status, stdout, stderr } = lintWith(
    "setTimeout(() => { throw new Error('late'); }, 200); export default { rules: [] };",
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: 'No findings in 1 file checked.\n' });
  expect(stderr).toContain('Error: late');
});
