import type { Region } from '../model.ts';
import { latexToText } from './latex-text.ts';

/** One word of a name. */
export interface NameToken {
  /** LaTeX undone. */
  readonly text: string;
  /** Begins in lower case, so BibTeX takes it for a particle. */
  readonly lower: boolean;
  /** Holds a brace group. */
  readonly braced: boolean;
  /** Is one brace group from end to end. */
  readonly whole: boolean;
}

/** Regions of the names in a BibTeX list, blanks around each left out. */
export interface NameListPieces {
  readonly pieces: readonly Region[];
  readonly unbalanced: boolean;
}

/**
 * Splits at every `and` (any case) between white space outside braces, as bibtex.web does in name_scan_for_and.
 *
 *   Donald E. Knuth and {Barnes and Noble} AND Leslie Lamport
 *                  ^^^^^                  ^^^^^
 */
export function splitNameList(value: string): NameListPieces {
  const pieces: Region[] = [];
  let depth = 0;
  let unbalanced = false;
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at]!;
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      if (depth === 0) unbalanced = true;
      else depth -= 1;
    } else if (depth === 0 && isAnd(value, at)) {
      pieces.push(trimmed(value, start, at));
      start = at + 3;
      at += 2;
    }
  }
  pieces.push(trimmed(value, start, value.length));
  return { pieces, unbalanced: unbalanced || depth > 0 };
}

function isAnd(value: string, at: number): boolean {
  if (value[at] !== 'a' && value[at] !== 'A') return false;
  const before = value[at - 1];
  const behind = value[at + 3];
  return (
    value.slice(at, at + 3).toLowerCase() === 'and' &&
    (before === undefined || /[\s~]/.test(before)) &&
    (behind === undefined || /[\s~]/.test(behind))
  );
}

function trimmed(value: string, start: number, end: number): Region {
  const piece = value.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) };
}

/** The words of one name between its commas, and the places where `;`, `&`, `|` or `\and` joins what should be two names. */
export interface NameTokens {
  readonly parts: readonly (readonly NameToken[])[];
  readonly separators: readonly Region[];
}

/**
 * Cuts one name into words at white space and `~` outside braces, and into parts at commas.
 *
 *   van der Waals, Johannes~Diderik
 *   ^^^ ^^^ ^^^^^  ^^^^^^^^ ^^^^^^^
 */
export function tokensOfName(value: string, region: Region): NameTokens {
  const parts: NameToken[][] = [[]];
  const separators: Region[] = [];
  let depth = 0;
  let start = region.start;
  const close = (at: number): void => {
    if (at > start) parts.at(-1)!.push(tokenOf(value.slice(start, at)));
    start = at + 1;
  };
  for (let at = region.start; at < region.end; at += 1) {
    const character = value[at]!;
    if (depth === 0 && character === '\\' && value[at + 1] === '&' && /\s/.test(value[at - 1] ?? '')) {
      separators.push({ start: at, end: at + 2 });
      close(at);
      at += 1;
      start = at + 1;
    } else if (depth === 0 && character === '\\' && /^\\and(?![A-Za-z])/.test(value.slice(at, at + 5))) {
      separators.push({ start: at, end: at + 4 });
      close(at);
      at += 3;
      start = at + 1;
    } else if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (character === '~' || isBlank(character)) close(at);
    else if (character === ',') {
      close(at);
      parts.push([]);
    } else if (character === ';' && ENTITY.test(value.slice(Math.max(0, at - LONGEST_ENTITY), at))) continue;
    else if (character === ';' || ((character === '&' || character === '|') && isAlone(value, at))) {
      separators.push({ start: at, end: at + 1 });
      close(at);
    }
  }
  close(region.end);
  return { parts, separators };
}

/** `&aacute;`, which `html-in-field` reports. */
const ENTITY = /&#?\w{2,8}$/;
const LONGEST_ENTITY = 10;

function isBlank(character: string): boolean {
  return character === ' ' || (character !== '' && character.trim() === '');
}

function isAlone(value: string, at: number): boolean {
  return /\s/.test(value[at - 1] ?? ' ') && /\s/.test(value[at + 1] ?? ' ');
}

function tokenOf(written: string): NameToken {
  const whole = /^\{[^{}\\][^{}]*\}$/.test(written) || (written.startsWith('{') && isOneGroup(written));
  return {
    text: latexToText(written).replace(/\s+/g, ' ').trim(),
    lower: startsLower(written),
    braced: written.includes('{') && !written.startsWith('{\\'),
    whole,
  };
}

/** Whether the brace that opens the word closes at its end; `{\"U}` is a letter, not a group. */
function isOneGroup(written: string): boolean {
  if (written[1] === '\\' && written.length < 9) return false;
  let depth = 0;
  for (let at = 0; at < written.length; at += 1) {
    if (written[at] === '\\') at += 1;
    else if (written[at] === '{') depth += 1;
    else if (written[at] === '}') {
      depth -= 1;
      if (depth === 0) return at === written.length - 1;
    }
  }
  return false;
}

/**
 * Whether BibTeX sees a lower-case word: its first letter outside braces, or inside a special character
 * (`{\'e}cole`), decides; a word without one, and a script without case, counts as upper case.
 */
function startsLower(written: string): boolean {
  let rest = written;
  if (rest.startsWith('{') && rest[1] !== '\\') return false;
  if (rest.startsWith('{\\') || rest.startsWith('\\')) rest = latexToText(rest);
  const letter = /\p{L}/u.exec(rest)?.[0];
  return letter !== undefined && letter === letter.toLowerCase() && letter !== letter.toUpperCase();
}
