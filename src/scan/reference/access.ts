import type { WorkPart } from '../../model.ts';
import { isMonth, isYear } from './dates.ts';
import { type Draft, take } from './draft.ts';
import { ACCESS, ACCESS_JOINT } from './lexicon.ts';
import { isOneOf, regionOf, type Token, textOf } from './token.ts';

/** Finds “Retrieved May 5, 2019, from https://…”, “[cited 2019 May 5]”, “Available at: …” and takes the whole phrase. */
export function readAccess(draft: Draft): WorkPart | undefined {
  const { tokens, source } = draft;
  if ((source.bits & ACCESS) === 0) return undefined;
  let accessed: WorkPart | undefined;
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if ((token.bits & ACCESS) === 0) continue;
    const phrase = readPhrase(tokens, i);
    if (phrase === undefined) {
      takePhrase(draft, i, beginOfSite(tokens, i));
      continue;
    }
    const to = Math.max(phrase.to, beginOfSite(tokens, phrase.to - 1));
    takePhrase(draft, BEFORE_ACCESS.test(tokens[i - 1]!.lower) ? i - 1 : i, to);
    if (phrase.dateTo > phrase.dateFrom && !/^(?:available|online)$/.test(token.lower)) {
      const { dateFrom, dateTo } = phrase;
      accessed ??= { value: textOf(tokens, dateFrom, dateTo), region: regionOf(tokens, dateFrom, dateTo) };
    }
    i = phrase.to - 1;
  }
  return accessed;
}

/** “last accessed”, “letzter Zugriff”, “página consultada”, «дата обращения». */
const BEFORE_ACCESS = /^(?:last|date|letzter|page|dernier|última?|ultimo|fecha|data|дата|режим)$/;

/** Takes a phrase, with the brackets it stands in. */
function takePhrase(draft: Draft, from: number, to: number): void {
  const bracketed = isOneOf(draft.tokens[from - 1], '([') && isOneOf(draft.tokens[to], ')]');
  take(draft, bracketed ? from - 1 : from, bracketed ? to + 1 : to);
}

interface Phrase {
  readonly to: number;
  readonly dateFrom: number;
  readonly dateTo: number;
}

/** Longest row of small words between the parts of a phrase. */
const MOST_JOINTS = 4;

/** The phrase must hold a date or an address; “Retrieved memories” holds neither. */
function readPhrase(tokens: readonly Token[], at: number): Phrase | undefined {
  let dateFrom = -1;
  let dateTo = -1;
  let address = -1;
  let joints = 0;
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (address < 0 && isDatePart(token)) {
      if (dateFrom < 0) dateFrom = i;
      dateTo = i + 1;
      joints = 0;
    } else if (token.kind === 'url' || token.kind === 'doi' || token.link >= 0) address = i + 1;
    else if (dateFrom >= 0 && isOneOf(token, '-/.') && isDatePart(tokens[i + 1])) continue;
    else if (address >= 0 || joints >= MOST_JOINTS || !isJoint(token, dateFrom >= 0)) break;
    else joints++;
  }
  if (address < 0 && dateFrom < 0) return alone(tokens, at);
  if (address < 0 && !hasYear(tokens, dateFrom, dateTo)) return undefined;
  return { to: Math.max(address, dateTo), dateFrom, dateTo };
}

/** Most tokens of the name of a site. */
const LONGEST_SITE = 12;

/**
 * `Retrieved from Solar Power World: https://…`, `…, 2022, from Wired: https://…`: where the site begins that Word names
 * behind the token at `at`; `at` where there is none.
 */
function beginOfSite(tokens: readonly Token[], at: number): number {
  const first = isOneOf(tokens[at + 1], ',') ? at + 2 : at + 1;
  let from = first;
  while (from < tokens.length && (tokens[from]!.bits & ACCESS_JOINT) !== 0) from++;
  if (from === first) return at;
  let colon = from;
  while (colon < from + LONGEST_SITE && tokens[colon]?.kind === 'word') colon++;
  const isNamed = colon > from && isOneOf(tokens[colon], ':') && tokens[colon + 1]?.kind === 'url';
  return isNamed ? from : at;
}

function isJoint(token: Token, dated: boolean): boolean {
  return (token.bits & ACCESS_JOINT) !== 0 || isOneOf(token, dated ? ':,([.' : ':,()[].');
}

/** `[Online]`, `(online)`. */
function alone(tokens: readonly Token[], at: number): Phrase | undefined {
  const bracketed = isOneOf(tokens[at - 1], '([') && isOneOf(tokens[at + 1], ')]');
  return bracketed ? { to: at + 1, dateFrom: 0, dateTo: 0 } : undefined;
}

function hasYear(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isYear(tokens[i])) return true;
  return false;
}

function isDatePart(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind === 'number' ? token.text.length <= 10 : isMonth(token) || ACCESS_MONTHS.has(token.lower);
}

/** Months that are words of another meaning elsewhere, as the Portuguese `set` and `out`, or that dates of works seldom name. */
const ACCESS_MONTHS: ReadonlySet<string> = new Set(
  (
    'fev set out gen mag giu lug ott januari februari maart mei augustus maj augusti stycznia lutego marca kwietnia maja ' +
    'czerwca lipca sierpnia września października listopada grudnia ocak şubat mart nisan mayıs haziran temmuz ağustos ' +
    'eylül ekim kasım aralık'
  ).split(' '),
);
