import { DIALECTS } from '../model.ts';

/**
 * One option of the command line. The parsing, the help, the suggestions for misspelt options and the shell completions
 * are all made from these tables, and nothing else says what options there are.
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
  /** Of the choices, the one that the option means without a value; then a word that is no choice is none of its. */
  readonly alone?: string;
  /** What a shell offers for the value beside the choices. */
  readonly completes?: Completion;
  /** Taken, but nothing a person would write. */
  readonly isHidden?: boolean;
}

/** Kinds of words a shell can offer. */
export type Completion = 'files' | 'folders' | 'rules' | 'formats' | 'shells';

/** Options of a command by their long names. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;

const COLOR_OPTIONS = {
  color: {
    describe: 'Colour what is printed; by itself for terminals and the logs of GitHub and GitLab',
    takes: 'maybe-value',
    choices: ['always', 'auto', 'never'],
    alone: 'always',
  },
  'no-color': { describe: 'Do not colour it', takes: 'nothing' },
} as const satisfies OptionTable;

/** The options that say which configuration holds. */
export const CONFIG_OPTIONS = {
  config: {
    alias: 'c',
    describe: 'Use this configuration file for all files',
    takes: 'value',
    completes: 'files',
  },
  'no-config': { describe: 'Use no configuration file', takes: 'nothing' },
  'allow-code-config': {
    describe: 'Run plugins and configurations that are code; only in a project you trust',
    takes: 'nothing',
  },
} as const satisfies OptionTable;

/** The options that say what to read, for every command that reads a project. */
export const TARGET_OPTIONS = {
  dialect: {
    describe: 'Read every document in this dialect instead of the detected one',
    takes: 'value',
    choices: DIALECTS,
  },
  ...CONFIG_OPTIONS,
  stdin: { describe: 'Read one document from standard input, as - does', takes: 'nothing' },
  'stdin-filename': {
    describe: 'Read standard input, which stands for this path',
    takes: 'value',
    completes: 'files',
  },
  'no-ignore': {
    describe: 'Also read what .gitignore, .bibliolintignore and the configuration leave out',
    takes: 'nothing',
  },
  'force-exclude': {
    describe: 'Leave such files out without a word even where they are named',
    takes: 'nothing',
  },
  'no-warn-ignored': { describe: 'Say nothing of files that are named and left out', takes: 'nothing' },
  'no-error-on-unmatched-pattern': {
    describe: 'End with 0 where nothing is there to check',
    takes: 'nothing',
  },
} as const satisfies OptionTable;

/** The options that say what is reported and how, shared by `lint` and `merge`. */
const REPORT_OPTIONS = {
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
  rule: {
    describe: 'Set a rule, as ID:LEVEL or ID:LEVEL:OPTIONS with the options as JSON',
    takes: 'values',
    completes: 'rules',
  },
  only: { describe: 'Run only this rule', takes: 'values', completes: 'rules' },
  skip: { describe: 'Do not run this rule', takes: 'values', completes: 'rules' },
  'no-inline-config': { describe: 'Take no notice of the lint directives in files', takes: 'nothing' },
  ...COLOR_OPTIONS,
  quiet: { alias: 'q', describe: 'Report errors only', takes: 'nothing' },
  'max-warnings': { describe: 'Fail when there are more warnings than this', takes: 'value' },
  'max-diagnostics': { describe: 'Print no more findings than this in the text report', takes: 'value' },
  statistics: { describe: 'Count the findings of each rule in the text report', takes: 'nothing' },
  baseline: {
    describe: 'Leave out the findings that this file knows',
    takes: 'value',
    completes: 'files',
  },
  'update-baseline': { describe: 'Write what is found now to the baseline', takes: 'nothing' },
  'prune-baseline': { describe: 'Drop from the baseline what is found no more', takes: 'nothing' },
  'no-progress': { describe: 'Do not show on a terminal how far a long run has come', takes: 'nothing' },
  'exit-zero': { describe: 'End with 0 whatever was found', takes: 'nothing' },
} as const satisfies OptionTable;

const FIX_OPTIONS = {
  fix: { describe: 'Make the safe fixes', takes: 'nothing' },
  'unsafe-fixes': { describe: 'Make the unsafe fixes too', takes: 'nothing' },
  'fix-dry-run': { describe: 'Report as if fixed; write nothing', takes: 'nothing' },
  diff: { describe: 'Print the fixes as a patch instead', takes: 'nothing' },
} as const satisfies OptionTable;

const SCOPE_OPTIONS = {
  changed: {
    describe: 'Report on files that changed since this commit, or since the last one',
    takes: 'maybe-value',
  },
  staged: {
    describe: 'Report on files that the next commit changes, as they are staged',
    takes: 'nothing',
  },
  cache: { describe: 'Keep what is read from each file for the next run', takes: 'nothing' },
  'cache-location': { describe: 'Keep it in this folder', takes: 'value', completes: 'folders' },
  shard: {
    describe: 'Read one part of the documents, 1/4, and write its facts for bibliolint merge',
    takes: 'value',
  },
  watch: { alias: 'w', describe: 'Check again after every change', takes: 'nothing' },
} as const satisfies OptionTable;

