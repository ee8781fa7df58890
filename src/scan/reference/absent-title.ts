import { readNames } from './authors.ts';
import { areCertain } from './certain-names.ts';
import { type Draft, hasDateWithin, skipPunctuation } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import type { Head } from './head.ts';
import { VOLUME_LABEL } from './lexicon.ts';
import { countWords, publisherLikeness } from './likeness.ts';
import type { NumberCluster } from './numbers.ts';
import { isEditionWord, startsBracketPhrase } from './phrases.ts';
import { isPublisherAlone } from './publisher-alone.ts';
import { closingBracket } from './spans.ts';
import type { TitleFinding } from './titles.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/**
 * Whether the title is missing: something that can only follow a title stands where it is due. `title` is what was
 * taken for it. In doubt it is not: physicists leave titles out, so a shortened journal right after the names is fine.
 */
export function isTitleMissing(
  draft: Draft,
  head: Head,
  title: TitleFinding | undefined,
  numbers: NumberCluster | undefined,
): boolean {
  if (head.names === undefined || head.names.editors || !areCertain(draft, head)) return false;
  if (isAddressNext(draft, head)) return true;
  const at = skipPunctuation(draft, head.next, draft.tokens.length);
  const token = draft.tokens[at];
  if (token === undefined) return head.date?.bracket === '(' && head.names.form === 'inverted';
  if (
    startsContainer(draft, at) ||
    isGenreMark(draft.tokens, at) ||
    isLateBracket(draft, head, at) ||
    isEdition(draft.tokens, at)
  )
    return true;
  if (title === undefined || title.mark === 'quote' || title.mark === 'link') return false;
  if (isSiteName(draft.tokens, title)) return true;
  return title.mark === 'emphasis'
    ? isContainer(draft, head, title, numbers)
    : isPublisherAlone(draft, title) || isPeriodical(draft, head, title, numbers);
}

/** `Knuth, D. E. (1997). https://…`, `Liu, Y., et al. arXiv:1907.11692`; physicists cite `D. Ponton, arXiv:…` so. */
function isAddressNext({ tokens, taken }: Draft, { next, names: list, date }: Head): boolean {
  const { form, names } = list!;
  const inverted = form === 'inverted' || form === 'inverted-full';
  if (!inverted && (date === undefined || names.length < 2)) return false;
  let i = next;
  while (isOneOf(tokens[i], '.,:;')) i++;
  return i < tokens.length && taken[i] === 1;
}

/** `arXiv`, `paulgraham.com`: where a work is read is no title. */
function isSiteName(tokens: readonly Token[], { from, to }: TitleFinding): boolean {
  if (to === from + 1) return tokens[from]!.lower === 'arxiv';
  const unbroken =
    to - from >= 3 &&
    to - from <= 7 &&
    /^(?:com|org|net|io|edu|dev|me|info|blog)$/.test(tokens[to - 1]!.lower);
  for (let i = from + 1; unbroken && i < to; i++) if (tokens[i]!.spaced) return false;
  return unbroken;
}

/** `In: Proceedings`, `in *Proceedings*`, `In J. G. Richardson (Ed.)`; a title may begin with “In Search of” as well. */
function startsContainer(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const next = tokens[at + 1];
  if (!/^[Ii]n$/.test(tokens[at]!.text) || next === undefined) return false;
  if (isMark(next, ':') || next.emphasis >= 0) return true;
  return readNames(tokens, at + 1, tokens.length)?.editors === true;
}

/** `(3rd ed.)`, `[Doctoral dissertation]`, `(Addison-Wesley, Reading, MA, 1997)`: brackets that follow a title. */
function isLateBracket(draft: Draft, head: Head, at: number): boolean {
  const { tokens } = draft;
  if (!isOneOf(tokens[at], '([')) return false;
  const close = closingBracket(tokens, at);
  if (close < 0) return false;
  if (startsBracketPhrase(tokens, at + 1)) return true;
  if (tokens[at]!.text !== '(') return false;
  if (head.date === undefined && hasDateWithin(draft, at, close)) return true;
  return isEdition(tokens, at + 1) || publisherLikeness(tokens, at + 1, close) > 1.5;
}

/** `3rd ed.`, `2. Aufl.` */
function isEdition(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= 4 && isEditionWord(tokens, at + 1);
}

/** `*Bell System Technical Journal*, *27*(3), 379–423` or `*Proceedings of …*` right after the names. */
function isContainer(
  draft: Draft,
  head: Head,
  title: TitleFinding,
  numbers: NumberCluster | undefined,
): boolean {
  const { tokens } = draft;
  if (/^(?:proceedings|proc)$/.test(tokens[title.from]!.lower)) return true;
  const after = skipPunctuation(draft, title.next, tokens.length);
  if (numbers?.from !== after) return false;
  const located =
    numbers.volume !== undefined && (numbers.pages !== undefined || numbers.issue !== undefined);
  const paged = numbers.pages !== undefined && numbers.pages.to > numbers.pages.from + 1;
  return (located || paged) && (isLabelled(tokens, after) || !omitsTitle(draft, head, title));
}

/** `vol. 220`: styles that label the volume print titles. */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  return (tokens[at]!.bits & VOLUME_LABEL) !== 0;
}

/** `*Phys. Rev. Lett.* **83**, 3370 (1999)`: physicists leave the title out, shorten the journal and put the year last. */
function omitsTitle({ tokens }: Draft, { date }: Head, title: TitleFinding): boolean {
  if (date !== undefined && !isMark(tokens[date.to], ',')) return false;
  const counts = countWords(tokens, title.from, title.to);
  return (
    counts.shortened > 0 || counts.words > 12 || (counts.words === 1 && !isMark(tokens[title.from - 1], '.'))
  );
}

/** `Shannon CE. Bell System Technical Journal. 1948;27(3):379–423.`: one piece before the volume, a periodical by its words. */
function isPeriodical(
  draft: Draft,
  head: Head,
  title: TitleFinding,
  numbers: NumberCluster | undefined,
): boolean {
  const formal = head.names!.form === 'run-on' || head.date?.bracket === '(';
  if (!formal || numbers?.volume === undefined || numbers.pages === undefined) return false;
  if (skipPunctuation(draft, title.next, draft.tokens.length) !== numbers.from) return false;
  const counts = countWords(draft.tokens, title.from, title.to);
  return (
    counts.phrase === 0 && counts.shortened === 0 && (counts.periodical > 0 || head.names!.form === 'run-on')
  );
}
