import type { SyntaxProblem } from '../../model.ts';
import { decodeProblem } from './decode-problem.ts';
import { endOfString } from './toml-lexer.ts';

/** What only TOML 1.1 allows; most blocks hold nothing like it. */
const SUSPECT = /\{|\\x|\d\d:\d\d(?![:\d])/;

/**
 * The first thing in a block that TOML 1.1 allows and 1.0 does not. smol-toml reads both, Hugo stops the build: go-toml,
 * up to 2.2 at least, knows 1.0 alone (run: “invalid character at start of key: }”).
 */
export function findNewerToml(text: string, start: number, end: number): SyntaxProblem | undefined {
  if (!SUSPECT.test(text.slice(start, end))) return undefined;
  const open: number[] = [];
  let before = '';
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (character === ' ' || character === '\t') continue;
    if (character === '#') {
      while (at + 1 < end && !isLineEnd(text.charAt(at + 1))) at += 1;
      continue;
    }
    const brace = open.at(-1) ?? -1;
    const isInTable = text.charAt(brace) === '{';
    if (character === '"' || character === "'") {
      const stop = Math.min(endOfString(text, at), end);
      const newer = character === '"' ? newEscape(text, at, stop) : undefined;
      if (newer !== undefined) return problem('the escape `\\x` is of TOML 1.1', newer, newer + 2);
      at = stop - 1;
    } else if (character === '{' || character === '[') open.push(at);
    else if (isLineEnd(character)) {
      if (isInTable) return problem('an inline table ends with its line in TOML 1.0', brace, at);
      continue;
    } else if (character === '}' || character === ']') {
      if (character === '}' && before === ',') {
        return problem('no comma may stand at the end of an inline table in TOML 1.0', brace, at + 1);
      }
      open.pop();
    } else if (before === '=' || before === ',' || before === '[') {
      const time = shortTime(text, at, end);
      if (time !== undefined) return problem('a time has seconds in TOML 1.0', at, time);
    }
    before = character;
  }
  return undefined;
}

const isLineEnd = (character: string): boolean => character === '\n' || character === '\r';

/** `\x`, unless the backslash is itself escaped. */
function newEscape(text: string, start: number, end: number): number | undefined {
  for (let at = text.indexOf('\\', start); at !== -1 && at < end; at = text.indexOf('\\', at + 2)) {
    if (text.charAt(at + 1) === 'x') return at;
  }
  return undefined;
}

const SHORT_TIME = /(?:\d{4}-\d\d-\d\d[Tt ])?\d\d:\d\d(?![:\d])(?:[Zz]|[+-]\d\d:\d\d)?/y;

function shortTime(text: string, at: number, end: number): number | undefined {
  SHORT_TIME.lastIndex = at;
  return SHORT_TIME.test(text) && SHORT_TIME.lastIndex <= end ? SHORT_TIME.lastIndex : undefined;
}

const problem = (reason: string, start: number, end: number): SyntaxProblem =>
  decodeProblem('TOML', reason, { start, end });
