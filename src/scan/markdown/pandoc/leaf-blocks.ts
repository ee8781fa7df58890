import { readListingCaption } from '../quarto-attributes.ts';
import { hasCandidate } from './candidates.ts';
import { type BlockContext, inlinesOf, keepInlines, nested } from './document.ts';
import {
  blankLine,
  FAIL,
  lineEnd,
  nextLine,
  skipBlankLines,
  skipSpaces,
  skipSpacesAndNewline,
} from './lexical.ts';
import { fencedCode, horizontalRule } from './line-starts.ts';
import { readInlines } from './sequences.ts';
import { buildPiece } from './source.ts';
import { rawTexBlock } from './tex.ts';
import { text } from './tokens.ts';

/** A fenced code block. */
export function codeBlock(context: BlockContext, at: number): number {
  const { source, document } = context;
  const end = fencedCode(source, at, source.text.length);
  if (end !== FAIL && document.extensions.textAttributes)
    readListingCaption(context, at, lineEnd(source.text, at, end));
  return end;
}

/** Lines indented by four blanks, blank lines between them included. */
export function indentedCode({ source }: BlockContext, at: number): number {
  const { text } = source;
  const limit = text.length;
  if (!text.startsWith('    ', at)) return FAIL;
  let end = at;
  for (let line = at; line < limit; ) {
    if (text.startsWith('    ', line)) end = line = nextLine(text, line, limit);
    else {
      const blank = blankLine(text, line, limit);
      if (blank === FAIL) break;
      line = blank;
    }
  }
  return skipBlankLines(text, end, limit);
}

/** `* * *` and its like. */
export function horizontalRuleBlock({ source }: BlockContext, at: number): number {
  const end = horizontalRule(source.text, at, source.text.length);
  return end === FAIL ? FAIL : skipBlankLines(source.text, end, source.text.length);
}

/** TeX environments and commands that stand for themselves. */
export function rawTex(context: BlockContext, at: number): number {
  const { source } = context;
  const limit = source.text.length;
  let end = FAIL;
  let from = at;
  for (let next = rawTexBlock(source, at, limit); next !== FAIL; next = rawTexBlock(source, end, limit)) {
    const space = skipSpacesAndNewline(source.text, next, limit);
    end = space === FAIL ? next : space;
    if (source.text.slice(from, next).includes('@')) keepInlines(context, [text(from, next, '')]);
    from = end;
  }
  return end;
}

/** `---`, a mapping, and `---` or `...`: metadata, wherever it stands. */
export function metadataBlock({ source, piece, document }: BlockContext, at: number): number {
  const { text } = source;
  const limit = text.length;
  const start = text.startsWith('---', at) ? blankLine(text, at + 3, limit) : FAIL;
  if (start === FAIL || blankLine(text, start, limit) !== FAIL) return FAIL;
  if (!isMapping(text, start, limit)) return FAIL;
  for (let line = start; line < limit; line = nextLine(text, line, limit)) {
    source.spend(2);
    const stops = text.startsWith('---', line) || text.startsWith('...', line);
    const end = stops ? blankLine(text, line + 3, limit) : FAIL;
    if (end === FAIL) continue;
    document.metadata.push({ piece, start, end: line });
    return skipBlankLines(text, end, limit);
  }
  return FAIL;
}

const MAPPING = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:[\]{}#&*!|>'"%@`-][^:\n]*|[^\s:#]+):(?:\s|$)/;

/** The first line that is no comment begins a mapping, as far as one line tells. */
function isMapping(text: string, at: number, limit: number): boolean {
  for (let line = at; line < limit; line = nextLine(text, line, limit)) {
    const written = text.slice(line, lineEnd(text, line, limit)).trim();
    if (written !== '' && !written.startsWith('#'))
      return MAPPING.test(written) || /^(?:---|\.\.\.)/.test(written);
  }
  return false;
}

/** Lines that begin with `| ` keep their line ends; a line that begins with a blank goes on with the one before. */
export function lineBlock(context: BlockContext, at: number): number {
  const { source, piece } = context;
  const { text } = source;
  const limit = text.length;
  let position = at;
  while (position < limit && text[position] === '|') {
    const blank = blankLine(text, position + 1, limit);
    if (blank !== FAIL) {
      position = blank;
      continue;
    }
    if (text[position + 1] !== ' ') break;
    const line = buildPiece();
    line.append(piece, skipSpaces(text, position + 2, limit), lineEnd(text, position, limit));
    position = nextLine(text, position, limit);
    while (position < limit && text[position] === ' ') {
      line.insert(' ');
      line.append(piece, position + 1, lineEnd(text, position, limit));
      position = nextLine(text, position, limit);
    }
    const whole = line.finish();
    if (!hasCandidate(whole.text)) continue;
    const inner = nested(context, { piece: whole });
    keepInlines(inner, readInlines(inlinesOf(inner, whole.text.length), 0, 0).nodes);
  }
  return position === at ? FAIL : skipBlankLines(text, position, limit);
}
