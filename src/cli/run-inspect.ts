import { rules } from '../../rules/index.ts';
import type { Host } from '../host/host.ts';
import { describeFacts } from '../report/facts.ts';
import { writeJson } from '../report/write-json.ts';
import { lintProject } from '../session.ts';
import { displayPaths, type LintRequest, tellUnread } from './lint-request.ts';
import { EXIT } from './main.ts';
import { sessionOptions, tellNotices } from './session-options.ts';

/** Prints the facts of every file that was asked for. No rule runs, but a configuration may name them all. */
export async function runInspect(request: LintRequest, host: Host): Promise<number> {
  const session = await sessionOptions(request, host, rules);
  const result = await lintProject({ ...session, only: new Set() });
  const displayPath = displayPaths(request.root, host);
  for (const facts of result.files) {
    host.stdout.write(`${writeJson(describeFacts(facts, result.project, displayPath))}\n`);
  }
  tellNotices(result, host);
  return tellUnread(request, result, host) ? EXIT.failed : EXIT.clean;
}
