import type { WorkPart } from '../../model.ts';
import { isYear } from './dates.ts';
import { type Draft, take } from './draft.ts';
import { regionOf, type Token, textOf } from './token.ts';
import { MONTHS } from './words.ts';

/** Words that say when or where a page was read. */
const ACCESS_WORDS: ReadonlySet<string> = new Set(
  'accessed retrieved visited consulted viewed cited available online abgerufen zugriff zugegriffen aufgerufen consulté consultado consultata geraadpleegt hämtad дата обращения 访问 引用'.split(
    ' ',
  ),
);
const LINKING: ReadonlySet<string> = new Set(
  'on from at in via last : , ( ) [ ] . am den le el il op date online the web and'.split(' '),
);

/** Finds “Retrieved May 5, 2019, from https://…”, “[cited 2019 May 5]”, “Available at: …” and takes the whole phrase. */
export function findAccess(draft: Draft): WorkPart | undefined {
  const { tokens } = draft;
  let accessed: WorkPart | undefined;
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !ACCESS_WORDS.has(token.text.toLowerCase())) continue;
    const phrase = readPhrase(tokens, i);
    if (phrase === undefined) continue;
    const from = /^(?:last|date)$/i.test(tokens[i - 1]!.text) ? i - 1 : i;
    const bracketed = tokens[from - 1]?.text === '(' || tokens[from - 1]?.text === '[';
    take(
      draft,
      bracketed && closesAt(tokens, phrase.to) ? from - 1 : from,
      phrase.to + (bracketed && closesAt(tokens, phrase.to) ? 1 : 0),
    );
    if (phrase.dateTo > phrase.dateFrom && !/^(?:available|online)$/i.test(token.text)) {
      accessed ??= {
        value: textOf(tokens, phrase.dateFrom, phrase.dateTo),
        region: regionOf(tokens, phrase.dateFrom, phrase.dateTo),
      };
    }
    i = phrase.to - 1;
  }
  return accessed;
}

function closesAt(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === ')' || tokens[at]?.text === ']';
}

interface Phrase {
  readonly to: number;
  readonly dateFrom: number;
  readonly dateTo: number;
}

/** The phrase must hold a date or an address; “Retrieved memories” holds neither. */
function readPhrase(tokens: readonly Token[], at: number): Phrase | undefined {
  let i = at + 1;
  let dateFrom = -1;
  let dateTo = -1;
  let to = -1;
  let linking = 0;
  for (; i < tokens.length; i++) {
    const token = tokens[i]!;
    const lower = token.text.toLowerCase();
    if (isDatePart(token, lower) && to < 0) {
      if (dateFrom < 0) dateFrom = i;
      dateTo = i + 1;
      linking = 0;
    } else if (token.kind === 'url' || token.kind === 'doi' || token.link >= 0) to = i + 1;
    else if (
      dateFrom >= 0 &&
      '-/.'.includes(token.text) &&
      isDatePart(tokens[i + 1], tokens[i + 1]?.text.toLowerCase() ?? '')
    )
      continue;
    else if (
      LINKING.has(lower) &&
      to < 0 &&
      linking < 4 &&
      !((token.text === ')' || token.text === ']') && dateFrom >= 0)
    )
      linking++;
    else break;
  }
  if (to < 0 && dateFrom < 0) return atBracket(tokens, at);
  const isDate = dateFrom < 0 || hasYear(tokens, dateFrom, dateTo) || to >= 0;
  return isDate ? { to: Math.max(to, dateTo), dateFrom, dateTo } : undefined;
}

/** `[Online]`, `(online)`. */
function atBracket(tokens: readonly Token[], at: number): Phrase | undefined {
  const before = tokens[at - 1]?.text;
  return (before === '[' || before === '(') && closesAt(tokens, at + 1)
    ? { to: at + 1, dateFrom: 0, dateTo: 0 }
    : undefined;
}

function hasYear(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isYear(tokens[i])) return true;
  return false;
}

function isDatePart(token: Token | undefined, lower: string): boolean {
  if (token === undefined) return false;
  return (token.kind === 'number' && token.text.length <= 10) || (token.kind === 'word' && MONTHS.has(lower));
}
