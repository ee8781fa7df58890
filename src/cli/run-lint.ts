import { rules } from '../../rules/index.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { layTexts } from '../project/lay-texts.ts';
import { summarize } from '../report/summary.ts';
import { type LintResult, lintProject, type SessionOptions } from '../session.ts';
import { plural } from '../text/plural.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { type Changes, changesOf } from './changed-files.ts';
import { formatUserError } from './format-error.ts';
import { type CacheOptions, openCache, openShards } from './keep-facts.ts';
import { displayPaths, type LintRequest, patchPaths } from './lint-request.ts';
import { EXIT } from './main.ts';
import { type Narrowed, narrowResult } from './narrow-result.ts';
import { type Baseline, type BaselineOptions, openBaseline } from './open-baseline.ts';
import { printReports, type ReportOptions, tellFailures } from './print-report.ts';
import { createProgress } from './progress.ts';
import { isOfPlugin, requireRules } from './rule-names.ts';
import { readRuleSettings } from './rule-settings.ts';
import { namedConfig, namedFromHere, sessionOptions } from './session-options.ts';
import { workDone } from './work-done.ts';

/** What the lint command was told beyond where to look. */
export interface LintOptions extends ReportOptions {
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly dryRun: boolean;
  readonly diff: boolean;
  /** Settings of rules, as `id:level` or `id:level:options`. */
  readonly rules: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Whether lint directives in files count. */
  readonly inlineConfig: boolean;
  readonly maxWarnings: number | undefined;
  readonly exitZero: boolean;
  /** Whether a terminal shows how far the run has come. */
  readonly progress: boolean;
  /** The commit to compare with, `''` for the last one; absent for all files. */
  readonly changed: string | undefined;
  readonly staged: boolean;
  readonly baseline: BaselineOptions;
  readonly cache: CacheOptions;
  /** Files of facts that shards wrote. */
  readonly facts: readonly string[];
  readonly watch: boolean;
}

/** One run of the lint command. */
interface Run {
  readonly request: LintRequest;
  readonly host: Host;
  readonly options: LintOptions;
  readonly session: SessionOptions;
  readonly changes: Changes | undefined;
  readonly baseline: Baseline | undefined;
}

/** Lints, fixes if asked to, reports, and says how it ended. Throws `UserError`. */
export async function runLint(request: LintRequest, host: Host, options: LintOptions): Promise<number> {
  const run = await prepare(request, host, options);
  if (options.watch) return watch(run);
  const { fix, unsafeFixes, dryRun, diff } = options;
  const isFixing = fix || unsafeFixes || dryRun || diff;
  const { code, last } = isFixing ? await runFixing(run) : await lintOnce(run);
  host.keepCode(workDone(last, { isStdin: request.overlay.size > 0, isFixing }));
  return code;
}

/** How a run ended, and what it looked at last. */
interface Ended {
  readonly code: number;
  readonly last: LintResult;
}

async function lintOnce(run: Run): Promise<Ended> {
  const { request, host, options } = run;
  const { facts } = options;
  if (request.overlay.size === 0) host.expectLongRun();
  const cache = facts.length === 0 ? openCache(request, host, options.cache) : undefined;
  const memory = cache?.memory ?? (facts.length > 0 ? openShards(facts, host) : undefined);
  const found = await lintProject({
    ...run.session,
    lean: true,
    ...(memory === undefined ? {} : { memory }),
  });
  cache?.save();
  requirePluginRules(run, found);
  const code = await tell(run, narrowResult(found, run.changes?.paths, run.baseline?.settle));
  return { code, last: found };
}

/** Whether the rules of plugins that were named are there is known once the plugins are loaded. */
function requirePluginRules({ options }: Run, { rules: known }: LintResult): void {
  const set = options.rules.map((written) => written.slice(0, written.indexOf(':')));
  requireRules([...options.only, ...options.skip, ...set].filter(isOfPlugin), known);
}

/** Prints the reports and says how it ended. */
async function tell(run: Run, result: Narrowed): Promise<number> {
  const { request, host, options } = run;
  await printReports(result, request, host, options);
  return ending(run, tellFailures(result, request, host), exitCode(result, run));
}

/** Lints again after every change, with the configuration as it is then. */
async function watch(run: Run): Promise<number> {
  const { runWatch } = await import('./run-watch.ts');
  const { request, host, session, baseline } = run;
  return runWatch({
    host,
    root: request.root,
    session,
    tellMistake: (error) => host.stderr.write(formatUserError(namedFromHere(error, request, host))),
    config: () => namedConfig(request, host, session.source, rules),
    report: (result) => tell(run, narrowResult(result, undefined, baseline?.match)),
  });
}

