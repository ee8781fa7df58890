import { DIALECTS } from '../model.ts';

/**
 * One option of the command line. The parsers, the help, the suggestions for misspelt options and the shell completions
 * are all made from these.
 */
export interface OptionSpec {
  readonly describe: string;
  readonly alias?: string;
  /**
   * What stands behind it: nothing, one value, one value that may be left out, or a value each time the option is
   * repeated.
   */
  readonly takes: 'nothing' | 'value' | 'maybe-value' | 'values';
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** What a shell offers for the value beside the choices. */
  readonly completes?: 'files' | 'folders' | 'rules' | 'formats';
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** The options that say what to read, for every command that reads a project. */
export const TARGET_OPTIONS = {
  dialect: {
    describe: 'Read every document in this dialect instead of the detected one',
    takes: 'value',
    choices: DIALECTS,
  },
  config: {
    alias: 'c',
    describe: 'Use this configuration file for all files',
    takes: 'value',
    completes: 'files',
  },
  'no-config': { describe: 'Use no configuration file', takes: 'nothing' },
  'allow-code-config': {
    describe: 'Run plugins and configurations that are code: only in a project you trust',
    takes: 'nothing',
  },
  'no-ignore': {
    describe: 'Also read what .gitignore, .bibliolintignore and the configuration leave out',
    takes: 'nothing',
  },
  stdin: { describe: 'Read one document from standard input', takes: 'nothing' },
  'stdin-filename': {
    describe: 'The path standard input stands for',
    takes: 'value',
    completes: 'files',
  },
} as const satisfies OptionTable;

/** The options of linting alone. */
export const LINT_OPTIONS = {
  ...TARGET_OPTIONS,
  format: {
    alias: 'f',
    describe: 'How findings are printed; NAME:FILE writes a file, and several may be given',
    takes: 'values',
    completes: 'formats',
  },
  'output-file': {
    alias: 'o',
    describe: 'Write the report to this file',
    takes: 'value',
    completes: 'files',
  },
  fix: { describe: 'Make the safe fixes', takes: 'nothing' },
  'unsafe-fixes': { describe: 'Make the unsafe fixes too', takes: 'nothing' },
  'fix-dry-run': { describe: 'Report as if fixed; write nothing', takes: 'nothing' },
  diff: { describe: 'Print the fixes as a patch instead', takes: 'nothing' },
  rule: {
    describe: 'Set a rule, as ID:LEVEL or ID:LEVEL:OPTIONS with options as JSON',
    takes: 'values',
    completes: 'rules',
  },
  only: { describe: 'Run only this rule', takes: 'values', completes: 'rules' },
  skip: { describe: 'Do not run this rule', takes: 'values', completes: 'rules' },
  'no-inline-config': { describe: 'Take no notice of lint directives in the files', takes: 'nothing' },
  quiet: { alias: 'q', describe: 'Report errors only', takes: 'nothing' },
  'max-warnings': { describe: 'Fail when there are more warnings than this', takes: 'value' },
  'max-diagnostics': { describe: 'Print no more findings than this in the text report', takes: 'value' },
  statistics: { describe: 'Print how often each rule found something, in the text report', takes: 'nothing' },
  color: { describe: 'Colour the text report', takes: 'nothing' },
  'no-color': { describe: 'Do not colour the text report', takes: 'nothing' },
  'exit-zero': { describe: 'End with 0 whatever was found', takes: 'nothing' },
  'no-error-on-unmatched-pattern': {
    describe: 'End with 0 where no file is there to check',
    takes: 'nothing',
  },
  'no-warn-ignored': { describe: 'Say nothing of files that are named and left out', takes: 'nothing' },
  'force-exclude': {
    describe: 'Leave out files that are named as if they were not; no warning',
    takes: 'nothing',
  },
  'list-files': { describe: 'Print the files that would be checked', takes: 'nothing' },
  'print-config': {
    describe: 'Print what holds for this file, and where each value comes from',
    takes: 'value',
    completes: 'files',
  },
} as const satisfies OptionTable;
