import { once } from '../text/once.ts';
import { makeVisible, makeVisibleLine } from '../text/visible.ts';

/** Untrusted text as a code span, whose fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const visible = makeVisibleLine(text);
  if (visible.trim() === '') return '`(empty)`';
  const fence = '`'.repeat(longestRun(visible) + 1);
  const blank = fence.length > 1 || /^ | $/.test(visible) ? ' ' : '';
  return `${fence}${blank}${visible}${blank}${fence}`;
}

/** Untrusted lines as a fenced block, whose fence is longer than any run of backticks in it. */
export function codeFence(text: string): string {
  const visible = makeVisible(text);
  const fence = '`'.repeat(Math.max(3, longestRun(visible) + 1));
  return `${fence}text\n${visible}\n${fence}`;
}

/** Words and the punctuation of prose: no mention, link, address, emphasis, HTML, table or emoji can be made of it. */
const PROSE = once(() => /^(?:[\p{L}\p{M}\p{N} ,;'’“”…–()-]|[.:](?= |$))*$/u);

/**
 * A message: its own words as they are, the values in backticks as code. A message with anything in it that Markdown
 * could take for more than words is code as a whole.
 */
export function messageText(message: string): string {
  const parts = makeVisibleLine(message).split('`');
  const isPaired = parts.length % 2 === 1;
  if (!isPaired || parts.some((part, index) => index % 2 === 0 && !PROSE().test(part)))
    return codeSpan(message);
  return parts.map((part, index) => (index % 2 === 0 ? part : codeSpan(part))).join('');
}

function longestRun(text: string): number {
  let longest = 0;
  for (const run of text.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return longest;
}
