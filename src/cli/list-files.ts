import { rules } from '../../rules/index.ts';
import type { Host } from '../host/host.ts';
import { lintProject } from '../session.ts';
import { makeVisibleLine } from '../text/visible.ts';
import type { Arguments } from './arguments.ts';
import { changesOf } from './changed-files.ts';
import { displayPaths, type LintRequest, tellUnread } from './lint-request.ts';
import { EXIT } from './main.ts';
import type { LINT_OPTIONS } from './option-table.ts';
import { sessionOptions, tellNotices } from './session-options.ts';

/** Prints the documents and bibliographies that would be checked, or reported on, one a line, sorted. */
export async function listFiles(
  request: LintRequest,
  args: Arguments<typeof LINT_OPTIONS>,
  host: Host,
): Promise<number> {
  const changes = changesOf(request, host, { changed: args.value('changed'), staged: args.has('staged') });
  const session = await sessionOptions(request, host, rules);
  const result = await lintProject({ ...session, only: new Set() });
  const displayPath = displayPaths(request.root, host);
  const found = result.files.map(({ path }) => path).sort();
  const paths = changes === undefined ? found : found.filter((path) => changes.paths.has(path));
  host.stdout.write(paths.map((path) => `${makeVisibleLine(displayPath(path))}\n`).join(''));
  tellNotices(result, host);
  return tellUnread(request, result, host) ? EXIT.failed : EXIT.clean;
}
