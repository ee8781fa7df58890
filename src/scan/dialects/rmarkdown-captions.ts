import type { Region } from '../../model.ts';
import { parseYamlBlock } from '../front-matter/read-front-matter.ts';
import { pieceOfValue } from '../markdown/pandoc/metadata.ts';
import { buildPiece, originOf, type Piece } from '../markdown/pandoc/source.ts';
import type { Chunk } from './rmarkdown-chunks.ts';

const CAPTION = /^(?:fig|tbl|tab|lst|listing|table)[.-](?:cap|subcap)$|^apa[.-]note$/;

/**
 * Captions in the options of chunks: strings of R in the header (`fig.cap="…"`), and YAML or such strings behind `#|`. They
 * are text of the page once the chunk has run, so what they cite is cited.
 */
export function chunkCaptions(text: string, chunks: readonly Chunk[]): Piece[] {
  const file: Piece = { text, starts: [0], origins: [0] };
  return chunks.flatMap(({ options, content, runs }) =>
    runs ? [...captionsOfR(file, options), ...commentCaptions(file, content)] : [],
  );
}

/** Captions among options with commas between them. */
function captionsOfR(source: Piece, { start, end }: Region): Piece[] {
  const { text } = source;
  if (!text.slice(start, end).includes('@')) return [];
  const pieces: Piece[] = [];
  let name = '';
  let depth = 0;
  for (let at = start; at < end; ) {
    const character = text[at]!;
    if (character === '"' || character === "'") {
      const close = stringEnd(text, at, end);
      if (CAPTION.test(name)) pieces.push(stringPiece(source, at + 1, close - 1));
      at = close;
      continue;
    }
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (character === ',' && depth <= 0) name = '';
    else if (character === '=' && depth <= 0 && name === '') name = nameBefore(text, start, at);
    at += 1;
  }
  return pieces;
}

function nameBefore(text: string, start: number, at: number): string {
  return /[\w.-]*$/.exec(text.slice(Math.max(start, at - 60), at).trimEnd())?.[0] ?? '';
}

/** Behind the quote that closes a string of R. */
function stringEnd(text: string, at: number, end: number): number {
  const quote = text[at];
  let position = at + 1;
  while (position < end && text[position] !== quote) position += text[position] === '\\' ? 2 : 1;
  return Math.min(end, position + 1);
}

/** The string without its escapes. */
function stringPiece(source: Piece, start: number, end: number): Piece {
  const { text } = source;
  const piece = buildPiece();
  let from = start;
  for (let at = text.indexOf('\\', start); at !== -1 && at < end; at = text.indexOf('\\', at + 2)) {
    piece.append(source, from, at);
    if (text[at + 1] === 'n') piece.insert('\n');
    from = text[at + 1] === 'n' ? at + 2 : at + 1;
  }
  piece.append(source, from, end);
  piece.insert('\n\n');
  return piece.finish();
}

const OPTION = /^[ \t>]*(?:#|\/\/|--|%%?)\|/;

function commentCaptions(file: Piece, content: Region): Piece[] {
  const options = commentedOptions(file, content);
  if (!options.text.includes('@')) return [];
  const whole = { start: 0, end: options.text.length };
  if (!YAML_OPTION.test(options.text)) return captionsOfR(options, whole);
  return parseYamlBlock(options.text, whole).fields.flatMap((field) => {
    const [name = ''] = field.name.split(/\.(?=\d+$)/);
    if (typeof field.value !== 'string' || !CAPTION.test(name)) return [];
    const value = pieceOfValue(options.text, field.value.trimStart(), field.region);
    return [{ ...value, origins: value.origins.map((origin) => originOf(options, origin)) }];
  });
}

/** How the first line tells YAML from `#| plot, fig.cap = "…"` (knitr, `partition_chunk`). */
const YAML_OPTION = /^[^ :]+:(?:\s|$)/;

/** What stands behind `#|` in the first lines of a chunk. */
function commentedOptions(file: Piece, content: Region): Piece {
  const { text } = file;
  const options = buildPiece();
  for (let line = content.start; line < content.end; ) {
    const end = Math.min(content.end, lineEndOf(text, line));
    const marker = OPTION.exec(text.slice(line, Math.min(end, line + 200)));
    if (marker === null) break;
    const from = line + marker[0].length;
    options.append(file, text[from] === ' ' ? from + 1 : from, end);
    options.insert('\n');
    line = end + 1;
  }
  return options.finish();
}

function lineEndOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
