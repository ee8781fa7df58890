import { posix } from 'node:path';
import { rules } from '../../rules/index.ts';
import { requestedConfig } from '../config/requested-config.ts';
import { UserError } from '../errors.ts';
import { fixProject } from '../fix/fix-project.ts';
import type { Host } from '../host/host.ts';
import type { Finding, FixSafety, ReportRun } from '../model.ts';
import type { FileSource } from '../project/file-source.ts';
import { type ReportFormat, reporters } from '../report/reporters.ts';
import { summarize } from '../report/summary.ts';
import { type LintResult, lintProject, type SessionOptions } from '../session.ts';
import { closest } from '../text/similar.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { version } from '../version.ts';
import { useColor } from './color.ts';
import { displayPaths, type LintRequest } from './lint-request.ts';
import { EXIT } from './main.ts';
import { type FixTarget, patchOf, writeFixes } from './write-fixes.ts';

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
}

/** Lints, fixes if asked to, reports, and says how it ended. Throws `UserError`. */
export async function runLint(request: LintRequest, host: Host, options: LintOptions): Promise<number> {
  const source = host.source(request.root);
  const session: SessionOptions = {
    source,
    rules,
    ...request,
    config: await requestedConfig(
      request,
      source,
      rules.map(({ id }) => id),
    ),
    ...(options.only.length === 0 ? {} : { only: knownRules(options.only) }),
    skip: knownRules(options.skip),
  };
  const fixing = options.fix || options.unsafeFixes || options.dryRun || options.diff;
  const result = fixing ? await fixed(session, request, host, options) : await lintProject(session);
  if (result === 'patched') return EXIT.findings;
  if (result === 'nothing-to-patch') return EXIT.clean;
  report(result, request, host, options, source);
  if (tellFailures(result, request, host)) return EXIT.failed;
  return options.exitZero ? EXIT.clean : exitCode(result.findings, options);
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

/** Fixes in memory, then writes or prints the outcome. */
async function fixed(
  session: SessionOptions,
  request: LintRequest,
  host: Host,
  options: LintOptions,
): Promise<LintResult | 'patched' | 'nothing-to-patch'> {
  let last: LintResult | undefined;
  const allowed = new Set<FixSafety>(options.unsafeFixes ? ['safe', 'unsafe'] : ['safe']);
  const outcome = await fixProject(async (texts) => {
    const overlay = new Map([...(session.overlay ?? []), ...texts]);
    const look = await lintProject({ ...session, overlay });
    last = look;
    const text = textReader(session.source, overlay);
    const damaged = new Set(
      look.files.filter(({ problems }) => problems.some(isEncoding)).map(({ path }) => path),
    );
    return { findings: look.findings, text, mayWrite: (path) => !damaged.has(path) };
  }, allowed);
  const target: FixTarget = {
    host,
    absolute: (path) => posix.join(request.root, path),
    displayPath: displayPaths(request.root, host),
    before: textReader(session.source, request.overlay),
  };
  if (options.diff) {
    host.stdout.write(patchOf(outcome, target));
    return outcome.texts.size === 0 ? 'nothing-to-patch' : 'patched';
  }
  if (!options.dryRun && request.overlay.size === 0) writeFixes(outcome, target);
  for (const path of outcome.rolledBack) {
    host.stderr.write(
      `bibliolint: the fixes of ${makeVisibleLine(target.displayPath(path))} made a new error and were taken back.\n`,
    );
  }
  return { ...last!, findings: outcome.findings };
}

function isEncoding({ messageId }: { readonly messageId: string }): boolean {
  return messageId === 'not-utf8';
}

function textReader(source: FileSource, overlay: ReadonlyMap<string, string>): (path: string) => string {
  return (path) => {
    const overlaid = overlay.get(path);
    if (overlaid !== undefined) return overlaid;
    const read = source.read(path);
    return 'text' in read ? read.text : '';
  };
}

function report(
  result: LintResult,
  request: LintRequest,
  host: Host,
  options: LintOptions,
  source: FileSource,
): void {
  const findings = options.quiet ? result.findings.filter(({ level }) => level === 'error') : result.findings;
  for (const { format, file } of options.reports) {
    const run: ReportRun = {
      version,
      color: format === 'text' && file === undefined && useColor(options.color, host.stdout, host),
      files: result.files.length,
      suppressed: result.suppressed.length,
      rules,
      project: result.project,
      text: textReader(source, request.overlay),
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
  const displayPath = displayPaths(request.root, host);
  const say = (line: string): void => host.stderr.write(`bibliolint: ${makeVisibleLine(line)}\n`);
  for (const path of request.missing) say(`${path} does not exist.`);
  for (const { path, detail } of result.unreadable) say(`${displayPath(path)} cannot be read: ${detail}.`);
  for (const { ruleId, path, error } of result.failures) {
    say(
      `the rule ${ruleId} failed${path === undefined ? '' : ` on ${path}`}; this is a bug of bibliolint's.`,
    );
    host.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  // pre-commit names every file whose name fits; that none of them is a source of the site is no mistake there.
  const nothing =
    result.files.length === 0 &&
    request.missing.length === 0 &&
    result.unreadable.length === 0 &&
    host.environment['PRE_COMMIT'] !== '1';
  if (nothing) say('no document or bibliography was found to check.');
  return nothing || request.missing.length + result.unreadable.length + result.failures.length > 0;
}
