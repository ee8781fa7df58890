import { readNames } from './authors.ts';
import { areCertain } from './certain-names.ts';
import { type Draft, hasDateWithin, skipPunctuation } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import type { Head } from './head.ts';
import { COUNTRY, PAGE_LABEL, PERIODICAL, PLACE, VOLUME_LABEL } from './lexicon.ts';
import { countWords, publisherLikeness, type WordCounts } from './likeness.ts';
import { isRoman } from './number-items.ts';
import type { NumberCluster } from './numbers.ts';
import { isEditionWord, startsBracketPhrase } from './phrases.ts';
import { isPublisherAlone } from './publisher-alone.ts';
import { closingBracket } from './spans.ts';
import type { TitleFinding } from './titles.ts';
import { isMark, isOneOf, type Token, textOf } from './token.ts';

/** Whether there is a title: `omitted` where the style prints none, as chemists’ and physicists’ do. */
export type TitleVerdict = 'present' | 'missing' | 'omitted';

/**
 * Judges whether the title is missing: something that can only follow a title stands where it is due. `title` is what
 * was taken for it. In doubt it is not missing.
 */
export function judgeTitle(
  draft: Draft,
  head: Head,
  title: TitleFinding | undefined,
  numbers: NumberCluster | undefined,
): TitleVerdict {
  if (head.names === undefined || head.names.editors || !areCertain(draft, head)) return 'present';
  if (isAddressNext(draft, head)) return 'missing';
  const at = skipPunctuation(draft, head.next, draft.tokens.length);
  if (draft.tokens[at] === undefined) return isBareHead(head) ? 'missing' : 'present';
  if (startsContainer(draft, at))
    return omitsTitles(draft, head, at) || isCommentary(draft.tokens, at) ? 'omitted' : 'missing';
  if (isGenreMark(draft.tokens, at) || isLateBracket(draft, head, at) || isEdition(draft.tokens, at))
    return 'missing';
  if (title === undefined || title.mark === 'quote' || title.mark === 'link') return 'present';
  if (isSiteName(draft.tokens, title)) return 'missing';
  if (title.mark === 'emphasis') return judgeEmphasised(draft, head, title, numbers);
  return isPublisherAlone(draft, title) || isPeriodical(draft, head, title, numbers) ? 'missing' : 'present';
}

/** `Drepper, U. (2007).` and nothing more. */
function isBareHead({ date, names }: Head): boolean {
  return date?.bracket === '(' && names?.form === 'inverted';
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

/** `arXiv`, `paulgraham.com`: where a work is read is no title, unless the address is that of the whole site. */
function isSiteName(tokens: readonly Token[], { from, to }: TitleFinding): boolean {
  if (to === from + 1) return tokens[from]!.lower === 'arxiv';
  const unbroken =
    to - from >= 3 &&
    to - from <= 7 &&
    /^(?:com|org|net|io|edu|dev|me|info|blog)$/.test(tokens[to - 1]!.lower);
  for (let i = from + 1; unbroken && i < to; i++) if (tokens[i]!.spaced) return false;
  return unbroken && !isWholeSite(tokens, to, textOf(tokens, from, to).toLowerCase());
}

/** `DesignTheory.org. https://designtheory.org/` */
function isWholeSite(tokens: readonly Token[], after: number, name: string): boolean {
  const address = tokens.find(({ kind }, i) => kind === 'url' && i >= after);
  return (
    address?.text
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, '') === name
  );
}

/** `In: Proceedings`, `in *Proceedings*`, `In J. G. Richardson (Ed.)`; a title may begin with “In Search of” as well. */
function startsContainer(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const next = tokens[at + 1];
  if (!/^[Ii]n$/.test(tokens[at]!.text) || next === undefined) return false;
  if (isMark(next, ':') || next.emphasis >= 0) return true;
  return readNames(tokens, at + 1, tokens.length)?.editors === true;
}

/**
 * `Greger, Reinhard, in: Zöller, ZPO, 36. Aufl. 2025, § 138 Rn. 1`: what an author wrote of a paragraph in a commentary on
 * a law has no title, and lawyers cite it by the paragraph.
 */
