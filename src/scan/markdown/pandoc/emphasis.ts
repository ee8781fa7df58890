import { append } from '../../../text/append.ts';
import { wordWidth } from './characters.ts';
import { FAIL } from './lexical.ts';
import { runEnd } from './line-starts.ts';
import { AFTER_WORD, flagsAfter, type InlineNode, type InlineRun } from './nodes.ts';
import { inlinesUntil, type Sequence } from './sequences.ts';
import { text, whitespace } from './tokens.ts';

/**
 * Emphasis as Pandoc reads it, which never goes back: an opener without an end keeps all it has read up to the end of
 * the paragraph, so that `[@a, *b]` is no citation.
 */
export function emphasis(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const { env, limit } = run;
  const mark = env.text[at]!;
  if (mark === '_' && flags & AFTER_WORD) return undefined;
  const open = runEnd(env.text, at, limit, mark);
  const marks = env.text.slice(at, open);
  if (open < limit && env.text[open] === ' ') {
    const space = whitespace(run, open);
    return group(at, space.end, [text(at, open, marks), space], false);
  }
  const inner = flags & ~AFTER_WORD;
  if (marks.length === 1) return one(run, mark, at, open, inner, []);
  if (marks.length === 2) return two(run, mark, at, open, inner, []);
  return marks.length === 3 ? three(run, mark, at, open, inner) : text(at, open, marks);
}

/** `n` marks at `at`; underscores only at the end of a word. */
function ends(run: InlineRun, mark: string, count: number, at: number): number {
  const end = at + count;
  if (end > run.limit || runEnd(run.env.text, at, end, mark) < end) return FAIL;
  return mark === '_' && end < run.limit && wordWidth(run.env.text, end) > 0 ? FAIL : end;
}

function three(run: InlineRun, mark: string, at: number, open: number, flags: number): InlineNode {
  const content = inlinesUntil(run, open, flags, (position) => ends(run, mark, 1, position));
  const { nodes, end } = content;
  const closed = ends(run, mark, 3, end);
  if (closed !== FAIL) return group(at, closed, nodes, true);
  const strong = ends(run, mark, 2, end);
  if (strong !== FAIL) return one(run, mark, at, strong, flags | AFTER_WORD, nodes);
  const single = ends(run, mark, 1, end);
  if (single !== FAIL) return two(run, mark, at, single, flags | AFTER_WORD, nodes);
  return unclosed(at, mark.repeat(3), content, nodes);
}

function two(
  run: InlineRun,
  mark: string,
  at: number,
  open: number,
  flags: number,
  before: readonly InlineNode[],
): InlineNode {
  const content = inlinesUntil(run, open, flags, (position) => ends(run, mark, 2, position));
  const nodes = [...before, ...content.nodes];
  return content.behind === FAIL
    ? unclosed(at, mark.repeat(2), content, nodes)
    : group(at, content.behind, nodes, true);
}

function one(
  run: InlineRun,
  mark: string,
  at: number,
  open: number,
  flags: number,
  before: readonly InlineNode[],
): InlineNode {
  const nodes = [...before];
  let position = open;
  let state = flags;
  for (;;) {
    const part = inlinesUntil(run, position, state, (place) => ends(run, mark, 1, place));
    append(nodes, part.nodes);
    position = part.end;
    const strong = position + 2;
    const doubled = strong <= run.limit && runEnd(run.env.text, position, strong, mark) === strong;
    if (!doubled || ends(run, mark, 1, strong) !== FAIL) {
      return part.behind === FAIL ? unclosed(at, mark, part, nodes) : group(at, part.behind, nodes, true);
    }
    const inner = two(run, mark, position, strong, part.flags & ~AFTER_WORD, []);
    nodes.push(inner);
    position = inner.end;
    state = flagsAfter(inner, part.flags);
  }
}

function group(start: number, end: number, children: readonly InlineNode[], wordEnds: boolean): InlineNode {
  return { kind: 'group', start, end, wordEnds, children, around: ['', ''] };
}

function unclosed(at: number, marks: string, content: Sequence, nodes: readonly InlineNode[]): InlineNode {
  return {
    kind: 'group',
    start: at,
    end: content.end,
    wordEnds: (content.flags & AFTER_WORD) !== 0,
    children: nodes,
    around: [marks, ''],
  };
}
