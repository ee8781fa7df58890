import { posix } from 'node:path';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { requestedConfig } from '../config/requested-config.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { codeRunner } from '../host/run-code.ts';
import type { Rule } from '../model.ts';
import type { FileSource } from '../project/file-source.ts';
import type { LintResult, SessionOptions } from '../session.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { displayPaths, type LintRequest } from './lint-request.ts';

/** What a session needs to look at what was asked for. Throws a `ConfigError`. */
export async function sessionOptions(
  request: LintRequest,
  host: Host,
  rules: readonly Rule[],
  source: FileSource = host.source(request.root),
): Promise<SessionOptions> {
  const { targets, isLone, overlay, dialect, isIgnoring } = request;
  const runCode = codeAllowed(request, host);
  return {
    source,
    rules,
    targets,
    isLone,
    overlay,
    isIgnoring,
    runCode,
    config: await namedConfig(request, host, source, rules),
    ...(dialect === undefined ? {} : { dialect }),
  };
}

/** The configuration that was named, as it stands now; `undefined` where each file has its own. */
export function namedConfig(
  request: LintRequest,
  host: Host,
  source: FileSource,
  rules: readonly Rule[],
): Promise<Config | undefined> {
  const runCode = codeAllowed(request, host);
  return requestedConfig(request, source, rules, { readOutside: host.readFile, runCode });
}

function codeAllowed({ root, mayRunCode }: LintRequest, host: Host): SessionOptions['runCode'] {
  return mayRunCode ? codeRunner(root, host) : undefined;
}

/** Runs what reads configurations, and names their mistakes from the working directory. */
export async function namingMistakes<T>(request: LintRequest, host: Host, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof UserError ? namedFromHere(error, request, host) : error;
  }
}

/** A mistake in a configuration with its path as the user sees it; any other error as it is. */
export function namedFromHere(error: UserError, { root }: LintRequest, host: Host): UserError {
  const { title, hint, path } = error;
  if (!(error instanceof ConfigError) || path === undefined) return error;
  const shown = posix.isAbsolute(path) ? path : displayPaths(root, host)(path) || '.';
  return new UserError(title, { path: shown, ...(hint === undefined ? {} : { hint }) });
}

/** Says what the user should hear of beside the findings. */
export function tellNotices({ notices }: Pick<LintResult, 'notices'>, host: Host): void {
  for (const notice of notices) host.stderr.write(`bibliolint: ${makeVisibleLine(notice)}\n`);
}
