import type { Region } from '../../model.ts';
import { append } from '../../text/append.ts';
import { parser } from '../parsers.ts';

/** Micromark's cost grows with the square of what it has to pair, so a text with more is not given to it. */
const MAX_LENGTH = 20_000;
const MAX_MARKS = 1000;
/** And not more than so much of one page. */
const MAX_PAGE_MARKS = 20_000;

/** How much of a page micromark has been given. */
export interface EmphasisBudget {
  marks: number;
}

/** One run of emphasis: all of it, and what its markers enclose. */
export interface Emphasis {
  readonly outer: Region;
  readonly inner: Region;
}

/** Whether emphasis may stand in the text: a `*`, or a `_` that is not inside a word. */
export function mayEmphasize(text: string): boolean {
  return text.includes('*') || /(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/u.test(text);
}

/** Whether micromark can be given the text without risk; what it is given is taken off the budget. */
export function isTooComplex(text: string, budget: EmphasisBudget): boolean {
  if (text.length > MAX_LENGTH) return true;
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 42 || code === 95 || code === 91 || code === 60 || code === 96) marks += 1;
  }
  if (marks > MAX_MARKS || budget.marks + marks > MAX_PAGE_MARKS) return true;
  budget.marks += marks;
  return false;
}

/**
 * The emphasis and strong emphasis of a passage, by micromark's own inline tokenizer: how delimiter runs pair is the one
 * part of inline Markdown that cannot be decided locally. `definitions` are the link references of the document.
 */
export function findEmphasis(text: string, definitions: ReadonlySet<string>): Emphasis[] {
  const { parse, postprocess, preprocess } = parser('micromark');
  const context = parse();
  append(context.defined, definitions);
  const events = postprocess(context.text().write(preprocess()(text, undefined, true)));
  const found: Emphasis[] = [];
  const open: { start: number; inner: number; innerEnd: number }[] = [];
  for (const [step, { type, start, end }] of events) {
    const enters = step === 'enter';
    if (type === 'emphasis' || type === 'strong') {
      if (enters) open.push({ start: start.offset, inner: start.offset, innerEnd: start.offset });
      else {
        const { start: from, inner, innerEnd } = open.pop()!;
        found.push({ outer: { start: from, end: end.offset }, inner: { start: inner, end: innerEnd } });
      }
    } else if (enters && (type === 'emphasisText' || type === 'strongText')) {
      Object.assign(open.at(-1)!, { inner: start.offset, innerEnd: end.offset });
    }
  }
  return found;
}
