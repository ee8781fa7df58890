import { isYear } from './dates.ts';
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

/** `Berlin ⁴1995`, `<sup>4</sup>1995`: nothing but a raised number stands right before a year. */
export function readRaisedEdition({ tokens, taken }: Draft): TokenRange | undefined {
  for (let i = 0; i + 1 < tokens.length; i++) {
    const { kind, text } = tokens[i]!;
    const isRaised = kind === 'number' && text.length <= 2 && !tokens[i + 1]!.spaced;
    if (!isRaised || taken[i] === 1 || !isYear(tokens[i + 1])) continue;
    taken[i] = 1;
    return { from: i, to: i + 1 };
  }
  return undefined;
}

function isOrdinal(token: Token): boolean {
  return token.kind !== 'mark' && token.text.length <= 13 && ORDINAL.test(token.lower);
}
