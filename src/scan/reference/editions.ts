import { type Draft, take } from './draft.ts';
import { EDITION } from './lexicon.ts';
import { isEditionWord } from './phrases.ts';
import { isMark, type Token, type TokenRange } from './token.ts';

const ORDINAL =
  /^(?:\d{1,3}(?:st|nd|rd|th|e|ª|º)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|rev|revised|new|international|expanded|anniversary|zweite|dritte|erste|deuxième|kindle)$/;

/** Finds `2nd ed.`, `(3rd edn)`, `2. Aufl.`, `revised edition` after `from` and takes it. */
export function readEdition(draft: Draft, from: number): TokenRange | undefined {
  const { tokens, taken, source } = draft;
  if ((source.bits & EDITION) === 0) return undefined;
  for (let i = from; i < tokens.length; i++) {
    if (taken[i] === 1 || !isEditionWord(tokens, i + 1) || !isOrdinal(tokens[i]!)) continue;
    let to = isMark(tokens[i + 1], '.') ? i + 3 : i + 2;
    if (isMark(tokens[to], '.')) to++;
    take(draft, i, to);
    return { from: i, to };
  }
  return undefined;
}

function isOrdinal(token: Token): boolean {
  return token.kind !== 'mark' && token.text.length <= 13 && ORDINAL.test(token.lower);
}
