import { describe, expect, test } from 'vitest';
import { settingOf } from '../../src/config/active-rules.ts';
import { lint } from '../../src/index.ts';
import { otherRule, readConfigs, sampleRule } from './read-configs.ts';

type Files = Readonly<Record<string, string>>;

/** Level and options of the sample rule in a file, and what else holds there. */
async function holding(files: Files, path: string, rule = sampleRule) {
  const { tree } = await readConfigs(files);
  const { level, options } = settingOf(rule, path, tree.for(path));
  return {
    level: level.value,
    allow: options.get('allow')?.value,
    most: options.get('most')?.value,
    dialect: tree.dialectOf(path)?.value,
    bibliographies: tree.bibliographiesOf(path),
    shortcodes: Object.keys(tree.shortcodesOf(path)),
  };
}

describe('the nearest configuration wins', () => {
  const files = {
    'bibliolint.config.json': JSON.stringify({
      dialect: 'pandoc',
      bibliographies: ['refs.bib'],
      shortcodes: { cite: { key: 0 } },
      rules: { 'sample-rule': ['error', { allow: ['a'], most: 1 }] },
      overrides: [{ files: '**/drafts/**', rules: { 'sample-rule': 'note' }, dialect: 'markdown' }],
    }),
    'notes/.bibliolintrc.yaml':
      'dialect: quarto\nbibliographies: [own.bib]\nrules:\n  sample-rule: [warning, { allow: [b] }]\n',
    'notes/old/bibliolint.config.toml': 'root = true\n[rules]\nsample-rule = { most = 9 }\n',
    'notes/old/deep/package.json': '{"name": "x", "bibliolint": {"rules": {"sample-rule": "off"}}}',
    'other/package.json': '{"devDependencies": {"bibliolint": "1.0.0"}}',
  };

  test.each([
    ['a.md', { level: 'error', allow: ['a'], most: 1, dialect: 'pandoc', bibliographies: ['refs.bib'] }],
    ['drafts/a.md', { level: 'note', allow: ['a'], dialect: 'markdown' }],
    ['other/a.md', { level: 'error', allow: ['a'], most: 1 }],
    [
      'notes/a.md',
      {
        level: 'warning',
        allow: ['b'],
        most: 1,
        dialect: 'quarto',
        bibliographies: ['refs.bib', 'notes/own.bib'],
        shortcodes: ['cite'],
      },
    ],
    ['notes/drafts/a.md', { level: 'warning', dialect: 'quarto' }],
    ['notes/old/a.md', { level: 'warning', allow: [], most: 9, dialect: undefined, shortcodes: [] }],
    ['notes/old/deep/a.md', { level: 'off', most: 9 }],
  ])('for %s', async (path, expected) => {
    expect(await holding(files, path)).toMatchObject(expected);
  });
});

describe('presets', () => {
  const strict = { ...sampleRule, preset: 'strict' } as const;
  const preview = { ...sampleRule, preset: 'preview' } as const;

  test.each([
    ['{}', 'off', 'off'],
    ['{"preset": "strict"}', 'warning', 'off'],
    ['{"preset": "all"}', 'warning', 'warning'],
    ['{"preview": true}', 'off', 'warning'],
    ['{"preset": "strict", "preview": true}', 'warning', 'warning'],
  ])('%s', async (text, ofStrict, ofPreview) => {
    const files = { 'bibliolint.config.json': text };
    expect((await holding(files, 'a.md', strict)).level).toBe(ofStrict);
    expect((await holding(files, 'a.md', preview)).level).toBe(ofPreview);
  });

  test('a nearer one takes back what an extended one says', async () => {
    const files = {
      'bibliolint.config.json': '{"extends": "./base.json", "preset": "recommended", "preview": false}',
      'base.json': '{"preset": "strict", "preview": true}',
    };
    expect((await holding(files, 'a.md', strict)).level).toBe('off');
    expect((await holding(files, 'a.md', preview)).level).toBe('off');
  });
});

