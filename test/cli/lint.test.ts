import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/report/reporters.ts';
import { type CliRun, runCli } from '../support/run-cli.ts';
import { makeFolder, runInFolder } from '../support/run-in-folder.ts';
import { hasShared, shared } from '../support/shared.ts';

const cite = (year: number) =>
  `{{< cite "knuth1997" "Knuth, D. E. (${year}). *The Art of Computer Programming*. Addison-Wesley." >}}`;
const page = (body: string) => `---\ntitle: Sorting\ndate: 2024-05-01\n---\n${body}\n`;
const site = { 'hugo.toml': 'title = "Notes"\n', 'content/a.md': page(`a${cite(1997)}`) };
const broken = { ...site, 'content/b.md': page(`b${cite(1998)}`) };

const json = ({ stdout }: CliRun) => JSON.parse(stdout);

describe('exit codes', () => {
  test('0 for a clean site', async () => {
    expect(await runCli([], site)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: 'No findings in 1 file checked.\n',
    });
  });

  test('1 for an error', async () => {
    expect((await runCli([], broken)).code).toBe(1);
  });

  test('2 for a path that does not exist, and the others are still reported', async () => {
    const run = await runCli(['content', 'nowhere.md', '-f', 'json'], broken);
    expect(run.code).toBe(2);
    expect(run.stderr).toBe('bibliolint: nowhere.md does not exist.\n');
    expect(json(run).findings).toHaveLength(1);
  });

  test('2 for an option that does not exist, with a suggestion', async () => {
    const run = await runCli(['--formt', 'json'], site);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('Did you mean --format?');
  });

  test('2 for a format that does not exist', async () => {
    expect((await runCli(['-f', 'pdf'], site)).code).toBe(2);
  });

  test.each([['--max-warnings', 'abc'], ['--max-warnings'], ['--dialect', 'word'], ['--stdin-filename']])(
    '2 for %s %s',
    async (...args) => {
      const run = await runCli(args, site);
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toMatch(/^bibliolint: .+\n/);
      expect(run.stderr).not.toContain('    at ');
    },
  );

  test('2 when nothing is there to check', async () => {
    expect((await runCli([], { 'notes.txt': 'x' })).code).toBe(2);
  });

  test('0 when pre-commit names a file that is none of the site', async () => {
    const files = { ...site, '.bibliolintignore': 'drafts/\n', 'drafts/a.md': '# A\n' };
    expect((await runCli(['drafts/a.md'], files)).code).toBe(2);
    const run = await runCli(['drafts/a.md'], files, { environment: { PRE_COMMIT: '1' } });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  test('--exit-zero', async () => {
    expect((await runCli(['--exit-zero'], broken)).code).toBe(0);
  });
});

describe('the JSON contract', () => {
  test('has exactly the documented shape', async () => {
    const report = json(await runCli(['-f', 'json'], broken));
    expect(Object.keys(report)).toEqual(['version', 'tool', 'summary', 'findings']);
    expect(report).toMatchObject({
      version: 1,
      tool: { name: 'bibliolint' },
      summary: { files: 2, errors: 1, warnings: 0, notes: 0, suppressed: 0 },
    });
    const [finding] = report.findings;
    expect(Object.keys(finding)).toEqual([
      'ruleId',
      'level',
      'messageId',
      'message',
      'path',
      'start',
      'end',
      'related',
      'fixes',
    ]);
    expect(finding).toMatchObject({ ruleId: 'conflicting-reference', level: 'error', path: 'content/b.md' });
    const start = broken['content/b.md'].indexOf('1998');
    expect(finding.start).toEqual({
      line: 5,
      column: start - broken['content/b.md'].indexOf('b{{<') + 1,
      offset: start,
    });
    expect(finding.related[0]).toMatchObject({ path: 'content/a.md', start: { line: 5 } });
    expect(finding.fixes[0].edits[0]).toEqual({
      path: 'content/b.md',
      start: expect.any(Number),
      end: expect.any(Number),
      text: expect.stringContaining('(1997)'),
    });
  });

  test('an empty report is a report', async () => {
    expect(json(await runCli(['-f', 'json'], site)).findings).toEqual([]);
  });
});

describe('several reports of one run', () => {
  test('each goes where it is told to', async () => {
    const run = await runCli(
      ['-f', 'sarif:out/a:b.sarif', '-f', 'text', '-f', 'junit:citations.xml'],
      broken,
    );
    expect(run.code).toBe(1);
    expect([...run.written.keys()]).toEqual(['/site/out/a:b.sarif', '/site/citations.xml']);
    expect(JSON.parse(run.written.get('/site/out/a:b.sarif') ?? '').runs[0].results).toHaveLength(1);
    expect(run.written.get('/site/citations.xml')).toContain('<testsuites name="bibliolint" tests="1"');
    expect(run.stdout).toMatch(/^content\/b\.md\n {2}5:.*conflicting-reference\n/);
  });

  test('all at once say the same', async () => {
    const formats = Object.keys(reporters);
    const run = await runCli(
      formats.flatMap((format) => ['-f', `${format}:${format}.out`]),
      broken,
    );
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: '' });
    for (const format of formats) {
      expect(run.written.get(`/site/${format}.out`), format).toContain('conflicting-reference');
    }
  });

  test.each([
    [['-f', 'json:a.json', '-f', './sarif'], 'no format "./sarif"'],
    [['-f', 'json:a.json', '-f', 'sarif:./a.json'], 'a.json'],
    [['-f', 'json:', '-f', 'text'], 'names no file'],
    [['-f', 'json:a.json', '-f', 'text', '-o', 'x'], '--output-file'],
    [['-f', 'json:a.json', '-o', 'x'], '--output-file'],
  ])('2 for %j', async (args, message) => {
    const run = await runCli(args, broken);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.written.size).toBe(0);
  });
});

