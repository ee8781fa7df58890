import type { FootnoteDefinition, FootnoteUse, Reference, Region } from '../model.ts';
import type { TextEdit } from '../text/edits.ts';
import type { CitationWriter } from '../work/plain-citations.ts';
import { withoutLines } from './removed-lines.ts';
import type { KeptReason, Obstacle, RewritePlan, RewriteTask } from './rewriting.ts';
import { unreadRest } from './unread-rest.ts';

/**
 * `Programs are read.[^1]` with a reference for a note becomes `Programs are read [@knuth1984].`: citations stand before
 * the full stop, notes behind it, and an engine with a style of notes moves them back. The note goes. A note that says
 * more than its reference stays, and so does one that a citation cannot take the place of everywhere.
 */
export function rewriteFootnotes(task: RewriteTask, write: CitationWriter): RewritePlan {
  const { document, text, keys } = task;
  const edits: TextEdit[] = [];
  const replaced: Reference[] = [];
  const obstacles: Obstacle[] = [];
  const going = new Map<string, string>();
  for (const reference of document.references) {
    if (reference.construct !== 'footnote') continue;
    const reason = reasonToKeep(task, reference);
    if (reason !== undefined) obstacles.push({ kind: 'kept', reference, reason });
    else going.set(reference.key ?? '', keys.get(reference)!);
  }
  const groups = groupUses(document.footnotes.uses, text);
  dropImpossible(groups, going, text, (label) => {
    const reference = document.references.find(
      ({ construct, key }) => construct === 'footnote' && key === label,
    );
    if (reference !== undefined) obstacles.push({ kind: 'kept', reference, reason: 'place' });
  });
  for (const group of groups)
    if (going.has(group[0]!.label)) edits.push(replaceGroup(group, going, text, write));
  for (const reference of document.references) {
    if (reference.construct !== 'footnote' || !going.has(reference.key ?? '')) continue;
    const definition = definitionOf(task, reference);
    if (definition === undefined) continue;
    edits.push({ region: withoutLines(text, definition.region), text: '' });
    replaced.push(reference);
  }
  return { edits, replaced, obstacles };
}

function reasonToKeep(task: RewriteTask, reference: Reference): KeptReason | undefined {
  const { document, text, keys } = task;
  if (!keys.has(reference)) return 'conflict';
  const definition = definitionOf(task, reference);
  if (definition === undefined) return 'place';
  const before = text.slice(definition.labelRegion.end + 2, reference.region.start);
  const after = text.slice(reference.region.end, definition.region.end);
  const says = unreadRest(reference.text, task.project.readingOf(reference));
  if (says !== '' || /\S/.test(before + after)) return 'more-than-reference';
  const { uses, inTemplates, isPart } = document.footnotes;
  if (isPart === true || inTemplates?.includes(reference.key ?? '') === true) return 'place';
  return uses.some(({ label }) => label === reference.key) ? undefined : 'place';
}

/** The one definition that holds the reference. */
function definitionOf({ document }: RewriteTask, { key, region }: Reference): FootnoteDefinition | undefined {
  const [definition, another] = document.footnotes.definitions.filter(({ label }) => label === key);
  const holds =
    definition !== undefined &&
    definition.region.start <= region.start &&
    region.end <= definition.region.end;
  return holds && another === undefined ? definition : undefined;
}

type Group = readonly FootnoteUse[];

/** Notes called one behind the other make one citation: `[@a][@b]` would be a link. */
function groupUses(uses: readonly FootnoteUse[], text: string): Group[] {
  const groups: FootnoteUse[][] = [];
  for (const use of uses) {
    const last = groups.at(-1);
    const gap = last === undefined ? undefined : text.slice(last.at(-1)!.region.end, use.region.start);
    if (last !== undefined && gap === '') last.push(use);
    else groups.push([use]);
  }
  return groups;
}

/** Takes labels out until every group goes or stays as a whole and nothing behind one makes a link of it. */
function dropImpossible(
  groups: readonly Group[],
  going: Map<string, string>,
  text: string,
  dropped: (label: string) => void,
): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const group of groups) {
      const goes = group.filter(({ label }) => going.has(label));
      const isWhole = goes.length === group.length && !'([{:'.includes(text[group.at(-1)!.region.end] || ' ');
      if (goes.length === 0 || isWhole) continue;
      for (const { label } of goes) {
        if (going.delete(label)) dropped(label);
      }
      changed = true;
    }
  }
}

/** Puts the citation before the mark that ends the clause, with a blank before it. */
function replaceGroup(
  group: Group,
  going: ReadonlyMap<string, string>,
  text: string,
  write: CitationWriter,
): TextEdit {
  const citation = write([...new Set(group.map(({ label }) => going.get(label)!))]);
  const end = group.at(-1)!.region.end;
  let start = group[0]!.region.start;
  let mark = '';
  if (endsClause(text, { start, end })) {
    mark = text[start - 1]!;
    start -= 1;
  }
  while (start > 0 && text[start - 1] === ' ') start -= 1;
  const isFirst = start === 0 || text[start - 1] === '\n';
  return { region: { start, end }, text: `${isFirst ? '' : ' '}${citation}${mark}` };
}

/** A comma, or a full stop that no sentence goes on behind: `etc.[^1] and` keeps its stop. */
function endsClause(text: string, { start, end }: Region): boolean {
  const mark = text[start - 1] ?? '';
  if (!'.,;'.includes(mark) || mark === '' || !/[\p{L}\p{N})\]’”"*_`]/u.test(text[start - 2] ?? ''))
    return false;
  return mark !== '.' || /^(?:\s*$|\s*\n\s*\n|\s+[^\p{Ll}\s])/u.test(text.slice(end, end + 80));
}
