import type { TemplateAction } from './go-template.ts';
import { type Absence, absenceOf, fallbacksOf, noteAbsence } from './template-fallback.ts';
import {
  type Argument,
  argumentValue,
  CONTEXT,
  type Flow,
  getArgument,
  type LengthTest,
  NOTHING,
  note,
  noteReplacedBy,
  readWord,
  separatorsOfKeys,
  type Value,
} from './template-flow.ts';
import { callFunction, callMethod } from './template-functions.ts';
import { type Pipeline, type PipelineNode, parsePipeline } from './template-pipeline.ts';
import { notePrinted } from './template-print.ts';

/** A block that is open, and what would be missing inside it. */
interface Frame {
  readonly keyword: string;
  readonly outerDot: Value;
  /** Arguments that are missing in this branch. */
  missing: readonly Argument[];
  /** … and in the next `else`. */
  missingElse: readonly Argument[];
  /** Arguments that are given in this branch: the others are for where they are missing. */
  readonly given: readonly Argument[];
  /** It stands in a branch that is taken where what was looked up is not there. */
  readonly absence: Absence | undefined;
  /** What is not there in the next `else`. */
  readonly absentElse: readonly Argument[];
}

/** What a template does with its arguments. */
export interface TemplateUses
  extends Pick<
    Flow,
    | 'uses'
    | 'separators'
    | 'suppressed'
    | 'folded'
    | 'defaulted'
    | 'replaced'
    | 'positional'
    | 'readsAll'
    | 'passesItself'
  > {
  /** Arguments without which the template stops the build. */
  readonly demanded: ReadonlySet<Argument>;
  /** Arguments that are printed as they stand where the lookup finds nothing. */
  readonly fallbacks: ReadonlySet<Argument>;
}

/**
 * Follows the arguments of a shortcode through its template: through variables, `with`, `range` and functions, to where
 * they are looked up, stored, printed or demanded.
 */
export function traceArguments(actions: readonly TemplateAction[]): TemplateUses {
  const flow: Flow = {
    uses: [],
    separators: new Map(),
    suppressed: new Set(),
    folded: new Set(),
    defaulted: new Set(),
    replaced: new Set(),
    variables: new Map(),
    dot: CONTEXT,
    calls: 0,
    positional: 0,
    readsAll: false,
    passesItself: false,
    mentioned: [],
    tests: [],
    isNegated: false,
  };
  const demanded = new Set<Argument>();
  const frames: Frame[] = [];
  const absences = new Set<Absence>();
  for (const action of actions) {
    if (action.tokens.some(({ kind, text }) => kind === 'identifier' && /^(?:fmt\.)?errorf$/i.test(text))) {
      for (const argument of frames.at(-1)?.missing ?? []) demanded.add(argument);
    }
    const absence = frames.at(-1)?.absence;
    const before = flow.uses.length;
    readAction(flow, frames, action);
    if (absence === undefined) continue;
    absences.add(absence);
    noteAbsence(absence, action, flow.uses.slice(before));
  }
  const { uses, suppressed, folded, defaulted, replaced, positional, readsAll, passesItself } = flow;
  const fallbacks = fallbacksOf(absences);
  return {
    uses,
    separators: separatorsOfKeys(flow),
    suppressed,
    folded,
    defaulted,
    replaced,
    positional,
    readsAll,
    passesItself,
    demanded,
    fallbacks,
  };
}

function readAction(flow: Flow, frames: Frame[], { keyword, tokens, before }: TemplateAction): void {
  const pipeline = parsePipeline(tokens);
  if (keyword === '') {
    const value = evaluate(flow, pipeline);
    if (pipeline.variables.length > 0) {
      noteReplaced(flow, frames.at(-1), pipeline, value);
      assign(flow, pipeline, value);
    } else notePrinted(flow, value, before);
  } else if (keyword === 'end') {
    const frame = frames.pop();
    if (frame !== undefined) flow.dot = frame.outerDot;
  } else if (keyword.startsWith('else')) {
    enterElse(flow, frames, keyword, pipeline);
  } else if (keyword !== 'template' && keyword !== 'break' && keyword !== 'continue') {
    frames.push(openFrame(flow, frames.at(-1)?.absence, keyword, pipeline));
  } else {
    evaluate(flow, pipeline);
  }
}

function enterElse(flow: Flow, frames: Frame[], keyword: string, pipeline: Pipeline): void {
  const frame = frames.pop();
  if (frame === undefined) return;
  flow.dot = frame.outerDot;
  const { missingElse: missing, absentElse } = frame;
  frames.push(
    keyword === 'else'
      ? {
          ...frame,
          missing,
          missingElse: [],
          given: frame.missing,
          absence: absenceOf(absentElse) ?? frames.at(-1)?.absence,
          absentElse: [],
        }
      : openFrame(flow, frames.at(-1)?.absence, keyword.slice(5), pipeline, absentElse),
  );
}