function isCommentary(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at).some(({ lower }) => lower === '§' || /kommentar$|^commentaire$/.test(lower));
}

/** `(3rd ed.)`, `[Doctoral dissertation]`, `(A. Sheridan, Trans.)`, `(Addison-Wesley, Reading, MA, 1997)`: brackets that follow a title. */
function isLateBracket(draft: Draft, head: Head, at: number): boolean {
  const { tokens } = draft;
  if (!isOneOf(tokens[at], '([')) return false;
  const close = closingBracket(tokens, at);
  if (close < 0) return false;
  if (isMessage(tokens, at + 1)) return false;
  if (startsBracketPhrase(tokens, at + 1)) return true;
  if (tokens[at]!.text !== '(') return false;
  if (isTranslator(tokens, close) || isVersion(tokens, at + 1)) return true;
  if (head.date === undefined && hasDateWithin(draft, at, close)) return true;
  return isEdition(tokens, at + 1) || publisherLikeness(tokens, at + 1, close) > 1.5;
}

/** `A. Sheridan, Trans.` before the closing bracket. */
function isTranslator(tokens: readonly Token[], close: number): boolean {
  const at = isMark(tokens[close - 1], '.') ? close - 2 : close - 1;
  return /^(?:trans|transl|übers|trad)$/.test(tokens[at]?.lower ?? '') && isMark(tokens[at - 1], ',');
}

/** `Version 4.3.1` */
function isVersion(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'Version' && tokens[at + 1]?.kind === 'number';
}

/** `(personal communication, May 4, 2019)`, `(comm. pers., 2019)`: what somebody said or wrote has no title. */
function isMessage(tokens: readonly Token[], at: number): boolean {
  const said =
    /^(?:comm|communications?|comunicación|comunicação|comunicazione|mitteilung|conversation|e-?mail|letter|interview)$/;
  return (
    said.test(tokens[at]?.lower ?? '') ||
    said.test(tokens[at + 1]?.lower ?? '') ||
    said.test(tokens[at + 2]?.lower ?? '')
  );
}

/** `3rd ed.`, `2. Aufl.` */
function isEdition(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= 4 && isEditionWord(tokens, at + 1);
}

/** `*Bell System Technical Journal*, *27*(3), 379–423` or `*Proceedings of …*` right after the names. */
function judgeEmphasised(
  draft: Draft,
  head: Head,
  title: TitleFinding,
  numbers: NumberCluster | undefined,
): TitleVerdict {
  const { tokens } = draft;
  const after = skipPunctuation(draft, title.next, tokens.length);
  if (isChapterCut(draft, head, title, after, numbers)) return 'missing';
  if (!isProceedings(tokens, title) && (!isLocated(after, numbers) || isPlaceInBook(tokens, after)))
    return 'present';
  const counts = countWords(tokens, title.from, title.to);
  if (counts.shortened > 0) return 'omitted';
  if (isTooLong(tokens, title, counts) || isBookOfPages(draft, after, numbers, counts)) return 'present';
  const maybeBook = counts.periodical === 0 || isLabelled(tokens, after);
  if (maybeBook && isVolumeOfBook(draft, title, numbers)) return 'present';
  const alone = counts.words === 1 && !isMark(tokens[title.from - 1], '.');
  return omitsTitles(draft, head, after) || (alone && head.date === undefined && !isLabelled(tokens, after))
    ? 'omitted'
    : 'missing';
}

/** `Silverman, B. (1986) *Density Estimation*, pp. 100–104.`: what is meant in a book; a publisher would follow proceedings. */
function isBookOfPages(
  { tokens }: Draft,
  after: number,
  numbers: NumberCluster | undefined,
  counts: WordCounts,
): boolean {
  if (numbers?.volume !== undefined || counts.periodical > 0 || counts.conference > 0) return false;
  const isLast = numbers !== undefined && tokens.length - numbers.to <= 1;
  return isLast && ((tokens[after]?.bits ?? 0) & PAGE_LABEL) !== 0;
}

