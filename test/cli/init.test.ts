import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { configSchema } from '../../src/index.ts';
import { CODE_CONFIG_NAME, CONFIG_NAMES } from '../../src/project/config-names.ts';
import { examplePath, exampleSites } from '../support/example-report.ts';
import { readFolder } from '../support/read-folder.ts';
import { runCli } from '../support/run-cli.ts';

const NAME = 'bibliolint.config.jsonc';
const page = (text: string): string => `---\ntitle: Sorting\ndate: 2024-05-01\n---\n\n${text}\n`;
const REFERENCE = 'Knuth, D. E. (1998). *Sorting and searching* (2nd ed.). Addison-Wesley.';
const blog = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Get 0 }}{{ with .Get 1 }}<small>{{ . | markdownify }}</small>{{ end }}',
  'content/a.md': page(`Old{{< cite "knuth98" "${REFERENCE}" >}}.`),
  'content/b.md': page(`New{{< cite "knuth98" "${REFERENCE.replace('1998', '1999')}" >}}.`),
};

type Files = Readonly<Record<string, string>>;

/** The configuration that is written for these files, in this folder of them. */
async function written(files: Files, folder = ''): Promise<string> {
  const run = await runCli(['init', ...(folder === '' ? [] : [folder])], files);
  expect(run.code, run.stderr).toBe(0);
  return run.written.get(`/site/${folder === '' ? '' : `${folder}/`}${NAME}`) ?? '';
}