/** Reads the condition of a block, and what `.` is inside; `absent` is what the branches before it have not found. */
function openFrame(
  flow: Flow,
  outer: Absence | undefined,
  keyword: string,
  pipeline: Pipeline,
  absent: readonly Argument[] = [],
): Frame {
  const outerDot = flow.dot;
  flow.mentioned = [];
  flow.tests = [];
  flow.isNegated = false;
  const value = keyword === 'define' ? NOTHING : evaluate(flow, pipeline);
  assign(flow, pipeline, value);
  if (keyword === 'range' && value.isParams) {
    flow.readsAll = true;
    flow.dot = argumentValue(flow, '#*');
    assign(flow, pipeline, flow.dot);
  } else if (keyword === 'with' || keyword === 'range') {
    flow.dot = value;
  }
  const known = [...flow.mentioned, ...value.arguments];
  const few = missingBelow(flow.tests);
  const enough = missingUnless(flow.tests);
  const sought = value.sought ?? [];
  const missingElse = flow.isNegated ? enough : [...known, ...enough];
  return {
    keyword,
    outerDot,
    missing: flow.isNegated ? [...known, ...few] : few,
    missingElse,
    given: missingElse,
    absence: absenceOf(flow.isNegated ? [...absent, ...sought] : absent) ?? outer,
    absentElse: flow.isNegated ? absent : [...absent, ...sought],
  };
}

/** `if lt (len .Params) 2`: in the branch, the arguments from the first to the second may be missing. */
function missingBelow(tests: readonly LengthTest[]): Argument[] {
  const counts = tests.flatMap(({ operator, number }) => {
    if (operator === 'lt' || operator === 'ne') return [number];
    return operator === 'le' || operator === 'eq' ? [number + 1] : [];
  });
  return counts.length === 0 ? [] : firstArguments(Math.min(...counts));
}

/** `if ge (len .Params) 2`: what is missing in the `else`. */
function missingUnless(tests: readonly LengthTest[]): Argument[] {
  const counts = tests.flatMap(({ operator, number }) => {
    if (operator === 'ge' || operator === 'eq') return [number];
    return operator === 'gt' ? [number + 1] : [];
  });
  return counts.length === 0 ? [] : firstArguments(Math.min(...counts));
}

function firstArguments(count: number): Argument[] {
  return Array.from({ length: Math.min(Math.max(count, 0), 10) }, (_, at) => `#${at}`);
}

/**
 * Notes an argument that a later one takes the place of where it is given:
 * `{{ $id := .Get 0 }}{{ if .Get 1 }}{{ $id = .Get 1 }}{{ end }}`, and the same with `else`.
 */
function noteReplaced(
  flow: Flow,
  frame: Frame | undefined,
  pipeline: Pipeline,
  { arguments: assigned }: Value,
): void {
  const name = pipeline.variables.at(-1);
  const [argument] = assigned;
  if (frame === undefined || name === undefined || argument === undefined || assigned.length > 1) return;
  const known = flow.variables.get(name)?.arguments ?? [];
  if (frame.given.includes(argument)) noteReplacedBy(flow, assigned, known);
  const absent = known.filter((other) => frame.missing.includes(other));
  noteReplacedBy(flow, absent, assigned);
}

function assign(flow: Flow, { variables }: Pipeline, value: Value): void {
  const name = variables.at(-1);
  if (name === undefined) return;
  const known = flow.variables.get(name);
  const all = [...new Set([...(known?.arguments ?? []), ...value.arguments])];
  flow.variables.set(name, all.length === 0 ? value : { ...value, arguments: all.slice(0, 12) });
  flow.calls += 1;
  note(flow, value, 'variable', name);
}

function evaluate(flow: Flow, { commands }: Pipeline): Value {
  let value: Value | undefined;
  for (const command of commands) value = evaluateCommand(flow, command, value);
  return value ?? NOTHING;
}

function evaluateCommand(
  flow: Flow,
  [head, ...rest]: readonly PipelineNode[],
  piped: Value | undefined,
): Value {
  if (head === undefined) return piped ?? NOTHING;
  const hasArguments = rest.length > 0 || piped !== undefined;
  if (head.kind === 'pipeline') return evaluate(flow, head);
  if (!hasArguments && head.kind !== 'identifier') return readWord(flow, head);
  const args = rest.map((node) => (node.kind === 'pipeline' ? evaluate(flow, node) : readWord(flow, node)));
  if (piped !== undefined) args.push(piped);
  if (head.kind === 'identifier') {
    if (!hasArguments) return readWord(flow, head);
    return /^(?:site|page)\./.test(head.text)
      ? callMethod(flow, head.text, args)
      : callFunction(flow, head.text, args);
  }
  return isGet(flow, head.kind, head.text) ? getArgument(flow, args[0]) : callMethod(flow, head.text, args);
}

/** `.Get`, where `.` is the shortcode, `$.Get`, and `$shortcode.Get` behind `$shortcode := .`. */
function isGet(flow: Flow, kind: string, text: string): boolean {
  if (kind === 'field') return text === '.Get' && flow.dot.isContext === true;
  if (kind !== 'variable' || !text.endsWith('.Get')) return false;
  const name = text.slice(0, -'.Get'.length);
  return name === '$' || flow.variables.get(name)?.isContext === true;
}