describe('targets', () => {
  test('a file named alone is judged with its whole site in view', async () => {
    const report = json(await runCli(['content/b.md', '-f', 'json'], broken));
    expect(report.summary.files).toBe(1);
    expect(report.findings.map(({ path }: { path: string }) => path)).toEqual(['content/b.md']);
  });

  const entry = (fields: string): string =>
    `@article{knuth1974,\n  author = {Knuth, D. E.},\n  title = {Computer Programming as an Art},\n  year = {1974},\n${fields}}\n`;
  test.each<[name: string, path: string, files: Readonly<Record<string, string>>]>([
    [
      'a page, by the bibliographies that it does not load',
      'paper/a.Rmd',
      {
        'paper/a.Rmd': '---\ntitle: A\n---\n\nSee [@knuth1974].\n',
        'paper/others.bib': entry('').replace('knuth1974', 'knuth1984'),
        'refs.bib': entry(''),
      },
    ],
    [
      'a bibliography, by the macros of others',
      'refs.bib',
      { 'refs.bib': entry('  journal = comm,\n'), 'strings.bib': '@string{comm = "Comm. ACM"}\n' },
    ],
    [
      'a bibliography, by the sites that load it from elsewhere',
      'refs.bib',
      {
        'refs.bib': entry('  note = {x}\n  doi = {https://doi.org/10.1145/361604.361612}\n'),
        'paper/_quarto.yml': 'bibliography: ../refs.bib\n',
        'paper/a.qmd': '---\ntitle: A\n---\n\nSee [@knuth1974].\n',
      },
    ],
  ])('%s: what is found is that of the whole run', async (_, path, files) => {
    const repository = { '.git/HEAD': '', ...files };
    const { stdout } = await runCli(['-f', 'unix'], repository);
    const whole = stdout.split('\n').filter((line) => line.startsWith(`${path}:`));
    const alone = await runCli(['-f', 'unix', path], repository);
    expect(alone.stdout.split('\n').filter((line) => line !== '')).toEqual(whole);
  });

  test('paths behind -- are paths', async () => {
    const report = json(await runCli(['-f', 'json', '--', 'content/b.md'], broken));
    expect(report.summary.files).toBe(1);
  });

  test.each([
    [['--stdin', '--stdin-filename', 'content/c.md']],
    [['--stdin-filename', 'content/c.md']],
    [['-', '--stdin-filename', 'content/c.md']],
  ])('%j: standard input stands for a file of the site', async (named) => {
    const args = [...named, '-f', 'json'];
    const report = json(await runCli(args, site, { stdin: page(`c${cite(2001)}`) }));
    expect(report.findings.map(({ path }: { path: string }) => path)).toEqual(['content/c.md']);
  });
});

