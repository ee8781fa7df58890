import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What each part may import besides itself and what lies below it. The order is the road of the data, so an import
 * against it is a design mistake, not a style matter.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  errors: [],
  version: [],
  text: ['model'],
  work: ['model', 'text'],
  scan: ['model', 'text', 'work'],
  project: ['model', 'text', 'work', 'scan'],
  // Facts as bytes: it keeps what the project remembers.
  cache: ['model', 'text', 'scan', 'project'],
  lint: ['model', 'text', 'work', 'scan', 'project'],
  // TOML is read with the walk of the front matter.
  config: ['model', 'text', 'scan', 'project', 'lint', 'errors'],
  fix: ['model', 'text', 'work', 'scan', 'project', 'lint'],
  report: ['model', 'text', 'work', 'scan', 'project', 'lint'],
  // Bibliographies out of inline references: works and edits, no findings.
  extract: ['model', 'text', 'work', 'scan'],
  session: ['model', 'text', 'work', 'scan', 'project', 'lint', 'config', 'fix', 'report', 'host', 'errors'],
  // The machine implements what the project asks for, so it knows that interface and nothing else of what is read.
  host: ['text', 'project', 'errors'],
  cli: [
    'model',
    'cache',
    'text',
    'extract',
    'project',
    'lint',
    'config',
    'fix',
    'report',
    'session',
    'host',
    'errors',
    'version',
    'lsp',
    'rules',
  ],
  lsp: [
    'model',
    'text',
    'work',
    'project',
    'lint',
    'config',
    'fix',
    'session',
    'host',
    'errors',
    'version',
    'rules',
  ],
  'rule-tester': ['model', 'text', 'config', 'fix', 'session', 'host'],
  index: [
    'model',
    'errors',
    'text',
    'lint',
    'config',
    'report',
    'session',
    'host',
    'rules',
    'version',
    'project',
  ],
  bin: ['program', 'host', 'version'],
  program: ['cli', 'host'],
  rules: ['model', 'text', 'work'],
};

const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

/** `src/scan/template/x.ts` is of the part `scan`, `src/model.ts` of `model`, `rules/shared/x.ts` of `rules`. */
function partOf(path: string): string {
  const [top, second = ''] = path.split('/');
  return top === 'rules' ? 'rules' : second.replace(/\.ts$/, '');
}

function importsOf(path: string): string[] {
  const text = readFileSync(root + path, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) =>
    posix.join(posix.dirname(path), match[1] ?? ''),
  );
}

test('every import goes along the road of the data', () => {
  const wrong = files.flatMap((path) => {
    const part = partOf(path);
    const allowed = MAY_IMPORT[part];
    if (allowed === undefined) return [`${path}: the part ${part} is not in the table`];
    return importsOf(path)
      .filter((target) => target.startsWith('src/') || target.startsWith('rules/'))
      .filter((target) => partOf(target) !== part && !allowed.includes(partOf(target)))
      .map((target) => `${path} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('only the host touches the machine', () => {
  const touching = files.filter((path) => {
    if (partOf(path) === 'host') return false;
    return /from 'node:(?:fs|child_process|net|http|https|os|worker_threads|dns|process)/.test(
      readFileSync(root + path, 'utf8'),
    );
  });
  expect(touching).toEqual([]);
});

test('nothing lies deeper than three folders below src', () => {
  expect(files.filter((path) => path.startsWith('src/') && path.split('/').length > 5)).toEqual([]);
});

test('nobody calls process.exit', () => {
  expect(files.filter((path) => readFileSync(root + path, 'utf8').includes('process.exit('))).toEqual([]);
});
