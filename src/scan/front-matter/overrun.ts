import type { Region, SyntaxProblem } from '../../model.ts';
import { nextLine, readFieldLine, type Separator } from './field-line.ts';
import { likelyEnd } from './likely-end.ts';
import type { FrontMatterResult } from './read-front-matter.ts';

/**
 * A broken block may be one whose closing delimiter is missing, so that a thematic break far down the page closes it and the
 * text between is taken for data. Then the body begins behind the last field, and what is scanned there is the text the
 * author wrote. Otherwise the result is returned as it is.
 */
export function findOverrun(
  text: string,
  result: FrontMatterResult,
  inner: Region,
  opening: Region,
): FrontMatterResult {
  const [problem] = result.problems;
  if (problem === undefined) return result;
  if (result.format === 'json') {
    return text.startsWith('{{', opening.start) ? { ...result, ...bodyFrom(opening, opening.start) } : result;
  }
  const separator = result.format === 'toml' ? '=' : ':';
  const end = likelyEnd(text, inner.start, inner.end, separator);
  const isReadable = problem.messageId === 'fm-decode' && problem.region.start < end;
  if (isReadable || !isBodyText(text, end, inner.end, separator)) return result;
  const related = [{ region: opening, message: 'the front matter opens here' }];
  const missing: SyntaxProblem =
    problem.messageId === 'fm-decode'
      ? {
          ...problem,
          data: {
            ...problem.data,
            reason: 'text without a key; the closing delimiter may be missing above it',
          },
          related,
        }
      : problem;
  const fields = result.fields.filter(({ region }) => region.end <= end);
  return { ...result, ...bodyFrom(opening, end), fields, problems: [missing] };
}

const bodyFrom = (opening: Region, end: number) => ({
  region: { start: opening.start, end },
  bodyStart: end,
});

/** A blank line, then text, and no field any more. */
function isBodyText(text: string, start: number, end: number, separator: Separator): boolean {
  const first = nextLine(text, start, end);
  if (start >= end || text.slice(start, first).trim() !== '') return false;
  for (let at = first; at < end; at = nextLine(text, at, end)) {
    const field = readFieldLine(text, at, separator);
    if (field !== undefined && /^[a-z][\w-]*$/.test(text.slice(field.nameStart, field.nameEnd))) return false;
  }
  return true;
}
