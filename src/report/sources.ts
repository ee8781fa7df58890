import type { ReportRun } from '../model.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';

/** The text of one file while its findings are written. */
export interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Files kept at a time: findings come sorted by path, and a related place is seldom far. */
const KEPT = 64;

/** Texts and their lines by path; a few are kept, so that a report over many files needs no memory for all. */
export function sourceReader(run: Pick<ReportRun, 'text'>): (path: string) => Source {
  const known = new Map<string, Source>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    if (known.size >= KEPT) known.clear();
    const text = run.text(path);
    const source = { text, lines: createLineIndex(text) };
    known.set(path, source);
    return source;
  };
}
