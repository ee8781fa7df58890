import { isYear } from './dates.ts';
import { readName } from './names.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** Index after `[12]`, `12.`, `(3)`, `16-`, `•`, `-`: what numbers the item, no part of the reference. */
export function endOfLabel(tokens: readonly Token[]): number {
  const [first, second, third] = tokens;
  if (first === undefined || second === undefined || third === undefined) return 0;
  if (isMark(first, '[') && isMark(second, '^')) return endOfFootnoteLabel(tokens);
  if (isOneOf(first, '[(') && isOneOf(third, ')]')) {
    const label =
      /^\d{1,3}[a-z]?$/.test(second.text) || (first.text === '[' && third.end - first.start <= 12);
    return label ? (isOneOf(tokens[3], '.:') ? 4 : 3) : 0;
  }
  if (first.kind === 'number' && first.text.length <= 3) {
    if (isOneOf(second, '.)')) return 2;
    const glued = !second.spaced && !third.spaced && third.kind === 'word' && third.shape !== 'lower';
    if (isMark(second, '-') && glued) return 2;
    return isNameAfterNumber(tokens) ? 1 : 0;
  }
  return isOneOf(first, '•-–*—') && second.spaced ? 1 : 0;
}

/** `4 Ritala, M.`, `85 A. M. Turing`, `43 Munkres JR`: a number without a mark, and a name with initials. */
function isNameAfterNumber(tokens: readonly Token[]): boolean {
  return (['inverted', 'direct', 'run-on'] as const).some(
    (form) => readName(tokens, 1, tokens.length, form) !== undefined,
  );
}

/** `[@BillGates].`, as APA names the account behind its owner. */
function endOfHandle(tokens: readonly Token[], at: number): number {
  for (let i = at + 2; i < tokens.length && i < at + 8 && !tokens[i]!.spaced; i++)
    if (isMark(tokens[i], ']')) return i + 1;
  return at;
}

/** `[^knuth84]:` */
function endOfFootnoteLabel(tokens: readonly Token[]): number {
  for (let i = 2; i < tokens.length && i < 9; i++) {
    if (isMark(tokens[i], ']')) return isMark(tokens[i + 1], ':') ? i + 2 : 0;
  }
  return 0;
}

/** Index after `———`, `______`, `---`, which stands for the names of the reference before; `start` where there is none. */
export function endOfRepetition(tokens: readonly Token[], start: number): number {
  let i = start;
  let width = 0;
  while (i < tokens.length && tokens[i]!.kind === 'mark' && '—–-_'.includes(tokens[i]!.text[0]!)) {
    if (i > start && tokens[i]!.spaced) break;
    width += tokens[i]!.text.length * (tokens[i]!.text === '—' ? 2 : 1);
    i++;
  }
  return width >= 3 && i < tokens.length ? i : start;
}

/** Index after `(Alexei Peshkov)` in `Gorky, Maxim (Alexei Peshkov).`, `[@BillGates]` and `[3Blue1Brown]`: another name in brackets. */
export function endOfAside(tokens: readonly Token[], at: number): number {
  if (isMark(tokens[at], '['))
    return isMark(tokens[at + 1], '@') ? endOfHandle(tokens, at) : endOfUser(tokens, at);
  if (!isMark(tokens[at], '(') || tokens[at + 1]?.kind !== 'word' || tokens[at + 1]!.shape === 'lower')
    return at;
  for (let i = at + 1; i < tokens.length && i < at + 8; i++) {
    if (isMark(tokens[i], ')')) return isOneOf(tokens[i + 1], '.,(') ? i + 1 : at;
    if (tokens[i]!.kind !== 'word' && !isMark(tokens[i], '.')) return at;
  }
  return at;
}

/** `Sanderson, G. [3Blue1Brown]. (2017, October 5).`: how somebody is called where the video is, before the bracket of the date. */
function endOfUser(tokens: readonly Token[], at: number): number {
  let close = at + 1;
  while (close < at + 8 && close < tokens.length && !isOneOf(tokens[close], '[]()/')) close++;
  const next = isMark(tokens[close + 1], '.') ? close + 2 : close + 1;
  const dated = isMark(tokens[next], '(') && isYear(tokens[next + 1]);
  const isGenre = close === at + 2 && tokens[at + 1]!.text.length <= 2; // `[M]` of GB/T 7714
  return isMark(tokens[close], ']') && dated && !isGenre ? close + 1 : at;
}
