import { isMonth, isYear } from './dates.ts';
import { ISSUE_LABEL, PAGE_LABEL, VOLUME_LABEL } from './lexicon.ts';
import { isMark, isOneOf, type Token, type TokenRange } from './token.ts';

/** Part of a work a number belongs to. */
export type NumberPart = 'volume' | 'issue' | 'pages';

/** One number or range of a cluster, its label included. */
export interface NumberItem extends TokenRange {
  readonly label: NumberPart | undefined;
  /** The mark before it. */
  readonly after: string;
  readonly range: boolean;
  readonly year: boolean;
  /** A word such as “Part” is no sure label. */
  readonly weak: boolean;
}

const DASHES = '-–—−‑‐';

/** The label at `at`, where a number follows it: `vol.`, `no.`, `pp.`. */
export function labelAt(tokens: readonly Token[], at: number): NumberPart | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const label = labelOf(token);
  if (label === undefined) return undefined;
  const from = endOfLabel(tokens, at);
  const skip = from - at;
  const number = tokens[from];
  if (number === undefined) return undefined;
  if (token.text.length <= 2 && skip === 1 && !number.spaced && token.text !== '№') return undefined;
  const roman = isRoman(number) && label !== 'issue';
  const lettered =
    (label === 'pages' && isLettered(number)) || (label === 'volume' && hasLettersBefore(tokens, from));
  return number.kind === 'number' || roman || lettered ? label : undefined;
}

/** Over the label and the mark behind it: `vol.`, `pp`, `Page(s):`. */
function endOfLabel(tokens: readonly Token[], at: number): number {
  const plural = isMark(tokens[at + 1], '(') && tokens[at + 2]?.text === 's' && isMark(tokens[at + 3], ')');
  const to = plural ? at + 4 : at + 1;
  return isOneOf(tokens[to], '.°:') ? to + 1 : to;
}

function labelOf({ bits, text }: Token): NumberPart | undefined {
  if ((bits & VOLUME_LABEL) !== 0) return 'volume';
  if ((bits & ISSUE_LABEL) !== 0 || text === '№') return 'issue';
  return (bits & PAGE_LABEL) !== 0 ? 'pages' : undefined;
}

/** `XIV`, `xlii`. */
export function isRoman(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word' || token.text.length > 8) return false;
  return /^(?:[IVXLC]+|[ivxlc]+)$/.test(token.text) && token.text !== 'I' && token.text !== 'C';
}

/** `S12`, `e0012`, `A44`. */
export function isLettered(token: Token): boolean {
  return token.kind === 'word' && token.text.length <= 12 && /^[A-Za-z]{1,3}\d+$/.test(token.text);
}

/**
 * `PAMI-8(6)`, `AC-19, no. 6`: transactions of the IEEE put their letters before the volume. Without an issue behind it, or
 * a label before, `AAAI-94` is a conference.
 */
export function isSocietyVolume(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.shape !== 'caps' || !hasLettersBefore(tokens, at)) return false;
  const next = tokens[at + 3];
  if (isMark(next, '(')) return tokens[at + 4]?.kind === 'number' && tokens[at + 4]!.text.length <= 2;
  return labelAt(tokens, isMark(next, ',') ? at + 4 : at + 3) === 'issue';
}

/** `IT-13`, `C-35`. */
function hasLettersBefore(tokens: readonly Token[], at: number): boolean {
  const [letters, hyphen, number] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (letters?.shape !== 'caps' || letters.text.length > 5 || !isMark(hyphen, '-') || hyphen!.spaced)
    return false;
  return number?.kind === 'number' && !number.spaced && number.text.length <= 2;
}

/** `379`, `e0012`, `S12`, `xii`. */
function isBareNumber(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (
    (token.kind === 'number' && !/(?:st|nd|rd|th)$/.test(token.text)) ||
    isLettered(token) ||
    (isRoman(token) && token.shape === 'lower' && token.text !== 'c')
  );
}

/** Reads the number at `at` with its label and the end of its range; undefined where there is none. */
export function readItem(
  tokens: readonly Token[],
  at: number,
  limit: number,
  after: string,
): NumberItem | undefined {
  const token = tokens[at]!;
  const label = labelAt(tokens, at);
  if (label === undefined && isSocietyVolume(tokens, at))
    return { label: 'volume', from: at, to: at + 3, after, range: false, year: false, weak: false };
  if (label === undefined && !isBareNumber(token) && !isRoman(token)) {
    if (!isSupplement(token) && !isMonth(token)) return undefined;
    const to = isSupplement(token) ? endOfSupplement(tokens, at) : at + 1;
    return { label: 'issue', from: at, to, after, range: false, year: false, weak: true };
  }
  let from = at;
  if (label !== undefined) {
    from = endOfLabel(tokens, at);
    while (from < limit && isOneOf(tokens[from], '.°:')) from++;
  }
  const isSociety = label === 'volume' && hasLettersBefore(tokens, from);
  const to = isSociety ? from + 3 : endOfRange(tokens, from, limit);
  const range = to > from + 1 && !isSociety;
  if (label === undefined && isCountOfPages(tokens, to))
    return { label: 'pages', from: at, to: to + 1, after, range, year: false, weak: false };
  return {
    label,
    from,
    to,
    after,
    range,
    year: label === undefined && !range && isYear(tokens[from]),
    weak: false,
  };
}

/** After `379–423`, `12-14, 16`, `379ff`. */
function endOfRange(tokens: readonly Token[], from: number, limit: number): number {
  let to = from + 1;
  while (to + 1 < limit && isOneOf(tokens[to], DASHES) && isBareNumber(tokens[to + 1])) to += 2;
  return tokens[to]?.text === 'f' || tokens[to]?.text === 'ff' ? to + 1 : to;
}

function isSupplement(token: Token): boolean {
  return token.kind === 'word' && /^(?:suppl|supplement|supp|pt|part|sonderheft|special)$/.test(token.lower);
}

/** After `Suppl 1` in `24 Suppl 1:21–31`, `Pt. 2`; what a dash follows is rather pages. */
function endOfSupplement(tokens: readonly Token[], at: number): number {
  const number = isMark(tokens[at + 1], '.') ? at + 2 : at + 1;
  const isNumbered = tokens[number]?.kind === 'number' && tokens[number].text.length <= 2;
  return isNumbered && !isOneOf(tokens[number + 1], DASHES) ? number + 1 : at + 1;
}

/** What is counted in `298 pp.`, `40 S.`. */
export function isPageUnit({ lower }: Token): boolean {
  return /^(?:pp|p|pages|pgs|seiten|s)$/.test(lower);
}

/** `298 pp.`, `40 p.`: how long the book is. */
function isCountOfPages(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next === undefined || !next.spaced || !isPageUnit(next)) return false;
  const after = tokens[at + 1];
  return after?.kind !== 'number' && !(isMark(after, '.') && tokens[at + 2]?.kind === 'number');
}
