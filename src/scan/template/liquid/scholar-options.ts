import { countHolding } from '../../../text/halving.ts';
import { once } from '../../../text/once.ts';
import type { LiquidWord } from './tag.ts';

/** One option of a jekyll-scholar tag as Ruby's OptionParser reads it. */
export interface ScholarOption {
  /** The long name without dashes, whichever form is written; an unknown option keeps its dashes. */
  readonly name: string;
  readonly written: LiquidWord;
  /** Absent for a flag, for an unknown option, and where the value is missing. */
  readonly value?: LiquidWord;
  readonly fault?: OptionFault;
}

/**
 * What is wrong with an option: `unknown` stops the build, `ignored` is dropped silently with all options behind it,
 * `misspelt` is read as a shorter option, `swallowed` became part of the value before it, `valueless` has no
 * value, or takes the next option for it.
 */
export type OptionFault = 'unknown' | 'ignored' | 'misspelt' | 'swallowed' | 'valueless';

type Takes = 'value' | 'maybe' | 'nothing';

const OPTIONS: readonly (readonly [short: string, long: string, takes: Takes])[] = [
  ['c', 'cited', 'nothing'],
  ['C', 'cited_in_order', 'nothing'],
  ['', 'clear', 'nothing'],
  ['A', 'suppress_author', 'nothing'],
  ['r', 'remove_duplicates', 'maybe'],
  ['f', 'file', 'value'],
  ['q', 'query', 'value'],
  ['h', 'bibliography_list_tag', 'value'],
  ['p', 'prefix', 'value'],
  ['t', 'text', 'value'],
  ['l', 'locator', 'value'],
  ['L', 'label', 'value'],
  ['o', 'offset', 'value'],
  ['m', 'max', 'value'],
  ['s', 'style', 'value'],
  ['g', 'group_by', 'value'],
  ['G', 'group_order', 'value'],
  ['O', 'type_order', 'value'],
  ['T', 'template', 'value'],
];

const LONG = new Map(OPTIONS.map(([, long, takes]) => [long, takes]));
const SHORT = new Map(OPTIONS.filter(([short]) => short !== '').map(([short, long]) => [short, long]));

/** Every long name, for “did you mean”. */
export const scholarOptionNames: readonly string[] = [...LONG.keys()];

/**
 * Where jekyll-scholar 7.3 cuts its options (utilities.rb, `optparse`): at `-x` and `--long` that do not stand behind a
 * word character. `--` alone is such a place too, and ends the options: that is how a misspelt long one gets lost.
 */
const CUT = once(
  () =>
    /(?<![\p{L}\p{M}\p{N}\p{Pc}])(?:-[cCfhqptTsgGOlLomAr]|--(?:cited(?:_in_order)?|clear|bibliography_list_tag|file|query|prefix|text|style|group_(?:by|order)|type_order|template|locator|label|offset|max|suppress_author|remove_duplicates|))/gu,
);

/** Values in which a lone `-x` is no option that went astray but text. */
const FREE_TEXT: ReadonlySet<string> = new Set(['text', 'query', 'template']);

interface Piece {
  readonly text: string;
  /** In the joined words. */
  readonly start: number;
  readonly isOption: boolean;
}

/** The words of the options joined by single blanks, as jekyll-scholar hands them on, with their places kept. */
interface Joined {
  readonly text: string;
  offset(at: number): number;
}

/** Options, and words that belong to none: OptionParser steps over them silently. */
export interface ScholarOptions {
  readonly options: readonly ScholarOption[];
  readonly stray: readonly LiquidWord[];
}

/** Reads the options of a tag from the words behind its keys. */
export function readScholarOptions(words: readonly LiquidWord[]): ScholarOptions {
  if (words.length === 0) return { options: [], stray: [] };
  const joined = joinWords(words);
  const pieces = cutPieces(joined.text);
  const options: ScholarOption[] = [];
  const stray: LiquidWord[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    if (piece.text === '--') {
      const lost = lostOption(words, joined.offset(piece.start));
      if (lost !== undefined) options.push(unknownOption(lost, 'ignored'));
      break;
    }
    if (piece.text.length < 2 || !piece.text.startsWith('-')) {
      const word = place(joined, piece.start, piece.text.length);
      // The rest of a misspelt option is told of with that: `-cited`.
      if (!(word.start < (options.at(-1)?.written.end ?? 0))) stray.push(word);
      continue;
    }
    const { option, used } = readOption(piece, pieces[index + 1], joined);
    options.push(option, ...swallowedOptions(option));
    if (used) index += 1;
  }
  return { options, stray };
}

