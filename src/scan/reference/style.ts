import type { ReferenceStyle } from '../../model.ts';
import type { Parts } from './read-reference.ts';

/** Names the style by what it does differently from the others: order of names, place of the date, marks. */
export function recogniseStyle(parts: Parts): ReferenceStyle {
  const { head, title, date } = parts;
  if (head.names === undefined) return title === undefined ? 'unknown' : 'title-first';
  const { tokens } = parts.draft;
  if (head.date?.bracket === '(') return tokens[head.date.to]?.text === '.' ? 'apa' : 'harvard';
  if (head.date !== undefined) {
    if (head.names.form === 'direct-full' || head.names.form === 'direct') return 'acm';
    return head.names.form === 'inverted-full' ? 'chicago-author-date' : 'harvard';
  }
  if (head.names.form === 'run-on') return 'vancouver';
  if (head.names.form === 'direct') return 'ieee';
  if (head.names.form === 'inverted' && date?.bracket === '(') return 'nature';
  if (head.names.form === 'inverted-full')
    return parts.published.place === undefined ? 'mla' : 'chicago-notes';
  return head.names.form === 'direct-full' ? 'chicago-notes' : 'unknown';
}