/** The settings that are written as comments, taken out of them. */
const uncommented = (text: string): string => text.replace(/^ {2}\/\/ (?=")(.*,)$/gm, '  $1');

describe('what init writes', () => {
  test.each(exampleSites)('for %s it changes nothing', async (name) => {
    const { [NAME]: _none, ...files } = readFolder(examplePath(name));
    const text = await written(files);
    for (const format of ['json', 'sarif']) {
      const without = await runCli(['-f', format], files);
      expect(await runCli(['-f', format], { ...files, [NAME]: text })).toEqual(without);
    }
  });

  test.each(exampleSites)('for %s it is what the schema allows, its comments too', async (name) => {
    const isValid = new Ajv({ strict: false }).compile(configSchema());
    const text = await written(readFolder(examplePath(name)));
    for (const settings of [text, uncommented(text)]) {
      const parsed = await parseConfig(NAME, settings);
      expect(isValid(parsed?.file), JSON.stringify(isValid.errors)).toBe(true);
    }
    expect(uncommented(text)).toContain('\n  "overrides": [');
  });

  test('its comments name rules that there are', async () => {
    const named = { [NAME]: uncommented(await written(blog)), 'references.bib': '' };
    const run = await runCli(['inspect'], { ...blog, ...named });
    expect(run.stderr).toBe('');
  });

  test('a name of the site does not get out of its comment', async () => {
    const folder = 'docs\n"rules": { "nothing": 1 }, //';
    const files = Object.fromEntries(Object.entries(blog).map(([path, text]) => [`${folder}/${path}`, text]));
    const text = await written(files);
    expect(text).toContain('docs⏎');
    expect(Object.keys((await parseConfig(NAME, text))?.file ?? {})).toEqual([
      '$schema',
      'preset',
      'ignore',
      'rules',
    ]);
  });

  test('the preset that holds further up goes on holding', async () => {
    const files = { ...blog, 'bibliolint.config.json': '{"preset": "strict"}' };
    const text = await written(files, 'content');
    const run = await runCli(['--print-config', 'content/a.md'], { ...files, [`content/${NAME}`]: text });
    expect(run.stdout).toContain(`"preset": "strict", // content/${NAME}:`);
  });

  test.each([
    ['', './node_modules'],
    ['content', '../node_modules'],
  ])('in “%s” the schema is the one that is installed', async (folder, start) => {
    const files = { ...blog, 'node_modules/bibliolint/dist/schema.json': '{}' };
    expect(await written(files, folder)).toContain(`"$schema": "${start}/bibliolint/dist/schema.json"`);
  });

  test('elsewhere it is the published one', async () => {
    expect(await written(blog)).toMatch(/"\$schema": "https:\/\/\S+\/bibliolint@\d+\/dist\/schema\.json"/);
  });
});

describe('what init says', () => {
  test('of a blog', async () => {
    const run = await runCli(['init'], blog);
    expect(run.stdout).toBe('');
    expect(run.stderr).toBe(
      [
        '  dialect         hugo: hugo.toml stands in the root folder (2 documents)',
        '  citations       2 citations of 1 key (shortcode)',
        '  references      2 written out in the pages',
        '  shortcodes      cite cites, as layouts/shortcodes/cite.html says',
        '  bibliographies  none',
        '  findings        1 error',
        `bibliolint: ${NAME} is written. It changes nothing until you edit it.`,
        '  Next: bibliolint shows what is found; with --fix it mends what is safe to mend.',
        '  To hear of new findings only: bibliolint --baseline bibliolint-baseline.json --update-baseline',
        '',
      ].join('\n'),
    );
  });

  test('of two sites in one repository, and of bibliographies that are not there', async () => {
    const files = {
      'book/_quarto.yml':
        'project:\n  type: book\nbibliography: [refs.bib, gone.bib, "https://example.org/x.bib"]\n',
      'book/refs.bib': '@book{knuth98,\n  title = {Sorting}\n}\n',
      'book/index.qmd': page('See @knuth98 and [@knuth98].'),
      'blog/hugo.toml': 'title = "Notes"\n',
      'blog/content/a.md': page(`Old{{< cite "knuth98" "${REFERENCE}" >}}.`),
    };
    const { stderr } = await runCli(['init'], files);
    expect(stderr).toContain('hugo: hugo.toml stands in blog (1 document)\n');
    expect(stderr).toContain('quarto: _quarto.yml stands in book (1 document)\n');
    expect(stderr).toContain('3 citations of 1 key (1 shortcode, 1 in-text, 1 bracketed)\n');
    expect(stderr).toContain('cite cites, as its arguments show\n');
    expect(stderr).toContain('bibtex book/refs.bib (1 entry)\n');
    expect(stderr).toContain('named and not there: book/gone.bib\n');
    expect(stderr).toContain('on the network and not fetched: https://example.org/x.bib\n');
  });

  test('the next commands name the folder', async () => {
    const { stderr } = await runCli(['init', 'content'], blog);
    expect(stderr).toContain('bibliolint content --baseline bibliolint-baseline.json --update-baseline\n');
  });

  test('a site of many bibliographies is told in a few lines', async () => {
    const bibs = Array.from({ length: 30 }, (_, index) => [
      `bib/${index}.bib`,
      '@book{a,\n title = {A}\n}\n',
    ]);
    const { stderr } = await runCli(['init'], { ...Object.fromEntries(bibs), ...blog });
    expect(stderr).toContain('  22 more\n');
    expect(stderr.split('\n').length).toBeLessThan(25);
  });
});

describe('what init leaves alone', () => {
  test.each([...CONFIG_NAMES.filter((name) => name !== 'package.json'), CODE_CONFIG_NAME])(
    '%s, which is there already',
    async (name) => {
      const run = await runCli(['init'], { ...blog, [name]: 'broken: [' });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toBe(
        `bibliolint: ${name}: This configuration is there already, and was left as it is.\n`,
      );
      expect([...run.written]).toEqual([]);
    },
  );

  test('a package.json that configures bibliolint, and none that merely installs it', async () => {
    const own = await runCli(['init'], { ...blog, 'package.json': '{"bibliolint": {}}' });
    expect(own).toMatchObject({ code: 2, stdout: '' });
    expect(own.stderr).toBe('bibliolint: package.json: `bibliolint` is configured here already.\n');
    const installs = { ...blog, 'package.json': '{"devDependencies": {"bibliolint": "^0.1.0"}}' };
    expect((await runCli(['init'], installs)).code).toBe(0);
  });

  test('everything, with --dry-run', async () => {
    const run = await runCli(['init', '--dry-run'], blog);
    expect(run).toMatchObject({ code: 0, stdout: await written(blog) });
    expect(run.stderr).toContain(`bibliolint: ${NAME} would be written.`);
    expect([...run.written]).toEqual([]);
  });

  test.each([
    [['init', 'nowhere'], {}, 'nowhere: There is no such folder.'],
    [['init', 'hugo.toml'], blog, 'hugo.toml: There is no such folder.'],
    [['init', 'a', 'b'], blog, 'bibliolint init takes no "b".'],
    [['init'], { 'main.c': '' }, 'no document or bibliography was found to check.'],
    [['init', '--fix'], blog, 'There is no option --fix.'],
    [['init', '--dry-rnu'], blog, 'There is no option --dry-rnu.\n  Did you mean --dry-run?'],
  ])('%j', async (args, files: Files, message) => {
    const run = await runCli(args, files);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.startsWith(`bibliolint: ${message}\n`), run.stderr).toBe(true);
    expect([...run.written]).toEqual([]);
  });
});
