import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { FORMAT_NAMES, type ReportFormat } from '../report/format-names.ts';
import { closest } from '../text/similar.ts';
import type { Arguments } from './arguments.ts';
import { colorChoice } from './color.ts';
import type { LINT_OPTIONS, MERGE_OPTIONS } from './option-table.ts';
import type { ReportTarget } from './print-report.ts';
import type { LintOptions } from './run-lint.ts';

/** What the lint options of a command line say. Throws `UserError`. */
export function readOptions(args: Arguments<typeof LINT_OPTIONS>, host: Host): LintOptions {
  return {
    ...readMergeOptions(args, host),
    fix: args.has('fix'),
    unsafeFixes: args.has('unsafe-fixes'),
    dryRun: args.has('fix-dry-run'),
    diff: args.has('diff'),
    cache: { cache: args.has('cache'), location: args.value('cache-location') },
    changed: args.value('changed'),
    staged: args.has('staged'),
    facts: [],
    watch: args.has('watch'),
  };
}

/** The same for `bibliolint merge`, whose words are files of facts. */
export function readMergeOptions(args: Arguments<typeof MERGE_OPTIONS>, host: Host): LintOptions {
  return {
    reports: readReports(args, host),
    color: colorChoice(args),
    quiet: args.has('quiet'),
    most: wholeNumber(args.value('max-diagnostics'), 'max-diagnostics'),
    statistics: args.has('statistics'),
    rules: args.values('rule'),
    only: args.values('only'),
    skip: args.values('skip'),
    inlineConfig: !args.has('no-inline-config'),
    maxWarnings: wholeNumber(args.value('max-warnings'), 'max-warnings'),
    exitZero: args.has('exit-zero'),
    progress: !args.has('no-progress'),
    baseline: {
      file: args.value('baseline'),
      update: args.has('update-baseline'),
      prune: args.has('prune-baseline'),
    },
    fix: false,
    unsafeFixes: false,
    dryRun: false,
    diff: false,
    cache: { cache: false, location: undefined },
    changed: undefined,
    staged: false,
    facts: args.operands,
    watch: false,
  };
}

/**
 * `text`, `sarif:out.sarif`: what is printed, and where each report goes; `-o` names the file of the only one. Where the
 * command line says nothing, `BIBLIOLINT_FORMAT` and `BIBLIOLINT_OUTPUT_FILE` do.
 */
function readReports(args: Arguments<typeof MERGE_OPTIONS>, { environment }: Host): readonly ReportTarget[] {
  const given = args.values('format');
  const usual = [environment['BIBLIOLINT_FORMAT'] || 'text'];
  const reports = (given.length === 0 ? usual : given).map(readReport);
  const outputFile =
    args.value('output-file') ??
    (given.length === 0 ? environment['BIBLIOLINT_OUTPUT_FILE'] || undefined : undefined);
  if (outputFile === undefined) return inFilesOfTheirOwn(reports);
  const [only, ...others] = reports;
  if (only === undefined || others.length > 0 || only.file !== undefined) {
    throw new UserError('--output-file goes with one --format only.', {
      hint: 'Write --format NAME:FILE instead.',
    });
  }
  return [{ ...only, file: outputFile }];
}

function readReport(given: string): ReportTarget {
  const cut = given.indexOf(':');
  const name = cut === -1 ? given : given.slice(0, cut);
  const format = FORMAT_NAMES.find((known): known is ReportFormat => known === name);
  if (format === undefined) {
    const suggestion = closest(name, FORMAT_NAMES);
    throw new UserError(`There is no format ${JSON.stringify(name)}.`, {
      hint:
        suggestion === undefined ? `There is: ${FORMAT_NAMES.join(', ')}.` : `Did you mean ${suggestion}?`,
    });
  }
  const file = cut === -1 ? undefined : given.slice(cut + 1);
  if (file === '') throw new UserError(`--format ${given} names no file behind the colon.`);
  return { format, ...(file === undefined ? {} : { file }) };
}

/** Formats that are one document: with anything before or behind it no program can read it. */
const DOCUMENTS: ReadonlySet<ReportFormat> = new Set([
  'json',
  'sarif',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'html',
]);

/** The second report in one file would take the place of the first; on standard output it would spoil a document. */
function inFilesOfTheirOwn(reports: readonly ReportTarget[]): readonly ReportTarget[] {
  const printed = reports.filter(({ file }) => file === undefined);
  const document = printed.find(({ format }) => DOCUMENTS.has(format));
  if (document !== undefined && printed.length > 1) {
    throw new UserError(`The ${document.format} report cannot share standard output with another one.`, {
      hint: `Write --format ${document.format}:FILE.`,
    });
  }
  const taken = new Set<string>();
  for (const { file } of reports) {
    if (file === undefined) continue;
    const path = posix.normalize(file);
    if (taken.has(path)) throw new UserError(`Two reports are to be written into ${file}.`);
    taken.add(path);
  }
  return reports;
}

function wholeNumber(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) {
    throw new UserError(`--${option} wants a whole number, not ${JSON.stringify(value)}.`);
  }
  return Number(value);
}
