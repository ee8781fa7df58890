import { CONJUNCTION } from './lexicon.ts';
import type { NameForm } from './name-pieces.ts';
import { readName } from './names.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** What stands between two names. */
export interface Separator {
  readonly to: number;
  /** `and`, `&`, `und`. */
  readonly conjunction: boolean;
  /** A mark that separates names and nothing inside them. */
  readonly strong: boolean;
}

/** `,` `;` `&` `and` `, and` `…` and their likes at `at`. */
export function readSeparator(
  tokens: readonly Token[],
  at: number,
  limit: number,
  form: NameForm,
): Separator | undefined {
  let i = at;
  let strong = false;
  if (isMark(tokens[i], '.') && isMark(tokens[i + 1], ',') && i + 1 < limit) i++; // `D. Ernst., and L. Wehenkel`
  const first = tokens[i]!;
  if (isOneOf(first, ',;')) {
    strong = first.text === ';';
    i++;
  } else if (isMark(first, '/') || (isOneOf(first, '–-—') && first.spaced)) {
    strong = true;
    i++;
  } else if (isMark(first, '.') && form === 'run-on' && isRunOnAhead(tokens, i + 1, limit)) {
    return { to: i + 1, conjunction: false, strong: true };
  }
  while (i > at && i < limit && isOneOf(tokens[i], '….')) i++;
  const conjunction = i < limit && isConjunction(tokens[i]!);
  if (conjunction) i = i + 1 < limit && tokens[i + 1]!.text === tokens[i]!.text ? i + 2 : i + 1;
  return i === at ? undefined : { to: i, conjunction, strong };
}

/** `and`, `&`, `y`; a capital is an initial. */
export function isConjunction(token: Token | undefined): boolean {
  if (token === undefined || (token.bits & CONJUNCTION) === 0) return false;
  return token.text.length > 1 || token.shape === 'lower' || token.text === '&';
}

/** `Goss DL. Moore JH. Compliance`: another name of the same sort follows the full stop. */
function isRunOnAhead(tokens: readonly Token[], at: number, limit: number): boolean {
  const next = readName(tokens, at, limit, 'run-on');
  const given = next?.name.given ?? '';
  return next !== undefined && given.length > 1 && given.length <= 3 && isMark(tokens[next.to], '.');
}
