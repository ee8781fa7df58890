import { posix } from 'node:path';
import { rules } from '../../rules/index.ts';
import { presetOf } from '../config/config.ts';
import { parseConfig } from '../config/parse-config.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { CODE_CONFIG_NAME, CONFIG_NAMES } from '../project/config-names.ts';
import { type LintResult, lintProject } from '../session.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { version } from '../version.ts';
import { describeSite } from './describe-site.ts';
import { displayPaths, type LintRequest, tellUnread } from './lint-request.ts';
import { EXIT } from './main.ts';
import { sessionOptions, tellNotices } from './session-options.ts';
import { summarizeSite } from './site-summary.ts';
import { startingConfig } from './starting-config.ts';

const NAME = 'bibliolint.config.jsonc';

/** Where a configuration is to be written, and whether it is only shown. */
export interface InitOptions {
  /** Absolute. */
  readonly folder: string;
  readonly dryRun: boolean;
}

/**
 * Looks at a site, says what it is, and writes a configuration that changes nothing yet. One that is there is never
 * touched. Throws `UserError`.
 */
export async function runInit(request: LintRequest, host: Host, options: InitOptions): Promise<number> {
  const { folder, dryRun } = options;
  await refuseSecond(folder, host);
  const found = await lintProject(await sessionOptions(request, host, rules));
  tellNotices(found, host);
  if (tellUnread(request, found, host)) return EXIT.failed;
  const site = summarizeSite(found);
  const text = startingConfig({
    site,
    schema: schemaFor(folder, host),
    preset: presetIn(found, folder, request),
  });
  const path = posix.join(folder, NAME);
  const shown = posix.relative(host.cwd, path);
  if (dryRun) host.stdout.write(text);
  else host.writeFile(path, text);
  const lines = [
    ...describeSite(site, displayPaths(request.root, host)),
    `bibliolint: ${shown} ${dryRun ? 'would be' : 'is'} written. It changes nothing until you edit it.`,
    ...nextSteps(found, posix.relative(host.cwd, folder)),
  ];
  host.stderr.write(lines.map((line) => `${makeVisibleLine(line)}\n`).join(''));
  return EXIT.clean;
}

/** A second configuration in a folder would be laid over the first, or not be read at all. */
async function refuseSecond(folder: string, host: Host): Promise<void> {
  for (const name of [...CONFIG_NAMES, CODE_CONFIG_NAME]) {
    const path = posix.join(folder, name);
    if (host.kind(path) === 'missing') continue;
    const shown = posix.relative(host.cwd, path);
    if (name === 'package.json') {
      if ((await parseConfig(shown, host.readFile(path) ?? '')) === undefined) continue;
      throw new UserError('`bibliolint` is configured here already.', { path: shown });
    }
    throw new UserError('This configuration is there already, and was left as it is.', { path: shown });
  }
}

/** The schema of the bibliolint that the site installs, else that of a package registry's mirror. */
function schemaFor(folder: string, host: Host): string {
  for (let at = folder, up = './'; ; up = up === './' ? '../' : `../${up}`) {
    const path = 'node_modules/bibliolint/dist/schema.json';
    if (host.kind(posix.join(at, path)) === 'file') return up + path;
    const above = posix.dirname(at);
    if (above === at) return `https://unpkg.com/bibliolint@${version.split('.')[0]}/dist/schema.json`;
    at = above;
  }
}

/** A configuration further up may have chosen another one. */
function presetIn({ configs }: LintResult, folder: string, { root }: LintRequest) {
  const path = posix.relative(root, posix.join(folder, NAME));
  return presetOf(configs.for(path)).preset;
}

function nextSteps({ findings }: LintResult, folder: string): string[] {
  const run = folder === '' ? 'bibliolint' : `bibliolint ${folder}`;
  if (findings.length === 0) return [`  Next: ${run} after each change, or ${run} --watch.`];
  return [
    `  Next: ${run} shows what is found; with --fix it mends what is safe to mend.`,
    `  To hear of new findings only: ${run} --baseline bibliolint-baseline.json --update-baseline`,
  ];
}
