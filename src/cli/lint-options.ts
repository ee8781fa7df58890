import { posix } from 'node:path';
import type { Argv } from 'yargs';
import { UserError } from '../errors.ts';
import { type ReportFormat, reporters } from '../report/reporters.ts';
import { single } from './options.ts';
import type { ReportTarget } from './print-report.ts';
import type { LintOptions } from './run-lint.ts';

/** The options that say what is reported and how, shared by `lint` and `merge`. */
export function withReportOptions<T>(parser: Argv<T>) {
  return parser
    .option('format', {
      alias: 'f',
      describe: 'How findings are printed; NAME:FILE writes a file, and several may be given',
      type: 'string',
      array: false,
      requiresArg: true,
    })
    .option('output-file', {
      alias: 'o',
      describe: 'Write the report to this file',
      type: 'string',
      requiresArg: true,
    })
    .option('only', { describe: 'Run only this rule', type: 'string', requiresArg: true })
    .option('skip', { describe: 'Do not run this rule', type: 'string', requiresArg: true })
    .option('color', { describe: 'Colour the text report, or do not', type: 'boolean' })
    .option('quiet', { alias: 'q', describe: 'Report errors only', type: 'boolean', default: false })
    .option('max-warnings', {
      describe: 'Fail when there are more warnings than this',
      type: 'string',
      requiresArg: true,
    })
    .option('baseline', {
      describe: 'Leave out the findings that this file knows',
      type: 'string',
      requiresArg: true,
    })
    .option('update-baseline', {
      describe: 'Write what is found now to the baseline',
      type: 'boolean',
      default: false,
    })
    .option('prune-baseline', {
      describe: 'Drop from the baseline what is found no more',
      type: 'boolean',
      default: false,
    })
    .option('exit-zero', {
      describe: 'End with 0 whatever was found',
      type: 'boolean',
      default: false,
    });
}

/** What the lint options of a command line say. Throws `UserError`. */
export function readOptions(args: Readonly<Record<string, never>>): LintOptions {
  return {
    reports: readReports(list(args['format']), single<string>(args['outputFile'], 'output-file')),
    fix: args['fix'] === true,
    unsafeFixes: args['unsafeFixes'] === true,
    dryRun: args['fixDryRun'] === true,
    diff: args['diff'] === true,
    only: list(args['only']),
    skip: list(args['skip']),
    color: args['color'],
    quiet: args['quiet'] === true,
    maxWarnings: wholeNumber(single<string>(args['maxWarnings'], 'max-warnings'), 'max-warnings'),
    exitZero: args['exitZero'] === true,
    cache: {
      cache: args['cache'] === true,
      location: single<string>(args['cacheLocation'], 'cache-location'),
    },
    changed: single<string>(args['changed'], 'changed'),
    staged: args['staged'] === true,
    baseline: {
      file: single<string>(args['baseline'], 'baseline'),
      update: args['updateBaseline'] === true,
      prune: args['pruneBaseline'] === true,
    },
    facts: [],
    watch: args['watch'] === true,
  };
}

/** `text`, `sarif:out.sarif`: what is printed, and where each report goes; `-o` names the file of the only one. */
function readReports(formats: readonly string[], outputFile: string | undefined): readonly ReportTarget[] {
  const reports = (formats.length === 0 ? ['text'] : formats).map((given): ReportTarget => {
    const cut = given.indexOf(':');
    const name = cut === -1 ? given : given.slice(0, cut);
    if (!Object.hasOwn(reporters, name)) {
      throw new UserError(`There is no format ${JSON.stringify(name)}.`, {
        hint: `There is: ${Object.keys(reporters).join(', ')}.`,
      });
    }
    const file = cut === -1 ? undefined : given.slice(cut + 1);
    if (file === '') throw new UserError(`--format ${given} names no file behind the colon.`);
    return { format: name as ReportFormat, ...(file === undefined ? {} : { file }) };
  });
  if (outputFile === undefined) return inFilesOfTheirOwn(reports);
  const [only, ...others] = reports;
  if (only === undefined || others.length > 0 || only.file !== undefined) {
    throw new UserError('--output-file goes with one --format only.', {
      hint: 'Write --format NAME:FILE instead.',
    });
  }
  return [{ ...only, file: outputFile }];
}

/** The second report in one file would take the place of the first. */
function inFilesOfTheirOwn(reports: readonly ReportTarget[]): readonly ReportTarget[] {
  const taken = new Set<string>();
  for (const { file } of reports) {
    if (file === undefined) continue;
    const path = posix.normalize(file);
    if (taken.has(path)) throw new UserError(`Two reports are to be written into ${file}.`);
    taken.add(path);
  }
  return reports;
}

/** One value or several, as yargs hands them over. */
export function list(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

function wholeNumber(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) {
    throw new UserError(`--${option} wants a whole number, not ${JSON.stringify(value)}.`);
  }
  return Number(value);
}
