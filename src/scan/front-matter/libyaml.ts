import type { FrontMatterField, Region, SyntaxProblem } from '../../model.ts';
import { decodeProblem } from './decode-problem.ts';
import type { FrontMatterPolicy } from './policies.ts';

/**
 * What `yaml` and js-yaml let through and libyaml, with its ports in Go and Ruby, does not: a tab at the beginning of a
 * line that looks empty or holds a comment, one behind the dash of an item, and a comma with no item before it. Asked of a
 * block that was read, so whatever stands in quotes or brackets is known to be whole.
 */
export function findLibyamlError(
  text: string,
  { start, end }: Region,
  fields: readonly FrontMatterField[],
  policy: FrontMatterPolicy,
): SyntaxProblem | undefined {
  const tab = policy.tabs === 'error' ? findTab(text.slice(start, end), start, fields) : undefined;
  if (tab !== undefined) return tab;
  return policy.yaml === 'libyaml' ? findEmptyItem(text, fields) : undefined;
}

/** What is wrong with `[a,,b]`. */
export const EMPTY_ITEM = 'a comma without a value before it';

/** At the margin, and behind the dash of an item or what looks like one in a text of several lines. */
const TAB = /^(?: *- *)?\t/gm;

function findTab(
  block: string,
  offset: number,
  fields: readonly FrontMatterField[],
): SyntaxProblem | undefined {
  if (!block.includes('\t')) return undefined;
  for (const { 0: written, index } of block.matchAll(TAB)) {
    const at = offset + index + written.length - 1;
    const around = fields.findLast(({ region }) => region.start < at && at < region.end);
    const opening = around === undefined ? '' : block.charAt(around.region.start - offset);
    // In quotes a tab is text, and in brackets it is a blank.
    if (/["'[{]/.test(opening)) continue;
    const isInBlock = opening === '|' || opening === '>';
    const isMargin = written === '\t';
    const isMistake = isMargin ? isInBlock || looksEmpty(block, index) : typeof around?.value !== 'string';
    if (isMistake)
      return decodeProblem('YAML', 'a tab where only blanks may stand', { start: at, end: at + 1 });
  }
  return undefined;
}

/** Whether a line holds nothing but blanks and a comment; a tab before anything else is an error to every parser. */
function looksEmpty(block: string, lineStart: number): boolean {
  const end = block.indexOf('\n', lineStart);
  return /^\s*(?:#|$)/.test(block.slice(lineStart, end === -1 ? block.length : end));
}

function findEmptyItem(text: string, fields: readonly FrontMatterField[]): SyntaxProblem | undefined {
  for (const { region } of fields) {
    const opening = text.charAt(region.start);
    if ((opening !== '[' && opening !== '{') || !EMPTY.test(text.slice(region.start, region.end))) continue;
    const at = emptyItem(text, region);
    if (at !== -1) return decodeProblem('YAML', EMPTY_ITEM, { start: at, end: at + 1 });
  }
  return undefined;
}

/** What holds no comma without an item before it can be told at once; in quotes it may stand all the same. */
const EMPTY = /[,[{]\s*,/;

/** Offset of a comma behind another one or behind the opening bracket, or -1; what stands in quotes is no comma. */
function emptyItem(text: string, { start, end }: Region): number {
  let isEmpty = true;
  for (let at = start + 1; at < end; at++) {
    const character = text.charAt(at);
    if (character === ',' && isEmpty) return at;
    if ((character === '"' || character === "'") && isEmpty) at = quoteEnd(text, at, end);
    if (!/\s/.test(character)) isEmpty = ',[{'.includes(character);
  }
  return -1;
}

/** The quote that ends what is quoted at `open`; a doubled `'` and an escaped `"` do not. */
function quoteEnd(text: string, open: number, end: number): number {
  const quote = text.charAt(open);
  let at = open + 1;
  while (at < end && text.charAt(at) !== quote) at += quote === '"' && text.charAt(at) === '\\' ? 2 : 1;
  return at;
}
