import type { CommandModule } from 'yargs';
import { rules } from '../../../rules/index.ts';
import { UserError } from '../../errors.ts';
import type { Host } from '../../host/host.ts';
import type { ReportRun } from '../../model.ts';
import { type ReportFormat, reporters } from '../../report/reporters.ts';
import { summarize } from '../../report/summary.ts';
import { type LintResult, lintProject } from '../../session.ts';
import { makeVisibleLine } from '../../text/visible.ts';
import { version } from '../../version.ts';
import { useColor } from '../color.ts';
import { displayPaths, type LintRequest, resolveRequest } from '../lint-request.ts';
import { EXIT } from '../main.ts';
import { allPaths, single, withTargetOptions } from '../options.ts';

interface LintArguments {
  readonly format: ReportFormat;
  readonly color: boolean | undefined;
  readonly quiet: boolean;
  readonly maxWarnings: number | undefined;
}

/** `bibliolint [paths..]`: lint and report. */
export function lintCommand(host: Host, finish: (code: number) => void): CommandModule {
  return {
    command: '$0 [paths..]',
    describe: 'Check documents and bibliographies',
    builder: (parser) =>
      withTargetOptions(parser)
        .option('format', {
          alias: 'f',
          describe: 'How findings are printed',
          choices: Object.keys(reporters) as ReportFormat[],
          default: 'text' as ReportFormat,
          requiresArg: true,
        })
        .option('color', { describe: 'Colour the text report, or do not', type: 'boolean' })
        .option('quiet', { alias: 'q', describe: 'Report errors only', type: 'boolean', default: false })
        .option('max-warnings', {
          describe: 'Fail when there are more warnings than this',
          type: 'string',
          requiresArg: true,
        }),
    async handler(argv) {
      const args = argv as unknown as Record<string, never>;
      const request = resolveRequest(
        {
          paths: allPaths(argv as never),
          stdin: args['stdin'] === true,
          stdinFilename: single<string>(args['stdinFilename'], 'stdin-filename'),
          dialect: single(args['dialect'], 'dialect'),
        },
        host,
      );
      finish(
        await lint(request, host, {
          format: single<ReportFormat>(args['format'], 'format') ?? 'text',
          color: args['color'],
          quiet: args['quiet'] === true,
          maxWarnings: wholeNumber(single<string>(args['maxWarnings'], 'max-warnings'), 'max-warnings'),
        }),
      );
    },
  };
}

function wholeNumber(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value))
    throw new UserError(`--${option} wants a whole number, not ${JSON.stringify(value)}.`);
  return Number(value);
}

async function lint(request: LintRequest, host: Host, args: LintArguments): Promise<number> {
  const source = host.source(request.root);
  const result = await lintProject({ source, rules, ...request });
  const findings = args.quiet ? result.findings.filter(({ level }) => level === 'error') : result.findings;
  const run: ReportRun = {
    version,
    color: args.format === 'text' && useColor(args.color, host.stdout, host),
    files: result.files.length,
    suppressed: result.suppressed.length,
    rules,
    text: textReader(source, request),
    displayPath: displayPaths(request.root, host),
  };
  host.stdout.write([...reporters[args.format](findings, run)].join(''));
  const failed = tellFailures(result, request, host, run);
  if (failed) return EXIT.failed;
  const { errors, warnings } = summarize(result.findings);
  const tooMany = args.maxWarnings !== undefined && warnings > args.maxWarnings;
  return errors > 0 || tooMany ? EXIT.findings : EXIT.clean;
}

function textReader(source: ReturnType<Host['source']>, { overlay }: LintRequest): (path: string) => string {
  return (path) => {
    const overlaid = overlay.get(path);
    if (overlaid !== undefined) return overlaid;
    const read = source.read(path);
    return 'text' in read ? read.text : '';
  };
}

/** Says on stderr what could not be done; true if the run has to end with 2. */
function tellFailures(result: LintResult, request: LintRequest, host: Host, run: ReportRun): boolean {
  const say = (line: string): void => host.stderr.write(`bibliolint: ${makeVisibleLine(line)}\n`);
  for (const path of request.missing) say(`${path} does not exist.`);
  for (const { path, detail } of result.unreadable)
    say(`${run.displayPath(path)} cannot be read: ${detail}.`);
  for (const { ruleId, path, error } of result.failures) {
    say(
      `the rule ${ruleId} failed${path === undefined ? '' : ` on ${path}`}; this is a bug of bibliolint's.`,
    );
    host.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  const nothing = result.files.length === 0 && request.missing.length === 0 && result.unreadable.length === 0;
  if (nothing) say('no document or bibliography was found to check.');
  return nothing || request.missing.length + result.unreadable.length + result.failures.length > 0;
}
