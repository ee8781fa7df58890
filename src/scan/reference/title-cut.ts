import { type Boundary, findBoundaries, isFullStop } from './boundaries.ts';
import { type Draft, skipPunctuation, trimEnd } from './draft.ts';
import { countWords, periodicalLikeness, publisherLikeness } from './likeness.ts';
import { isAllPublisher } from './publisher-alone.ts';
import type { TitleStop } from './title-stop.ts';
import type { Token } from './token.ts';

/** The best place to cut title from container or publisher before the stop; the stop itself where none is good. */
export function chooseCut(draft: Draft, from: number, stop: TitleStop): number {
  const boundaries = findBoundaries(draft, from, stop.at);
  const stops = boundaries.filter((boundary) => boundary.strength === 'stop');
  const isEnded = stops.length === 1 && stops[0]!.at === stop.at - 1;
  let best = stop.at;
  let bestScore = scoreWhole(draft, from, stop);
  for (let b = 0; b < boundaries.length; b++) {
    const { at, strength } = boundaries[b]!;
    const restFrom = skipPunctuation(draft, at + 1, stop.at);
    const restTo = trimEnd(draft, restFrom, stop.at);
    if (restTo <= restFrom || at === from) continue;
    const rest = stop.numbers
      ? periodicalLikeness(draft.tokens, restFrom, restTo) * 1.2
      : scorePiece(draft, restFrom, restTo, nextStop(boundaries, b));
    // `Smoothing Spline ANOVA Models, Springer.`: the stop that ends the reference is no other place to cut.
    const published = isEnded && strength === 'comma' && isAllPublisher(draft.tokens, restFrom, restTo);
    const score =
      (published ? 2 : scoreMark(strength, stops.length > 0)) + rest + scoreTitle(draft.tokens, from, at);
    // `Sphere Packings, Lattices and Groups, Springer`: of commas that are as good the later one.
    if (score < bestScore || (score === bestScore && strength !== 'comma')) continue;
    best = strength === 'question' ? at + 1 : at;
    bestScore = score;
  }
  return best;
}

/** What speaks for no cut at all: nothing before numbers, where a periodical must stand. */
function scoreWhole(draft: Draft, from: number, stop: TitleStop): number {
  if (stop.numbers) return 0;
  return isFullStop(draft.tokens, stop.at - 1, from) ? 3 : 2;
}

/** A full stop is a likelier end than a comma; where there are full stops, commas hardly count. */
function scoreMark(strength: Boundary['strength'], stops: boolean): number {
  switch (strength) {
    case 'stop':
      return 4;
    case 'question':
      return 3;
    case 'initial':
      return 1;
    case 'semicolon':
      return 0;
    case 'comma':
      return stops ? -1.5 : 1;
  }
}

function scoreTitle(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to && words < 2; i++)
    if (tokens[i]!.kind === 'word' || tokens[i]!.kind === 'number') words++;
  return words === 1 ? -1 : words === 0 ? -9 : 0;
}

/** Where the piece after boundary `index` ends: at the next boundary that is more than a comma. */
function nextStop(boundaries: readonly Boundary[], index: number): number {
  for (let i = index + 1; i < boundaries.length; i++)
    if (boundaries[i]!.strength !== 'comma') return boundaries[i]!.at;
  return Number.POSITIVE_INFINITY;
}

/** How much the rest, or its first piece alone, reads as publisher, series or periodical. */
function scorePiece({ tokens }: Draft, from: number, to: number, pieceEnd: number): number {
  const whole = scoreRange(tokens, from, to);
  if (pieceEnd >= to || pieceEnd <= from) return whole;
  const series = SERIES_STARTS.test(tokens[from]!.lower) || hasSeriesWord(tokens, from, pieceEnd) ? 2 : 0;
  return Math.max(whole, scoreRange(tokens, from, pieceEnd), series);
}

function scoreRange(tokens: readonly Token[], from: number, to: number): number {
  const counts = countWords(tokens, from, to);
  return Math.max(
    periodicalLikeness(tokens, from, to, counts) - 0.5,
    publisherLikeness(tokens, from, to, counts),
  );
}

const SERIES_STARTS =
  /^(?:series|reprint|revised|reprinted|collection|coll|schriftenreihe|bulletin|monographs?|lncs|lnai|unpublished|occasional|\d+)$/;
const SERIES_WORD = /^(?:series|reihe|monographs?|schriften|vols|editions?)$/;

function hasSeriesWord(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to && i < from + 12; i++) if (SERIES_WORD.test(tokens[i]!.lower)) return true;
  return false;
}
