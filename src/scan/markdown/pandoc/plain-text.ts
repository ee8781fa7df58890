import { wordWidth } from './characters.ts';
import type { InlineNode, InlineRun } from './nodes.ts';

/** Everything but the characters an element may begin with, and those that say nothing by themselves. */
const PLAIN = /[^`_*^[\]$~<\\@&"'\n!-]+/y;

const NEWLINE = 10;
const EXCLAMATION_MARK = 33;
const APOSTROPHE = 39;
const HYPHEN = 45;
const FULL_STOP = 46;
const AT_SIGN = 64;
const OPENING_BRACKET = 91;

/**
 * The text of a paragraph in which no element begins, as one node: read one by one, all of it would be words, blanks and
 * marks that stand for themselves. Most of a page is such text, nobody prints it, and a node for each word costs more
 * than all the rest.
 */
export function plainText({ env, limit }: InlineRun, at: number): InlineNode | undefined {
  const { text, inList } = env;
  if (env.extensions.bareUris) return undefined;
  const end = endOfPlainText(text, inList, at, limit);
  if (end <= at) return undefined;
  return { kind: 'text', start: at, end, wordEnds: endsWord(text, at, end), text: '' };
}

/** Where an element may begin, from `at` on; `limit` where none does before it. */
export function endOfPlainText(text: string, inList: boolean, at: number, limit: number): number {
  // Behind what is no text an apostrophe may open a quotation.
  if (text.charCodeAt(at) === APOSTROPHE) return at;
  let end = at;
  do {
    PLAIN.lastIndex = end;
    if (PLAIN.test(text)) end = PLAIN.lastIndex;
  } while (end < limit && standsForItself(text, inList, end) && ++end < limit);
  return Math.min(end, limit);
}

/** Whether a character that may begin an element begins none here. */
function standsForItself(text: string, inList: boolean, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  switch (text.charCodeAt(at)) {
    case HYPHEN:
      return next !== HYPHEN && next !== AT_SIGN;
    case EXCLAMATION_MARK:
      return next !== OPENING_BRACKET;
    case APOSTROPHE:
      // Behind a word it encloses nothing.
      return wordWidth(text, at - 1) > 0;
    case NEWLINE:
      // Outside lists a line that begins with a word goes on with the paragraph.
      return !inList && wordWidth(text, at + 1) > 0;
    default:
      return false;
  }
}

/** Whether a word ends where the text does: three full stops in a row are none, one or two behind them are. */
function endsWord(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end - 1) !== FULL_STOP) return wordWidth(text, lastCharacter(text, end)) > 0;
  let dots = end - 1;
  while (dots > start && text.charCodeAt(dots - 1) === FULL_STOP) dots -= 1;
  return (end - dots) % 3 !== 0;
}

/** Where the character that ends at `end` begins. */
function lastCharacter(text: string, end: number): number {
  return end > 1 && text.codePointAt(end - 2)! > 0xffff ? end - 2 : end - 1;
}
