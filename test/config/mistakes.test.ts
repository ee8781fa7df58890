import { describe, expect, test } from 'vitest';
import { errorOf } from './read-configs.ts';

/** One mistake as each format writes it, the place of it marked by `‸`. */
const MISTAKES: readonly (readonly [name: string, error: string, ...texts: readonly string[]])[] = [
  [
    'an unknown setting',
    'There is no setting `rule`. (Did you mean rules?)',
    '{\n  "preset": "strict",\n  ‸"rule": {}\n}',
    'preset: strict\n‸rule: {}\n',
    'preset = "strict"\n‸rule = {}\n',
  ],
  [
    'an unknown rule',
    'There is no rule `undefined-kay`. (Did you mean undefined-key?)',
    '{ // rules\n  "rules": { "sample-rule": "off", ‸"undefined-kay": "off" },\n}',
    'rules:\n  sample-rule: off\n  ‸undefined-kay: error\n',
    '[rules]\nsample-rule = "off" # here\n  ‸undefined-kay = "error"\n',
  ],
  [
    'an unknown rule in an override',
    'There is no rule `undefined-kay`. (Did you mean undefined-key?)',
    '{"overrides": [{"files": "a"}, {"files": "b", "rules": {‸"undefined-kay": "off"}}]}',
    'overrides:\n- files: a\n- files: b\n  rules: { ‸undefined-kay: error }\n',
    '[[overrides]]\nfiles = "a"\n[[overrides]]\nfiles = "b"\nrules.‸undefined-kay = "error"\n',
  ],
  [
    'a level that is none',
    '`rules.undefined-key` must be one of error, warning, note, off. (Did you mean warning?)',
    '{"rules": {\n"undefined-key": ‸"warn"}}',
    'rules:\n  undefined-key: ‸warn\n',
    'rules = { undefined-key = ‸"warn" }\n',
  ],
  [
    'a value of another kind',
    '`preview` must be true or false.',
    '{"preview": ‸"yes"}',
    'preview: ‸"yes"\n',
    'preview = ‸"yes"\n',
  ],
  [
    'an item of another kind',
    '`bibliographies.1` must be a string.',
    '{"bibliographies": ["a.bib", ‸3]}',
    'bibliographies:\n  - a.bib\n  - ‸3\n',
    'bibliographies = ["a.bib", ‸3]\n',
  ],
  [
    'an unknown option',
    'There is no option `alow` in `rules.sample-rule.1`. (Did you mean allow?)',
    '{"rules": {"sample-rule": ["error", {‸"alow": []}]}}',
    'rules:\n  sample-rule:\n    - error\n    - ‸alow: []\n',
    '[rules]\nsample-rule = ["error", { ‸alow = [] }]\n',
  ],
  [
    'an option of another kind',
    '`rules.sample-rule.allow` must be a list of strings.',
    '{"rules": {"sample-rule": {"most": 4, "allow": ‸"knuth1997"}}}',
    'rules:\n  sample-rule:\n    most: 4\n    allow: ‸knuth1997\n',
    '[rules.sample-rule]\nmost = 4\nallow = ‸"knuth1997"\n',
  ],
  [
    'an item of an option',
    '`rules.sample-rule.1.allow.0` must be a string.',
    '{"rules": {"sample-rule": ["error", {"allow": [‸1997]}]}}',
    'rules: { sample-rule: [error, { allow: [‸1997] }] }\n',
    '[rules]\nsample-rule = ["error", { allow = [‸1997] }]\n',
  ],
  [
    'a choice of an option',
    '`rules.sample-rule.profile` must be one of auto, bibtex. (Did you mean bibtex?)',
    '{"rules": {"sample-rule": {"profile": ‸"bibtx"}}}',
    'rules: { sample-rule: { profile: ‸bibtx } }\n',
    '[rules]\nsample-rule = { profile = ‸"bibtx" }\n',
  ],
  [
    'a name in an option',
    'There is no name `hugoo` in `rules.sample-rule.fields`. (Did you mean hugo?)',
    '{"rules": {"sample-rule": {"fields": {‸"hugoo": []}}}}',
    'rules: { sample-rule: { fields: { ‸hugoo: [] } } }\n',
    '[rules.sample-rule.fields]\n‸hugoo = []\n',
  ],
  [
    'an option of a rule without any',
    'There is no option `allow` in `rules.undefined-key`. (It takes no options.)',
    '{"rules": {"undefined-key": {‸"allow": []}}}',
    'rules: { undefined-key: { ‸allow: [] } }\n',
    '[rules.undefined-key]\n‸allow = []\n',
  ],
  [
    'an override without files',
    '`overrides.0` lacks `files`.',
    '{"overrides": [‸{"dialect": "hugo"}]}',
    'overrides:\n  - ‸dialect: hugo\n',
    'overrides = [‸{ dialect = "hugo" }]\n',
  ],
  [
    'a position that is none',
    '`shortcodes.cite.key` must be a whole number from 0, or a string.',
    '{"shortcodes": {"cite": {"key": ‸true}}}',
    'shortcodes: { cite: { key: ‸true } }\n',
    '[shortcodes.cite]\nkey = ‸true\n',
  ],
  [
    'too many parts of a rule',
    '`rules.undefined-key` must be a list of a level and options.',
    '{"rules": {"undefined-key": ‸["error", {}, 1]}}',
    'rules: { undefined-key: ‸[error, {}, 1] }\n',
    '[rules]\nundefined-key = ‸["error", {}, 1]\n',
  ],
  [
    'something that extends nothing',
    'There is no configuration `house-style`, neither as a file nor as an installed package.',
    '{"extends": ["./base.json", ‸"house-style"]}',
    'extends: [./base.json, ‸house-style]\n',
    'extends = ["./base.json", ‸"house-style"]\n',
  ],
  [
    'a way out of the project',
    '`../../base.json` leads out of the project.',
    '{"extends": ‸"../../base.json"}',
    'extends: ‸../../base.json\n',
    'extends = ‸"../../base.json"\n',
  ],
  [
    'a plugin',
    'Plugins are code, and code is not run. (In a project you trust, --allow-code-config or BIBLIOLINT_ALLOW_CODE=1 allows it.)',
    '{"plugins": [‸"house"]}',
    'plugins:\n  - ‸house\n',
    'plugins = [‸"house"]\n',
  ],
];

