import type { FrontMatterField, Json } from '../../model.ts';
import { append } from '../../text/append.ts';
import { type FieldLine, lineEnd, nextLine, readFieldLine, type Separator } from './field-line.ts';
import { readFlatYaml } from './flat-yaml.ts';

/**
 * Fields of a block no parser can read, line by line: what is written as `key: value` at the margin, with the lines
 * below it that belong to no other key. A value that cannot be read on its own stays the text as written. So a broken line
 * costs its own field and no other, and no rule calls the rest missing.
 */
export function readLoosely(
  text: string,
  start: number,
  end: number,
  separator: Separator,
): FrontMatterField[] {
  const fields: FrontMatterField[] = [];
  let line: FieldLine | undefined;
  let from = start;
  for (let at = start; at <= end; at = at === end ? end + 1 : nextLine(text, at, end)) {
    const next = at < end ? readFieldLine(text, at, separator) : undefined;
    if (next === undefined && at < end) continue;
    if (line !== undefined) append(fields, readChunk(text, line, from, at, separator));
    line = next;
    from = at;
  }
  return fields;
}

function readChunk(
  text: string,
  line: FieldLine,
  start: number,
  end: number,
  separator: Separator,
): readonly FrontMatterField[] {
  const flat = separator === ':' ? readFlatYaml(text, start, end) : undefined;
  if (flat !== undefined) return flat;
  const { nameStart, nameEnd, valueStart } = line;
  const first = lineEnd(text, valueStart, end);
  const onLine = text.slice(valueStart, first).trim();
  const written = onLine === '' ? text.slice(first, end).trim() : onLine;
  const from = written === '' ? valueStart : text.indexOf(written, valueStart);
  return [
    {
      name: text.slice(nameStart, nameEnd),
      nameRegion: { start: nameStart, end: nameEnd },
      value: unquoted(written),
      region: { start: from, end: from + written.length },
    },
  ];
}

function unquoted(written: string): Json {
  if (written === '') return null;
  const quote = written.charAt(0);
  if (quote !== '"' && quote !== "'") return written;
  const end = written.length > 1 && written.endsWith(quote) ? -1 : undefined;
  return written.slice(1, end);
}
