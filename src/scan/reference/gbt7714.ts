import { readNames } from './authors.ts';
import { type Draft, take } from './draft.ts';
import type { NameFinding } from './name-pieces.ts';
import { isMark, type Token, type TokenRange } from './token.ts';

/** The mark GB/T 7714 puts after a title, `[J]` or `[EB/OL]`, with what follows it. */
export interface GenreMark extends TokenRange {
  /** `M`, `J`, `C`, `D`, `R`, `EB` … */
  readonly code: string;
  /** `/OL`: the work is read online, so a date in square brackets is that of reading. */
  readonly online: boolean;
  /** `//` follows: a container. */
  readonly contained: boolean;
}

/** Whether a mark of GB/T 7714 begins at the bracket `at`. */
export function isGenreMark(tokens: readonly Token[], at: number): boolean {
  return isMark(tokens[at], '[') && endOfMark(tokens, at) > at;
}

function endOfMark(tokens: readonly Token[], at: number): number {
  const word = tokens[at + 1];
  if (word === undefined || !/^(?:[MJCDRSPNGAZ]|DB|CP|EB|DS|CM)$/.test(word.text)) return at;
  const close = isMark(tokens[at + 2], '/') ? at + 4 : at + 2;
  return isMark(tokens[close], ']') ? close + 1 : at;
}

/** Finds the mark after `from` and takes it with the `//` behind it. */
export function findGenreMark(draft: Draft, from: number): GenreMark | undefined {
  if (!draft.bracketed) return undefined;
  const { tokens } = draft;
  for (let i = from; i < tokens.length; i++) {
    if (!isGenreMark(tokens, i)) continue;
    const end = endOfMark(tokens, i);
    const contained = isMark(tokens[end], '/') && isMark(tokens[end + 1], '/');
    const to = contained ? end + 2 : end;
    take(draft, i, to);
    return { from: i, to, code: tokens[i + 1]!.text, online: end - i === 5, contained };
  }
  return undefined;
}

/** `[M]//RICHARDSON J G. Handbook`: editors before the name of the container, up to a full stop. */
export function readContainerEditors(draft: Draft, mark: GenreMark): readonly NameFinding[] {
  if (!mark.contained) return [];
  const list = readNames(draft.tokens, mark.to, draft.tokens.length, true);
  if (list === undefined || (!isMark(draft.tokens[list.to - 1], '.') && !isMark(draft.tokens[list.to], '.')))
    return [];
  take(draft, list.from, Math.max(list.to, list.roleTo));
  return list.names;
}
