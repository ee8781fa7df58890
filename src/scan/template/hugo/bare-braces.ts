import type { Region, SyntaxProblem } from '../../../model.ts';
import { once } from '../../../text/once.ts';
import { maskCode } from '../../markdown/mask-code.ts';
import { createDelimiters } from './delimiters.ts';
import { excerpt, fix, replace } from './edit.ts';
import { lexTag } from './lex-tag.ts';

/**
 * Tags of shortcodes that cite, in braces without marks, as a template has them: Hugo prints them as they stand. In code
 * they are meant to be seen, and other words in braces belong to other languages.
 * ```
 * Knuth{{ cite "knuth1997" }} says …
 *      ^open               ^close
 * ```
 */
export function findBareBraces(
  text: string,
  body: Region,
  masked: readonly Region[],
  isCiting: (name: string) => boolean,
): SyntaxProblem[] {
  const found: Region[] = [];
  for (let open = text.indexOf('{{', body.start); open !== -1; open = text.indexOf('{{', open + 2)) {
    const next = text.charCodeAt(open + 2);
    if (next === ANGLE || next === PERCENT) continue;
    const end = bareTag(text, open, isCiting);
    if (end !== undefined && !isIn(masked, open)) found.push({ start: open, end });
  }
  if (found.length === 0) return [];
  const isShown = shownAsCode(text, body);
  return found.filter(({ start }) => !isShown(start)).map((region) => problemOf(text, region));
}

/** Whether what stands at a place is code that is shown. */
export function shownAsCode(text: string, body: Region): (at: number) => boolean {
  const masked = maskCode(text, body);
  return (at) => masked.charAt(at) !== text.charAt(at) || isInCode(text, at);
}

const ANGLE = 0x3c;
const PERCENT = 0x25;

/** A name with a quoted argument behind it; `{{ cite . }}` is shown as an example of a template. */
const TAG = once(() => /\{\{[ \t]{0,9}([\p{L}\d_][\p{L}\d_-]{0,99})[ \t]{1,9}["`][^\r\n{}]{1,2000}\}\}/uy);

/** Where the tag ends that opens here; undefined where it is none that would be right with its marks. */
function bareTag(text: string, open: number, isCiting: (name: string) => boolean): number | undefined {
  TAG().lastIndex = open;
  const [whole, name = ''] = TAG().exec(text) ?? [];
  if (whole === undefined || /[>%]\}\}$/.test(whole) || !isCiting(name)) return undefined;
  const mended = `{{<${whole.slice(2, -2)}>}}`;
  const tag = lexTag(mended, createDelimiters(mended), 0, mended.length, new Set([name]));
  return tag.error === undefined && tag.end === mended.length ? open + whole.length : undefined;
}

function isIn(regions: readonly Region[], at: number): boolean {
  return regions.some(({ start, end }) => start <= at && at < end);
}

/** Of an indented block, or between the tags of HTML. */
function isInCode(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return (
    /^(?: {4}|\t)/.test(line) ||
    /<(?:code|pre|kbd|samp|script)\b[^<]*$/i.test(text.slice(Math.max(0, at - 500), at))
  );
}

function problemOf(text: string, region: Region): SyntaxProblem {
  const { start, end } = region;
  const [name = ''] = /[\p{L}\d_-]+/u.exec(text.slice(start, end)) ?? [];
  return {
    messageId: 'unopened-shortcode',
    data: { name, delimiter: '{{<', text: excerpt(text, region) },
    region,
    fix: fix('Write {{< … >}}', 'suggest', replace(start, start + 2, '{{<'), replace(end - 2, end, '>}}')),
  };
}
