import type { DialectName, Level } from '../model.ts';

/** What a configuration file may hold. Data only: nothing in it is ever run. */
export interface ConfigFile {
  readonly $schema?: string;
  /** Configuration files further up say nothing about the files below this one. */
  readonly root?: boolean;
  /** Configurations this one builds on: files of the project, or packages installed in it. */
  readonly extends?: string | readonly string[];
  /** Packages or files that bring rules of their own. They are code, so they run only where the user allows it. */
  readonly plugins?: readonly string[];
  readonly preset?: PresetName;
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

/** The names of presets, as `preset` takes them. */
export type PresetName = 'recommended' | 'strict' | 'all';

/** The level of a rule, or none. */
export type RuleLevel = Level | 'off';

/** A level, a level with options, or options alone. */
export type RuleConfig = RuleLevel | RuleOptions | readonly [RuleLevel] | readonly [RuleLevel, RuleOptions];

/** Options of a rule as a user wrote them, before they are checked. */
export type RuleOptions = Readonly<Record<string, unknown>>;

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

/** The levels a rule may be set to, as a configuration and `--rule` take them. */
export const LEVELS: readonly RuleLevel[] = ['error', 'warning', 'note', 'off'];