describe('lone files, in a folder that nothing says to be a project', () => {
  const note = { 'note.md': page(`a${cite(1997)}`), 'a/b/c/d.md': page(`b${cite(1998)}`) };

  test('do not have all that lies below read', async () => {
    expect((await runCli(['.'], note)).code).toBe(1);
    expect((await runCli(['note.md'], note)).code).toBe(0);
    expect((await runCli(['note.md', 'a/b/c/d.md'], note)).code).toBe(1);
  });

  test('do so where it is a repository', async () => {
    expect((await runCli(['note.md'], { ...note, '.git/HEAD': '' })).code).toBe(1);
  });

  test('see the bibliography that they name, however far below it lies', async () => {
    const text = '---\ntitle: Heaps\nbibliography: a/b/c/refs.bib\n---\n[@turing1936]\n';
    const files = {
      'note.md': text,
      'a/b/c/refs.bib': '@book{knuth1997, title = {The Art of Computer Programming}}',
    };
    const { findings } = json(await runCli(['note.md', '-f', 'json'], files));
    expect(findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['undefined-key']);
  });

  test('have their keys renamed in all that lies below', async () => {
    const files = {
      'refs.bib': '@book{knuth1997,\n  title = {The Art of Computer Programming}\n}\n',
      'a/b/c/d.md': '---\ntitle: Heaps\nbibliography: ../../../refs.bib\n---\n[@knuth1997]\n',
    };
    const { written } = await runCli(['rename', 'knuth1997', 'knuth97', 'refs.bib'], files);
    expect([...written.keys()].sort()).toEqual(['/site/a/b/c/d.md', '/site/refs.bib']);
  });
});

describe('colour', () => {
  const sgr = '\u001b[';
  test.each([
    [{ isTerminal: true }, true],
    [{ isTerminal: false }, false],
    [{ isTerminal: true, environment: { NO_COLOR: '1' } }, false],
    [{ isTerminal: true, environment: { NO_COLOR: '' } }, true],
    [{ isTerminal: false, environment: { FORCE_COLOR: '1' } }, true],
    [{ isTerminal: true, environment: { FORCE_COLOR: '0' } }, false],
    [{ isTerminal: true, environment: { TERM: 'dumb' } }, false],
    [{ isTerminal: false, environment: { CI: '1' } }, false],
    [{ isTerminal: false, environment: { CI: 'true', GITHUB_ACTIONS: 'true' } }, true],
    [{ isTerminal: false, environment: { CI: 'true', GITLAB_CI: 'true' } }, true],
    [{ isTerminal: false, environment: { GITHUB_ACTIONS: 'true', NO_COLOR: '1' } }, false],
  ])('%j: %s', async (machine, coloured) => {
    expect((await runCli([], broken, machine)).stdout.includes(sgr)).toBe(coloured);
  });

  test('the report fits the terminal, and a file holds it whole', async () => {
    const machine = { isTerminal: true, columns: 60, environment: { NO_COLOR: '1' } };
    const run = await runCli(['-f', 'text', '-f', 'text:report.txt'], broken, machine);
    const longest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
    expect(longest(run.stdout)).toBeLessThanOrEqual(60);
    expect(run.written.get('/site/report.txt')).toBe((await runCli([], broken)).stdout);
  });

  test.each([
    ['--color', '', true],
    ['--color=always', '', true],
    ['--color=never', '1', false],
    ['--color=auto', '', false],
    ['--color=auto', '1', true],
    ['--no-color', '1', false],
  ])('%s where FORCE_COLOR is "%s"', async (flag, force, isColored) => {
    const run = await runCli([flag, '.'], broken, { environment: { FORCE_COLOR: force } });
    expect(run.stdout.includes(sgr)).toBe(isColored);
  });

  test('machine formats are never coloured', async () => {
    expect((await runCli(['-f', 'json', '--color'], broken)).stdout.includes(sgr)).toBe(false);
    const inLogs = { environment: { GITHUB_ACTIONS: 'true' } };
    expect((await runCli(['-f', 'github'], broken, inLogs)).stdout.includes(sgr)).toBe(false);
    const run = await runCli(['-f', 'text:report.txt'], broken, inLogs);
    expect(run.written.get('/site/report.txt')).not.toContain(sgr);
  });
});

describe('fixing', () => {
  const unclosed = { ...site, 'content/a.md': page(`a${cite(1997).slice(0, -1)}`) };

  test('--fix writes the safe fixes and reports what is left', async () => {
    const run = await runCli(['--fix'], unclosed);
    expect(run.written.get('/site/content/a.md')).toBe(site['content/a.md']);
    expect(run).toMatchObject({ code: 0 });
  });

  test('--diff prints a patch, writes nothing and ends with 1', async () => {
    const run = await runCli(['--diff'], unclosed);
    expect(run).toMatchObject({ code: 1, written: new Map() });
    expect(run.stdout).toContain('--- a/content/a.md\n+++ b/content/a.md\n@@ -2,4 +2,4 @@\n');
  });

  test('suggestions are never applied', async () => {
    expect((await runCli(['--fix', '--unsafe-fixes'], broken)).written.size).toBe(0);
  });
});

