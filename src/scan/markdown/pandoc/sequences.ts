import { remember } from '../../../text/remember.ts';
import { FAIL } from './lexical.ts';
import { AFTER_WORD, flagsAfter, type InlineNode, type InlineRun } from './nodes.ts';

/** Inlines read one after another, and where that ended. */
export interface Sequence {
  readonly nodes: InlineNode[];
  readonly end: number;
  /** The flags at its end. */
  readonly flags: number;
  /** Behind what ended it, `FAIL` where it ended because nothing more could be read. */
  readonly behind: number;
}

/** Says whether a sequence ends at a place, and where what ends it ends. */
export type Ender = (at: number, flags: number) => number;

/** What an `Ender` answers where the sequence can come to no good end any more. */
export const NEVER = Number.POSITIVE_INFINITY;

/** All inlines from `at` to the limit of the run, or to where none can be read. */
export function readInlines(run: InlineRun, at: number, flags: number): Sequence {
  return inlinesUntil(run, at, flags & ~AFTER_WORD, () => FAIL);
}

/** Inlines up to where `ends` says so or no inline can be read; always succeeds. */
export function inlinesUntil(run: InlineRun, at: number, flags: number, ends: Ender): Sequence {
  const nodes: InlineNode[] = [];
  let position = at;
  let state = flags;
  for (;;) {
    const behind = ends(position, state);
    if (behind !== FAIL) return { nodes, end: position, flags: state, behind };
    const node = run.inline(position, state);
    if (node === undefined) return { nodes, end: position, flags: state, behind: FAIL };
    nodes.push(node);
    position = node.end;
    state = flagsAfter(node, state);
  }
}

/**
 * Inlines up to an end that must come. Where it does not come, every place passed is remembered under `name`, so that a
 * later attempt that reaches one of them fails at once: a paragraph of unclosed quotes stays linear.
 */
export function inlinesTill(
  run: InlineRun,
  at: number,
  flags: number,
  name: string,
  ends: Ender,
): Sequence | undefined {
  const hopeless = run.hopeless?.get(name);
  const context = (flags & ~AFTER_WORD) << 1;
  const passed: number[] = [];
  const sequence = inlinesUntil(run, at, flags, (position, state) => {
    const here = position * 64 + context + (state & AFTER_WORD ? 1 : 0);
    if (hopeless?.has(here) === true) return NEVER;
    passed.push(here);
    return ends(position, state);
  });
  if (sequence.behind !== FAIL && sequence.behind !== NEVER) return sequence;
  // Reading on may have found other places without hope.
  run.hopeless ??= new Map();
  const places = remember(run.hopeless, name, () => new Set<number>());
  for (const here of passed) places.add(here);
  return undefined;
}