describe('overrides', () => {
  const files = {
    'site/bibliolint.config.yaml': [
      'rules:',
      '  sample-rule: { paths: { "posts/**": [title] } }',
      'overrides:',
      '  - files: ["*.qmd", "!special.qmd"]',
      '    excludeFiles: archive',
      '    rules: { sample-rule: ["error", { allow: [x], most: 2 }] }',
      '  - files: /posts/**',
      '    rules: { sample-rule: { most: 7 } }',
    ].join('\n'),
  };

  test.each([
    ['site/a.qmd', { level: 'error', allow: ['x'], most: 2 }],
    ['site/deep/a.qmd', { level: 'error' }],
    ['site/special.qmd', { level: 'warning', allow: [] }],
    ['site/archive/a.qmd', { level: 'warning' }],
    ['site/posts/a.qmd', { level: 'error', allow: ['x'], most: 7 }],
    ['site/posts/a.md', { level: 'warning', allow: [], most: 7 }],
    ['a.qmd', { level: 'warning', allow: [] }],
  ])('for %s', async (path, expected) => {
    expect(await holding(files, path)).toMatchObject(expected);
  });

  test('path patterns in options are relative to the configuration', async () => {
    const { tree } = await readConfigs(files);
    const { options } = settingOf(sampleRule, 'site/a.md', tree.for('site/a.md'));
    expect(options.get('paths')?.value).toEqual({ 'site/posts/**': ['title'] });
  });

  test('a stronger file wins over the overrides of a weaker one', async () => {
    const both = {
      'bibliolint.config.json': '{"extends": "./base.json", "rules": {"undefined-key": "note"}}',
      'base.json': '{"overrides": [{"files": "**", "rules": {"undefined-key": "off"}}]}',
    };
    expect((await holding(both, 'a.md', otherRule)).level).toBe('note');
  });
});

describe('files that are left alone', () => {
  const pages = { 'a.md': '', 'drafts/a.md': '', 'notes/a.md': '', 'notes/drafts/a.md': '' };
  const left = async (files: Files) =>
    (await readConfigs({ ...pages, ...files })).left.filter((path) => path.endsWith('.md'));

  test('patterns are relative to their configuration', async () => {
    expect(await left({ 'bibliolint.config.json': '{"ignore": ["drafts"]}' })).toEqual([
      'a.md',
      'notes/a.md',
    ]);
    expect(await left({ 'bibliolint.config.json': '{"ignore": ["/drafts"]}' })).toContain(
      'notes/drafts/a.md',
    );
    expect(await left({ 'notes/bibliolint.config.json': '{"ignore": ["drafts"]}' })).toEqual([
      'a.md',
      'drafts/a.md',
      'notes/a.md',
    ]);
  });

  test('those of an extended file are relative to the one that extends it', async () => {
    const files = {
      'bibliolint.config.json': '{"extends": "./shared/base.json"}',
      'shared/base.json': '{"ignore": ["/drafts"]}',
    };
    expect(await left(files)).toEqual(['a.md', 'notes/a.md', 'notes/drafts/a.md']);
  });

  test('a configuration in a folder that is left alone is not read', async () => {
    const files = {
      'bibliolint.config.json': '{"ignore": ["drafts"]}',
      'drafts/bibliolint.config.json': 'broken',
    };
    expect(await left(files)).toEqual(['a.md', 'notes/a.md']);
  });

  test('a pattern takes back what .gitignore says', async () => {
    const files = { '.gitignore': 'drafts\n', 'bibliolint.config.json': '{"ignore": ["!/drafts"]}' };
    expect(await left(files)).toEqual(['a.md', 'drafts/a.md', 'notes/a.md']);
  });
});

describe('extending a package', () => {
  const files = {
    'site/bibliolint.config.json': '{"extends": ["@press/house", "plain/strict.yaml"]}',
    'node_modules/@press/house/bibliolint.config.json':
      '{"rules": {"sample-rule": {"most": 5}}, "overrides": [{"files": "drafts/**", "rules": {"sample-rule": "off"}}]}',
    'node_modules/plain/strict.yaml': 'rules: { sample-rule: error }\nbibliographies: [refs.bib]\n',
  };

  test('finds it in the nearest node_modules above', async () => {
    expect(await holding(files, 'site/a.md')).toMatchObject({ level: 'error', most: 5 });
  });

  test('its patterns and paths are those of the project', async () => {
    const onlyHouse = { ...files, 'site/bibliolint.config.json': '{"extends": ["@press/house"]}' };
    expect(await holding(onlyHouse, 'site/drafts/a.md')).toMatchObject({ level: 'off' });
    expect((await holding(files, 'site/a.md')).bibliographies).toEqual(['site/refs.bib']);
  });

  test('a package.json of it may hold the configuration', async () => {
    const inPackage = {
      'bibliolint.config.json': '{"extends": "house"}',
      'node_modules/house/package.json':
        '{"name": "house", "bibliolint": {"rules": {"sample-rule": "note"}}}',
    };
    expect(await holding(inPackage, 'a.md')).toMatchObject({ level: 'note' });
  });
});

