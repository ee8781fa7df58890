import type { ReferenceStyle } from '../../model.ts';
import type { Parts } from './parts.ts';

/** 0..1: how many of the parts a reference has were found, and how surely. */
export function confidenceOf(parts: Parts, style: ReferenceStyle): number {
  const { head, title, date, container, published, identifiers } = parts;
  let score = 0;
  if (head.names !== undefined)
    score += head.names.form === 'literal' || head.names.form === 'direct-full' ? 0.2 : 0.35;
  if (date !== undefined) score += date.alone || head.date !== undefined ? 0.25 : 0.15;
  if (title !== undefined) score += title.mark === 'plain' ? 0.1 : 0.2;
  if (container !== undefined || published.publisher !== undefined || identifiers.length > 0) score += 0.15;
  if (style !== 'unknown') score += 0.05;
  return Math.min(1, Math.round(score * 100) / 100);
}
