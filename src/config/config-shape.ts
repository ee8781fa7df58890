import { DIALECTS, type Rule } from '../model.ts';
import { optionsShape } from './option-shapes.ts';
import { LEVELS } from './schema.ts';
import type { RecordShape, Shape } from './shape.ts';

const LEVEL: Shape = { kind: 'choice', values: LEVELS, name: 'level' };

const TEXTS: Shape = {
  kind: 'either',
  shapes: [{ kind: 'string' }, { kind: 'list', items: { kind: 'string' } }],
};

const ARGUMENT: Shape = {
  kind: 'either',
  shapes: [{ kind: 'number', isPosition: true }, { kind: 'string' }],
};

const DIALECT: Shape = {
  kind: 'choice',
  values: DIALECTS,
  description: 'Reads every document in this dialect instead of the detected one.',
};

const SHORTCODE: Shape = {
  kind: 'record',
  noun: 'setting',
  fields: {
    key: { ...ARGUMENT, description: 'Position from 0, or name, of the argument that holds the cite keys.' },
    reference: { ...ARGUMENT, description: 'The argument that holds the reference text.' },
    locator: { ...ARGUMENT, description: 'The argument that holds the pages.' },
    separators: { kind: 'string', description: 'Characters that separate several keys.' },
    suppressPrefix: { kind: 'boolean', description: 'A leading - suppresses the author.' },
    referenceRequired: {
      kind: 'boolean',
      description: 'The template stops the build without a reference text.',
    },
    paired: { kind: 'boolean', description: 'The shortcode needs a closing tag.' },
    referenceList: { kind: 'boolean', description: 'The shortcode prints the list of references.' },
  },
};

/** The shape of a configuration file for these rules. */
export function configShape(rules: readonly Rule[]): RecordShape {
  const settings: Shape = {
    kind: 'record',
    noun: 'rule',
    name: 'rules',
    description: 'Level of a rule, its level and options, or its options alone.',
    fields: Object.fromEntries(rules.map((rule) => [rule.id, ruleShape(rule)])),
  };
  return {
    kind: 'record',
    noun: 'setting',
    fields: {
      $schema: { kind: 'string', description: 'The JSON Schema editors check this file with.' },
      root: {
        kind: 'boolean',
        description: 'Configuration files further up say nothing about the files below this one.',
      },
      extends: {
        ...TEXTS,
        description: 'Configurations this one builds on: files of the project, or packages installed in it.',
      },
      plugins: {
        kind: 'list',
        items: { kind: 'string' },
        description: 'Packages or files with rules of their own; they run only with --allow-code-config.',
      },
      preset: {
        kind: 'choice',
        values: ['recommended', 'strict', 'all'],
        description: 'Which rules run unless said otherwise.',
      },
      preview: {
        kind: 'boolean',
        description: 'Also runs the rules whose precision is still being measured.',
      },
      dialect: DIALECT,
      bibliographies: {
        kind: 'list',
        items: { kind: 'string' },
        description: 'Bibliographies of all documents, relative to this file.',
      },
      ignore: {
        kind: 'list',
        items: { kind: 'string' },
        description: 'Patterns, as in .gitignore, of files that are left alone.',
      },
      shortcodes: {
        kind: 'map',
        noun: 'shortcode',
        values: SHORTCODE,
        description: 'What the arguments of a shortcode mean, where its template does not say it.',
      },
      rules: settings,
      overrides: {
        kind: 'list',
        description: 'Other settings for some files; a later one wins.',
        items: {
          kind: 'record',
          noun: 'setting',
          required: ['files'],
          fields: {
            files: { ...TEXTS, description: 'Patterns of the files this is about.' },
            excludeFiles: { ...TEXTS, description: 'Patterns of files this is not about.' },
            rules: settings,
            dialect: DIALECT,
          },
        },
      },
    },
  };
}

function ruleShape(rule: Rule): Shape {
  const options = optionsShape(rule);
  return {
    kind: 'either',
    description: rule.description,
    default: rule.level,
    shapes: [
      LEVEL,
      { kind: 'tuple', least: 1, items: [LEVEL, options], called: 'a list of a level and options' },
      options,
    ],
  };
}
