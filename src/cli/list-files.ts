import { rules } from '../../rules/index.ts';
import type { Host } from '../host/host.ts';
import { lintProject } from '../session.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { displayPaths, type LintRequest, tellUnread } from './lint-request.ts';
import { EXIT } from './main.ts';
import { sessionOptions, tellNotices } from './session-options.ts';

/** Prints the documents and bibliographies that would be checked, one a line, sorted. */
export async function listFiles(request: LintRequest, host: Host): Promise<number> {
  const session = await sessionOptions(request, host, rules);
  const result = await lintProject({ ...session, only: new Set() });
  const displayPath = displayPaths(request.root, host);
  const paths = result.files.map(({ path }) => path).sort();
  host.stdout.write(paths.map((path) => `${makeVisibleLine(displayPath(path))}\n`).join(''));
  tellNotices(result, host);
  return tellUnread(request, result, host) ? EXIT.failed : EXIT.clean;
}
