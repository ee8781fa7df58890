import type { Region } from '../../model.ts';
import { isTellingKey, isWellKnownKey, nextLine, readFieldLine, type Separator } from './field-line.ts';
import type { Block } from './find-block.ts';
import type { Overlooked } from './placement.ts';

/** Whether a stretch of lines holds a telling key, or enough fields and one under a key that front matter is made of. */
export function looksLikeFrontMatter(
  text: string,
  { start, end }: Region,
  separator: Separator,
  needed = 1,
): boolean {
  let fields = 0;
  let known = false;
  for (let at = start; at < end; at = nextLine(text, at, end)) {
    const field = readFieldLine(text, at, separator);
    if (field === undefined) continue;
    const key = text.slice(field.nameStart, field.nameEnd);
    fields += 1;
    known ||= isWellKnownKey(key);
    if (isTellingKey(key) || (known && fields >= needed)) return true;
  }
  return false;
}

/**
 * Whether a block is YAML with keys, or empty: its first line decides. A block that begins with prose is text between two
 * thematic breaks.
 */
export function mayBeMapping(text: string, { start, end }: Region): boolean {
  for (let at = start; at < end; at = nextLine(text, at, end)) {
    let first = at;
    while (first < end && (text[first] === ' ' || text[first] === '\t')) first += 1;
    if (first === end || text[first] === '#' || text[first] === '\r' || text[first] === '\n') continue;
    return text[first] === '{' || text[first] === '?' || readFieldLine(text, first, ':') !== undefined;
  }
  return true;
}

/**
 * The same of a block whose first line lost its blank or its colon, `title:Sorting` and `title Sorting`, by the fields below
 * it.
 */
export const isMeantAsMapping = (text: string, inner: Region): boolean =>
  mayBeMapping(text, inner) || (isNearlyField(text, inner) && looksLikeFrontMatter(text, inner, ':'));

const NEARLY_FIELD = /([a-z_]{1,40})(?:[ \t]?[:\uff1a]|[ \t]{1,9}=?)/iy;

function isNearlyField(text: string, { start }: Region): boolean {
  NEARLY_FIELD.lastIndex = start;
  const [line, key = ''] = NEARLY_FIELD.exec(text) ?? [];
  return line !== undefined && (/[:\uff1a]$/.test(line) || isWellKnownKey(key));
}

/**
 * Whether a block that the engine overlooks was meant as front matter: it is closed, and behind a byte order mark nobody
 * sees it may hold anything; behind blank lines or a comment it could be text between two breaks, so a well-known key has to show.
 */
export function isEvident(text: string, block: Block, overlooked: Overlooked): boolean {
  if (block.end === undefined) return false;
  return overlooked === 'bom'
    ? mayBeMapping(text, block.inner)
    : looksLikeFrontMatter(text, block.inner, block.format === 'toml' ? '=' : ':');
}
