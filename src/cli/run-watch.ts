import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { createSession, type LintResult, type SessionOptions } from '../session.ts';

/** What watching needs besides the session. */
export interface WatchRequest {
  readonly host: Host;
  readonly root: string;
  readonly session: SessionOptions;
  /** Reads the configuration that was named again; without one, every file has the nearest. */
  config(): Promise<Config | undefined>;
  /** Says that a configuration is broken; the last good one holds until it is mended. */
  tellMistake(error: UserError): void;
  /** Prints one report and returns what it would end with. */
  report(result: LintResult): Promise<number>;
}

/**
 * Lints, and again after every change, until the process is ended; each report is the one a fresh run would print. A
 * configuration that is broken before the first one ends it.
 */
export async function runWatch({
  host,
  root,
  session: options,
  config,
  tellMistake,
  report,
}: WatchRequest): Promise<number> {
  let hasBegun = false;
  const session = createSession({
    ...options,
    onConfigError(error) {
      if (!hasBegun) throw error;
      tellMistake(error);
    },
  });
  // Listening begins before the first look, so that nothing falls between the two.
  const changes = host.changes(root)[Symbol.asyncIterator]();
  let next = changes.next();
  let code = await report(await session.lint());
  hasBegun = true;
  host.stderr.write('bibliolint: watching for changes; press Ctrl+C to stop.\n');
  for (let batch = await next; batch.done !== true; batch = await next) {
    next = changes.next();
    session.changed(batch.value);
    try {
      session.configure({ config: await config() });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      tellMistake(error);
    }
    code = await report(await session.lint());
  }
  return code;
}
