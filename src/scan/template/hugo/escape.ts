import type { SyntaxProblem } from '../../../model.ts';
import {
  type Delimiters,
  findCloser,
  findEscapeCloser,
  findEscapeOpener,
  findLineEnd,
  findOpener,
  findOtherCloser,
} from './delimiters.ts';
import { excerpt } from './edit.ts';

/** Whether `/*` follows an opening delimiter directly: then the tag is shown, not run. */
export function isEscape(text: string, open: number): boolean {
  return text.charCodeAt(open + 3) === 47 && text.charCodeAt(open + 4) === 42;
}

// {{</* cite "knuth" */>}}
// ^open              ^close
/**
 * Hugo looks for the end of an escape up to the end of the file. An escape that another one opens in was surely not
 * closed where its author believes: Hugo shows all of it as text, and says nothing.
 */
export function readEscape(
  text: string,
  open: number,
  delimiters: Delimiters,
): { end: number; problem?: SyntaxProblem } {
  const mark = text.charCodeAt(open + 2) === 60 ? 62 : 37;
  const close = findEscapeCloser(delimiters, mark, open + 4);
  if (close === -1 || close === open + 4) return unclosedEscape(text, open, mark, delimiters);
  const inner = findEscapeOpener(delimiters, open + 5);
  const end = close + 5;
  if (inner === -1 || inner > close) return { end };
  const closer = findCloser(delimiters, mark, open);
  const lost = { start: closer === -1 || closer > inner ? inner : closer + 3, end: close };
  return {
    end,
    problem: {
      messageId: 'escape-swallows-text',
      data: { text: excerpt(text, lost) },
      region: { start: open, end: lost.start },
      related: [{ region: { start: close, end }, message: 'The escape ends here.' }],
      ...insertEnd(lost.start === inner ? -1 : closer),
    },
  };
}

/** Without an end Hugo stops at the opening delimiter. We go on behind the tag's own closing delimiter or its line. */
function unclosedEscape(
  text: string,
  open: number,
  mark: number,
  delimiters: Delimiters,
): { end: number; problem: SyntaxProblem } {
  const lineEnd = findLineEnd(delimiters, open);
  const own = findCloser(delimiters, mark, open);
  const other = findOtherCloser(delimiters, mark, open);
  const opener = findOpener(delimiters, open + 3);
  const limit = opener === -1 ? lineEnd : Math.min(lineEnd, opener);
  const closer = own !== -1 && own < limit ? own : other !== -1 && other < limit ? other : -1;
  const end = closer === -1 ? Math.max(open + 5, limit) : closer + 3;
  return {
    end,
    problem: {
      messageId: 'escape-unclosed',
      data: { text: excerpt(text, { start: open, end }) },
      region: { start: open, end },
      ...(closer !== -1 && closer === own && text.charAt(closer - 1) !== '/' ? insertEnd(closer) : {}),
    },
  };
}

function insertEnd(closer: number): Pick<SyntaxProblem, 'fix'> {
  if (closer === -1) return {};
  const edits = [{ region: { start: closer, end: closer }, text: '*/' }];
  return { fix: { title: 'Close the escape', safety: 'suggest', edits } };
}
