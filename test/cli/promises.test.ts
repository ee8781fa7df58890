import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/report/reporters.ts';
import { readFolder } from '../support/read-folder.ts';
import { makeFolder } from '../support/run-in-folder.ts';

// What .github/SECURITY.md promises, held against the built program.

const BIN = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
const SECRET = 'sentinel-of-another-project';

/** Loaded before the program: names what it asks of the machine beyond reading, and forbids it. */
const WATCHER = `
import { writeSync } from 'node:fs';
import child from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
const forbid = (owner, name, label) => {
  owner[name] = () => {
    writeSync(2, 'forbidden: ' + label + '\\n');
    throw new Error(label);
  };
};
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) forbid(child, name, 'a process');
for (const name of ['connect', 'createConnection']) forbid(net, name, 'the network');
for (const name of ['lookup', 'resolve']) forbid(dns, name, 'the network');
for (const owner of [http, https]) for (const name of ['request', 'get']) forbid(owner, name, 'the network');
for (const name of ['writeFileSync', 'writeFile', 'renameSync', 'unlinkSync', 'mkdirSync', 'rmSync', 'appendFileSync', 'createWriteStream'])
  forbid(fs, name, 'writing');
const { openSync } = fs;
fs.openSync = (path, flags = 'r', ...rest) => {
  const isReading = typeof flags === 'number' ? (flags & 3) === 0 : flags === 'r';
  if (isReading) return openSync(path, flags, ...rest);
  writeSync(2, 'forbidden: writing\\n');
  throw new Error('writing');
};
forbid(net.Socket.prototype, 'connect', 'the network');
forbid(globalThis, 'fetch', 'the network');
syncBuiltinESMExports();
`;

const page = (frontMatter: string): string =>
  `---\ntitle: A\ndate: 2024-05-01\n${frontMatter}---\n\nText [@a; @b].\n`;
const touch = (name: string): string => `require('node:fs').writeFileSync(${JSON.stringify(name)}, '')`;

/** A repository of a stranger, who asks for all that nobody may have. */
function hostileRepository(): string {
  const root = makeFolder({
    'secret/refs.bib': `@book{a,\n  title = {${SECRET}}\n}\n`,
    'secret/page.md': `${SECRET} [@b]\n`,
    'site/.git/HEAD': '',
    'site/hugo.toml': 'title = "Notes"\n',
    'site/content/js.md': `---js\n${touch('ran-front-matter')}\n---\n\nText.\n`,
    'site/content/javascript.md': `---javascript\n${touch('ran-front-matter')}\n---\n\nText.\n`,
    'site/content/yaml.md': page(
      'evil: !!js/function "function () { throw 1 }"\nmore: !!python/object/apply:os.system ["touch ran"]\n',
    ),
    'site/content/template.md': '{{< cite "{{ os.Getenv \\"HOME\\" }}" >}} {{ readFile "/etc/passwd" }}\n',
    'site/layouts/shortcodes/cite.html':
      '{{ $_ := resources.GetRemote "http://127.0.0.1:9/x" }}{{ .Get 0 }}\n',
    'site/bibliolint.config.mjs':
      "import fs from 'node:fs'; fs.writeFileSync('ran-config', ''); export default {};\n",
    'site/paper/myst.yml': 'version: 1\nproject:\n  bibliography: [../../secret/refs.bib]\n',
    'site/thesis/_quarto.yml': 'project:\n  type: book\n',
    'site/thesis/a.md': page('bibliography: ../../secret/refs.bib\n'),
    'site/thesis/b.md': page('bibliography: http://127.0.0.1:9/refs.bib\ncsl: https://127.0.0.1:9/a.csl\n'),
    'site/thesis/c.md': page('bibliography: /etc/passwd\n'),
    'site/thesis/d.md': page('bibliography: link.bib\n'),
  });
  symlinkSync(join(root, 'secret/refs.bib'), join(root, 'site/thesis/link.bib'));
  symlinkSync(join(root, 'secret/page.md'), join(root, 'site/content/link.md'));
  return join(root, 'site');
}

const COMMANDS: readonly (readonly string[])[] = [
  ...Object.keys(reporters).map((format) => ['-f', format]),
  ['--fix-dry-run'],
  ['--diff', '--unsafe-fixes'],
  ['--list-files'],
  ['--print-config', 'content/js.md'],
  ['--statistics'],
  ['content/link.md'],
  ['-c', 'bibliolint.config.mjs'],
  ['inspect'],
  ['extract'],
  ['extract', '--rewrite', '--dry-run'],
  ['rename', 'a', 'c', '--dry-run'],
  ['init', 'paper', '--dry-run'],
  ['rules'],
  ['explain', 'undefined-key'],
  ['completion', 'bash'],
];

describe('in the repository of a stranger', () => {
  const site = hostileRepository();
  const watcher = join(makeFolder(), 'watcher.mjs');
  writeFileSync(watcher, WATCHER);
  const start = (args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', watcher, BIN, ...args], {
      cwd: site,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    return { status, stdout, stderr };
  };
  const before = readFolder(site);

  test.each(COMMANDS)(
    'bibliolint %s %s %s runs, writes, starts and fetches nothing, and reads nothing outside',
    (...args) => {
      const { status, stdout, stderr } = start(args.filter((word) => word !== undefined));
      expect([0, 1, 2]).toContain(status);
      expect(stderr).not.toMatch(/forbidden|has a bug|^ {4}at /m);
      expect(stdout + stderr).not.toContain(SECRET);
      expect(stdout + stderr).not.toContain('root:x:0');
      expect(readFolder(site)).toEqual(before);
    },
  );

  test('all of it was read', () => {
    const { status, stdout } = start(['-f', 'unix']);
    expect(status).toBe(1);
    expect(stdout).toContain('content/javascript.md:1:1: error: ');
    expect(stdout).toMatch(/^thesis\/d\.md:\d/m);
  });

  test('the one who watches is not asleep', () => {
    expect(start(['-o', 'report.txt']).stderr).toContain('forbidden: writing');
    expect(start(['--changed']).stderr).toContain('forbidden: a process');
    expect(readFolder(site)).toEqual(before);
  });
});
