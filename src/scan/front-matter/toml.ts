import { parser } from '../parsers.ts';
import { decodeProblem, tooDeepProblem } from './decode-problem.ts';
import { lineEnd, nextLine } from './field-line.ts';
import type { FieldsRead } from './fields.ts';
import { isTooDeep } from './nesting.ts';
import { findNewerToml } from './newer-toml.ts';
import { hasLongKey, walkToml } from './toml-fields.ts';

/**
 * Reads one block of TOML as Hugo does. smol-toml, which has no positions, decides what is valid and what the values are; the places
 * are from our own walk over the same text. Dates and numbers too large for JSON stay as written. Of a broken block the
 * walk still yields what it can.
 */
export function readToml(text: string, start: number, end: number): FieldsRead {
  if (isTooDeep(text, start, end) || hasLongKey(text, start, end)) {
    return { fields: [], problems: [tooDeepProblem(start, end)] };
  }
  const { parse, TomlError } = parser('toml');
  try {
    const block = text.slice(start, end).replace(/\r(?!\n)/g, '\n');
    const data = parse(block, { integersAsBigInt: 'asNeeded' });
    const newer = findNewerToml(text, start, end);
    return { fields: walkToml(text, start, end, data), problems: newer === undefined ? [] : [newer] };
  } catch (error) {
    const { line, column } = error instanceof TomlError ? error : { line: 1, column: 1 };
    const reason = error instanceof Error ? error.message : String(error);
    const fields = walkToml(text, start, end, undefined);
    return { fields, problems: [problemAt(text, start, end, line, column, reason)] };
  }
}

function problemAt(text: string, start: number, end: number, line: number, column: number, reason: string) {
  let at = start;
  for (let number = 1; number < line && at < end; number++) at = nextLine(text, at, end);
  const stop = lineEnd(text, at, end);
  const from = at + column - 1 < stop ? at + column - 1 : at;
  const words = (reason.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '');
  const rest = text.slice(from, stop);
  const quote = /control characters/.test(words) ? rest.search(/["']/) : -1;
  if (quote !== -1) {
    return decodeProblem('TOML', 'this quote is never closed', { start: from + quote, end: stop });
  }
  return decodeProblem('TOML', plainReason(words, rest) ?? words, { start: from, end: stop });
}

/** What an author would call it, where the parser speaks of characters; `rest` is the line from there on. */
function plainReason(words: string, rest: string): string | undefined {
  if (words === 'invalid value' && /^[“”„‘’«]/.test(rest.trimStart()))
    return 'typographic quotes do not quote a text';
  if (words === 'invalid value' && /^\p{L}/u.test(rest)) return 'a text needs quotes';
  if (/illegal character in key/.test(words) && rest.startsWith(':'))
    return 'a key and its value are separated by `=`, not by a colon';
  return undefined;
}
