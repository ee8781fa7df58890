import type { ReferenceReading, Region } from '../../src/model.ts';

export type Damage = 'year' | 'title' | 'emphasis' | 'bracket' | 'author';

/** A line with one part taken out or broken, and where. */
export interface DamagedLine {
  readonly damage: Damage;
  readonly line: string;
  /** In the damaged line: what stands on both sides of the wound. */
  readonly at: Region;
}

function cut(damage: Damage, line: string, start: number, end: number, put = ''): DamagedLine {
  return {
    damage,
    line: line.slice(0, start) + put + line.slice(end),
    at: { start, end: start + put.length },
  };
}

/** Every damage that can be done to a printed line, given what was read from it while it was whole. */
export function damageLine(line: string, reading: ReferenceReading): DamagedLine[] {
  return [
    dropYear(line, reading),
    dropTitle(line, reading),
    dropEmphasis(line),
    dropBracket(line),
    damageAuthor(line, reading),
  ].filter((damaged) => damaged !== undefined);
}

/** The year with its brackets and the mark after it; none where the year stands in the line a second time. */
function dropYear(line: string, { year }: ReferenceReading): DamagedLine | undefined {
  if (year === undefined) return undefined;
  const { start, end } = year.region;
  const rest = line.slice(0, start) + line.slice(end);
  if (/(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/.test(rest)) return undefined;
  const open = /[([]$/.test(line.slice(0, start)) ? 1 : 0;
  const close = /^[^()\d]{0,14}[)\]]/.exec(line.slice(end));
  const to = open === 1 && close !== null ? end + close[0].length : end;
  const from = open === 1 && close !== null ? start - 1 : start;
  const mark = /^[.,;]? ?/.exec(line.slice(to))![0].length;
  return cut('year', line, from, to + mark);
}

/** The title with its marks and the full stop after it. */
function dropTitle(line: string, { title }: ReferenceReading): DamagedLine | undefined {
  if (title === undefined) return undefined;
  const before = /[*“"]*$/.exec(line.slice(0, title.region.start))![0].length;
  const after = /^[.,]?[*”"]*[.,]? ?/.exec(line.slice(title.region.end))![0].length;
  return cut('title', line, title.region.start - before, title.region.end + after);
}

/** The star that closes the last emphasis of words. */
function dropEmphasis(line: string): DamagedLine | undefined {
  const span = [...line.matchAll(/\*\p{L}[^*]+\*/gu)].at(-1);
  if (span === undefined) return undefined;
  const at = span.index + span[0].length - 1;
  const damaged = cut('emphasis', line, at, at + 1);
  return { ...damaged, at: { start: span.index, end: at } };
}

/** The first bracket of the line, opening or closing by its place. */
function dropBracket(line: string): DamagedLine | undefined {
  const at = [...line.matchAll(/[()]/g)]
    .map((match) => match.index)
    .filter((index) => !/https?:\S*$/.test(line.slice(0, index)));
  const [first, second] = at;
  if (first === undefined || second === undefined) return undefined;
  const chosen = first % 2 === 0 ? first : second;
  return { ...cut('bracket', line, chosen, chosen + 1), at: { start: first, end: second } };
}

/** Doubles the comma after the first name, or takes the initials of the last, or all names before a date. */
function damageAuthor(line: string, { authors, year, style }: ReferenceReading): DamagedLine | undefined {
  const [first] = authors;
  const last = authors.at(-1);
  if (first === undefined || last === undefined || last.value.literal === true) return undefined;
  const all = { start: first.region.start, end: last.region.end };
  const early = style === 'apa' && year !== undefined && year.region.start < all.end + 6;
  if (early && all.start % 3 === 0 && authors.length === 1)
    return cut('author', line, all.start, all.end + 1);
  const comma = line.slice(all.start, all.end).indexOf(',');
  if (comma < 0) return undefined;
  const at = all.start + comma;
  if (early && authors.length > 1) {
    const given = line.lastIndexOf(',', last.region.end);
    if (given > last.region.start)
      return { ...cut('author', line, given, last.region.end), at: { start: all.start, end: given } };
  }
  return cut('author', line, at, at + 1, ',,');
}

/** Whether a problem touches the wound, or the word on either side of it. */
export function touches(problem: Region, wound: Region, line: string): boolean {
  const before = /\S*\s*\S*\s*$/.exec(line.slice(0, wound.start))![0].length;
  const after = /^\s*\S*\s*\S*/.exec(line.slice(wound.end))![0].length;
  return problem.start <= wound.end + after && problem.end >= wound.start - before;
}
