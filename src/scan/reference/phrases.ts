import { EDITION } from './lexicon.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** `. In`, `, in`, `; in:`: a container follows. */
export function isIn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.lower !== 'in' || token.text === 'IN') return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before === undefined || next === undefined || isStateOfWork(next)) return false;
  if (isMark(next, ':')) return true;
  const quoted = before.kind === 'close-quote';
  if (token.text === 'In') return quoted || isOneOf(before, '.?!,)');
  if (isMark(before, ')')) return next.shape === 'capital';
  if (!quoted && !isMark(before, ',') && !(isMark(before, '.') && next.kind !== 'number')) return false;
  return next.shape !== 'lower' || next.emphasis >= 0;
}

/** What follows “in” in “in press”, “in preparation”. */
export function isStateOfWork(next: Token | undefined): boolean {
  return /^(?:press|preparation|review|revision)$/.test(next?.lower ?? '');
}

/** `Title // Journal`: the container’s sign in Russian and Chinese lists. */
export function isDoubleSlash(tokens: readonly Token[], at: number): boolean {
  return isMark(tokens[at], '/') && isMark(tokens[at + 1], '/') && !tokens[at + 1]!.spaced;
}

/** `Arnaud, K. A., 1996, in Astronomical Data Analysis`: no title, a container at once. */
export function startsWithIn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (token.lower !== 'in' || token.text === 'IN' || at === 0 || next === undefined) return false;
  const marked = next.kind === 'open-quote' || next.emphasis >= 0 || isMark(next, ':');
  return marked || (token.text === 'in' && next.shape === 'capital');
}

/** `ed.`, `edn`, `edition`, `Aufl.`, `éd.` at `at`, or after the full stop there. */
export function isEditionWord(tokens: readonly Token[], at: number): boolean {
  const i = isMark(tokens[at], '.') && !tokens[at]!.spaced ? at + 1 : at;
  return ((tokens[i]?.bits ?? 0) & EDITION) !== 0;
}

/** What a word after punctuation must be followed by to begin a phrase that is no part of the title. */
const STARTS: ReadonlyMap<
  string,
  'by' | 'stop' | 'thesis' | 'report' | 'event' | 'mark' | 'to' | 'edition' | 'package' | ''
> = new Map([
  ['edited', 'by'],
  ['translated', 'by'],
  ['trans', 'stop'],
  ['transl', 'stop'],
  ['ed', 'stop'],
  ['eds', 'stop'],
  ['hrsg', 'stop'],
  ['phd', 'thesis'],
  ['ph', 'thesis'],
  ['ma', 'thesis'],
  ['msc', 'thesis'],
  ['master', 'thesis'],
  ['masters', 'thesis'],
  ['master’s', 'thesis'],
  ["master's", 'thesis'],
  ['doctoral', 'thesis'],
  ['technical', 'report'],
  ['tech', 'report'],
  ['paper', 'event'],
  ['preprint', 'mark'],
  ['manuscript', 'mark'],
  ['submitted', 'to'],
  ['second', 'edition'],
  ['third', 'edition'],
  ['fourth', 'edition'],
  ['fifth', 'edition'],
  ['first', 'edition'],
  ['revised', 'edition'],
  ['rev', 'edition'],
  ['arxiv', ''],
  ['doi', ''],
  ['r', 'package'],
  ['unpublished', ''],
]);

/** “edited by”, “trans.”, “Ph.D. thesis”, “2nd ed.” after punctuation. */
export function startsPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const opened = isOneOf(tokens[at - 1], '.,(;');
  if (token.kind === 'number') {
    const ordinal = opened ? /^\d+(?:st|nd|rd|th|e|ª|º)?$/ : /^\d+(?:st|nd|rd|th)$/;
    return ordinal.test(token.text) && isEditionWord(tokens, at + 1);
  }
  if (!opened) return false;
  const wanted = token.kind === 'word' ? STARTS.get(token.lower) : undefined;
  if (wanted === undefined) return false;
  const next = tokens[at + 1];
  switch (wanted) {
    case '':
      return true;
    case 'by':
    case 'to':
      return next?.lower === wanted;
    case 'stop':
      return isMark(next, '.') || next?.lower === 'by';
    case 'report':
      return isMark(next, '.') || next?.lower === 'report';
    case 'event':
      return next?.lower === 'presented' || next?.lower === 'submitted';
    case 'mark':
      return next === undefined || next.kind === 'mark';
    case 'package':
      return next?.lower === wanted;
    case 'edition':
      return isEditionWord(tokens, at + 1);
    case 'thesis':
      return isThesisAhead(tokens, at);
  }
}

function isThesisAhead(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < tokens.length && i < at + 7; i++)
    if (/^(?:thesis|dissertation|diss)$/.test(tokens[i]!.lower)) return true;
  return false;
}

const INSIDE: ReadonlySet<string> = new Set(
  (
    'ed eds edited trans translated hrsg hg vol pp phd doctoral master master’s unpublished technical report thesis online ' +
    "master's masters bachelor’s bachelor's dissertation " +
    'internet computer software data video blog preprint manuscript working no'
  ).split(' '),
);

/** A bracket that holds no part of the title begins: `(eds. …)`, `[Doctoral dissertation]`, `(U.S. Patent No. …)`. */
export function startsBracketPhrase(tokens: readonly Token[], at: number): boolean {
  return INSIDE.has(tokens[at]?.lower ?? '') || isPatentNumber(tokens, at);
}

function isPatentNumber(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 5 && i < tokens.length; i++)
    if (tokens[i]!.lower === 'patent') return tokens[i + 1]?.lower === 'no';
  return false;
}
