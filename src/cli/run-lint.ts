import { posix } from 'node:path';
import { rules } from '../../rules/index.ts';
import { requestedConfig } from '../config/requested-config.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import type { Finding, ReportRun } from '../model.ts';
import { type ReportFormat, reporters } from '../report/reporters.ts';
import { summarize } from '../report/summary.ts';
import { type LintResult, lintProject, type SessionOptions } from '../session.ts';
import { closest } from '../text/similar.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { version } from '../version.ts';
import { useColor } from './color.ts';
import { type CacheOptions, openCache, openShards } from './keep-facts.ts';
import { displayPaths, type LintRequest, patchPaths, tellUnread } from './lint-request.ts';
import { EXIT } from './main.ts';
import { fixInMemory, patchOf, writeFixes } from './run-fixes.ts';
import { runWatch } from './run-watch.ts';
import { tellFixes } from './tell-fixes.ts';

/** One report and where it goes; standard output where no file is named. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly file?: string;
}

/** What the lint command was told beyond where to look. */
export interface LintOptions {
  readonly reports: readonly ReportTarget[];
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly dryRun: boolean;
  readonly diff: boolean;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly color: boolean | undefined;
  readonly quiet: boolean;
  readonly maxWarnings: number | undefined;
  readonly exitZero: boolean;
  readonly cache: CacheOptions;
  /** Files of facts that shards wrote. */
  readonly facts: readonly string[];
  readonly watch: boolean;
}

/** Lints, fixes if asked to, reports, and says how it ended. Throws `UserError`. */
export async function runLint(request: LintRequest, host: Host, options: LintOptions): Promise<number> {
  const source = host.source(request.root);
  const session: SessionOptions = {
    source,
    rules,
    ...request,
    config: await requestedConfig(request, source, rules, { readOutside: host.readFile }),
    ...(options.only.length === 0 ? {} : { only: knownRules(options.only) }),
    skip: knownRules(options.skip),
  };
  if (options.watch) return watch(session, request, host, options);
  const isFixing = options.fix || options.unsafeFixes || options.dryRun || options.diff;
  if (isFixing) return runFixing(session, request, host, options);
  const cache = options.facts.length === 0 ? openCache(request, host, options.cache) : undefined;
  const memory = cache?.memory ?? (options.facts.length > 0 ? openShards(options.facts, host) : undefined);
  const result = await lintProject({ ...session, lean: true, ...(memory === undefined ? {} : { memory }) });
  cache?.save();
  report(result, request, host, options);
  return ending(tellFailures(result, request, host), exitCode(result.findings, options), options);
}

/** Lints again after every change, with the configuration as it is then. */
function watch(
  session: SessionOptions,
  request: LintRequest,
  host: Host,
  options: LintOptions,
): Promise<number> {
  return runWatch({
    host,
    root: request.root,
    session,
    config: () => requestedConfig(request, session.source, rules, { readOutside: host.readFile }),
    report(result) {
      report(result, request, host, options);
      return ending(tellFailures(result, request, host), exitCode(result.findings, options), options);
    },
  });
}

/** Fixes in memory; then prints the patch, or writes what was fixed and reports what is left. */
async function runFixing(
  session: SessionOptions,
  request: LintRequest,
  host: Host,
  options: LintOptions,
): Promise<number> {
  const { root } = request;
  const displayPath = displayPaths(root, host);
  const fixed = await fixInMemory({ session, host, root, unsafe: options.unsafeFixes });
  const isStdin = request.overlay.size > 0;
  const isWriting = !options.dryRun && !options.diff;
  const leftAlone = isWriting && !isStdin ? writeFixes(fixed, host, root) : new Map<string, string>();
  const hasFailed = tellFixes({ fixed, leftAlone, isWriting, quiet: options.quiet }, host, displayPath);
  if (options.diff) {
    host.stdout.write(patchOf(fixed, patchPaths(root, host)));
    const code = fixed.texts.size === 0 ? EXIT.clean : EXIT.findings;
    return ending(tellFailures(fixed.look, request, host) || hasFailed, code, options);
  }
  // A file that was left alone is not what was looked at last.
  const result = leftAlone.size === 0 ? fixed.look : await lintProject(session);
  if (isWriting && isStdin) for (const path of request.overlay.keys()) host.stdout.write(result.text(path));
  report(result, request, isWriting && isStdin ? { ...host, stdout: host.stderr } : host, options);
  const code = exitCode(result.findings, options);
  return ending(tellFailures(result, request, host) || hasFailed, code, options);
}

/** What could not be done outweighs what was found. */
function ending(hasFailed: boolean, code: number, { exitZero }: LintOptions): number {
  if (hasFailed) return EXIT.failed;
  return exitZero ? EXIT.clean : code;
}

function knownRules(ids: readonly string[]): ReadonlySet<string> {
  const known = rules.map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const suggestion = closest(id, known);
    throw new UserError(`There is no rule ${id}.`, {
      ...(suggestion === undefined ? {} : { hint: `Did you mean ${suggestion}?` }),
    });
  }
  return new Set(ids);
}

function report(result: LintResult, request: LintRequest, host: Host, options: LintOptions): void {
  const findings = options.quiet ? result.findings.filter(({ level }) => level === 'error') : result.findings;
  for (const { format, file } of options.reports) {
    const { columns } = host.stdout;
    const run: ReportRun = {
      version,
      color: format === 'text' && file === undefined && useColor(options.color, host.stdout, host),
      ...(file === undefined && columns !== undefined ? { width: columns } : {}),
      files: result.files.length,
      suppressed: result.suppressed.length,
      rules,
      project: result.project,
      text: result.text,
      displayPath: displayPaths(request.root, host),
    };
    const text = [...reporters[format](findings, run)].join('');
    if (file === undefined) host.stdout.write(text);
    else host.writeFile(posix.resolve(host.cwd, file), text);
  }
}

function exitCode(findings: readonly Finding[], { maxWarnings }: LintOptions): number {
  const { errors, warnings } = summarize(findings);
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? EXIT.findings : EXIT.clean;
}

/** Says on stderr what could not be done; true if the run has to end with 2. */
function tellFailures(result: LintResult, request: LintRequest, host: Host): boolean {
  const unread = tellUnread(request, result, host);
  const say = (line: string): void => host.stderr.write(`bibliolint: ${makeVisibleLine(line)}\n`);
  for (const { ruleId, path, error } of result.failures) {
    say(
      `the rule ${ruleId} failed${path === undefined ? '' : ` on ${path}`}; this is a bug of bibliolint's.`,
    );
    host.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  return unread || result.failures.length > 0;
}
