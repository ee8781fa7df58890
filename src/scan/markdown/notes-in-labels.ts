import type { SyntaxProblem } from '../../model.ts';
import { once } from '../../text/once.ts';
import type { InlineText } from './page.ts';

/** Enough of a text to tell that it is one. */
const BEGINNING = 120;
const WORD = once(() => /^["'“‘(]?\p{L}[\p{L}'’]{1,40}[,.:;)"'”’]?$/u);

/**
 * Whether what stands in the place of a label reads like the text of a note: several words, where a class of characters,
 * `[^a b c]`, has letters.
 */
export function isNoteText(label: string): boolean {
  const [first = '', second = '', third = '', ...others] = label.slice(0, BEGINNING).trimStart().split(/\s+/);
  if (third === '' || !/^["'“‘(*_]{0,2}\p{L}/u.test(first)) return false;
  return [first, second, third, ...others].filter((word) => WORD().test(word)).length > 2;
}

/**
 * Notes whose text stands where the label belongs, `[^Knuth says so himself.]`: the engines print them as they stand. A
 * link may begin with a caret, `[^ back to the top](#top)`, and a label that kramdown refuses is told of elsewhere.
 */
export function notesInLabels({ text, inline, region }: InlineText, page: string): SyntaxProblem[] {
  if (!text.includes('[^')) return [];
  return inline.brackets.flatMap(({ kind, open, close }) => {
    if (kind !== 'text' || text[open + 1] !== '^' || text[open - 1] === '!') return [];
    const label = text.slice(open + 2, close);
    if (!isNoteText(label) || page.includes(`[^${label}]:`)) return [];
    return [{ messageId: 'note-in-label', region: region(open, open + 2) }];
  });
}
