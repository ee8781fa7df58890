import type { SyntaxProblem } from '../../src/model.ts';

/** Causes that come down to one thing: the tag has no whole closing delimiter, whatever Hugo stumbles over first. */
const UNCLOSED = new Set(['missing-close', 'missing-character', 'split-delimiter', 'swallowed-close']);

/** Whether a problem of a shortcode is that it is never closed. */
export function isUnclosed({ messageId, data }: SyntaxProblem): boolean {
  return messageId === 'unclosed-action' || UNCLOSED.has(String(data?.['cause'] ?? ''));
}