const NAMES = ['bibliolint.config.json', 'bibliolint.config.yaml', 'bibliolint.config.toml'];

describe.each(MISTAKES)('%s', (_, error, ...texts) => {
  test.each(texts.map((text, index) => [NAMES[index] ?? '', text]))('%s', async (name, text) => {
    const before = text.slice(0, text.indexOf('‸')).split('\n');
    const place = `${before.length}:${(before.at(-1) ?? '').length + 1}`;
    const files = { [name]: text.replace('‸', ''), 'base.json': '{}' };
    expect(await errorOf(files)).toBe(`${name}:${place}: ${error}`);
    const behindMark = { ...files, [name]: `\ufeff${files[name]}` };
    expect(await errorOf(behindMark)).toBe(`${name}:${place}: ${error}`);
    const onWindows = { ...files, [name]: (files[name] ?? '').replaceAll('\n', '\r\n') };
    expect(await errorOf(onWindows)).toBe(`${name}:${place}: ${error}`);
  });
});

describe('broken syntax', () => {
  test.each([
    ['bibliolint.config.json', '{\n  "preset" "strict"\n}', '2:12: This is not JSON: colon expected.'],
    ['bibliolint.config.json', '{"preset": strict}', '1:12: This is not JSON: invalid symbol.'],
    ['bibliolint.config.json', '{"rules": {}, "rules": {}}', '1:15: `rules` stands twice in this object.'],
    ['bibliolint.config.yaml', 'preset: strict\n  rules: {}\n', '1:9: This is not YAML: '],
    ['bibliolint.config.yaml', 'rules: {}\nrules: {}\n', '2:1: `rules` stands twice in this map.'],
    ['bibliolint.config.yaml', 'rules: *none\n', '1:1: This is not YAML: '],
    ['bibliolint.config.toml', 'preset = "strict"\nrules = {\n', '3:1: This is not TOML: '],
    ['bibliolint.config.toml', 'preset = strict\n', '1:10: This is not TOML: '],
    ['.bibliolintrc', '[]', '1:1: The configuration must be an object of settings.'],
    ['bibliolint.config.yaml', '- a\n', '1:1: The configuration must be an object of settings.'],
  ])('%s %j', async (name, text, error) => {
    expect(await errorOf({ [name]: text })).toContain(`${name}:${error}`);
  });
});

