import type { SyntaxProblem } from '../../model.ts';
import type { Bracket } from './inline.ts';
import { mathTest } from './mathematics.ts';
import type { InlineText } from './page.ts';

/** Fewer definitions of links by number are no list that a page cites from. */
const FEWEST = 2;
const NUMBER = /^\d{1,3}$/;

/** Whether a page cites by links that are defined by number: `([arXiv][6])` and `[6]: https://arxiv.org/abs/2506.09985`. */
export function numbersLinks(definitions: ReadonlySet<string>): boolean {
  return [...definitions].filter((label) => NUMBER.test(label)).length >= FEWEST;
}

/** `([arXiv][12])` on such a page, where no link is defined as 12: the brackets are printed. */
export function undefinedNumbers(
  { text, inline, region }: InlineText,
  definitions: ReadonlySet<string>,
): SyntaxProblem[] {
  const isInMath = mathTest(text);
  return inline.brackets.flatMap((words, index): SyntaxProblem[] => {
    const number = inline.brackets[index + 1];
    if (number === undefined || !isPair(words, number) || isInMath(words.open)) return [];
    const label = text.slice(number.open + 1, number.close);
    const isIndexed =
      /[\p{L}\p{N}_)\]]/u.test(text[words.open - 1] ?? ' ') || '[(:'.includes(text[number.close + 1] ?? ' ');
    const link = text.slice(words.open, number.close + 1);
    if (!NUMBER.test(label) || definitions.has(label) || isIndexed || !/\p{L}{2}/u.test(link)) return [];
    const at = region(number.open, number.close + 1);
    return [
      { messageId: 'undefined-link-number', data: { label, link: link.slice(0, LONGEST) }, region: at },
    ];
  });
}

const isPair = (words: Bracket, number: Bracket): boolean =>
  words.kind === 'text' && number.kind === 'text' && words.close + 1 === number.open;

/** More of a link than a message needs. */
const LONGEST = 80;
