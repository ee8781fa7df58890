import { endOfAsciiWord, wordWidth } from './characters.ts';
import { attributes, blankLine, escapedCharacter, FAIL, rawAttribute, skipSpaces } from './lexical.ts';
import { listStart, runEnd } from './line-starts.ts';
import { backslashMath, dollarMath } from './math.ts';
import { type InlineNode, type InlineRun, NO_LINKS } from './nodes.ts';
import { characterReference, decodeReference } from './references.ts';
import { endsParagraph } from './surroundings.ts';
import { bareUri, emailAddress } from './targets.ts';
import { rawTexBlock, rawTexInline } from './tex.ts';

/** The inline elements that have no inlines inside. Each reads at a place and answers `undefined` where it does not fit. */

/** A node for printed text. */
export function text(start: number, end: number, printed: string, wordEnds = false): InlineNode {
  return { kind: 'text', start, end, wordEnds, text: printed };
}

/** Blanks; two or more before a line end break the line. */
export function whitespace(run: InlineRun, at: number): InlineNode {
  const { text: source } = run.env;
  const end = skipSpaces(source, at, run.limit);
  if (end - at > 1 && source[end] === '\n') {
    const broken = softBreak(run, end);
    if (broken !== undefined) return text(at, broken.end, '\n');
  }
  return { kind: 'space', start: at, end, wordEnds: false, text: ' ' };
}

/** A line end inside a paragraph, with the blanks of the next line. */
export function softBreak(run: InlineRun, at: number): InlineNode | undefined {
  const { env, limit } = run;
  const next = at + 1;
  if (at >= limit || !env.lineBreaks || blankLine(env.text, next, limit) !== FAIL) return undefined;
  if (endsParagraph(env, env, next, limit)) return undefined;
  return { kind: 'space', start: at, end: skipSpaces(env.text, next, limit), wordEnds: false, text: ' ' };
}

/** Letters, digits and dots, two dots in a row excepted. */
export function word(run: InlineRun, at: number): InlineNode | undefined {
  const { text: source } = run.env;
  const { limit } = run;
  let end = at;
  for (;;) {
    end = endOfAsciiWord(source, end);
    if (end >= limit) break;
    const width =
      wordWidth(source, end) ||
      (source[end] === '.' && (end + 1 >= limit || source[end + 1] !== '.') ? 1 : 0);
    if (width === 0) break;
    end += width;
  }
  end = Math.min(end, limit);
  return end === at ? undefined : text(at, end, source.slice(at, end), true);
}

/** Any other character, unless a block begins at it. */
export function symbol(run: InlineRun, at: number): InlineNode | undefined {
  const { env } = run;
  const character = env.text[at]!;
  if (character === '<') return undefined;
  if (character === '\\' && rawTexBlock(env, at, run.limit) !== FAIL) return undefined;
  const end = at + String.fromCodePoint(env.text.codePointAt(at)!).length;
  return text(at, end, env.text.slice(at, end));
}

/**
 * Code between equal runs of backticks, attributes behind it included.
 *
 *     > | ``a ` b``{.r}
 *         ^^^^^^^^^^^^^
 */
export function code(run: InlineRun, at: number): InlineNode | undefined {
  const end = codeEnd(run, at);
  if (end === FAIL) return undefined;
  const { env, limit } = run;
  const raw = rawAttribute(env.text, end, limit);
  if (raw !== FAIL) return text(at, raw, '');
  const attributed = attributes(env, end, limit);
  const fence = runEnd(env.text, at, limit, '`') - at;
  const content = env.text
    .slice(at + fence, end - fence)
    .trim()
    .replace(/\n/g, ' ');
  return text(at, attributed === FAIL ? end : attributed, '`' + content + '`');
}

/** Behind the closing run of backticks of the code that begins at `at`. */
export function codeEnd(run: InlineRun, at: number): number {
  const { env, limit } = run;
  const open = runEnd(env.text, at, limit, '`');
  env.spend(open - at);
  const unclosed = run.unclosedCode?.get(open - at);
  if (unclosed !== undefined && at >= unclosed[0] && at < unclosed[1]) return FAIL;
  let position = open;
  while (position < limit) {
    env.spend(1);
    const character = env.text[position];
    if (character === '`') {
      const close = runEnd(env.text, position, limit, '`');
      if (close - position === open - at) return close;
      position = close;
    } else if (character === '\n' && stopsCode(run, position + 1)) break;
    else position += 1;
  }
  run.unclosedCode ??= new Map();
  run.unclosedCode.set(open - at, [at, position]);
  return FAIL;
}

function stopsCode({ env, limit }: InlineRun, line: number): boolean {
  return blankLine(env.text, line, limit) !== FAIL || (env.inList && listStart(env.text, line, limit));
}

/** Math, and the apostrophe of `$n$'s`. */
export function math(run: InlineRun, at: number): InlineNode | undefined {
  const end = dollarMath(run.env, at, run.limit);
  if (end === FAIL) return undefined;
  const { text: source } = run.env;
  const bar = source[at + 1] === '$' ? 2 : 1;
  const printed = '$' + source.slice(at + bar, end - bar) + '$';
  const behind = source[end] === "'" && end + 1 < run.limit && wordWidth(source, end + 1) > 0 ? end + 1 : end;
  return text(at, behind, behind > end ? printed + '\u2019' : printed);
}

/** An escape, a line break, math or raw TeX. */
export function backslash(run: InlineRun, at: number): InlineNode | undefined {
  const { env, limit } = run;
  if (env.extensions.backslashMath) {
    const end = backslashMath(env, at, limit);
    if (end !== FAIL) return text(at, end, '$' + env.text.slice(at + 2, end - 2) + '$');
  }
  if (env.text[at + 1] === '\n' && at + 1 < limit) return text(at, at + 1, '\n');
  const escaped = escapedCharacter(env.text, at, limit);
  if (escaped !== FAIL) return text(at, escaped, env.text.slice(at + 1, escaped).replace(' ', '\u00a0'));
  const tex = rawTexInline(env, at, limit);
  return tex === FAIL ? undefined : text(at, tex, '');
}

/** Two or three hyphens. */
export function dash(run: InlineRun, at: number): InlineNode | undefined {
  const { text: source } = run.env;
  const end = runEnd(source, at, Math.min(run.limit, at + 3), '-');
  return end - at < 2 ? undefined : text(at, end, end - at === 2 ? '\u2013' : '\u2014');
}

/** An address in running text, where the dialect links those. */
export function bareUrl(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const { env, limit } = run;
  if (!env.extensions.bareUris || flags & NO_LINKS) return undefined;
  let end = bareUri(env, at, limit);
  if (end === FAIL) end = emailAddress(env, at, limit);
  return end === FAIL ? undefined : text(at, end, env.text.slice(at, end));
}

/** A character reference such as `&amp;`. */
export function reference(run: InlineRun, at: number): InlineNode | undefined {
  const end = characterReference(run.env.text, at, run.limit);
  return end === FAIL ? undefined : text(at, end, decodeReference(run.env.text.slice(at, end)));
}
