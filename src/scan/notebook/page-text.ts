import type { Region } from '../../model.ts';

/** A stretch of a page's text and where it is written in the file: sign for sign, as one escape, or nowhere. */
export interface Stretch {
  readonly text: Region;
  readonly file: Region;
}

/** The text of a page while it is put together from strings of JSON. */
export interface PageText {
  /** Adds a cell and gives its place in the text; none for a cell without text. */
  addCell(source: readonly Region[]): Region | undefined;
  /** Adds the options in the first lines of a code cell, as the directive or chunk of a page in Markdown would have them. */
  addOptions(source: readonly Region[]): Region | undefined;
  finish(): { readonly text: string; readonly stretches: readonly Stretch[] };
}

/** Ends whatever paragraph the cell before ends with. */
const BETWEEN = '\n\n';
const CODE = { opening: '```{code-cell}\n', closing: '\n```' };

/** `#| label: fig-clock`; a magic of IPython and blank lines may stand before and between. */
const OPTION = /^(?:#\s?\|\s|%%|\s{0,99}(?:\\n)?$)/;

/** The letters behind a backslash in JSON that do not stand for themselves. */
const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Starts the text of a page whose strings stand in this file. */
export function createPageText(file: string): PageText {
  const parts: string[] = [];
  const stretches: Stretch[] = [];
  const nextBackslash = finder(file, '\\');
  let length = 0;
  const add = (part: string, written: Region): void => {
    if (part === '') return;
    parts.push(part);
    stretches.push({ text: { start: length, end: length + part.length }, file: written });
    length += part.length;
  };
  const insert = (part: string, at: number): void => add(part, { start: at, end: at });
  const addString = ({ start, end }: Region): void => {
    let from = start;
    for (let back = nextBackslash(start); back < end; back = nextBackslash(from)) {
      add(file.slice(from, back), { start: from, end: back });
      const letter = file[back + 1] ?? '';
      from = back + (letter === 'u' ? 6 : 2);
      const sign = letter === 'u' ? fromHexadecimal(file.slice(back + 2, from)) : (ESCAPED[letter] ?? letter);
      add(sign, { start: back, end: from });
    }
    add(file.slice(from, end), { start: from, end });
  };
  const cell = (source: readonly Region[], { opening, closing } = { opening: '', closing: '' }) => {
    const [first] = source;
    if (first === undefined || source.every(({ start, end }) => start === end)) return undefined;
    if (length > 0) insert(BETWEEN, stretches.at(-1)!.file.end);
    const start = length;
    insert(opening, first.start);
    for (const string of source) addString(string);
    insert(closing, source.at(-1)!.end);
    return { start, end: length };
  };
  return {
    addCell: (source) => cell(source),
    addOptions(source) {
      const options = optionLines(file, source);
      return options.some(({ start }) => file[start] === '#') ? cell(options, CODE) : undefined;
    },
    finish: () => ({ text: parts.join(''), stretches }),
  };
}

function fromHexadecimal(digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

/** The lines before the code. */
function optionLines(file: string, source: readonly Region[]): Region[] {
  const lines: Region[] = [];
  for (const string of source) {
    for (const line of linesIn(file, string)) {
      if (!OPTION.test(file.slice(line.start, line.end))) return lines;
      lines.push(line);
    }
  }
  return lines;
}

/** The lines of a string of JSON, the escapes that end them included. */
function* linesIn(file: string, { start, end }: Region): Generator<Region> {
  const string = file.slice(start, end);
  let from = 0;
  for (let back = string.indexOf('\\'); back !== -1; back = string.indexOf('\\', back + 2)) {
    if (string[back + 1] !== 'n') continue;
    yield { start: start + from, end: start + back + 2 };
    from = back + 2;
  }
  if (from < string.length) yield { start: start + from, end };
}

/** Finds a mark from ever later places on, so that the text is gone through once. */
function finder(text: string, mark: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) found = text.indexOf(mark, from);
    if (found === -1) found = text.length;
    return found;
  };
}