async function prepare(request: LintRequest, host: Host, options: LintOptions): Promise<Run> {
  if (options.watch && (options.changed !== undefined || options.staged)) {
    throw new UserError('--watch looks at all files, whatever changed before it began.');
  }
  if ((options.diff || options.dryRun) && (options.baseline.update || options.baseline.prune)) {
    throw new UserError('A baseline is written where fixes are made, not where they are only shown.', {
      hint: 'Leave out --diff and --fix-dry-run, or the writing of the baseline.',
    });
  }
  const changes = changesOf(request, host, options);
  const disk = host.source(request.root);
  const source = changes === undefined || changes.staged.size === 0 ? disk : layTexts(disk, changes.staged);
  requireRules(
    [...options.only, ...options.skip].filter((id) => !isOfPlugin(id)),
    rules,
  );
  const only = options.only.length === 0 ? undefined : new Set(options.only);
  const skip = new Set(options.skip);
  const session = {
    ...(await sessionOptions(request, host, rules, source)),
    settings: readRuleSettings(options.rules, rules),
    inlineConfig: options.inlineConfig,
    onProgress: createProgress(options.progress, host),
    ...(only === undefined ? {} : { only }),
    skip,
  };
  const { root, targets } = request;
  const scope = { root, targets, changed: changes?.paths, only, skip };
  return { request, host, options, session, changes, baseline: openBaseline(options.baseline, scope, host) };
}

/** Fixes in memory; then prints the patch, or writes what was fixed and reports what is left. */
async function runFixing(run: Run): Promise<Ended> {
  const { fixInMemory, patchOf, writeFixes } = await import('./run-fixes.ts');
  const { tellFixes } = await import('./tell-fixes.ts');
  const { session, request, host, options, changes, baseline } = run;
  const { root } = request;
  const fixed = await fixInMemory({
    session,
    host,
    root,
    unsafe: options.unsafeFixes,
    isPatch: options.diff,
    narrow: (result) => narrowResult(result, changes?.paths, baseline?.match),
    refuse: (path) => (changes?.staged.has(path) === true ? 'it has changes that are not staged' : undefined),
  });
  requirePluginRules(run, fixed.look.whole);
  const isStdin = request.overlay.size > 0;
  const isWriting = !options.dryRun && !options.diff;
  const leftAlone = isWriting && !isStdin ? writeFixes(fixed, host, root) : new Map<string, string>();
  const hasFailed = tellFixes(
    { fixed, leftAlone, isWriting, isStaged: isWriting && options.staged, quiet: options.quiet },
    host,
    displayPaths(root, host),
  );
  if (options.diff) {
    host.stdout.write(patchOf(fixed, patchPaths(root, host)));
    const code = fixed.texts.size === 0 ? EXIT.clean : EXIT.findings;
    const ended = ending(run, tellFailures(fixed.look, request, host) || hasFailed, code);
    return { code: ended, last: fixed.look.whole };
  }
  // A file that was left alone is not what was looked at last.
  const last = leftAlone.size === 0 ? fixed.look.whole : await lintProject(session);
  const result = narrowResult(last, changes?.paths, isWriting ? baseline?.settle : baseline?.match);
  if (isWriting && isStdin) for (const path of request.overlay.keys()) host.stdout.write(result.text(path));
  await printReports(
    result,
    request,
    isWriting && isStdin ? { ...host, stdout: host.stderr } : host,
    options,
  );
  // What is staged goes into the commit as it was, until the fixes are staged too.
  const isToBeStaged = isWriting && options.staged && fixed.texts.size > leftAlone.size;
  const found = isToBeStaged ? EXIT.findings : exitCode(result, run);
  return { code: ending(run, tellFailures(result, request, host) || hasFailed, found), last };
}

/** What could not be done outweighs what was found. */
function ending({ options }: Run, hasFailed: boolean, code: number): number {
  if (hasFailed) return EXIT.failed;
  return options.exitZero ? EXIT.clean : code;
}

/** Warnings count although `--quiet` does not show them; what fails the run beside errors is said. */
function exitCode({ findings, stale }: Narrowed, { options, host }: Run): number {
  const { errors, warnings } = summarize(findings);
  const { maxWarnings, baseline } = options;
  const say = (line: string): void => host.stderr.write(`bibliolint: ${makeVisibleLine(line)}\n`);
  const isOver = maxWarnings !== undefined && warnings > maxWarnings;
  if (isOver) say(`there are ${plural(warnings, 'warning')}; --max-warnings allows ${maxWarnings}.`);
  if (stale.length > 0) {
    const entries = `${plural(stale.length, 'entry', 'entries')} of ${baseline.file}`;
    say(
      `${entries} ${stale.length === 1 ? 'matches' : 'match'} nothing any more; --prune-baseline drops what is stale.`,
    );
  }
  return errors > 0 || isOver || stale.length > 0 ? EXIT.findings : EXIT.clean;
}
