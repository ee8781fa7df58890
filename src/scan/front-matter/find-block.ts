import type { Region } from '../../model.ts';
import { lineEnd, nextLine } from './field-line.ts';
import { findJsonEnd, findOrgEnd } from './find-end.ts';
import type { FrontMatterPolicy } from './policies.ts';

/** The formats a policy can name, as the delimiters tell them apart. */
export type BlockFormat = FrontMatterPolicy['formats'][number];

/** Front matter as its delimiters show it, before anything in it is read. */
export interface Block {
  readonly format: BlockFormat;
  /** The opening delimiter; for JSON and org the first character of the block. */
  readonly opening: Region;
  /** What stands between the delimiters; for JSON and org the block itself. */
  readonly inner: Region;
  /** Offset behind the closing delimiter; absent where there is none before the end of the file. */
  readonly end?: number;
  /** Where the body begins; the end of the opening line where nothing closes the block. */
  readonly bodyStart: number;
  /** What follows the opening delimiter on its line, trimmed; `wordEnd` is the offset behind it. */
  readonly word: string;
  readonly wordEnd: number;
}

/** Opening delimiter that is none: its first character promises front matter, and the engine gives up. */
export interface BadOpening {
  readonly format: 'yaml' | 'toml';
  readonly opening: Region;
}

const MARKS: Readonly<Record<'yaml' | 'toml', string>> = { yaml: '---', toml: '+++' };

/** Languages gray-matter and Eleventy run as code, in any case. */
const EXECUTABLE = new Set('js javascript mjs cjs node ts typescript coffee coffeescript'.split(' '));

/** Whether the word behind an opening delimiter asks for what follows to be run. */
export const isExecutable = (word: string): boolean => word !== '' && EXECUTABLE.has(word.toLowerCase());

