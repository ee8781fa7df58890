import type { BibEntry, Field, Region, SyntaxProblem } from '../../model.ts';
import type { ReadBibliography } from './read-bibliography.ts';

/** A line of RIS: a tag of two characters, two blanks, a dash, a blank, a value. */
const TAG = /^([A-Z][A-Z0-9]) {1,2}- ?/;

interface Line {
  readonly tag: string;
  readonly nameRegion: Region;
  readonly value: string;
  readonly region: Region;
}

/** A record being read. */
interface OpenRecord {
  readonly type: Line | undefined;
  readonly start: number;
  readonly lines: Line[];
}

/**
 * Reads RIS. A record goes from `TY` to `ER`; its key is the value of `ID`, which many exports lack. A line without a tag
 * continues the value before it. Tags outside a record, records without their end and files without any are reported.
 */
export function readRis(text: string): ReadBibliography {
  const entries: BibEntry[] = [];
  const problems: SyntaxProblem[] = [];
  let record: OpenRecord | undefined;
  const finish = (end: number): void => {
    if (record !== undefined) entries.push(toEntry(record, end));
    record = undefined;
  };
  for (const line of taggedLines(text)) {
    const { start, end } = line.nameRegion;
    if (line.tag === 'TY') {
      if (record?.type !== undefined)
        problems.push({ messageId: 'ris-missing-end', region: record.type.nameRegion });
      finish(start);
      record = { type: line, start, lines: [] };
    } else if (line.tag === 'ER') {
      if (record === undefined) problems.push({ messageId: 'ris-stray-end', region: { start, end } });
      finish(Math.max(end, line.region.end));
    } else {
      if (record === undefined) {
        problems.push({ messageId: 'ris-missing-type', data: { tag: line.tag }, region: { start, end } });
        record = { type: undefined, start, lines: [] };
      }
      record.lines.push(line);
    }
  }
  if (record?.type !== undefined)
    problems.push({ messageId: 'ris-missing-end', region: record.type.nameRegion });
  finish(text.trimEnd().length);
  if (entries.length === 0 && problems.length === 0 && text.trim() !== '') {
    const start = text.search(/\S/);
    problems.push({ messageId: 'ris-no-records', region: { start, end: start + 1 } });
  }
  return { entries, macros: [], problems };
}

function toEntry({ type, start, lines }: OpenRecord, end: number): BibEntry {
  const id = lines.find(({ tag }) => tag === 'ID');
  const fields = lines.filter((line) => line !== id && line.value !== '');
  return {
    key: id?.value ?? '',
    keyRegion: id?.region ?? { start, end: start },
    region: { start, end },
    type: type?.value ?? '',
    typeRegion: type?.region ?? { start, end: start },
    fields: fields.map(
      ({ tag, nameRegion, value, region }): Field => ({ name: tag, nameRegion, value, region }),
    ),
  };
}

/** The lines that begin with a tag, with the lines that continue them. */
function taggedLines(text: string): Line[] {
  const lines: { tag: string; nameRegion: Region; value: string; region: { start: number; end: number } }[] =
    [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 ? text.length : newline + 1;
    const line = text.slice(at, next).trimEnd();
    const match = TAG.exec(line);
    const last = lines.at(-1);
    if (match !== null) {
      const start = at + match[0].length;
      const region = { start, end: Math.max(start, at + line.length) };
      const value = text.slice(region.start, region.end);
      lines.push({ tag: match[1] ?? '', nameRegion: { start: at, end: at + 2 }, value, region });
    } else if (last !== undefined && line !== '') {
      last.region.end = at + line.length;
      last.value += ' ' + line.trim();
    }
    at = next;
  }
  return lines;
}
