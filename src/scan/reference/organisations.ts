import type { NameList } from './authors.ts';
import { ORGANISATION, PARTICLE, SMALL } from './lexicon.ts';
import { endOfRole } from './roles.ts';
import { isMark, isOneOf, type Token, textOf } from './token.ts';

/** Whether one of the words says that the whole is an organisation. */
export function hasOrganisationWord(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if ((token.bits & ORGANISATION) !== 0 && token.shape !== 'lower') return true;
  }
  return false;
}

/**
 * An organisation before `limit`, or up to the first full stop. `bounded` says that a date in brackets, a quotation or
 * emphasis stands at the limit: what comes before such a mark is a name, whatever its words.
 */
export function readOrganisation(
  tokens: readonly Token[],
  start: number,
  limit: number,
  bounded: boolean,
): NameList | undefined {
  let to = limit;
  while (to > start && isOneOf(tokens[to - 1], '.,:;')) to--;
  to = startOfRole(tokens, start, to);
  const stop = firstStop(tokens, start, to);
  const whole = stop === to && bounded;
  if (to <= start || !(whole ? looksLikeName(tokens, start, to) : isOrganisation(tokens, start, stop)))
    return undefined;
  const roleTo = endOfRole(tokens, stop);
  const name = { family: textOf(tokens, start, stop), literal: true };
  return {
    names: [{ name, from: start, to: stop, form: 'literal' }],
    from: start,
    to: stop,
    othersOmitted: false,
    editors: roleTo > stop,
    roleTo,
    form: 'literal',
  };
}

/** Where `(Eds.)` begins before `to`; `to` itself where there is none. */
function startOfRole(tokens: readonly Token[], start: number, to: number): number {
  for (let i = Math.max(start, to - 4); i < to; i++) if (endOfRole(tokens, i) > i) return i;
  return to;
}

function firstStop(tokens: readonly Token[], start: number, to: number): number {
  for (let i = start + 1; i < to; i++) {
    if (isMark(tokens[i], '.') && tokens[i + 1]?.spaced === true && tokens[i - 1]!.text.length > 1) return i;
  }
  return to;
}

/** An acronym, or capitalised words one of which says “organisation”. */
function isOrganisation(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 12 || to === from) return false;
  if (to - from === 1) return tokens[from]!.shape === 'caps' && tokens[from]!.text.length > 1;
  return hasOrganisationWord(tokens, from, to) && looksLikeName(tokens, from, to);
}

/** No phrase: hardly a small word, no long run; `Wikipedia contributors`. */
function looksLikeName(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 24) return false;
  const phrase = countPhraseWords(tokens, from, to);
  return (
    phrase === 0 ||
    (phrase === 1 && tokens[to - 1]!.text === 'contributors' && tokens[from]!.shape !== 'lower') ||
    (phrase <= 3 && tokens[from]!.shape !== 'lower' && hasOrganisationWord(tokens, from, to))
  );
}

/** How many words of a run are lower-case and no particle or article: a phrase, not names. */
function countPhraseWords(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (
      token.shape === 'lower' &&
      token.kind === 'word' &&
      token.text.length > 1 &&
      (token.bits & (PARTICLE | SMALL)) === 0
    )
      count++;
  }
  return count;
}
