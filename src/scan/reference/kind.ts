import type { Work } from '../../model.ts';
import { countWords } from './likeness.ts';
import type { Parts } from './parts.ts';

/** What sort of work the parts make. */
export function kindOf(parts: Parts): Work['kind'] {
  const {
    draft: { tokens },
    container,
    numbers,
    published,
    identifiers,
    title,
  } = parts;
  if (parts.genre?.kind === 'thesis' || parts.genreMark?.code === 'D') return 'thesis';
  if (parts.genre?.kind === 'report' && container === undefined) return 'report';
  if (container !== undefined) {
    const counts = countWords(tokens, container.from, container.to);
    if (counts.conference > 0) return 'paper';
    if (container.after === 'in')
      return parts.editors.length > 0 || published.publisher !== undefined ? 'chapter' : 'paper';
    if (numbers !== undefined || counts.periodical > 0) return 'article';
    if (identifiers.some((identifier) => identifier.kind === 'url') && numbers === undefined) return 'web';
    return 'article';
  }
  if (identifiers.some((identifier) => identifier.kind === 'arxiv')) return 'preprint';
  if (published.publisher !== undefined || published.place !== undefined || parts.edition !== undefined)
    return 'book';
  if (identifiers.some((identifier) => identifier.kind === 'url')) return 'web';
  return title?.mark === 'emphasis' ? 'book' : 'unknown';
}