const PRINT_OPTIONS = {
  'list-files': { describe: 'Print the files that would be checked', takes: 'nothing' },
  'print-config': {
    describe: 'Print what holds for this file, and where each value comes from',
    takes: 'value',
    completes: 'files',
  },
} as const satisfies OptionTable;

/** The options of linting. */
export const LINT_OPTIONS = {
  ...TARGET_OPTIONS,
  ...REPORT_OPTIONS,
  ...FIX_OPTIONS,
  ...SCOPE_OPTIONS,
  ...PRINT_OPTIONS,
} as const satisfies OptionTable;

/** The headings of the help, and what stands under each. */
export const OPTION_GROUPS: Readonly<Record<string, OptionTable>> = {
  'What is read:': TARGET_OPTIONS,
  'What is found and reported:': REPORT_OPTIONS,
  'Fixing:': FIX_OPTIONS,
  'Large sites and changes:': SCOPE_OPTIONS,
  'Printing something else:': PRINT_OPTIONS,
};

/** The options of `bibliolint merge`. */
export const MERGE_OPTIONS = { ...CONFIG_OPTIONS, ...REPORT_OPTIONS } as const satisfies OptionTable;

/** The options of `bibliolint extract`. */
export const EXTRACT_OPTIONS = {
  to: { describe: 'What to write; bibtex by default', takes: 'value', choices: ['bibtex', 'csl-json'] },
  'output-file': {
    alias: 'o',
    describe: 'Write the bibliography to this file',
    takes: 'value',
    completes: 'files',
  },
  rewrite: {
    describe: 'Replace the references in the pages by citations of the bibliography',
    takes: 'nothing',
  },
  diff: { describe: 'With --rewrite: print the changes as a patch instead', takes: 'nothing' },
  'dry-run': { describe: 'With --rewrite: say what would change; write nothing', takes: 'nothing' },
  ...TARGET_OPTIONS,
} as const satisfies OptionTable;

/** The options of `bibliolint rename`. */
const RENAME_OPTIONS = {
  diff: { describe: 'Print a patch and write nothing', takes: 'nothing' },
  'dry-run': { describe: 'Print the places and write nothing', takes: 'nothing' },
  ...TARGET_OPTIONS,
} as const satisfies OptionTable;

/** The options of `bibliolint init`. */
const INIT_OPTIONS = {
  'dry-run': { describe: 'Print the configuration and write nothing', takes: 'nothing' },
} as const satisfies OptionTable;

/** The options of `bibliolint rules`. */
export const RULES_OPTIONS = {
  json: { describe: 'Print them as JSON', takes: 'nothing' },
} as const satisfies OptionTable;

/** Editors add these by habit; there is no other way to talk to the server. */
const LSP_OPTIONS = {
  stdio: { describe: 'Talk over standard input and output', takes: 'nothing', isHidden: true },
  clientProcessId: { describe: 'The process of the editor', takes: 'value', isHidden: true },
} as const satisfies OptionTable;

/** The options every command has. */
export const COMMON_OPTIONS = {
  help: { alias: 'h', describe: 'Show help', takes: 'nothing' },
  version: { alias: 'v', describe: 'Show version number', takes: 'nothing' },
} as const satisfies OptionTable;

/** A command, and what may stand behind it. */
export interface CommandSpec {
  readonly describe: string;
  /** The words behind its name, as yargs writes them: `<rule>`, `[paths..]`. */
  readonly operands: string;
  readonly completes?: Completion;
  readonly options: OptionTable;
}

/** Every command by its name. What no command is named for is linted. */
export const COMMANDS = {
  lint: {
    describe: 'Check documents and bibliographies',
    operands: '[paths..]',
    completes: 'files',
    options: LINT_OPTIONS,
  },
  init: {
    describe: 'Look at a site, say what it is, and write a configuration to begin with',
    operands: '[folder]',
    completes: 'folders',
    options: INIT_OPTIONS,
  },
  inspect: {
    describe: 'Print what is read from each file, as JSON lines',
    operands: '[paths..]',
    completes: 'files',
    options: TARGET_OPTIONS,
  },
  extract: {
    describe: 'Make a bibliography of the references written out in the pages',
    operands: '[paths..]',
    completes: 'files',
    options: EXTRACT_OPTIONS,
  },
  rename: {
    describe: 'Rename a cite key in every bibliography and document',
    operands: '<old> <new> [paths..]',
    options: RENAME_OPTIONS,
  },
  merge: {
    describe: 'Join the facts of shards and report as one run',
    operands: '<facts..>',
    completes: 'files',
    options: MERGE_OPTIONS,
  },
  rules: { describe: 'List all rules', operands: '', options: RULES_OPTIONS },
  explain: {
    describe: 'Print the page of a rule',
    operands: '<rule>',
    completes: 'rules',
    options: COLOR_OPTIONS,
  },
  lsp: {
    describe: 'Serve an editor: findings, fixes, completion of cite keys and more, over stdin and stdout',
    operands: '',
    options: LSP_OPTIONS,
  },
  completion: {
    describe: 'Print the completion script of a shell',
    operands: '<shell>',
    completes: 'shells',
    options: {},
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

/** The command that a command line names, `lint` where it names none. */
export function commandOf(args: readonly string[]): keyof typeof COMMANDS {
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  const [first] = args.filter((word) => !word.startsWith('-'));
  return names.find((name) => name === first) ?? 'lint';
}
