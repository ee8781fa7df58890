import type { Region, SyntaxProblem } from '../../model.ts';
import { MAX_DEPTH } from './fields.ts';

/** Front matter that is found and cannot be read, with the parser's own reason. */
export function decodeProblem(
  format: 'YAML' | 'TOML' | 'JSON',
  message: string,
  region: Region,
): SyntaxProblem {
  const reason = (message.charAt(0).toLowerCase() + message.slice(1)).replace(/\.$/, '');
  return { messageId: 'fm-decode', data: { format, reason }, region };
}

/** Nesting no author writes, and no parser survives. */
export function tooDeepProblem(start: number, end: number): SyntaxProblem {
  const region = { start, end: Math.min(start + 1, end) };
  return { messageId: 'front-matter-too-deep', data: { limit: MAX_DEPTH }, region };
}
