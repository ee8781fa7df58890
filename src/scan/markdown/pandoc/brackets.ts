import { bracketEnd } from './bracket-pairs.ts';
import { isSpace } from './characters.ts';
import { citeGroup } from './citation.ts';
import { attributes, escapedCharacter, FAIL } from './lexical.ts';
import { linkLabel, noteMarker } from './link-labels.ts';
import { AFTER_WORD, type InlineNode, type InlineRun, NO_LINKS } from './nodes.ts';
import { characterReference } from './references.ts';
import { readInlines } from './sequences.ts';
import { linkTarget } from './targets.ts';

/** `[^label]`: the use of a note. Labels have no blanks, brackets or carets. */
export function noteUse(run: InlineRun, at: number): InlineNode | undefined {
  const end = noteMarker(run.env.text, at, run.limit);
  if (end === FAIL) return undefined;
  return { kind: 'note', start: at, end, wordEnds: false, label: run.env.text.slice(at + 2, end - 1) };
}

/** `[text]{.class}`. */
export function bracketedSpan(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const close = bracketEnd(run, at);
  if (close === FAIL || run.env.text[close] !== '{') return undefined;
  const end = attributes(run.env, close, run.limit);
  return end === FAIL ? undefined : group(at, end, content(run, at, close, flags));
}

/** `[text](target)`, `[text][label]`, `[text]`; the text of a link holds no link. */
export function link(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const close = bracketEnd(run, at);
  if (close === FAIL) return undefined;
  const linked = content(run, at, close, flags | NO_LINKS);
  const end = targetEnd(run, close);
  if (end !== FAIL) return group(at, end, linked);
  const rest = referenceRest(run, close, flags);
  return {
    kind: 'reference',
    start: at,
    end: rest.end,
    wordEnds: false,
    label: linkLabel(rest.label ?? run.env.text.slice(at, close)),
    linked,
    unlinked: [plain(at, '['), ...content(run, at, close, flags), plain(close - 1, ']'), ...rest.nodes],
    bracketEnd: close,
  };
}

/** `![text](target)`; without a target the exclamation mark is one and the bracket is read for itself. */
export function image(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const open = at + 1;
  const { text } = run.env;
  if (text[open] !== '[' || noteMarker(text, open, run.limit) !== FAIL) return undefined;
  const close = bracketEnd(run, open);
  if (close === FAIL) return undefined;
  const linked = content(run, open, close, flags);
  const end = targetEnd(run, close);
  if (end !== FAIL) return group(at, end, linked);
  const rest = referenceRest(run, close, flags);
  return {
    kind: 'reference',
    start: at,
    end: rest.end,
    wordEnds: false,
    label: linkLabel(rest.label ?? text.slice(open, close)),
    linked,
    unlinked: [plain(at, '!'), ...readInlines(run.within(close), open, flags).nodes, ...rest.nodes],
    bracketEnd: close,
  };
}

function targetEnd(run: InlineRun, close: number): number {
  const end = linkTarget(run.env, close, run.limit);
  if (end === FAIL) return FAIL;
  const attributed = attributes(run.env, end, run.limit);
  return attributed === FAIL ? end : attributed;
}

/** The second bracket and the attributes of a reference; a citation is no second bracket. */
function referenceRest(run: InlineRun, at: number, flags: number) {
  const { env, limit } = run;
  const second =
    env.text[at] === '[' &&
    noteMarker(env.text, at, limit) === FAIL &&
    citeGroup(run, at, flags) === undefined
      ? bracketEnd(run, at)
      : FAIL;
  const behind = second === FAIL ? at : second;
  const attributed = attributes(env, behind, limit);
  const end = attributed === FAIL ? behind : attributed;
  if (second === FAIL) return { end, nodes: [] };
  const nodes = readInlines(run.within(second), at, flags).nodes;
  const written = env.text.slice(at, second);
  return written === '[]' ? { end, nodes } : { end, nodes, label: written };
}

/** `^[…]`, unless it goes on like a link. */
export function inlineNote(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const { env, limit } = run;
  if (env.text[at + 1] !== '[') return undefined;
  const end = bracketEnd(run, at + 1);
  if (end === FAIL) return undefined;
  if (end < limit && ('(['.includes(env.text[end]!) || attributes(env, end, limit) !== FAIL))
    return undefined;
  const children = content(run, at + 1, end, flags & NO_LINKS);
  return { kind: 'inline-note', start: at, end, wordEnds: false, children };
}

/** `x^2^`. */
export const superscript = between('^');

/** `H~2~O`. */
export const subscript = between('~');

/** Text without blanks between two of the same mark. */
function between(mark: string) {
  return (run: InlineRun, at: number, flags: number): InlineNode | undefined => {
    const { env, limit } = run;
    let position = at + 1;
    while (position < limit && env.text[position] !== mark) {
      env.spend(1);
      if (isSpace(env.text.charCodeAt(position))) return undefined;
      const special = [
        escapedCharacter(env.text, position, limit),
        characterReference(env.text, position, limit),
        attributes(env, position, limit),
      ].find((end) => end !== FAIL);
      position = special ?? position + 1;
    }
    if (position >= limit) return undefined;
    return group(at, position + 1, readInlines(run.within(position), at + 1, flags).nodes);
  };
}

function content(run: InlineRun, open: number, close: number, flags: number): readonly InlineNode[] {
  return readInlines(run.within(close - 1), open + 1, flags & ~AFTER_WORD).nodes;
}

function group(start: number, end: number, children: readonly InlineNode[]): InlineNode {
  return { kind: 'group', start, end, wordEnds: false, children, around: ['', ''] };
}

function plain(at: number, mark: string): InlineNode {
  return { kind: 'text', start: at, end: at + 1, wordEnds: false, text: mark };
}