describe('a run over files with different configurations', () => {
  const text = 'A sentence [@knuth1984] and [@shannon1948].\n';
  const files = {
    'refs.bib': '@book{lovelace1843, title={Notes}}\n',
    'a.md': `---\ntitle: A\nbibliography: refs.bib\n---\n${text}`,
    'notes/a.md': `---\ntitle: A\nbibliography: ../refs.bib\n---\n${text}`,
    'bibliolint.config.json': '{"dialect": "pandoc", "rules": {"undefined-key": {"allow": ["knuth1984"]}}}',
  };
  const found = async (more: Files) =>
    (await lint({ ...files, ...more }, { only: new Set(['undefined-key']) })).findings.map(
      ({ at, message, level }) => `${at.path} ${level} ${/`([^`]+)`/.exec(message)?.[1]}`,
    );

  test('each file has its own options, of rules about the whole project too', async () => {
    expect(await found({})).toEqual(['a.md error shannon1948', 'notes/a.md error shannon1948']);
    const nested = '{"rules": {"undefined-key": ["warning", {"allow": ["shannon1948"]}]}}';
    expect(await found({ 'notes/bibliolint.config.json': nested })).toEqual([
      'a.md error shannon1948',
      'notes/a.md warning knuth1984',
    ]);
  });

  test('a bibliography of one folder is not one of another', async () => {
    const nested = '{"bibliographies": ["own.bib"]}';
    const own = '@book{shannon1948, title={A Mathematical Theory}}\n';
    expect(await found({ 'notes/bibliolint.config.json': nested, 'notes/own.bib': own })).toEqual([
      'a.md error shannon1948',
    ]);
  });

  test('a broken configuration stops the run', async () => {
    await expect(found({ 'notes/bibliolint.config.json': '{"rulez": {}}' })).rejects.toMatchObject({
      title: 'There is no setting `rulez`.',
      path: 'notes/bibliolint.config.json:1:2',
    });
  });
});

describe('what the user hears of', () => {
  const page = '---\ntitle: A\n---\n\nSee [@knuth1997].\n';
  const notices = async (files: Files) => (await lint(files)).notices;

  test('a bibliography of a configuration that is not there', async () => {
    const files = { 'a.md': page, 'b.md': page };
    const config = (path: string) => ({
      'bibliolint.config.json': `{\n  "bibliographies": ["${path}"]\n}\n`,
    });
    expect(await notices({ ...files, ...config('refs.bib') })).toEqual([
      'bibliolint.config.json:2: There is no bibliography refs.bib, so no cite key can be judged.',
    ]);
    expect(await notices({ ...files, ...config('refs.bib'), 'refs.bib': '' })).toEqual([]);
    expect(await notices({ ...files, ...config('https://example.org/refs.bib') })).toEqual([]);
  });

  test.each([
    'bibliolint.toml',
    'bibliolint.config.js',
    '.bibliolintrc.cjs',
    '.bibliolint.yml',
    '.bibliolint.json',
  ])('a configuration by another name: %s', async (name) => {
    expect(await notices({ 'a.md': page, [`notes/${name}`]: '' })).toEqual([
      `notes/${name} is not read: a configuration is called bibliolint.config.json, or .jsonc, .yaml or .toml.`,
    ]);
  });

  test('a configuration that another one beside it hides', async () => {
    const two = { 'notes/bibliolint.config.json': '{}', 'notes/bibliolint.config.yaml': 'preset: strict\n' };
    expect(await notices({ 'a.md': page, ...two, 'notes/package.json': '{}' })).toEqual([
      'notes/bibliolint.config.yaml is not read, since bibliolint.config.json stands beside it.',
    ]);
  });

  test('a folder that is called as a configuration is', async () => {
    expect(await notices({ 'a.md': page, 'notes/bibliolint.config.json/b.md': page })).toEqual([
      'notes/bibliolint.config.json is not read: it is no file, or a link that leads nowhere or out of the project.',
    ]);
  });

  test.each([
    'bibliolint.json',
    'bibliolint.sarif',
    'bibliolint-baseline.json',
    '.bibliolintignore',
    '.bibliolintrc',
  ])('and not of %s, which may be a report or is what it is called', async (name) => {
    expect(await notices({ 'a.md': page, [name]: '' })).toEqual([]);
  });
});

test.each([
  ['./drafts', ['a.md', 'notes/drafts/a.md']],
  ['./drafts/', ['a.md', 'notes/drafts/a.md']],
  ['drafts', ['a.md']],
])('the pattern %s of files that are left alone is relative to its configuration', async (pattern, left) => {
  const config = { 'bibliolint.config.json': JSON.stringify({ ignore: [pattern] }) };
  const { files } = await lint({ ...config, 'a.md': 'a', 'drafts/a.md': 'a', 'notes/drafts/a.md': 'a' });
  expect(files.map(({ path }) => path)).toEqual(left);
});
