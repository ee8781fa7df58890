import type { Param, Reference, Shortcode } from '../model.ts';
import { hugoSignature } from '../scan/dialects/hugo/signatures.ts';
import type { TextEdit } from '../text/edits.ts';
import type { KeptReason, Obstacle, RewritePlan, RewriteTask } from './rewriting.ts';

/**
 * `{{< cite "key" "Reference text" >}}` becomes `{{< cite "key" >}}`. A template that stops the build without the text
 * has no plain citation: nothing of it is touched. Where no template tells, a page is rewritten as a whole or not at all,
 * since beside texts a bare key looks like one that lost its own.
 */
export function rewriteShortcodes(task: RewriteTask): RewritePlan {
  const plan = { edits: [] as TextEdit[], replaced: [] as Reference[], obstacles: [] as Obstacle[] };
  const told = new Set<string>();
  let isGuessed = false;
  for (const reference of task.document.references) {
    if (reference.construct !== 'shortcode') continue;
    const shortcode = task.document.shortcodes.find((candidate) => holds(candidate, reference));
    if (shortcode === undefined) continue;
    const template = templateOf(task, shortcode);
    isGuessed ||= template.isGuessed;
    if (template.obstacle !== undefined && !told.has(shortcode.name)) {
      told.add(shortcode.name);
      plan.obstacles.push(template.obstacle);
    }
    if (template.isClosed) continue;
    const reason = task.keys.has(reference) ? undefined : reasonFor(reference);
    const edit = reason === undefined ? removeArgument(shortcode, reference) : { reason };
    if ('reason' in edit) plan.obstacles.push({ kind: 'kept', reference, reason: edit.reason });
    else {
      plan.edits.push(edit, ...renameKey(task, shortcode, reference));
      plan.replaced.push(reference);
    }
  }
  const isMixed = isGuessed && plan.obstacles.some(({ kind }) => kind === 'kept');
  return isMixed ? keepAll(plan) : plan;
}

interface TemplateVerdict {
  readonly obstacle?: Obstacle;
  /** Nothing that uses it may be rewritten. */
  readonly isClosed: boolean;
  /** What its arguments mean is known from the pages alone. */
  readonly isGuessed: boolean;
}

function templateOf({ project, document, read }: RewriteTask, { name }: Shortcode): TemplateVerdict {
  const { cite, template } = hugoSignature(name, project.dialectOf(document)) ?? {};
  const isGuessed = cite?.byEvidence === true;
  if (template === undefined)
    return { obstacle: { kind: 'template-unseen', shortcode: name }, isClosed: false, isGuessed };
  const found = { shortcode: name, template };
  if (cite?.referenceRequired === true)
    return { obstacle: { kind: 'template-demands-text', ...found }, isClosed: true, isGuessed };
  if (!LOOKS_UP.test(read(template)))
    return { obstacle: { kind: 'template-prints-text', ...found }, isClosed: false, isGuessed };
  return { isClosed: false, isGuessed };
}

/** What a template says that reads a file of the site, or leaves it to another template. */
const LOOKS_UP =
  /\bData\b|\bresources\b|\bresources?\.(?:Get|Match)|\breadFile\b|\bunmarshal\b|\bgetJSON\b|\bpartial/i;

function keepAll({ replaced, obstacles }: RewritePlan): RewritePlan {
  const kept = replaced.map((reference): Obstacle => ({ kind: 'kept', reference, reason: 'with-others' }));
  const others = obstacles.filter(({ kind }) => kind !== 'template-unseen');
  return { edits: [], replaced: [], obstacles: [...others, ...kept] };
}

function reasonFor({ key }: Reference): KeptReason {
  return key === undefined ? 'several-keys' : 'conflict';
}

function holds({ region, damaged }: Shortcode, reference: Reference): boolean {
  return damaged !== true && region.start <= reference.region.start && reference.region.end <= region.end;
}

/** Takes the argument out with the blank before it; positional arguments behind it would change their meaning. */
function removeArgument(
  { params }: Shortcode,
  { region }: Reference,
): TextEdit | { readonly reason: KeptReason } {
  const index = params.findIndex(
    (param) => param.region.start <= region.start && region.end <= param.region.end,
  );
  const param = params[index];
  if (param === undefined) return { reason: 'place' };
  if (param.name === undefined && index < params.length - 1) return { reason: 'arguments-behind' };
  const before = params[index - 1];
  const after = params[index + 1];
  if (before !== undefined) return { region: { start: before.region.end, end: param.region.end }, text: '' };
  return {
    region: { start: startOf(param), end: after === undefined ? param.region.end : startOf(after) },
    text: '',
  };
}

function startOf({ nameRegion, region }: Param): number {
  return nameRegion?.start ?? region.start;
}

/** A key that the bibliography has under another name is cited by that. */
function renameKey({ document, keys }: RewriteTask, { region }: Shortcode, reference: Reference): TextEdit[] {
  const key = keys.get(reference);
  if (key === undefined || key === reference.key) return [];
  const citation = document.citations.find((candidate) => candidate.region.start === region.start);
  const cite = citation?.cites.find((candidate) => candidate.key === reference.key);
  return cite === undefined ? [] : [{ region: cite.keyRegion, text: key }];
}