/** Offset of the first character from `from` on that is no blank, line break or byte order mark. */
export function firstCharacter(text: string, from = 0): number {
  let at = text.charCodeAt(from) === 0xfeff ? from + 1 : from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/**
 * Cuts the front matter that begins at `start`, by the rules of the policy's engine. `undefined` where the engine sees text
 * there.
 */
export function findBlock(
  text: string,
  start: number,
  policy: FrontMatterPolicy,
): Block | BadOpening | undefined {
  const format = formatAt(text, start);
  if (format === undefined || !policy.formats.includes(format)) return undefined;
  if (format === 'json') return findBraced(text, start);
  if (format === 'org') return findKeywords(text, start);
  return policy.delimiter === 'prefix'
    ? findByPrefix(text, start, format, policy)
    : findByLine(text, start, policy);
}

function formatAt(text: string, start: number): BlockFormat | undefined {
  const first = text[start];
  if (first === '-') return 'yaml';
  if (first === '+') return 'toml';
  if (first === '{') return 'json';
  return first === '#' && text[start + 1] === '+' ? 'org' : undefined;
}

/** Hugo: three characters open, any line that begins with them closes, whatever else stands on either line. */
function findByPrefix(
  text: string,
  start: number,
  format: 'yaml' | 'toml',
  policy: FrontMatterPolicy,
): Block | BadOpening {
  const mark = MARKS[format];
  if (!text.startsWith(mark, start)) {
    let end = start;
    while (text[end] === mark[0]) end += 1;
    return { format, opening: { start, end } };
  }
  const opening = { start, end: start + mark.length };
  const stop = lineEnd(text, opening.end, text.length);
  const from = stop === opening.end ? nextLine(text, stop, text.length) : opening.end;
  const lines = nextLine(text, stop, text.length);
  const marks = format === 'yaml' ? policy.closers : [mark];
  const close = findClosing(text, lines, marks, () => true);
  const { word, wordEnd } = wordAt(text, opening.end, stop);
  if (close === undefined) {
    return { format, opening, inner: { start: from, end: text.length }, bodyStart: lines, word, wordEnd };
  }
  const { start: innerEnd, end } = close;
  const inner = { start: from, end: innerEnd };
  return { format, opening, inner, end, bodyStart: afterBreak(text, end), word, wordEnd };
}

/** Everyone else: each delimiter alone on its line; a word behind the opening one is for the caller to judge. */
function findByLine(text: string, start: number, policy: FrontMatterPolicy): Block | undefined {
  const mark = policy.delimiter === 'dashes' ? dashesAt(text, start) : MARKS.yaml;
  const stop = lineEnd(text, start, text.length);
  if (!text.startsWith(mark, start) || !breaksWithLf(text, stop)) return undefined;
  const { word, wordEnd } = wordAt(text, start + mark.length, stop);
  const named = policy.word === 'language' && /^[A-Za-z]+$/.test(word);
  if (word !== '' && !named && !isExecutable(word)) return undefined;
  const from = nextLine(text, stop, text.length);
  if (!policy.blankAfterOpening && isBlankLine(text, from)) return undefined;
  const close =
    policy.delimiter === 'dashes'
      ? findDashes(text, from, mark.length)
      : findClosing(text, from, policy.closers, (at) => isBlankLine(text, at));
  const opening = { start, end: start + mark.length };
  if (close === undefined) {
    return {
      format: 'yaml',
      opening,
      inner: { start: from, end: text.length },
      bodyStart: from,
      word,
      wordEnd,
    };
  }
  const inner = { start: from, end: close.start };
  const bodyStart = nextLine(text, close.end, text.length);
  return { format: 'yaml', opening, inner, end: close.end, bodyStart, word, wordEnd };
}

/** All dashes that stand there, three at least. */
function dashesAt(text: string, start: number): string {
  let end = start;
  while (text[end] === '-') end += 1;
  return '-'.repeat(Math.max(MARKS.yaml.length, end - start));
}

const FULL_STOP = 46;
const DASHES = / {0,3}(-{3,}|\.{3})[ \t]*$/my;

/** The first line of so many dashes, or of three dots, from a line start on. */
function findDashes(text: string, from: number, least: number): Region | undefined {
  for (let at = from; at < text.length; at = nextLine(text, at, text.length)) {
    // A blank, a dash or a dot begins it: nearly all lines begin with a letter.
    if (text.charCodeAt(at) > FULL_STOP) continue;
    DASHES.lastIndex = at;
    const [line, mark = ''] = DASHES.exec(text) ?? [];
    if (line !== undefined && (mark === '...' || mark.length >= least))
      return { start: at, end: at + line.trimEnd().length };
  }
  return undefined;
}

function wordAt(text: string, from: number, stop: number): { word: string; wordEnd: number } {
  if (from === stop) return { word: '', wordEnd: from };
  const line = text.slice(from, stop).trimEnd();
  return { word: line.trimStart(), wordEnd: from + line.length };
}

const isBlankLine = (text: string, at: number): boolean =>
  text.slice(at, lineEnd(text, at, text.length)).trim() === '';

/** A lone CR ends a line for Hugo and for nobody else. */
const breaksWithLf = (text: string, stop: number): boolean =>
  text[stop] === '\n' || (text[stop] === '\r' && text[stop + 1] === '\n');

/** The first closing delimiter at the beginning of a line, from a line start on; `accepts` judges what follows it. */
function findClosing(
  text: string,
  from: number,
  marks: readonly string[],
  accepts: (after: number) => boolean,
): Region | undefined {
  let found: Region | undefined;
  for (const mark of marks) {
    // Behind the first mark that was found nothing is looked for: most pages have no other at all.
    const within = found === undefined ? text : text.slice(0, found.start);
    for (let at = within.indexOf(mark, from); at !== -1; at = within.indexOf(mark, at + 1)) {
      const before = text.charCodeAt(at - 1);
      if ((at !== from && before !== 10 && before !== 13) || !accepts(at + mark.length)) continue;
      found = { start: at, end: at + mark.length };
      break;
    }
  }
  return found;
}

/** Only a line break directly behind the delimiter belongs to it. */
function afterBreak(text: string, at: number): number {
  return lineEnd(text, at, text.length) === at ? nextLine(text, at, text.length) : at;
}

function findBraced(text: string, start: number): Block {
  const end = findJsonEnd(text, start);
  return {
    format: 'json',
    opening: { start, end: start + 1 },
    inner: { start, end: end ?? text.length },
    bodyStart: end === undefined ? start : afterBreak(text, end),
    word: '',
    wordEnd: start,
    ...(end === undefined ? {} : { end }),
  };
}

function findKeywords(text: string, start: number): Block {
  const end = findOrgEnd(text, start);
  const opening = { start, end: start + 2 };
  return {
    format: 'org',
    opening,
    inner: { start, end },
    end,
    bodyStart: nextLine(text, end, text.length),
    word: '',
    wordEnd: start,
  };
}