/** No periodical has so long a name: it begins with a title, whose stop may be lost. */
function isTooLong(tokens: readonly Token[], title: TitleFinding, { words }: WordCounts): boolean {
  return words > 12 && !isProceedings(tokens, title);
}

function isProceedings(tokens: readonly Token[], { from }: TitleFinding): boolean {
  return /^(?:proceedings|proc)$/.test(tokens[from]!.lower);
}

/** `Grice, H. P. *Syntax and Semantics*, edited by Peter Cole, Academic Press, 1975, pp. 41–58.`: pages of a book say that a chapter is meant. */
function isChapterCut(
  draft: Draft,
  { names }: Head,
  title: TitleFinding,
  after: number,
  numbers: NumberCluster | undefined,
): boolean {
  const { tokens } = draft;
  const pages = numbers?.pages;
  if (names!.form !== 'inverted-full' && names!.form !== 'inverted') return false;
  const edited =
    tokens[after]?.lower === 'edited' && tokens[after + 1]?.lower === 'by' && isMark(tokens[title.next], ',');
  return edited && pages !== undefined && pages.to > pages.from + 1 && numbers!.volume === undefined;
}

/** `*The Second World War*, vol. 3, 41–58. London: Cassell, 1950.`: of a journal nobody names place and publisher. */
function isVolumeOfBook(draft: Draft, title: TitleFinding, numbers: NumberCluster | undefined): boolean {
  if (numbers === undefined) return false;
  const from = skipPunctuation(draft, numbers.to, draft.tokens.length);
  return from < draft.tokens.length && isPublisherAlone(draft, { ...title, from, to: from });
}

/** `*De Occulta Philosophia*, II.22`: book and chapter of an old work. */
function isPlaceInBook(tokens: readonly Token[], at: number): boolean {
  const [stop, chapter] = [tokens[at + 1], tokens[at + 2]];
  return isRoman(tokens[at]) && isMark(stop, '.') && chapter?.kind === 'number' && !chapter.spaced;
}

/** Volume with issue or pages, or a range of pages, or a date and these, come next. */
function isLocated(after: number, numbers: NumberCluster | undefined): boolean {
  if (numbers?.from !== after) return false;
  if (numbers.volume !== undefined) return numbers.pages !== undefined || numbers.issue !== undefined;
  return numbers.pages !== undefined && numbers.pages.to > numbers.pages.from + 1;
}

/** `vol. 220`: styles that label the volume print titles. */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  return ((tokens[at]?.bits ?? 0) & VOLUME_LABEL) !== 0;
}

/**
 * `D. E. Knuth, *SIAM Journal on Computing* **1977**, *6*, 323`, `S. A. Cook, in *Proceedings*, ACM, New York, **1971**`:
 * the year last, no label before the volume and no colon after a place.
 */
function omitsTitles({ tokens }: Draft, { names, date }: Head, after: number): boolean {
  if (names!.form !== 'direct' || date !== undefined || isLabelled(tokens, after)) return false;
  for (let i = after + 1; i < tokens.length; i++) {
    if (isMark(tokens[i], ':') && (tokens[i - 1]!.bits & (PLACE | COUNTRY)) !== 0) return false;
  }
  return true;
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
    !isTooLong(draft.tokens, title, counts) &&
    !endsInPeriodical(draft.tokens, title, counts) &&
    counts.phrase === 0 &&
    counts.shortened === 0 &&
    (counts.periodical > 0 || head.names!.form === 'run-on')
  );
}

/** `The Design of Optimum Multifactorial Experiments Biometrika, 33`: a title, and its journal without a mark between. */
function endsInPeriodical(tokens: readonly Token[], { from, to }: TitleFinding, counts: WordCounts): boolean {
  if (counts.words <= 5 || counts.conference > 0 || !/^(?:The|A|An|On)$/.test(tokens[from]!.text))
    return false;
  return counts.periodical === 0 || (counts.periodical === 1 && (tokens[to - 1]!.bits & PERIODICAL) !== 0);
}
