import { applyEdits, overlaps, type TextEdit } from '../text/edits.ts';
import { BRACKETS, citationWriter } from '../work/plain-citations.ts';
import { rewriteFootnotes } from './rewrite-footnotes.ts';
import { rewriteLists } from './rewrite-lists.ts';
import { rewriteShortcodes } from './rewrite-shortcodes.ts';
import type { Obstacle, RewritePlan, RewriteTask } from './rewriting.ts';

/** A document with citations in place of its inline references. */
export interface RewrittenDocument extends Omit<RewritePlan, 'edits'> {
  /** The whole text; as it was where nothing was replaced. */
  readonly text: string;
}

/** Replaces the inline references of a document by plain citations, where its dialect has them. */
export function rewriteDocument(task: RewriteTask): RewrittenDocument {
  const plans = task.document.dialect === 'hugo' ? [rewriteShortcodes(task)] : rewriteMarkdown(task);
  const replaced = plans.flatMap((plan) => plan.replaced);
  const obstacles = plans.flatMap((plan) => plan.obstacles);
  if (replaced.length === 0) return { text: task.text, replaced, obstacles };
  const text = applyEdits(
    task.text,
    plans.flatMap(({ edits }) => edits),
  );
  return {
    text: hasBlankEnd(task.text) ? text : withOneLineEnd(text),
    replaced,
    obstacles,
  };
}

function rewriteMarkdown(task: RewriteTask): RewritePlan[] {
  const { document, project } = task;
  const write = citationWriter(project, document);
  if (write === undefined) {
    const obstacle: Obstacle = { kind: 'no-citations', dialect: document.dialect };
    return [{ edits: [], replaced: [], obstacles: document.references.length > 0 ? [obstacle] : [] }];
  }
  const footnotes = rewriteFootnotes(task, write);
  if (!BRACKETS.has(document.dialect)) return [footnotes];
  const lists = rewriteLists(task, write);
  if (areDisjoint([...footnotes.edits, ...lists.edits])) return [footnotes, lists];
  const kept = lists.replaced.map((reference): Obstacle => ({ kind: 'kept', reference, reason: 'place' }));
  return [footnotes, { edits: [], replaced: [], obstacles: [...lists.obstacles, ...kept] }];
}

function areDisjoint(edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.region.start - b.region.start);
  return sorted.every(({ region }, index) => index === 0 || !overlaps(sorted[index - 1]!.region, region));
}

/** Whether blank lines end a text, as its author left it. */
function hasBlankEnd(text: string): boolean {
  const end = text.slice(text.trimEnd().length);
  return end.endsWith('\n') && end.indexOf('\n') < end.length - 1;
}

/** Without the blank lines at the end of a text, which its last references leave behind. */
function withOneLineEnd(text: string): string {
  const body = text.trimEnd().length;
  const feed = text.indexOf('\n', body);
  return feed === -1 ? text : text.slice(0, feed + 1);
}
