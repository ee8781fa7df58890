import type { Region, SyntaxProblem } from '../../model.ts';
import type { Parts } from './parts.ts';
import { regionOf } from './token.ts';

/** Below this only unbalanced marks are reported. */
const SURE = 0.5;

/** What is malformed, in the order of the text. A missing part is looked for only where the marks are in order. */
export function findProblems(parts: Parts, confidence: number): SyntaxProblem[] {
  const { unbalanced } = parts.draft.source;
  const bare = bareUrl(parts);
  if (bare !== undefined) return [bare];
  if (unbalanced.length > 0) return [...unbalanced];
  const title = missingTitle(parts);
  if (title !== undefined) return [title];
  if (confidence < SURE) return [];
  const problems = [missingYear(parts)].filter((problem) => problem !== undefined);
  return problems.sort((a, b) => a.region.start - b.region.start);
}

/** A reference that is nothing but an address. */
function bareUrl({ draft: { tokens } }: Parts): SyntaxProblem | undefined {
  const [token, next] = tokens;
  if (
    token === undefined ||
    (token.kind !== 'url' && token.kind !== 'doi') ||
    (next !== undefined && tokens.length > 2)
  )
    return undefined;
  if (next !== undefined && next.text !== '.') return undefined;
  return { messageId: 'bare-url', region: regionOf(tokens, 0, 1) };
}

/** Names and then container or publisher: the place between them is empty. */
function missingTitle(parts: Parts): SyntaxProblem | undefined {
  const { head, title, container, published } = parts;
  if (!parts.lacksTitle || head.names === undefined || title !== undefined) return undefined;
  if (container === undefined && published.publisher === undefined) return undefined;
  return { messageId: 'missing-title', region: gapAfter(parts, head.next) };
}

/** Names, a title and a container or publisher, and nowhere a number or word that could be a date. */
function missingYear(parts: Parts): SyntaxProblem | undefined {
  const { head, title, container, published, identifiers, accessed } = parts;
  if (
    parts.draft.dates.length > 0 ||
    head.names === undefined ||
    title === undefined ||
    accessed !== undefined
  )
    return undefined;
  if (identifiers.length > 0 || (container === undefined && published.publisher === undefined))
    return undefined;
  return { messageId: 'missing-year', region: gapAfter(parts, head.next) };
}

/** From the end of the token before `at` to the start of the token at `at`, never empty. */
function gapAfter({ draft: { tokens, source } }: Parts, at: number): Region {
  const before = tokens[at - 1];
  const after = tokens[at];
  const start = before === undefined ? 0 : before.start;
  const end = after === undefined ? source.text.length : after.end;
  return { start, end: Math.max(end, start + 1) };
}
