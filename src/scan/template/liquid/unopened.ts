import type { Region, SyntaxProblem } from '../../../model.ts';
import { scholarTags } from './scholar.ts';
import { type LiquidTag, readLiquidTag } from './tag.ts';

/** A tag that is text to Liquid, because its `{%` lost a character. */
export interface UnopenedTag {
  readonly tag: LiquidTag;
  readonly problem: SyntaxProblem;
}

/**
 * Citing tags whose opening delimiter is not whole, so that they are printed as they stand. Of a block the other half is
 * told of already.
 * ```
 * % cite knuth97 %}     { cite knuth97 %}     { % cite knuth97 %}
 * ^              ^at    ^                      ^
 * ```
 */
export function findUnopenedTags(text: string, bodyStart: number, masked: readonly Region[]): UnopenedTag[] {
  const found: UnopenedTag[] = [];
  let next = 0;
  let from = bodyStart;
  for (let at = text.indexOf('%}', from); at !== -1; at = text.indexOf('%}', at + 2)) {
    while (next < masked.length && masked[next]!.end <= at) from = masked[next++]!.end;
    if (next < masked.length && masked[next]!.start < at) continue;
    const unopened = readUnopened(text, Math.max(from, at - LONGEST_TAG), at);
    if (unopened !== undefined) found.push(unopened);
    from = at + 2;
  }
  return found;
}

/** What starts further before its closing delimiter is no tag. */
const LONGEST_TAG = 300;

/** The rest of the delimiter, the name of a tag, its arguments. */
const UNOPENED = /(?<![{\\])((?:\{ %|%|\{(?! ?%))-?\s?)([a-z_]{4,20})(?=[\s-])[^{}%\n]*$/;

function readUnopened(text: string, from: number, closer: number): UnopenedTag | undefined {
  const found = UNOPENED.exec(text.slice(from, closer));
  const [, opening = '', name = ''] = found ?? [];
  if (found === null || !scholarTags.has(name) || name === 'quote') return undefined;
  const start = from + found.index;
  const region = { start, end: closer + 2 };
  const tag = readLiquidTag(text, start + opening.length, closer);
  if (tag === undefined) return undefined;
  const edits = [{ region: { start, end: tag.nameRegion.start }, text: '{% ' }];
  return {
    tag,
    problem: {
      messageId: 'tag-unopened',
      data: { name, text: text.slice(start, closer + 2) },
      region,
      fix: { title: 'Open with {%', safety: 'safe', edits },
    },
  };
}