describe('what is made to harm', () => {
  test.each([
    ['bibliolint.config.json', `{"rules": ${'['.repeat(100_000)}`],
    ['bibliolint.config.json', `{"rules": ${'{"a":'.repeat(20_000)}`],
    ['bibliolint.config.yaml', '['.repeat(100_000)],
    ['bibliolint.config.yaml', `a: ${'[,'.repeat(50_000)}`],
    ['bibliolint.config.yaml', `${'- '.repeat(50_000)}a`],
    ['bibliolint.config.yaml', `a: &a [*a]\nbibliographies: *a\n`],
    [
      'bibliolint.config.yaml',
      `rules:\n${Array.from({ length: 20_000 }, (_, n) => `  r${n}: off`).join('\n')}`,
    ],
    [
      'bibliolint.config.yaml',
      `${Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`).join('\n')}`.replaceAll(
        '*a0',
        'x',
      ),
    ],
    ['bibliolint.config.toml', `a = ${'['.repeat(100_000)}`],
    ['bibliolint.config.toml', `${'a.'.repeat(50_000)}b = 1`],
    ['bibliolint.config.json', `{"$schema": "${'x'.repeat(300_000)}"}`],
  ])('%s %.20s ends soon, as one message', async (name, text) => {
    const started = performance.now();
    expect(await errorOf({ [name]: text })).toMatch(
      new RegExp(`^${name.replaceAll('.', '\\.')}(?::\\d+:\\d+)?: .`),
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is a name',
    async (name) => {
      const places = [
        ['bibliolint.config.json', `{"${name}": 1}`, `There is no setting \`${name}\`.`],
        ['bibliolint.config.yaml', `rules: { ${name}: off }`, `There is no rule \`${name}\`.`],
        ['bibliolint.config.toml', `[rules.sample-rule]\n${name} = 1`, `There is no option \`${name}\` in`],
      ] as const;
      for (const [file, text, error] of places) expect(await errorOf({ [file]: text })).toContain(error);
      const shortcodes = `{"shortcodes": {"${name}": {"key": 0}}}`;
      expect(await errorOf({ 'bibliolint.config.json': shortcodes })).toBe('no error');
      expect(({} as Record<string, unknown>)['key']).toBeUndefined();
    },
  );

  test('files that extend each other many times over', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `c${n}.json`,
        `{"extends": ["./c${n + 1}.json", "./c${n + 1}.json"]}`,
      ]),
    );
    const error = await errorOf({
      ...files,
      'c30.json': '{}',
      'bibliolint.config.json': '{"extends": "./c0.json"}',
    });
    expect(error).toMatch(/^c\d+\.json: Too many configurations extend each other\.$/);
  });

  test('a second YAML document', async () => {
    expect(await errorOf({ 'bibliolint.config.yaml': '---\npreset: strict\n---\npreset: all\n' })).toBe(
      'bibliolint.config.yaml:3:1: A configuration is one YAML document; here begins a second one.',
    );
  });

  test('UTF-16, as Windows PowerShell writes it', async () => {
    const text = Buffer.from('\ufeff{"preset": "strict"}', 'utf16le').toString('utf8');
    expect(await errorOf({ 'bibliolint.config.json': text })).toBe(
      'bibliolint.config.json: This configuration is not saved as UTF-8.',
    );
  });

  test('files that extend themselves', async () => {
    const files = {
      'bibliolint.config.json': '{"extends": "./a.yaml"}',
      'a.yaml': 'extends: ./bibliolint.config.json',
    };
    expect(await errorOf(files)).toContain(
      'The configuration extends itself: bibliolint.config.json → a.yaml → bibliolint.config.json.',
    );
  });
});
