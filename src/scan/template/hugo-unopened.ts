import type { Region, Shortcode, SyntaxProblem } from '../../model.ts';
import { hugoBuiltins, usualNames } from './hugo-builtins.ts';
import { createDelimiters } from './hugo-delimiters.ts';
import { excerpt } from './hugo-edit.ts';
import { lexTag } from './hugo-lex-tag.ts';

/** Such a tag, its problem, and what it stands for where opening and closing tags are paired. */
interface Unopened {
  readonly problem: SyntaxProblem;
  readonly shortcode: Shortcode;
}

/**
 * Tags whose opening delimiter lost a character, so that Hugo prints them as they stand. Only those whose name is a
 * shortcode for sure, and that would be right with the delimiter whole, are reported: other languages have braces too.
 * ```
 * {< cite "knuth" >}}   {{ < cite "knuth" >}}   {{ cite "knuth" >}}
 * ^              ^at
 * ```
 */
export function findUnopened(
  text: string,
  bodyStart: number,
  masked: readonly Region[],
  seen: ReadonlySet<string>,
): Unopened[] {
  const all: Unopened[] = [];
  for (const mark of ['>', '%'] as const) {
    let next = 0;
    let from = bodyStart;
    for (let at = text.indexOf(mark + '}}', from); at !== -1; at = text.indexOf(mark + '}}', at + 3)) {
      while (next < masked.length && masked[next]!.end <= at) from = masked[next++]!.end;
      if (next < masked.length && masked[next]!.start < at) continue;
      const unopened = unopenedTag(text, from, at, mark, seen);
      if (unopened !== undefined) all.push(unopened);
      from = at + 3;
    }
  }
  return all;
}

function unopenedTag(
  text: string,
  from: number,
  closer: number,
  mark: '>' | '%',
  seen: ReadonlySet<string>,
): Unopened | undefined {
  const line = text.slice(from, closer);
  const part = line.slice(line.lastIndexOf('\n') + 1);
  const brace = part.lastIndexOf('{');
  if (brace === -1) return undefined;
  const opening = mark === '>' ? '<' : '%';
  const match = /^\{\s?([<%]?)\s*\/?\s*([\p{L}\d_][\p{L}\d_/-]*)(?=[\s"`>%])/u.exec(part.slice(brace));
  const [whole, angle, name] = match ?? [];
  if (whole === undefined || name === undefined) return undefined;
  if (!seen.has(name) && !hugoBuiltins.has(name) && !usualNames.has(name)) return undefined;
  const isDouble = part.charAt(brace - 1) === '{';
  if (
    (angle !== opening && (angle !== '' || !isDouble)) ||
    /[\\;]/.test(part.charAt(brace - (isDouble ? 2 : 1)))
  ) {
    return undefined;
  }
  const start = closer - part.length + brace - (isDouble ? 1 : 0);
  const inside = closer - part.length + brace + 1 + whole.slice(1).search(/[^\s<%]/);
  const end = closer + 3;
  const delimiter = '{{' + opening;
  const mended = delimiter + ' ' + text.slice(inside, end);
  const tag = lexTag(mended, createDelimiters(mended), 0, mended.length, new Set([name]));
  if (tag.error !== undefined || tag.end !== mended.length) return undefined;
  const region = { start, end };
  const nameStart = inside + mended.slice(4).indexOf(name);
  return {
    problem: {
      messageId: 'unopened-shortcode',
      data: { name, delimiter, text: excerpt(text, region) },
      region,
      fix: {
        title: `Open with ${delimiter}`,
        safety: isDouble && angle !== '' ? 'suggest' : 'safe',
        edits: [{ region: { start, end: inside }, text: delimiter + ' ' }],
      },
    },
    shortcode: {
      region,
      name,
      nameRegion: { start: nameStart, end: nameStart + name.length },
      delimiter: mark === '>' ? '<' : '%',
      closing: tag.slash !== -1 && tag.slash < tag.nameStart,
      selfClosing: tag.slash > tag.nameStart,
      damaged: true,
      params: [],
    },
  };
}
