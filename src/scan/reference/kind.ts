import type { Work } from '../../model.ts';
import { isPreprintServer } from '../../work/compare-containers.ts';
import type { ContainerFinding } from './containers.ts';
import { countWords } from './likeness.ts';
import type { Parts } from './parts.ts';
import { textOf } from './token.ts';

/** What sort of work the parts make. */
export function kindOf(parts: Parts): Work['kind'] {
  const { container, published, identifiers, title, genre, numbers } = parts;
  const marked = kindOfMark(parts);
  if (marked !== undefined) return marked;
  if (genre?.kind === 'thesis') return 'thesis';
  if (genre?.kind === 'report' && container === undefined) return 'report';
  if (container !== undefined) return kindOfPart(parts, container);
  // A volume with pages is a journal's, whatever it is called; the preprint may have come later.
  const printed = numbers?.volume !== undefined && numbers.pages !== undefined;
  if (identifiers.some((identifier) => identifier.kind === 'arxiv')) return printed ? 'article' : 'preprint';
  if (published.publisher !== undefined || published.place !== undefined || parts.edition !== undefined)
    return 'book';
  if (identifiers.some((identifier) => identifier.kind === 'url')) return 'web';
  return title?.mark === 'emphasis' ? 'book' : 'unknown';
}

/** GB/T 7714 says it: `[J]`, `[M]//`. */
function kindOfMark({ genreMark, identifiers }: Parts): Work['kind'] | undefined {
  switch (genreMark?.code) {
    case 'J':
    case 'N':
      return 'article';
    case 'M':
    case 'G':
      return genreMark.contained ? 'chapter' : 'book';
    case 'C':
      return genreMark.contained ? 'paper' : 'book';
    case 'D':
      return 'thesis';
    case 'R':
      return 'report';
    case 'EB':
      return identifiers.some(({ kind }) => kind === 'arxiv') ? 'preprint' : 'web';
    default:
      return undefined;
  }
}

function kindOfPart(
  { draft: { tokens }, numbers, published, editors, identifiers }: Parts,
  container: ContainerFinding,
): Work['kind'] {
  const name = textOf(tokens, container.from, container.to);
  if (isPreprintServer(name) && numbers?.pages === undefined) return 'preprint';
  const counts = countWords(tokens, container.from, container.to);
  if (counts.conference > 0) {
    const issued = numbers?.volume !== undefined && container.after !== 'in' && IN_VOLUMES.test(name);
    return issued ? 'article' : 'paper';
  }
  if (container.after === 'in')
    return editors.length > 0 || published.publisher !== undefined ? 'chapter' : 'paper';
  const inBook = editors.length > 0 && published.publisher !== undefined && counts.periodical === 0;
  if (inBook && numbers?.volume === undefined) return 'chapter';
  const isHost = /^[\p{L}\d-]{1,60}(?:\.[\p{L}\d-]{2,60}){1,4}$/u.test(name);
  const numbered = numbers !== undefined || (counts.periodical > 0 && !isHost);
  return !numbered && identifiers.some(({ kind }) => kind === 'url') ? 'web' : 'article';
}

/** Proceedings that come out like a journal, in volumes through the years. */
const IN_VOLUMES =
  /^(?:the )?proc(?:eedings|\.)? (?:of )?(?:the )?(?:.*\b(?:soc(?:iety|\.)|acad(?:emy|\.)|institut(?:e|ion)|nat(?:ional|l|\.)|royal|r\.)|ieee|ire\b|acm on|vldb endowment|aristotelian)/i;
