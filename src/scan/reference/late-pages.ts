import { type Draft, take } from './draft.ts';
import { SHORTENED } from './lexicon.ts';
import { labelAt, readItem } from './number-items.ts';
import type { NumberCluster } from './numbers.ts';
import { spanFrom } from './spans.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/**
 * The numbers with the pages that stand apart from their volume, which are taken: `volume 452 of *Contemp. Math.*, pages
 * 35–66` is how BibTeX's own styles print them, `vol. 62, Amer. Math. Soc., Providence, RI, 1997, pp. 437–449` how those
 * of the AMS do. One page alone is rather the one that is meant.
 */
export function withLatePages(draft: Draft, numbers: NumberCluster | undefined): NumberCluster | undefined {
  if (numbers?.volume === undefined || numbers.pages !== undefined) return numbers;
  const { tokens, taken } = draft;
  for (let i = numbers.to; i < tokens.length; i++) {
    if (taken[i] === 1 || !isOneOf(tokens[i - 1], ',;(') || labelAt(tokens, i) !== 'pages') continue;
    const item = readItem(tokens, i, tokens.length, '');
    if (item === undefined || !item.range) return numbers;
    take(draft, i, item.to);
    return { ...numbers, pages: { from: item.from, to: item.to } };
  }
  return numbers;
}

/** Takes the series of `volume 452 of *Contemp. Math.*` where the container is told already: it is no publisher. */
export function takeSeries(draft: Draft, { volume, to }: NumberCluster): void {
  const { tokens, taken } = draft;
  if (volume === undefined || tokens[to]?.text !== 'of' || taken[to + 1] === 1) return;
  take(draft, to, spanFrom(draft, 'emphasis', to + 1)?.to ?? endOfSeries(tokens, to + 1));
}

/** After `Clay Math. Proc.`, `Graduate Texts in Mathematics`. */
function endOfSeries(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < tokens.length && !isOneOf(tokens[to], ',;(')) {
    if (isMark(tokens[to], '.') && (tokens[to - 1]!.bits & SHORTENED) === 0) break;
    to++;
  }
  return to;
}
