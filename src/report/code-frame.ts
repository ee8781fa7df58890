import type { Region } from '../model.ts';
import type { LineIndex } from '../text/line-index.ts';
import { makeVisible } from '../text/visible.ts';

/** A source line with the region marked under it. */
export interface CodeFrame {
  readonly line: number;
  /** The line, cut to a window round the region; control characters made visible. */
  readonly source: string;
  /** Blanks and carets, as wide as the part of the region on this line; at least one caret. */
  readonly carets: string;
}

/** Widest source text of a frame; longer lines are cut round the region. */
const WIDTH = 100;
const BEFORE = 40;

/** The line the region starts on. A region over several lines is marked to the end of the first. */
export function codeFrame(text: string, lines: LineIndex, region: Region): CodeFrame {
  const { line } = lines.position(region.start);
  const lineStart = lines.lineStart(line);
  const lineEnd = lines.lineEnd(line);
  const start = Math.min(region.start, lineEnd);
  const end = Math.max(start, Math.min(region.end, lineEnd));
  const from = lineEnd - lineStart > WIDTH ? windowStart(text, lineStart, lineEnd, start) : lineStart;
  const to = wholeCharacter(text, Math.min(lineEnd, from + WIDTH));
  const lead = from > lineStart ? '…' : '';
  const tail = to < lineEnd ? '…' : '';
  const before = lead + visible(text.slice(from, start));
  const marked = visible(text.slice(start, Math.min(end, to)));
  return {
    line,
    source: before + marked + visible(text.slice(Math.min(end, to), to)) + tail,
    carets: ' '.repeat(cells(before)) + '^'.repeat(Math.max(1, cells(marked))),
  };
}

function windowStart(text: string, lineStart: number, lineEnd: number, start: number): number {
  const from = Math.max(lineStart, Math.min(start - BEFORE, lineEnd - WIDTH));
  return wholeCharacter(text, from);
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}

const visible = (text: string): string => makeVisible(text.replaceAll('\t', '    '));

const COMBINING = /\p{M}/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns a text fills on a terminal, so that carets stand under their characters in any script. */
function cells(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character <= '~') width += 1;
    else if (!COMBINING.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
