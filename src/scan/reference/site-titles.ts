import { type Draft, skipPunctuation, trimEnd } from './draft.ts';
import type { TitleFinding } from './titles.ts';
import { isMark } from './token.ts';

/**
 * The title after `[cited 2024 May 12].` in `Fowler M. martinfowler.com. 2014 [cited 2024 May 12]. Microservices.`: what
 * stood in its place is the site then (Citing Medicine, chapter 25, “Parts of Web Sites”).
 */
export function readSiteTitle(draft: Draft, site: TitleFinding): TitleFinding | undefined {
  const { tokens, taken } = draft;
  for (let i = site.next; i + 1 < tokens.length; i++) {
    if (!isMark(tokens[i], '[') || tokens[i + 1]!.lower !== 'cited') continue;
    while (i < tokens.length && !isMark(tokens[i], ']')) i++;
    const from = skipPunctuation(draft, i + 1, tokens.length);
    let end = from;
    while (end < tokens.length && taken[end] === 0) end++;
    const to = trimEnd(draft, from, end);
    const words = to > from && tokens[from]!.kind === 'word';
    return words && end < tokens.length ? { from, to, next: end, mark: 'plain' } : undefined;
  }
  return undefined;
}
