import type { FrontMatterFormat, Region, SyntaxProblem } from '../../model.ts';
import { nextLine, readFieldLine, type Separator } from './field-line.ts';
import { likelyEnd } from './likely-end.ts';

/** Where the body of a broken block begins all the same, and the problem in words that fit. */
export interface Overrun {
  readonly bodyStart: number;
  readonly problem: SyntaxProblem;
}

/**
 * A broken block may be one whose closing delimiter is missing, so that a thematic break far down the page closes it and the
 * text between is taken for data. Then the body begins behind the last field, and what is scanned there is the text the
 * author wrote. A page that begins with a shortcode, which Hugo takes for JSON, is all body.
 */
export function findOverrun(
  text: string,
  format: FrontMatterFormat,
  inner: Region,
  opening: Region,
  problem: SyntaxProblem,
): Overrun | undefined {
  if (format === 'json') {
    return text.startsWith('{{', opening.start) ? { bodyStart: opening.start, problem } : undefined;
  }
  const separator = format === 'toml' ? '=' : ':';
  const end = likelyEnd(text, inner.start, inner.end, separator);
  if (problem.messageId === 'fm-decode' && problem.region.start < end) return undefined;
  if (!isBodyText(text, end, inner.end, separator)) return undefined;
  if (problem.messageId !== 'fm-decode' || end === inner.start) return { bodyStart: end, problem };
  const reason = 'text without a key; the closing delimiter may be missing above it';
  const related = [{ region: opening, message: 'the front matter opens here' }];
  return { bodyStart: end, problem: { ...problem, data: { ...problem.data, reason }, related } };
}

/** A paragraph without a field, with a blank line before or behind it; a single broken line among fields is none. */
function isBodyText(text: string, start: number, end: number, separator: Separator): boolean {
  let begun = false;
  let blankLine = false;
  for (let at = start; at < end; at = nextLine(text, at, end)) {
    const isBlank = text.slice(at, nextLine(text, at, end)).trim() === '';
    if (isBlank && begun) return true;
    blankLine ||= isBlank;
    begun ||= !isBlank;
    const field = readFieldLine(text, at, separator);
    if (field !== undefined && /^[a-z][\w-]*$/.test(text.slice(field.nameStart, field.nameEnd))) return false;
  }
  return begun && blankLine;
}
