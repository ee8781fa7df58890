import { type Draft, take } from './draft.ts';
import { isStateOfWork } from './phrases.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/**
 * Takes what stands between the parts and is none of them: `chapter 2`, `R package version 2.0.2`, `Version 0.2-1`, “In
 * press at”. Else its number would be a volume, and its words a container.
 */
export function takeAsides(draft: Draft, from: number): void {
  const { tokens, taken } = draft;
  for (let i = from; i < tokens.length; i++) {
    if (taken[i] === 1) continue;
    const to = endOfAside(tokens, i);
    take(draft, i, to);
    i = Math.max(i, to - 1);
  }
}

function endOfAside(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  switch (tokens[at]!.lower) {
    case 'chapter':
    case 'chapters':
    case 'version':
      return endOfNumber(tokens, at + 1) ?? at;
    case 'ch':
    case 'chap':
      return isMark(next, '.') ? (endOfNumber(tokens, at + 2) ?? at) : at;
    case 'r':
      return isPackageVersion(tokens, at) ? (endOfNumber(tokens, at + 3) ?? at) : at;
    case 'in':
      return isStateOfWork(next) ? at + (tokens[at + 2]?.lower === 'at' ? 3 : 2) : at;
    default:
      return at;
  }
}

/** `R package version`. */
function isPackageVersion(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.lower === 'package' && tokens[at + 2]?.lower === 'version';
}

/** After `2`, `2.0.2`, `0.17-17`, `5 and 12`; undefined where no number stands. */
function endOfNumber(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from]?.kind !== 'number') return undefined;
  let i = from + 1;
  while (isOneOf(tokens[i], '.-') && tokens[i + 1]?.kind === 'number' && !tokens[i + 1]!.spaced) i += 2;
  return tokens[i]?.text === 'and' && tokens[i + 1]?.kind === 'number' ? i + 2 : i;
}
