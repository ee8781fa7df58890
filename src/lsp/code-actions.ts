import type { Edit, Finding, Fix, Region } from '../model.ts';
import type { JudgedView } from './view.ts';

/** Something the editor can offer to do. */
export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll.bibliolint';
  /** What it is about; empty for an action on the whole file. */
  readonly findings: readonly Finding[];
  /** It cannot be wrong, so the editor may take it without asking which. */
  readonly isPreferred: boolean;
  readonly edits: readonly Edit[];
}

/** Our own findings in a part of a file; the editor's copies of them may be out of date, or count in other units. */
export function findingsIn(view: JudgedView, path: string, region: Region): readonly Finding[] {
  return view
    .findings(path)
    .filter(({ at }) => at.region.start <= region.end && at.region.end >= region.start);
}

/** The fixes of findings, each once: several findings may share one. */
export function quickFixes(findings: readonly Finding[]): Action[] {
  const actions = new Map<string, Action>();
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      const name = JSON.stringify([fix.title, fix.edits]);
      const known = actions.get(name);
      actions.set(name, known === undefined ? toAction(fix, finding) : withFinding(known, finding));
    }
  }
  return [...actions.values()];
}

function toAction({ title, safety, edits }: Fix, finding: Finding): Action {
  return { title, kind: 'quickfix', findings: [finding], isPreferred: safety === 'safe', edits };
}

function withFinding(action: Action, finding: Finding): Action {
  return { ...action, findings: [...action.findings, finding] };
}
