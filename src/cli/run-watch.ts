import type { Config } from '../config/config.ts';
import type { Host } from '../host/host.ts';
import { createSession, type LintResult, type SessionOptions } from '../session.ts';

/** What watching needs besides the session. */
export interface WatchRequest {
  readonly host: Host;
  readonly root: string;
  readonly session: SessionOptions;
  /** Reads the configuration that was named again; without one, every file has the nearest. */
  config(): Promise<Config | undefined>;
  /** Prints one report and returns what it would end with. */
  report(result: LintResult): number;
}

/**
 * Lints, and again after every change, until the process is ended; each report is the one a fresh run would print.
 */
export async function runWatch({
  host,
  root,
  session: options,
  config,
  report,
}: WatchRequest): Promise<number> {
  const session = createSession(options);
  // Listening begins before the first look, so that nothing falls between the two.
  const changes = host.changes(root)[Symbol.asyncIterator]();
  let next = changes.next();
  let code = report(await session.lint());
  host.stderr.write('bibliolint: watching for changes; press Ctrl+C to stop.\n');
  for (let batch = await next; batch.done !== true; batch = await next) {
    next = changes.next();
    session.changed(batch.value);
    session.configure({ config: await config() });
    code = report(await session.lint());
  }
  return code;
}
