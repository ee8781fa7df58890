import type { FixSafety } from '../model.ts';

const WORDS: Readonly<Record<FixSafety, string>> = {
  safe: 'fix',
  unsafe: 'unsafe fix',
  suggest: 'suggestion',
};

/** What a fix is called in front of its title, by what may be done with it. */
export const fixWord = (safety: FixSafety): string => WORDS[safety];
