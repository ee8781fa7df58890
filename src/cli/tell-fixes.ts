import type { TakenBack } from '../fix/fix-history.ts';
import type { Host } from '../host/host.ts';
import { plural } from '../text/plural.ts';
import { makeVisibleLine } from '../text/visible.ts';
import type { Fixed } from './run-fixes.ts';

/** What became of the fixes. */
export interface FixReport {
  readonly fixed: Fixed;
  /** Files that could not be written, and why. */
  readonly leftAlone: ReadonlyMap<string, string>;
  /** Whether the fixes were written, or would be. */
  readonly isWriting: boolean;
  /** Whether what is staged was looked at, which the fixes of files on disk do not change. */
  readonly isStaged: boolean;
  /** Leaves out what went well. */
  readonly quiet: boolean;
}

/** Says on stderr what was fixed and what was not; true if something that ought to have been fixed was not. */
export function tellFixes(
  { fixed, leftAlone, isWriting, isStaged, quiet }: FixReport,
  host: Host,
  displayPath: (path: string) => string,
): boolean {
  const say = (line: string): void => host.stderr.write(`bibliolint: ${makeVisibleLine(line)}\n`);
  const files = [...fixed.texts.keys()].filter((path) => !leftAlone.has(path));
  const made = fixed.made.filter(({ fix }) => fix.edits.every(({ path }) => !leftAlone.has(path)));
  if (!quiet && made.length > 0) {
    const verb = `${made.length === 1 ? 'was' : 'were'} made`;
    const would = isWriting ? verb : 'would be made';
    const next = isStaged ? ' Stage it with git add before you commit.' : '';
    say(`${plural(made.length, 'fix', 'fixes')} ${would} in ${plural(files.length, 'file')}.${next}`);
  }
  const notFixed = (path: string, why: string): void => say(`${displayPath(path)} was not fixed: ${why}.`);
  for (const [path, reason] of [...fixed.refused].sort()) notFixed(path, reason);
  for (const [path, reason] of [...leftAlone].sort()) notFixed(path, reason);
  for (const [path, { reason, rules }] of [...fixed.takenBack].sort()) {
    notFixed(path, explain(reason, rules.join(', ')));
  }
  return leftAlone.size > 0 || fixed.takenBack.size > 0;
}

/** A fix may also bring to light what the defect hid, which is no bug: the author sees it after making the fix by hand. */
function explain(reason: TakenBack['reason'], rules: string): string {
  switch (reason) {
    case 'broken':
      return `with its fixes (${rules}) there would be an error that is not there now; make them by hand to see it`;
    case 'tied':
      return `its fixes (${rules}) belong to those of another file, which were not made`;
    case 'circle':
      return `its fixes (${rules}) go round in a circle; please report this bug`;
    default:
      return `its fixes (${rules}) did not come to an end; please report this bug`;
  }
}