test('rules lists every rule', async () => {
  expect((await runCli(['rules'])).stdout).toContain('conflicting-reference');
});

test('explain suggests a rule', async () => {
  const run = await runCli(['explain', 'conflicting-referense']);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('Did you mean conflicting-reference?');
});

test('--version', async () => {
  expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('--help names every option once', async () => {
  const { stdout, code } = await runCli(['--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('--stdin-filename');
});

describe.skipIf(!hasShared)('the page this project began with', () => {
  const seed = hasShared ? readFileSync(shared('seed/understanding-memory-management.md'), 'utf8') : '';

  test('is clean outside any site', async () => {
    expect(await runCli(['seed.md'], { 'seed.md': seed })).toMatchObject({ code: 0, stderr: '' });
  });

  test('is clean on standard input', async () => {
    expect(await runCli(['--stdin', '-f', 'json'], {}, { stdin: seed })).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  test('does not stand for a folder', async () => {
    const run = await runCli(['-', '--stdin-filename', 'content'], { 'content/a.md': seed }, { stdin: seed });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toBe(
      'bibliolint: content: --stdin-filename names a folder; standard input stands for one file.\n',
    );
  });

  test('is clean inside a site whose cite demands both arguments', async () => {
    const template =
      '{{ $key := .Get 0 }}{{ $text := .Get 1 }}{{ if not (and $key $text) }}{{ errorf "cite: %s" .Position }}{{ end }}{{ .Page.Scratch.SetInMap "cites" $key $text }}<sup>{{ $key }}</sup>';
    const files = {
      'hugo.toml': 'title = "Notes"\n',
      'layouts/shortcodes/cite.html': template,
      'content/posts/seed.md': seed,
    };
    expect(await runCli([], files)).toMatchObject({ code: 0, stdout: 'No findings in 1 file checked.\n' });
  });

  test.each([
    ['a year', '(1997)', '(1998)', 'conflicting-reference'],
    [
      'a publisher',
      'Fundamental Algorithms*. Addison-Wesley.',
      'Fundamental Algorithms*. MIT Press.',
      'conflicting-reference',
    ],
    ['a title word', 'The Art of Computer', 'The Craft of Computer', 'conflicting-reference'],
    ['a closing delimiter', '" >}}. Understanding', '" . Understanding', 'unclosed-shortcode'],
    ['a quote', '"love2010linux" "Love', '"love2010linux "Love', 'malformed-shortcode'],
    ['a delimiter of the front matter', '"Systems Dev"\n---\n', '"Systems Dev"\n', 'malformed-front-matter'],
  ])('damaged in %s it gives exactly one finding', async (_, from, to, ruleId) => {
    expect(seed).toContain(from);
    const run = await runCli(['--stdin', '-f', 'json'], {}, { stdin: seed.replace(from, () => to) });
    expect(json(run).findings.map((finding: { ruleId: string }) => finding.ruleId)).toEqual([ruleId]);
  });
});

describe('paths in reports', () => {
  const found = (path: string): unknown => expect.stringContaining(`${path}:5:`);
  test.each([
    ['', [], 'site/content/b.md'],
    ['site', [], 'content/b.md'],
    ['site/content', [], 'b.md'],
    ['site/content/sub', ['..'], '../b.md'],
    ['site/layouts', ['../content'], '../content/b.md'],
    ['elsewhere', ['../site'], '../site/content/b.md'],
  ])('from “%s” they lead to the file', async (cwd, args, path) => {
    const nested = Object.entries(broken).map(([name, text]): [string, string] => [`site/${name}`, text]);
    const more = ['site/content/sub/x', 'site/layouts/x', 'elsewhere/x'].map((name) => [name, ''] as const);
    const root = makeFolder(Object.fromEntries([...nested, ...more]));
    const run = await runInFolder(join(root, cwd), [...args, '-f', 'unix']);
    expect(run).toEqual({ code: 1, stdout: found(path), stderr: '' });
    expect(run.stdout.startsWith(path)).toBe(true);
    const listed = await runInFolder(join(root, cwd), [...args, '--list-files']);
    expect(listed.stdout.split('\n')).toContain(path);
  });
});
