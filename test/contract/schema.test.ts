import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { checkConfig } from '../../src/config/check-config.ts';
import { configShape } from '../../src/config/config-shape.ts';
import { configSchema } from '../../src/index.ts';

const validate = new Ajv({ allErrors: true, strict: true, strictTuples: false }).compile(configSchema());
const shape = configShape(rules);

const GOOD: readonly object[] = [
  {},
  { $schema: './node_modules/bibliolint/dist/schema.json', root: true, preset: 'strict', preview: true },
  { extends: './base.yaml', plugins: ['house'] },
  { extends: ['./base.yaml', '@press/house'], dialect: 'mkdocs-bibtex', bibliographies: ['refs.bib'] },
  { shortcodes: { cite: { key: 0, reference: 'text', separators: ',; ', paired: false } } },
  { rules: { 'undefined-key': 'off' } },
  { rules: { 'undefined-key': ['warning'] } },
  { rules: { 'undefined-key': ['note', { allow: ['knuth1997'] }] } },
  { rules: { 'undefined-key': { allow: [] }, 'missing-field': { profile: 'biblatex-biber' } } },
  {
    rules: {
      'missing-front-matter-field': { fields: { jekyll: ['title'] }, paths: { 'posts/**': ['title'] } },
    },
  },
  { overrides: [{ files: ['*.qmd', '!x.qmd'], excludeFiles: 'drafts', dialect: 'quarto', rules: {} }] },
];

const BAD: readonly unknown[] = [
  [],
  null,
  'strict',
  { preset: 'strickt' },
  { rulez: {} },
  { root: 'yes' },
  { extends: 3 },
  { dialect: 'word' },
  { bibliographies: 'refs.bib' },
  { shortcodes: { cite: { key: -1 } } },
  { shortcodes: { cite: { keys: 0 } } },
  { rules: { 'no-such-rule': 'off' } },
  { rules: { 'undefined-key': 'warn' } },
  { rules: { 'undefined-key': 2 } },
  { rules: { 'undefined-key': [] } },
  { rules: { 'undefined-key': ['error', { alow: [] }] } },
  { rules: { 'undefined-key': { allow: 'knuth1997' } } },
  { rules: { 'undefined-key': { allow: [1997] } } },
  { rules: { 'missing-field': { profile: 'bibtx' } } },
  { rules: { 'missing-front-matter-field': { fields: { hugoo: [] } } } },
  { rules: { 'missing-front-matter-field': { paths: { 'posts/**': 'title' } } } },
  { overrides: [{ dialect: 'hugo' }] },
  { overrides: { files: '*' } },
];

test.each(GOOD)('allows %j', (config) => {
  expect(validate(config), JSON.stringify(validate.errors)).toBe(true);
  expect(checkConfig(config, shape)).toEqual([]);
});

test.each(BAD)('refuses %j', (config) => {
  expect(validate(config)).toBe(false);
  expect(checkConfig(config, shape)).not.toEqual([]);
});

test('the schema and the check of the program say the same of any value', () => {
  const { value: scalar } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(0, 1, -1, 1.5, true, null, 'error', 'off', 'auto', 'refs.bib', '*.md', 'hugo'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('allow', 'profile', 'key', 'files', 'rules', 'hugo'), tie('value'), {
        maxKeys: 2,
      }),
    ),
  }));
  const setting = fc.constantFrom(...Object.keys(shape.fields));
  const rule = fc.dictionary(fc.constantFrom('undefined-key', 'missing-field', 'invalid-doi', 'x'), scalar, {
    maxKeys: 2,
  });
  const config = fc.oneof(fc.dictionary(setting, scalar, { maxKeys: 3 }), fc.record({ rules: rule }));
  fc.assert(
    fc.property(config, (value) => {
      expect(checkConfig(value, shape).length === 0, JSON.stringify(value)).toBe(validate(value));
    }),
    { numRuns: 1000 },
  );
});

describe('for editors', () => {
  const { definitions } = configSchema() as {
    definitions: Record<string, { properties: Record<string, object> }>;
  };
  const properties = definitions['rules']?.properties ?? {};

  test('every rule is described, and so is every option', () => {
    expect(Object.keys(properties)).toEqual(rules.map(({ id }) => id));
    for (const { id, description, options, optionInfo = {} } of rules) {
      expect(properties[id]).toMatchObject({ description });
      expect(Object.keys(optionInfo), id).toEqual(Object.keys(options));
      for (const info of Object.values(optionInfo)) expect(info?.description).toMatch(/^[A-Z].*\.$/);
    }
  });
});
