import { distance } from 'fastest-levenshtein';
import type { Region, SyntaxProblem } from '../../../model.ts';

/** Blocks of Liquid, Jekyll and jekyll-scholar: each needs an end tag. */
export const liquidBlocks: ReadonlySet<string> = new Set([
  'capture',
  'case',
  'comment',
  'for',
  'highlight',
  'if',
  'ifchanged',
  'quote',
  'raw',
  'tablerow',
  'unless',
]);

/** Tags that never have an end tag, so one that stands for them is a mistake. */
const UNPAIRED: ReadonlySet<string> = new Set([
  '#',
  'assign',
  'bibliography',
  'bibliography_count',
  'break',
  'cite',
  'cite_details',
  'continue',
  'cycle',
  'decrement',
  'details_link',
  'echo',
  'else',
  'elsif',
  'include',
  'include_cached',
  'include_relative',
  'increment',
  'link',
  'nocite',
  'post_url',
  'reference',
  'render',
  'when',
]);

/** A longer name is no misspelling of ours. */
const LONGEST_NAME = 40;

/** Tags that only some blocks understand. */
const BRANCHES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['else', new Set(['if', 'unless', 'case', 'for'])],
  ['elsif', new Set(['if', 'unless'])],
  ['when', new Set(['case'])],
]);

interface OpenBlock {
  readonly name: string;
  readonly tag: Region;
  /** Index of the problem of a stray end tag that stands where this block is open. */
  stray?: number;
}

/** Follows the nesting of block tags the way the parser of Liquid does, and goes on where that would stop. */
export interface BlockStack {
  /** Sees every tag in order and reports what is wrong with its place. Answers the opening tag of what an end tag ends. */
  visit(name: string, tag: Region, nameRegion: Region): Region | undefined;
  /** Whether the innermost open block is a comment, which ignores tags it does not know. */
  isInComment(): boolean;
  /** Whether a tag is text of a comment, whatever it holds: `elsif` and `when` are known to their blocks alone. */
  ignores(name: string): boolean;
  depth(): number;
  /** Reports what is still open above a depth: at the end of the file, and of a `{% liquid %}` tag. */
  closeDownTo(depth: number): void;
  /** Forgets what is open: behind an unclosed `raw` no end tag can be seen any more. */
  abandon(): void;
}

/** An empty stack that adds its problems to a list. `plugins` tells of each tag of the site's own whether it is a block. */
export function createBlockStack(
  problems: SyntaxProblem[],
  plugins: ReadonlyMap<string, boolean>,
): BlockStack {
  const open: OpenBlock[] = [];
  const openByName = new Map<string, number>();
  const abandoned = new Map<string, number>();
  let sawUnknownTag = false;

  const isBlock = (name: string): boolean => plugins.get(name) ?? liquidBlocks.has(name);
  const isInComment = (): boolean => open.at(-1)?.name === 'comment';
  const isUnpaired = (name: string): boolean => UNPAIRED.has(name) && !plugins.has(name);
  const pop = (): OpenBlock => {
    const block = open.pop()!;
    count(openByName, block.name, -1);
    return block;
  };
  const reportUnclosed = (block: OpenBlock, before?: Region): void => {
    if (block.stray !== undefined) problems[block.stray] = strayEnd(problems[block.stray]!, block);
    else problems.push(neverClosed(block, before));
  };
  const reportStray = (name: string, region: Region): void => {
    const top = open.at(-1);
    if (top !== undefined && name.startsWith('end')) top.stray ??= problems.length;
    problems.push({ messageId: 'unmatched-end-tag', data: { name, expected: '' }, region });
  };
  const visitEnd = (name: string, tag: Region, nameRegion: Region): Region | undefined => {
    const block = name.slice(3);
    if ((openByName.get(block) ?? 0) > 0) {
      let closed = pop();
      for (; closed.name !== block; closed = pop()) {
        reportUnclosed(closed, tag);
        count(abandoned, closed.name, 1);
      }
      return closed.tag;
    }
    if ((abandoned.get(block) ?? 0) > 0) count(abandoned, block, -1);
    else if (isBlock(block) || isUnpaired(block) || isNearMiss(name, open.at(-1)))
      reportStray(name, nameRegion);
    else sawUnknownTag = true;
    return undefined;
  };
  const visitBranch = (name: string, nameRegion: Region, blocks: ReadonlySet<string>): void => {
    const top = open.at(-1);
    if (!sawUnknownTag && (top === undefined || !blocks.has(top.name))) reportStray(name, nameRegion);
  };

  return {
    visit(name, tag, nameRegion) {
      if (isInComment() && name !== 'endcomment' && !isBlock(name)) return undefined;
      const blocks = BRANCHES.get(name);
      if (blocks !== undefined) visitBranch(name, nameRegion, blocks);
      else if (isBlock(name)) {
        open.push({ name, tag });
        count(openByName, name, 1);
      } else if (name === 'end') reportStray(name, nameRegion);
      else if (name.startsWith('end')) return visitEnd(name, tag, nameRegion);
      else if (!isUnpaired(name)) sawUnknownTag = true;
      return undefined;
    },
    isInComment,
    ignores: (name) => BRANCHES.has(name) && isInComment(),
    depth: () => open.length,
    closeDownTo(depth) {
      while (open.length > depth) {
        const block = pop();
        reportUnclosed(block);
        if (block.name === 'comment') while (open.length > depth) pop();
      }
    },
    abandon() {
      while (open.length > 0) pop();
    },
  };
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

function neverClosed({ name, tag }: OpenBlock, before: Region | undefined): SyntaxProblem {
  const problem = { messageId: 'tag-never-closed', data: { name }, region: tag };
  if (before === undefined) return problem;
  return { ...problem, related: [{ region: before, message: 'This end tag comes first.' }] };
}

/** The block it stands in is never closed, so the stray end tag was meant for that. */
function strayEnd(problem: SyntaxProblem, { name, tag }: OpenBlock): SyntaxProblem {
  const expected = 'end' + name;
  return {
    ...problem,
    data: { ...problem.data, expected },
    related: [{ region: tag, message: `\`${name}\` is open here.` }],
    fix: {
      title: `Write \`{% ${expected} %}\`.`,
      safety: 'suggest',
      edits: [{ region: problem.region, text: expected }],
    },
  };
}

/** `{% endqoute %}` where `quote` is open. */
function isNearMiss(name: string, top: OpenBlock | undefined): boolean {
  return top !== undefined && name.length < LONGEST_NAME && distance(name, 'end' + top.name) <= 2;
}