/** The option whose name jekyll-scholar does not see: `--citd`, and `-- max`, whose dashes stand alone. */
function lostOption(words: readonly LiquidWord[], at: number): LiquidWord | undefined {
  const place = words.findIndex((word) => word.end > at);
  const dashes = words[place]!;
  if (dashes.text !== '--') return dashes;
  const name = words[place + 1];
  if (name === undefined || !LONG.has(name.text)) return undefined;
  return { text: `-- ${name.text}`, start: dashes.start, end: name.end };
}

/**
 * ```
 * -l 23 --locator 5 --locators 7 -cited -z
 * ^piece            ^misspelt    ^      ^unknown
 * ```
 */
function readOption(
  piece: Piece,
  next: Piece | undefined,
  joined: Joined,
): { readonly option: ScholarOption; readonly used: boolean } {
  const word = wordAt(joined, piece.start);
  const abbreviated = !piece.isOption && piece.text.startsWith('-b');
  if (!piece.isOption && !abbreviated) return { option: unknownOption(word, 'unknown'), used: false };
  const name = abbreviated ? 'bibliography_list_tag' : longName(piece.text);
  const takes = LONG.get(name) ?? 'nothing';
  const written = place(joined, piece.start, abbreviated ? 2 : piece.text.length);
  if (isMisspelt(word.text, piece.text)) {
    return { option: unknownOption(word, 'misspelt'), used: takes === 'value' && next !== undefined };
  }
  if (takes === 'nothing') return { option: { name, written }, used: false };
  if (abbreviated && piece.text.length > 2) {
    return { option: { name, written, value: trimmed(joined, piece, 2) }, used: false };
  }
  const isValue = next !== undefined && !(takes === 'maybe' ? /^-./ : /^-(?![\d\s])/).test(next.text);
  if (!isValue) {
    const fault: { fault?: OptionFault } = takes === 'maybe' ? {} : { fault: 'valueless' };
    return { option: { name, written, ...fault }, used: false };
  }
  return { option: { name, written, value: place(joined, next.start, next.text.length) }, used: true };
}

/** `--locators`, `--cited-by` and `-cited` begin with an option and are read as that. */
function isMisspelt(word: string, option: string): boolean {
  if (option.startsWith('--')) return /^[\p{L}\p{N}_-]/u.test(word.slice(option.length));
  return LONG.has(/^-(\w*)/.exec(word)?.[1] ?? '');
}

/** `-l 3 -z 4`: an option OptionParser does not cut at ends up in the value. */
function swallowedOptions({ name, value }: ScholarOption): ScholarOption[] {
  if (value === undefined || FREE_TEXT.has(name)) return [];
  const found = /(?:^|\s)(-[A-Za-z])(?=\s|$)/.exec(value.text);
  if (found === null) return [];
  const start = value.start + found.index + found[0].length - 2;
  return [unknownOption({ text: found[1]!, start, end: start + 2 }, 'swallowed')];
}

function unknownOption(written: LiquidWord, fault: OptionFault): ScholarOption {
  return { name: written.text, written, fault };
}

function longName(option: string): string {
  return option.startsWith('--') ? option.slice(2) : (SHORT.get(option.slice(1)) ?? option);
}

function cutPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isOption: boolean): void => {
    const raw = text.slice(start, end);
    const trimmedText = raw.trim();
    if (trimmedText === '') return;
    pieces.push({ text: trimmedText, start: start + raw.indexOf(trimmedText), isOption });
  };
  let from = 0;
  for (const match of text.matchAll(CUT())) {
    add(from, match.index, false);
    from = match.index + match[0].length;
    add(match.index, from, true);
  }
  add(from, text.length, false);
  return pieces;
}

function joinWords(words: readonly LiquidWord[]): Joined {
  const starts: number[] = [];
  let length = 0;
  for (const word of words) {
    starts.push(length);
    length += word.text.length + 1;
  }
  return {
    text: words.map(({ text }) => text).join(' '),
    offset(at) {
      const word = Math.max(0, countHolding(starts.length, (place) => starts[place]! <= at) - 1);
      return words[word]!.start + at - starts[word]!;
    },
  };
}

function place(joined: Joined, start: number, length: number): LiquidWord {
  const from = joined.offset(start);
  const end = length === 0 ? from : joined.offset(start + length - 1) + 1;
  return { text: joined.text.slice(start, start + length), start: from, end };
}

function trimmed(joined: Joined, piece: Piece, skip: number): LiquidWord {
  const rest = piece.text.slice(skip);
  const text = rest.trim();
  return place(joined, piece.start + skip + rest.indexOf(text), text.length);
}

/** The word an option stands in, from the option on. */
function wordAt(joined: Joined, start: number): LiquidWord {
  const blank = joined.text.indexOf(' ', start);
  return place(joined, start, (blank === -1 ? joined.text.length : blank) - start);
}
