import { posix } from 'node:path';
import type { Host } from '../host/host.ts';
import type { Reporter, ReportRun } from '../model.ts';
import type { ReportFormat } from '../report/format-names.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { version } from '../version.ts';
import { useColor } from './color.ts';
import { displayPaths, type LintRequest, tellUnread } from './lint-request.ts';
import type { Narrowed } from './narrow-result.ts';
import { isOfPlugin } from './rule-names.ts';
import { tellNotices } from './session-options.ts';

/** One report and where it goes; standard output where no file is named. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly file?: string;
}

/** Which reports are written where, and what of the findings they hold. */
export interface ReportOptions {
  readonly reports: readonly ReportTarget[];
  readonly color: boolean | undefined;
  /** Errors only. */
  readonly quiet: boolean;
  /** How many findings the text report prints. */
  readonly most: number | undefined;
  /** The text report counts findings by rule and prints none. */
  readonly statistics: boolean;
}

/** Prints the reports, or writes them to their files. */
export async function printReports(
  result: Narrowed,
  request: LintRequest,
  host: Host,
  options: ReportOptions,
): Promise<void> {
  const findings = options.quiet ? result.findings.filter(({ level }) => level === 'error') : result.findings;
  for (const { format, file } of options.reports) {
    const { columns } = host.stdout;
    const run: ReportRun = {
      version,
      color: format === 'text' && file === undefined && useColor(options.color, host.stdout, host, true),
      ...(file === undefined && columns !== undefined ? { width: columns } : {}),
      files: result.files.length,
      suppressed: result.suppressed.length + result.baselined.length,
      baselined: result.baselined.length,
      rules: result.rules,
      ...(options.most === undefined ? {} : { most: options.most }),
      project: result.project,
      text: result.text,
      displayPath: displayPaths(request.root, host),
    };
    const reporter = await loadReporter(format, options.statistics);
    const text = [...reporter(findings, run)].join('');
    if (file === undefined) host.stdout.write(text);
    else host.writeFile(posix.resolve(host.cwd, file), text);
  }
}

/** A run prints one report and most print this one, so the others are left where they are. */
async function loadReporter(format: ReportFormat, isCounting: boolean): Promise<Reporter> {
  if (format !== 'text') return (await import('../report/reporters.ts')).reporters[format];
  if (isCounting) return (await import('../report/statistics.ts')).reportStatistics;
  return (await import('../report/text.ts')).reportText;
}

/** Says on stderr what could not be done; true if the run has to end with 2. */
export function tellFailures(result: Narrowed, request: LintRequest, host: Host): boolean {
  const { files } = result.whole;
  tellNotices(result, host);
  const unread = tellUnread(request, { files, unreadable: result.unreadable }, host);
  const say = (line: string): void => host.stderr.write(`bibliolint: ${makeVisibleLine(line)}\n`);
  for (const { ruleId, path, error } of result.failures) {
    const owner = isOfPlugin(ruleId) ? 'its plugin' : "bibliolint's";
    say(`the rule ${ruleId} failed${path === undefined ? '' : ` on ${path}`}; this is a bug of ${owner}.`);
    host.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  return unread || result.failures.length > 0;
}
