import { describe, expect, test } from 'vitest';
import { makeFolder, runInFolder } from '../support/run-in-folder.ts';

/** A plugin as a program writes it, without asking for bibliolint. */
const plugin = (id = 'no-todo', name = '') => `
const rule = {
  id: '${id}', description: 'Disallow plans.', scope: 'document', level: 'warning', preset: 'recommended', since: '1.0.0',
  fix: 'none', messages: { todo: 'The title is \`{title}\`.' }, options: { word: 'TODO' },
  check(document, { options, report }) {
    for (const { name, value, region } of document.frontMatter)
      if (name === 'title' && String(value).includes(options.word))
        report({ at: { path: document.path, region }, messageId: 'todo', data: { title: value } });
  },
};
export default { ${name === '' ? '' : `name: '${name}', `}rules: [rule] };
`;
const page = '---\ntitle: TODO sorting\ndate: 2024-05-01\n---\n\nText.\n';
const site = (settings: object, more: Readonly<Record<string, string>> = {}) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': page,
  'bibliolint.config.json': JSON.stringify(settings),
  ...more,
});
const run = (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  runInFolder(makeFolder(files), [
    ...(args.includes('-f') ? [] : ['-f', 'unix']),
    '--allow-code-config',
    ...args,
  ]);
const FOUND = (id: string, level = 'warning') =>
  `content/a.md:2:8: ${level}: The title is \`TODO sorting\`. [${id}]\n`;

describe('a plugin', () => {
  test.each([
    ['./rules/house.mjs', { 'rules/house.mjs': plugin() }, 'house/no-todo'],
    ['./rules/house.mjs', { 'rules/house.mjs': plugin('no-todo', 'press') }, 'press/no-todo'],
    [
      'bibliolint-plugin-house',
      {
        'node_modules/bibliolint-plugin-house/package.json': '{"type": "module", "exports": "./main.js"}',
        'node_modules/bibliolint-plugin-house/main.js': plugin(),
      },
      'house/no-todo',
    ],
    [
      '@press/bibliolint-plugin-house',
      {
        'node_modules/@press/bibliolint-plugin-house/package.json':
          '{"type": "module", "exports": {".": {"import": "./a.js"}}}',
        'node_modules/@press/bibliolint-plugin-house/a.js': plugin(),
      },
      'house/no-todo',
    ],
  ])('%s: its rules have its name before them', async (name, files, id) => {
    expect(await run(site({ plugins: [name] }, files))).toMatchObject({
      code: 0,
      stdout: FOUND(id),
      stderr: '',
    });
  });

  const house = { 'house.mjs': plugin() };
  const plugins = ['./house.mjs'];

  test('its rules take levels and options from configurations, options and directives', async () => {
    const level = await run(site({ plugins, rules: { 'house/no-todo': 'error' } }, house));
    expect(level).toMatchObject({ code: 1, stdout: FOUND('house/no-todo', 'error') });
    const off = await run(site({ plugins, rules: { 'house/no-todo': { word: 'DRAFT' } } }, house));
    expect(off).toMatchObject({ code: 0, stdout: '' });
    const named = await run(site({ plugins }, house), '--rule', 'house/no-todo:note');
    expect(named.stdout).toBe(FOUND('house/no-todo', 'info'));
    const silenced = page.replace(
      '---\n\n',
      '---\n<!-- bibliolint-disable-file house/no-todo -- planned -->\n',
    );
    expect(await run(site({ plugins }, { ...house, 'content/a.md': silenced }))).toMatchObject({
      stdout: '',
    });
    const skipped = await run(site({ plugins }, house), '--skip', 'house/no-todo');
    expect(skipped).toMatchObject({ code: 0, stdout: '' });
  });

  test('its rules run where the configuration is named', async () => {
    const { 'bibliolint.config.json': settings, ...files } = site({ plugins }, house);
    const named = { ...files, 'ci.json': settings ?? '' };
    const args = ['-c', 'ci.json'] as const;
    expect(await run(named, ...args)).toMatchObject({ code: 0, stdout: FOUND('house/no-todo') });
    expect(await run(named, ...args, '--only', 'house/no-todo')).toMatchObject({
      stdout: FOUND('house/no-todo'),
    });
    const cached = await run(named, ...args, '--cache-location', 'kept');
    expect(cached.stdout).toBe(FOUND('house/no-todo'));
  });

  test.each([
    ['export default 1;', 'The plugin `./house.mjs` must export `{ rules: [defineRule(…)] }` by default.'],
    [
      'export const rules = [];',
      'The plugin `./house.mjs` must export `{ rules: [defineRule(…)] }` by default.',
    ],
    [plugin('no-todo', 'a/b'), 'The name of the plugin `./house.mjs` must be letters, digits and hyphens.'],
  ])('that is none is an error with its place', async (text, message) => {
    const { code, stdout, stderr } = await run(site({ plugins }, { 'house.mjs': text }));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`bibliolint: bibliolint.config.json:1:13: ${message}\n`);
  });

  test.each([
    ['throw new Error("no");', 'Error: no\n'],
    ['export default {', ''],
    ['throw 1;', 'Error: 1\n'],
    ['import "nowhere";', "Error: Cannot find package 'nowhere'"],
  ])('that cannot be run is an error with its place: %s', async (text, message) => {
    const { code, stdout, stderr } = await run(site({ plugins }, { 'house.mjs': text }));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const start = 'bibliolint: bibliolint.config.json:1:13: The plugin `./house.mjs` cannot be run: ';
    expect(stderr.slice(0, start.length + message.length)).toBe(start + message);
    const { 'bibliolint.config.json': _, ...files } = site({});
    const config = await run({ ...files, 'bibliolint.config.mjs': text });
    expect(config.stderr).toContain(`bibliolint.config.mjs: This configuration cannot be run: ${message}`);
  });

  test('that is not there, or outside the project, is an error', async () => {
    const missing = await run(site({ plugins: ['./gone.mjs'] }));
    expect(missing.stderr).toBe(
      'bibliolint: bibliolint.config.json:1:13: There is no plugin `./gone.mjs`.\n',
    );
    const outside = await run(site({ plugins: ['../house.mjs'] }));
    expect(outside).toMatchObject({ code: 2, stderr: expect.stringContaining('leads out of the project') });
  });

  test('cannot bring a rule that another plugin brings', async () => {
    const two = { 'a/house.mjs': plugin(), 'b/house.mjs': plugin() };
    const { code, stderr } = await run(site({ plugins: ['./a/house.mjs', './b/house.mjs'] }, two));
    expect(code).toBe(2);
    expect(stderr).toContain('Another plugin also brings the rule `house/no-todo`.');
  });

  test('whose rule throws: the other rules have run, and the run ends with 2', async () => {
    const throwing = plugin().replace('for (const', "throw new Error('house on fire');\n    for (const");
    const files = { ...site({ plugins }, { 'house.mjs': throwing }), 'content/b.md': 'See{{< cite "a" >}\n' };
    const { code, stdout, stderr } = await run(files);
    expect(code).toBe(2);
    expect(stdout).toContain('[unclosed-shortcode]');
    expect(stderr).toContain('bibliolint: the rule house/no-todo failed');
    expect(stderr).toContain('this is a bug of its plugin.\n');
    expect(stderr).toContain('house on fire');
  });

  const reporting = (report: string): string => plugin().replace('for (const', `${report};\n    for (const`);
  const PLACE = 'at: { path: document.path, region: { start: 0, end: 3 } }';
  test.each([
    ['report()', 'report() wants `at: { path, region: { start, end } }`.'],
    ["report({ messageId: 'todo' })", 'report() wants `at: { path, region: { start, end } }`.'],
    [
      "report({ at: { path: document.path, region: { start: NaN, end: NaN } }, messageId: 'todo' })",
      'report() wants `at: { path, region: { start, end } }`.',
    ],
    [`report({ ${PLACE}, messageId: 'plan' })`, "report() wants `messageId: 'todo'`."],
    [
      `report({ ${PLACE}, messageId: 'todo', related: [{}] })`,
      'report() wants `related: [{ at, message }]`.',
    ],
    [
      `report({ ${PLACE}, messageId: 'todo', fixes: [{ title: 'Drop it' }] })`,
      "report() wants `fixes: [{ title, safety: 'safe' | 'unsafe' | 'suggest', edits }]`.",
    ],
    ["return Promise.reject(new Error('late'))", '`check` is asynchronous'],
  ])('whose rule says %s is told so, and the rest is reported', async (report, message) => {
    const files = site({ plugins }, { 'house.mjs': reporting(report) });
    const { code, stdout, stderr } = await run({ ...files, 'content/b.md': 'See{{< cite "a" >}\n' });
    expect(code).toBe(2);
    expect(stdout).toContain('[unclosed-shortcode]');
    expect(stderr).toContain('the rule house/no-todo failed on content/a.md; this is a bug of its plugin.');
    expect(stderr).toContain(message);
  });

  test('that two configurations name is one plugin', async () => {
    const more = {
      ...house,
      'content/bibliolint.config.json': JSON.stringify({ plugins: ['../house.mjs'] }),
    };
    expect(await run(site({ plugins }, more))).toEqual({
      code: 0,
      stdout: FOUND('house/no-todo'),
      stderr: '',
    });
  });

  test('never runs unasked', async () => {
    const files = site(
      { plugins },
      { 'house.mjs': "import fs from 'node:fs'; fs.writeFileSync('ran', ''); export default { rules: [] };" },
    );
    const { code, stderr } = await runInFolder(makeFolder(files), []);
    expect(code).toBe(2);
    expect(stderr).toContain('Plugins are code, and code is not run.');
  });

  test('has no page to explain', async () => {
    const { code, stderr } = await run(site({ plugins }, house), '--statistics');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const explained = await runInFolder(makeFolder(), ['explain', 'house/no-todo']);
    expect(explained).toMatchObject({ code: 2, stdout: '' });
    expect(explained.stderr).toBe('bibliolint: The page of house/no-todo is for its plugin to show.\n');
  });

  test('is described in SARIF without a page', async () => {
    const { stdout } = await run(site({ plugins }, house), '-f', 'sarif');
    const [rule] = JSON.parse(stdout).runs[0].tool.driver.rules;
    expect(rule).toMatchObject({
      id: 'house/no-todo',
      name: 'HouseNoTodo',
      help: { text: 'Disallow plans.', markdown: 'Disallow plans.' },
    });
  });
});

test('a configuration that cannot be read does not keep the other sites of a repository from being checked', async () => {
  const files = {
    '.git/HEAD': '',
    'a/hugo.toml': '',
    'a/content/a.md': page,
    'b/hugo.toml': '',
    'b/content/b.md': page,
    'b/bibliolint.config.json': '{"plugins":["./house.mjs"]}',
  };
  const ofA = (...args: readonly string[]) => runInFolder(makeFolder(files), [...args, '-f', 'unix']);
  expect(await ofA('a')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await ofA('a/content/a.md')).toEqual({ code: 0, stdout: '', stderr: '' });
  for (const args of [[], ['.'], ['b'], ['b/content'], ['b/content/b.md'], ['a', 'b/content/b.md']]) {
    expect(await ofA(...args), args.join(' ')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('b/bibliolint.config.json:1:13: Plugins are code'),
    });
  }
});
