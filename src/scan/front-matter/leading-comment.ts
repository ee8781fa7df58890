import { lineEnd, nextLine } from './field-line.ts';
import { firstCharacter } from './find-block.ts';
import type { FrontMatterPolicy } from './policies.ts';

const OPEN = '<!--';
const CLOSE = '-->';

/**
 * Where front matter would stand behind the comments at the beginning of a page; `start` where there are none, or where
 * the engine finds nothing wrong with text before front matter.
 */
export function behindComments(text: string, start: number, policy: FrontMatterPolicy): number {
  let at = start;
  while (text.startsWith(OPEN, at)) {
    const end = policy.comments === 'opened' ? behindLine(text, at) : behindComment(text, at);
    if (end === undefined || (policy.comments !== 'opened' && policy.blank !== 'ignores')) return start;
    at = firstCharacter(text, end);
  }
  return at;
}

/** Hugo looks past the line that opens a comment, whatever else stands on it. */
const behindLine = (text: string, at: number): number =>
  nextLine(text, lineEnd(text, at, text.length), text.length);

function behindComment(text: string, at: number): number | undefined {
  const close = text.indexOf(CLOSE, at + OPEN.length);
  return close === -1 ? undefined : close + CLOSE.length;
}

/** Whether front matter at `start` is itself commented out, to hide it from other readers of the page: Hugo reads it. */
export function isCommentedOut(text: string, first: number, start: number): boolean {
  return start !== first && !text.slice(first, start).includes(CLOSE);
}

/** Where the body begins behind front matter that is commented out and ends at `end`. */
export const behindCommentEnd = (text: string, end: number): number => behindComment(text, end) ?? end;
