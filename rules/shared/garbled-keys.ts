import type { Cite, Project } from '../../src/model.ts';
import { isRefusedByReader } from './bibliography-engines.ts';
import { inLatinLetters } from './lookalikes.ts';
import { withoutOddCharacters } from './odd-characters.ts';

const ASCII = /^[\x21-\x7e]*$/;

/** The key as it looks: without what cannot be seen, and with Latin letters for those that only look so. */
export const seenKey = (key: string): string =>
  ASCII.test(key) ? key : withoutOddCharacters(inLatinLetters(key));

/** The rest of a key behind the character that cut it off. */
export interface PartedKey {
  readonly whole: string;
  readonly rest: string;
}

/**
 * The key of which a cite in brackets has the beginning alone, because what cannot be seen or a letter of another script
 * stands in it: many engines end a key there.
 */
export function partedKey(
  { key, locator = '', suffix = '' }: Cite,
  entries: { has(key: string): boolean },
): PartedKey | undefined {
  const rest = /^[^\x00-\x7f][^\s,;]{0,100}/.exec(locator + suffix)?.[0];
  if (rest === undefined) return undefined;
  const whole = seenKey(key + rest);
  return whole.length > key.length && entries.has(whole) ? { whole, rest } : undefined;
}

/**
 * The keys that were meant by entries whose own key is garbled: it holds what cannot be seen, a letter of another script
 * or a character that those who read it refuse. Rules of their own say so where the entry stands.
 */
export function meantByGarbledKeys(project: Project): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const facts of project.bibliographies) {
    for (const { key } of facts.entries) {
      const seen = seenKey(key);
      if (seen !== key) meant.add(seen);
    }
    for (const problem of facts.problems) {
      if (problem.messageId === 'invalid-key-character' && isRefusedByReader(project, facts, problem))
        meant.add(withoutMarks(String(problem.data?.['key'])));
    }
  }
  return meant;
}

const withoutMarks = (key: string): string => key.replace(/[^\p{L}\p{N}:._/+-]+/gu, '');
