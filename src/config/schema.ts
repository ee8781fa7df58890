import type { DialectName, Level } from '../model.ts';

/** What a configuration file may hold. Data only: nothing in it is ever run. */
export interface ConfigFile {
  readonly $schema?: string;
  /** Stops the search for configuration files further up. */
  readonly root?: boolean;
  /** Configuration files this one builds on: paths inside the project. */
  readonly extends?: string | readonly string[];
  readonly preset?: 'recommended' | 'strict' | 'all';
  /** Also runs the rules whose precision is still being measured. */
  readonly preview?: boolean;
  readonly dialect?: DialectName;
  /** Bibliographies of all documents, relative to the configuration file. */
  readonly bibliographies?: readonly string[];
  /** Files and folders that are left alone, as patterns of `.gitignore`. */
  readonly ignore?: readonly string[];
  readonly shortcodes?: Readonly<Record<string, CitingShortcode>>;
  readonly rules?: Readonly<Record<string, RuleConfig>>;
  readonly overrides?: readonly ConfigOverride[];
}

/** A level, or a level with options. */
export type RuleConfig = Level | 'off' | readonly [Level | 'off', Readonly<Record<string, unknown>>];

/** Other settings for some files. */
export interface ConfigOverride {
  readonly files: string | readonly string[];
  readonly excludeFiles?: string | readonly string[];
  readonly rules?: Readonly<Record<string, RuleConfig>>;
  readonly dialect?: DialectName;
}

/** What a shortcode's arguments mean: a position from 0, or a name. */
export interface CitingShortcode {
  readonly key?: number | string;
  readonly reference?: number | string;
  readonly locator?: number | string;
  readonly separators?: string;
  readonly suppressPrefix?: boolean;
  readonly referenceRequired?: boolean;
  readonly paired?: boolean;
  readonly referenceList?: boolean;
}

/** The shape of one value, small enough to check a file and to write the JSON Schema from. */
export type Shape =
  | { readonly kind: 'boolean' | 'string' | 'number' | 'any'; readonly description?: string }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly description?: string }
  | { readonly kind: 'list'; readonly items: Shape; readonly description?: string }
  | { readonly kind: 'either'; readonly shapes: readonly Shape[]; readonly description?: string }
  | { readonly kind: 'tuple'; readonly items: readonly Shape[]; readonly description?: string }
  | {
      readonly kind: 'record';
      readonly fields: Readonly<Record<string, Shape>>;
      readonly required?: readonly string[];
      readonly description?: string;
    }
  | {
      readonly kind: 'map';
      /** Names that are allowed; any, where absent. */
      readonly names?: readonly string[];
      /** What a name stands for in messages: “rule”. */
      readonly noun: string;
      readonly values: Shape;
      readonly description?: string;
    };

const LEVELS: Shape = { kind: 'choice', values: ['error', 'warning', 'note', 'off'] };
const TEXTS: Shape = {
  kind: 'either',
  shapes: [{ kind: 'string' }, { kind: 'list', items: { kind: 'string' } }],
};
const ARGUMENT: Shape = { kind: 'either', shapes: [{ kind: 'number' }, { kind: 'string' }] };

const SHORTCODE: Shape = {
  kind: 'record',
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

/** The names of all dialects, as `--dialect` and a configuration take them. */
export const DIALECTS: readonly DialectName[] = [
  'hugo',
  'jekyll',
  'pandoc',
  'quarto',
  'rmarkdown',
  'myst',
  'sphinx',
  'manubot',
  'mkdocs-bibtex',
  'rehype-citation',
  'distill',
  'markdown',
];

/** The shape of a configuration file, for these rules and dialects. */
export function configShape(ruleIds: readonly string[], dialects: readonly string[]): Shape {
  const rules: Shape = {
    kind: 'map',
    noun: 'rule',
    names: ruleIds,
    description: 'Level of a rule, or its level and options.',
    values: {
      kind: 'either',
      shapes: [
        LEVELS,
        { kind: 'tuple', items: [LEVELS, { kind: 'map', noun: 'option', values: { kind: 'any' } }] },
      ],
    },
  };
  const dialect: Shape = {
    kind: 'choice',
    values: dialects,
    description: 'Reads every document in this dialect instead of the detected one.',
  };
  return {
    kind: 'record',
    fields: {
      $schema: { kind: 'string', description: 'The JSON Schema editors check this file with.' },
      root: { kind: 'boolean', description: 'Stops the search for configuration files further up.' },
      extends: { ...TEXTS, description: 'Configuration files this one builds on: paths inside the project.' },
      preset: {
        kind: 'choice',
        values: ['recommended', 'strict', 'all'],
        description: 'Which rules run unless said otherwise.',
      },
      preview: {
        kind: 'boolean',
        description: 'Also runs the rules whose precision is still being measured.',
      },
      dialect,
      bibliographies: {
        kind: 'list',
        items: { kind: 'string' },
        description: 'Bibliographies of all documents, relative to this file.',
      },
      ignore: {
        kind: 'list',
        items: { kind: 'string' },
        description: 'Patterns of files that are left alone.',
      },
      shortcodes: {
        kind: 'map',
        noun: 'shortcode',
        values: SHORTCODE,
        description: 'What the arguments of a shortcode mean, where its template does not say it.',
      },
      rules,
      overrides: {
        kind: 'list',
        description: 'Other settings for some files; a later one wins.',
        items: {
          kind: 'record',
          required: ['files'],
          fields: { files: TEXTS, excludeFiles: TEXTS, rules, dialect },
        },
      },
    },
  };
}
