import type { Shortcode } from '../../../model.ts';
import { createLiquidTokenizer } from '../../template/liquid/tokens.ts';

/** A variable of the page: the text it certainly holds, or `undefined` where only the build knows. */
export type LiquidValue = string | undefined;

/** What running the tags of a page in order says about the place reached. */
export interface LiquidFlow {
  /** Takes one tag in; to be called in order, before asking about that tag. */
  visit(shortcode: Shortcode): void;
  /** Whether what stands here reaches the reader: not in a comment, a listing, or a branch that is never taken. */
  isLive(): boolean;
  isInComment(): boolean;
  /** Variables the page has set so far; loop variables only inside their loop. */
  readonly variables: ReadonlyMap<string, LiquidValue>;
  /** The variables that capture what stands here; it is printed only where they are. */
  captures(): readonly string[];
}

interface Frame {
  readonly name: string;
  isDead: boolean;
  /** A branch before this one is always taken. */
  isDecided: boolean;
  /** The loop variable with what it hides, or the variable of a capture. */
  readonly variable?: string;
  readonly hidden?: { readonly value: LiquidValue } | undefined;
}

const BRANCHING: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'ifchanged']);
const SHELTERS: ReadonlySet<string> = new Set(['comment', 'highlight']);
const LOOPS: ReadonlySet<string> = new Set(['for', 'tablerow']);

/** Follows assignments, captures, loops and conditions that are literally true or false. */
export function createLiquidFlow(): LiquidFlow {
  const frames: Frame[] = [];
  const variables = new Map<string, LiquidValue>();
  const captured: string[] = [];
  const open = new Map<string, number>();
  let dead = 0;
  let branching = 0;

  const isOpen = (name: string): boolean => (open.get(name) ?? 0) > 0;
  const tally = (frame: Frame, by: 1 | -1): void => {
    open.set(frame.name, (open.get(frame.name) ?? 0) + by);
    if (frame.isDead) dead += by;
    if (BRANCHING.has(frame.name)) branching += by;
    if (frame.name !== 'capture') return;
    if (by === 1) captured.push(frame.variable ?? '');
    else captured.pop();
  };
  const enter = (name: string, markup: string): void => {
    const { isDead, isDecided } = condition(name, markup);
    const frame = { name, isDead, isDecided, ...loopVariable(name, markup, variables) };
    frames.push(frame);
    tally(frame, 1);
    if (LOOPS.has(name) && frame.variable !== undefined) variables.set(frame.variable, undefined);
  };
  const leave = (name: string): void => {
    if (!isOpen(name)) return;
    for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
      tally(frame, -1);
      if (frame.variable !== undefined) restore(frame, variables);
      if (frame.name === name) return;
    }
  };
  const turn = (tag: string, markup: string): void => {
    const frame = frames.at(-1);
    if (frame === undefined || (frame.name !== 'if' && frame.name !== 'unless')) return;
    tally(frame, -1);
    const next = tag === 'else' ? { isDead: false, isDecided: false } : condition('if', markup);
    frame.isDead = frame.isDecided || next.isDead;
    frame.isDecided ||= next.isDecided;
    tally(frame, 1);
  };

  return {
    variables,
    visit({ name, params }) {
      const markup = typeof params[0]?.value === 'string' ? params[0].value : '';
      if (BRANCHING.has(name) || SHELTERS.has(name) || name === 'capture') enter(name, markup);
      else if (name === 'else' || name === 'elsif') turn(name, markup);
      else if (name.startsWith('end')) leave(name.slice(3));
      else if (name === 'assign' && dead === 0) assign(markup, branching > 0, variables);
      else if (name === 'increment' || name === 'decrement') variables.set(markup, undefined);
    },
    isLive: () => dead === 0 && !isOpen('comment') && !isOpen('highlight'),
    isInComment: () => isOpen('comment'),
    captures: () => captured,
  };
}

/** Only a literal decides: `{% if false %}` is how people switch a passage off. */
function condition(name: string, markup: string): { isDead: boolean; isDecided: boolean } {
  const isConditional = name === 'if' || name === 'unless';
  const isFalse = markup === 'false' || markup === 'nil' || markup === 'null';
  if (!isConditional || !(isFalse || markup === 'true')) return { isDead: false, isDecided: false };
  const isDead = isFalse === (name === 'if');
  return { isDead, isDecided: !isDead };
}

function loopVariable(
  name: string,
  markup: string,
  variables: ReadonlyMap<string, LiquidValue>,
): Pick<Frame, 'variable' | 'hidden'> {
  const found = LOOPS.has(name) || name === 'capture' ? /^["']?([\w-]+)/.exec(markup)?.[1] : undefined;
  if (found === undefined) return {};
  const hidden = variables.has(found) ? { value: variables.get(found) } : undefined;
  return { variable: found, hidden };
}

/** A loop variable goes with its loop; what a capture holds stays, and is known to the build alone. */
function restore({ name, variable, hidden }: Frame, variables: Map<string, LiquidValue>): void {
  if (variable === undefined) return;
  if (name === 'capture') variables.set(variable, undefined);
  else if (hidden === undefined) variables.delete(variable);
  else variables.set(variable, hidden.value);
}

/** `{% assign key = "knuth97" %}` is certain when it stands outside of any branch and holds no filter. */
function assign(markup: string, isUncertain: boolean, variables: Map<string, LiquidValue>): void {
  const equals = markup.indexOf('=');
  const name = markup.slice(0, equals).trim();
  const value = markup.slice(equals + 1).trim();
  const quote = value[0];
  const isLiteral = (quote === '"' || quote === "'") && value.indexOf(quote, 1) === value.length - 1;
  if (equals !== -1) variables.set(name, isLiteral && !isUncertain ? value.slice(1, -1) : undefined);
}

/** Where each word of an output or of a tag's arguments stands last: a captured text that is named there is printed. */
export function lastUses(text: string): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const tokens = createLiquidTokenizer(text, 0);
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    const content = text.slice(token.start, token.end);
    if (/^\{%-?\s*capture\b/.test(content)) continue;
    for (const [word] of content.matchAll(/[\w-]+/g)) uses.set(word, token.start);
  }
  return uses;
}
