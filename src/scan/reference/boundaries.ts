import type { Draft } from './draft.ts';
import type { Token } from './token.ts';
import { ABBREVIATIONS } from './words.ts';

/** A place where a title may end. */
export interface Boundary {
  /** The mark itself; the title ends before it, but keeps `?` and `!`. */
  readonly at: number;
  readonly strength: 'stop' | 'question' | 'comma' | 'semicolon' | 'initial';
}

/** Places between `from` and `to` where one part may end and another begin, in order. */
export function findBoundaries(draft: Draft, from: number, to: number): Boundary[] {
  const found: Boundary[] = [];
  let depth = 0;
  for (let i = from; i < to; i++) {
    const token = draft.tokens[i]!;
    if (token.kind !== 'mark') continue;
    if (token.text === '(' || token.text === '[') depth++;
    else if (token.text === ')' || token.text === ']') depth = Math.max(0, depth - 1);
    if (depth > 0 || token.quote >= 0) continue;
    const strength = strengthAt(draft.tokens, i, from);
    if (strength !== undefined) found.push({ at: i, strength });
  }
  return found;
}

function strengthAt(tokens: readonly Token[], at: number, from: number): Boundary['strength'] | undefined {
  const token = tokens[at]!;
  if (token.text === '.') return isFullStop(tokens, at, from) ? 'stop' : isInitialStop(tokens, at, from) ? 'initial' : undefined;
  if (token.text === '?' || token.text === '!') {
    return tokens[at + 1]?.spaced !== false && startsPart(tokens[at + 1]) ? 'question' : undefined;
  }
  if (token.text === ',') return 'comma';
  return token.text === ';' ? 'semicolon' : undefined;
}

/** A full stop that ends a sentence: not that of `J.`, `vs.`, `U.S.` or `2.0`. */
export function isFullStop(tokens: readonly Token[], at: number, from: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined) return true;
  const before = tokens[at - 1];
  const eastAsian = before?.shape === 'cjk' || next.shape === 'cjk';
  if (!next.spaced && next.kind !== 'open-quote' && next.kind !== 'url' && !eastAsian) return false;
  if (before === undefined || at === from) return false;
  if (isInitialBefore(tokens, at - 1, from) && startsPart(next)) return false;
  if (before.kind === 'word' && ABBREVIATIONS.has(before.text.toLowerCase()) && !before.text.includes('’'))
    return false;
  return startsPart(next) && !isShortening(tokens, at);
}

const SHORTENED =
  /^(?:proc|int|intl|conf|symp|adv|trans|natl|acad|sci|soc|am|amer|eur|europ|assoc|inst|ann|annu|j|jour|rev|lett|phys|comput|comp|appl|lect|ser|bull|res|med|biol|chem|math|eng|dept|opt|theor|exp|mol|rec)$/i;

/** `Proc. Int. Conf.`, `Aquacult. Eng., 20`: a stop that shortens a word of a periodical's or a conference's name. */
export function isShortening(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before?.kind !== 'word' || before.shape === 'lower' || next?.kind !== 'word') return false;
  if (SHORTENED.test(before.text)) return true;
  const opened = tokens[at - 2];
  const first = opened?.kind === 'mark' && (opened.text === ',' || (opened.text === '.' && isShortening(tokens, at - 2)));
  const after = tokens[at + 2];
  const goesOn = after !== undefined && (after.text === '.' || after.kind === 'number' || (after.text === ',' && tokens[at + 3]?.kind === 'number'));
  return first && before.text.length <= 9 && next.shape !== 'lower' && goesOn;
}

/** `Advanced R. Boca Raton`: the stop after a single letter may end a title all the same. */
function isInitialStop(tokens: readonly Token[], at: number, from: number): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  const word = tokens[at - 2];
  return at - from >= 2 && next?.spaced === true && next.kind === 'word' && next.text.length > 1 && before?.text.length === 1 && word?.kind === 'word';
}

/** A single capital before a full stop: an initial or part of `U.S.A.`, not the end of “vitamin D.” after a small word. */
function isInitialBefore(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'word' || token.shape !== 'caps' || token.text.length > 1) return false;
  if (at === from) return true;
  const before = tokens[at - 1]!;
  return before.shape !== 'lower' || before.kind !== 'word' || tokens[at + 2]?.shape !== 'capital';
}

/** A part begins with a capital, a number, a bracket or a quotation. */
function startsPart(token: Token | undefined): boolean {
  if (token === undefined) return true;
  if (token.kind === 'word')
    return (
      token.shape !== 'lower' ||
      /^(?:in|arxiv|arXiv|pp?|eds?|vol|no|trans|retrieved|accessed|available|doi|e-?print|available|iPhone)$/.test(
        token.text,
      ) ||
      token.emphasis >= 0
    );
  return token.kind !== 'mark' || '([“—–-.'.includes(token.text);
}
