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
  return policy.emptyItems === 'error' ? findEmptyItem(text, fields) : undefined;
}

const TAB = /^(?:(?: *-)?\t)(?=[ \t]*(?:#|$)|(?<=-\t))/gm;

function findTab(
  block: string,
  offset: number,
  fields: readonly FrontMatterField[],
): SyntaxProblem | undefined {
  if (!block.includes('\t')) return undefined;
  for (const { 0: written, index } of block.matchAll(TAB)) {
    const at = offset + index + written.length - 1;
    const isInside = fields.some(
      ({ region }) => region.start < at && at < region.end && isBounded(block, region.start - offset),
    );
    if (isInside) continue;
    return decodeProblem('YAML', 'a tab where only blanks may stand', { start: at, end: at + 1 });
  }
  return undefined;
}

/** Whether a value is written in quotes, in brackets or as a block, where a tab is text or nothing at all. */
const isBounded = (block: string, at: number): boolean => '"\'[{|>'.includes(block.charAt(at));

function findEmptyItem(text: string, fields: readonly FrontMatterField[]): SyntaxProblem | undefined {
  for (const { region } of fields) {
    if (text.charAt(region.start) !== '[' && text.charAt(region.start) !== '{') continue;
    const at = emptyItem(text, region);
    if (at !== -1)
      return decodeProblem('YAML', 'a comma without a value before it', { start: at, end: at + 1 });
  }
  return undefined;
}

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
