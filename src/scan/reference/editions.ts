import { type Draft, take } from './draft.ts';
import type { NumberRange } from './numbers.ts';
import { isEditionWord } from './titles.ts';

/** Finds `2nd ed.`, `(3rd edn)`, `2. Aufl.`, `revised edition` after `from` and takes it. */
export function findEdition(draft: Draft, from: number): NumberRange | undefined {
  const { tokens, taken } = draft;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (taken[i] === 1 || !isOrdinal(token.text) || !isEditionWord(tokens, i + 1)) continue;
    let to = i + 1;
    while (tokens[to]!.text === '.') to++;
    to++;
    const end = tokens[to]?.text === '.' ? to + 1 : to;
    take(draft, i, end);
    return { from: i, to: end };
  }
  return undefined;
}

function isOrdinal(text: string): boolean {
  return /^(?:\d{1,3}(?:st|nd|rd|th|e|ª|º|\.)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|rev|revised|new|international|expanded|anniversary|zweite|dritte|erste|deuxième|kindle)$/i.test(
    text,
  );
}
