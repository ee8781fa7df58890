import type { Work } from '../../model.ts';
import { countWords } from './likeness.ts';
import type { Parts } from './read-reference.ts';

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
  const words = genreOf(parts);
  if (words !== undefined) return words;
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

function genreOf(parts: Parts): Work['kind'] | undefined {
  const { tokens } = parts.draft;
  for (let i = parts.title?.to ?? parts.head.next; i < tokens.length; i++) {
    const lower = tokens[i]!.text.toLowerCase();
    if (lower === 'thesis' || lower === 'dissertation' || lower === 'diplomarbeit' || lower === 'thèse')
      return 'thesis';
    if (lower === 'report' && parts.container === undefined) return 'report';
  }
  return undefined;
}
