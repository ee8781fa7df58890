import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What Debian calls the package of a program, where it is another word; `''` for what every machine has. */
const PACKAGES: Readonly<Record<string, string>> = {
  bash: '',
  git: '',
  sh: '',
  // From npm, and in the script by its name there.
  vsce: '',
  bibtex: 'texlive-binaries',
  xmllint: 'libxml2-utils',
  nvim: 'neovim',
  emacs: 'emacs-nox',
  ruby: 'ruby-liquid',
};

const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts') && !path.endsWith('tools.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, 'test', path), 'utf8') }));

test('no test skips itself without asking whether it may', () => {
  expect(tests.filter(({ text }) => /warn\(.*SKIPPED/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('CI installs every program that a test asks for', () => {
  const script = readFileSync(join(root, '.ci/run'), 'utf8');
  const installed = /^packages=\((.*)\)$/m.exec(script)?.[1]?.split(' ') ?? [];
  const asked = tests.flatMap(({ text }) =>
    [...text.matchAll(/hasTool\('([\w-]+)'/g)].map(([, command = '']) => PACKAGES[command] ?? command),
  );
  expect(asked).toContain('libxml2-utils');
  expect(script).toContain('@vscode/vsce');
  for (const name of asked.filter((word) => word !== '')) expect(installed).toContain(name);
});
