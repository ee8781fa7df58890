import { readFamilies, readNames } from './authors.ts';
import { type Draft, nextDate } from './draft.ts';
import { countWords } from './likeness.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** Longest topic, in tokens. */
const LONGEST_TOPIC = 5;

/**
 * Index after the bold words that say what a work is read for, `**HNSW** - Malkov, Y. A., & Yashunin, D. A. (2018).
 * Efficient …`; 0 where there are none. Names with their year in brackets and a title must follow, for what is bold may be
 * the title itself: `**Deep Residual Learning**: He, K., et al. (2016). *CVPR*.`
 */
export function endOfTopic(draft: Draft): number {
  const { tokens } = draft;
  let end = 0;
  while (end < tokens.length && tokens[end]!.strong >= 0) end++;
  if (end === 0 || end > LONGEST_TOPIC) return 0;
  const names = isMark(tokens[end - 1], ':') ? end : isOneOf(tokens[end], ':-–—') ? end + 1 : 0;
  const date = nextDate(draft, end);
  if (names === 0 || date?.bracket !== '(' || !date.alone) return 0;
  const list = readNames(tokens, names, date.from) ?? readFamilies(tokens, names, date.from, true);
  return list !== undefined && list.to === date.from && isTitleAt(tokens, date.to) ? names : 0;
}

/** A quotation, or words enough that name no conference and no periodical. */
function isTitleAt(tokens: readonly Token[], at: number): boolean {
  let from = at;
  while (isOneOf(tokens[from], '.,:-–—')) from++;
  if (tokens[from]?.kind === 'open-quote') return true;
  let to = from;
  while (to < tokens.length && !isMark(tokens[to], '.')) to++;
  const { words, conference, periodical } = countWords(tokens, from, to);
  return words >= 4 && conference === 0 && periodical === 0;
}
