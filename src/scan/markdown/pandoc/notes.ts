import { bracketEnd } from './bracket-pairs.ts';
import { isSpace } from './characters.ts';
import { citation } from './citation.ts';
import { type BlockContext, type InlineRoot, inlinesOf, nested, readBlocks, regionOf } from './document.ts';
import {
  attributes,
  balanced,
  blankLine,
  blankLines,
  FAIL,
  lineEnd,
  literalCharacter,
  nextLine,
  skipBlankLines,
  skipIndent,
  skipSpaces,
  skipSpacesAndNewline,
} from './lexical.ts';
import { divFenceEnd } from './line-starts.ts';
import { linkLabel, noteMarker } from './link-labels.ts';
import type { InlineRun } from './nodes.ts';
import { buildPiece } from './source.ts';
import { betweenAngles, quotedTitle } from './targets.ts';

/** `[^label]: …`: the lines up to a blank one and the indented ones behind it, read as blocks of their own. */
export function noteDefinition(context: BlockContext, at: number): number {
  const { source, piece, document } = context;
  const { text } = source;
  const limit = text.length;
  const open = skipIndent(text, at, limit);
  const marker = open === FAIL ? FAIL : noteMarker(text, open, limit);
  if (marker === FAIL || text[marker] !== ':') return FAIL;
  const content = buildPiece();
  const blank = blankLine(text, marker + 1, limit);
  const first = blank === FAIL ? marker + 1 : blank;
  let position = takeLines(context, first, (start, end) => content.append(piece, start, end));
  let end = position;
  for (;;) {
    const next = blankLines(text, position, limit);
    if (next === FAIL || next >= limit || !text.startsWith('    ', next)) break;
    content.insert('\n');
    position = takeLines(context, next, (start, stop) => content.append(piece, start, stop));
    end = position;
  }
  content.insert('\n\n');
  const roots: InlineRoot[] = [];
  readBlocks(nested(context, { piece: content.finish(), roots }));
  document.notes.push({
    label: text.slice(open + 2, marker - 1),
    labelRegion: regionOf(piece, open + 2, marker - 1),
    region: regionOf(piece, open, open + text.slice(open, end).trimEnd().length),
    text: text.slice(first, lineEnd(text, first, limit)).trim(),
    roots,
  });
  return skipBlankLines(text, position, limit);
}

/** The first line as it is, then every line up to a blank one or another note, one indentation removed. */
function takeLines(context: BlockContext, at: number, take: (start: number, end: number) => void): number {
  const { text } = context.source;
  const limit = text.length;
  let line = at;
  do {
    context.source.spend(2);
    const next = nextLine(text, line, limit);
    take(text.startsWith('    ', line) ? line + 4 : line, next);
    line = next;
  } while (line < limit && goesOn(context, line));
  return line;
}

function goesOn({ source, divLevel }: BlockContext, line: number): boolean {
  const { text } = source;
  const limit = text.length;
  if (blankLine(text, line, limit) !== FAIL) return false;
  if (divLevel > 0 && divFenceEnd(text, line, limit) !== FAIL) return false;
  const open = skipIndent(text, line, limit);
  return open === FAIL || noteMarker(text, open, limit) === FAIL;
}

/** `[label]: target "title"`: a definition, unless the bracket is a citation. */
export function linkDefinition(context: BlockContext, at: number): number {
  const { source, document } = context;
  const { text } = source;
  const limit = text.length;
  const open = skipIndent(text, at, limit);
  if (open === FAIL || text[open] !== '[' || noteMarker(text, open, limit) !== FAIL) return FAIL;
  const run = inlinesOf(context, limit);
  const close = bracketEnd(run, open);
  if (close === FAIL || text[close] !== ':' || citation(run, open, 0) !== undefined) return FAIL;
  const end = definitionEnd(run, close + 1);
  if (end !== FAIL) document.linkLabels.add(linkLabel(text.slice(open, close)));
  return end;
}

function definitionEnd(run: InlineRun, at: number): number {
  const { env, limit } = run;
  const { text } = env;
  let position = spacesAndNewline(text, at, limit);
  if (position < limit && text[position] === '[') return FAIL;
  const angles = text[position] === '<' ? betweenAngles(env, position, limit) : FAIL;
  position = angles === FAIL ? definitionTarget(run, position) : angles;
  const title = definitionTitle(run, position);
  if (title !== FAIL) position = title;
  const attributed = attributes(env, spacesAndNewline(text, position, limit), limit);
  return blankLines(text, attributed === FAIL ? position : attributed, limit);
}

/** Words, up to a title, attributes or another bracket. */
function definitionTarget(run: InlineRun, at: number): number {
  const { env, limit } = run;
  const { text } = env;
  let position = at;
  for (;;) {
    const start = skipSpaces(text, position, limit);
    if (start >= limit || definitionTitle(run, start) !== FAIL || attributes(env, start, limit) !== FAIL) {
      return position;
    }
    if (text[start] === '[' && noteMarker(text, start, limit) === FAIL && bracketEnd(run, start) !== FAIL) {
      return position;
    }
    let end = start;
    while (end < limit && !isSpace(text.charCodeAt(end))) {
      env.spend(1);
      end = literalCharacter(text, end, limit);
    }
    if (end === start) return position;
    position = end;
  }
}

function definitionTitle({ env, limit }: InlineRun, at: number): number {
  const start = spacesAndNewline(env.text, at, limit);
  const quoted = quotedTitle(env, start, limit);
  return quoted === FAIL ? balanced(env, start, limit, '()', literalCharacter) : quoted;
}

/** Blanks, a line end if there is one, blanks. */
function spacesAndNewline(text: string, at: number, limit: number): number {
  const next = skipSpacesAndNewline(text, at, limit);
  if (next !== FAIL) return next;
  return skipSpaces(text, skipSpaces(text, at, limit) + 1, limit);
}
