import type { SyntaxProblem } from '../../model.ts';
import { once } from '../../text/once.ts';
import { isDoubtful, isGlued } from './doubtful-numbers.ts';
import type { Bracket } from './inline.ts';
import { mathTest } from './mathematics.ts';
import type { InlineText } from './page.ts';

/** Fewer definitions of links by number are no list that a page cites from. */
const FEWEST = 2;
const NUMBER = /^\d{1,3}$/;

/** The links of a page that are defined by number: `[6]: https://arxiv.org/abs/2506.09985`. */
export interface NumberedLinks {
  readonly definitions: ReadonlySet<string>;
  /** Their labels that are numbers. */
  readonly numbers: ReadonlySet<string>;
  /** Whether the page cites by `[6]` alone, and not only by `([arXiv][6])`. */
  readonly standAlone: boolean;
}

/** A number that stands for itself. */
const ALONE = once(() => /(?<![\]\p{L}\p{N}_)])\[(\d{1,3})\](?![[(:])/gu);

/** What a page cites from where it cites by links that are defined by number. */
export function numberedLinks(text: string, definitions: ReadonlySet<string>): NumberedLinks | undefined {
  const numbers = new Set([...definitions].filter((label) => NUMBER.test(label)));
  if (numbers.size < FEWEST) return undefined;
  const alone = Array.from(text.matchAll(ALONE()), ([, label]) => label!);
  const cited = new Set(alone.filter((label) => numbers.has(label)));
  return { definitions, numbers, standAlone: cited.size >= FEWEST };
}

/**
 * `([arXiv][12])` and `[12]` on such a page, where no link is defined as 12: the brackets are printed. A number alone may
 * be that of an item where the page has a numbered list.
 */
export function undefinedNumbers(
  { text, inline, region }: InlineText,
  links: NumberedLinks,
  hasNumberedList: boolean,
): SyntaxProblem[] {
  const isInMath = mathTest(text);
  return inline.brackets.flatMap((bracket, index): SyntaxProblem[] => {
    if (bracket.kind !== 'text' || isInMath(bracket.open)) return [];
    const next = inline.brackets[index + 1];
    const isWords = next?.kind === 'text' && bracket.close + 1 === next.open;
    const number = isWords ? next : bracket;
    const label = text.slice(number.open + 1, number.close);
    if (!NUMBER.test(label) || links.definitions.has(label)) return [];
    const isMeant = isWords
      ? isLink(text, bracket, number)
      : !hasNumberedList && isCitation(text, bracket, label, links);
    if (!isMeant) return [];
    const link = text.slice(bracket.open, number.close + 1).slice(0, LONGEST);
    const at = region(number.open, number.close + 1);
    return [{ messageId: 'undefined-link-number', data: { label, link }, region: at }];
  });
}

const opensTarget = (text: string, { close }: Bracket): boolean => '[(:'.includes(text[close + 1] ?? ' ');

function isLink(text: string, words: Bracket, number: Bracket): boolean {
  const hasWord = /\p{L}{2}/u.test(text.slice(words.open, number.close));
  return hasWord && !isGlued(text, words.open) && !opensTarget(text, number);
}

function isCitation(text: string, bracket: Bracket, label: string, links: NumberedLinks): boolean {
  if (!links.standAlone || isGlued(text, bracket.open) || opensTarget(text, bracket)) return false;
  const { open, close } = bracket;
  return !isDoubtful({ text, open, close, keys: [label] }, links.numbers);
}

/** More of a link than a message needs. */
const LONGEST = 80;
