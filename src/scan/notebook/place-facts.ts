import type { DocumentFacts, Gap, Reference, Region } from '../../model.ts';
import type { Notebook } from './notebook.ts';

/** What was read of a notebook's text, with every region in its file. */
export function factsInFile(facts: DocumentFacts, notebook: Notebook): DocumentFacts {
  const { references, ...others } = facts;
  return {
    ...placed(others, notebook.inFile),
    references: references.map((reference) => ({
      ...placed(reference, notebook.inFile),
      ...gapsInFile(reference, notebook),
    })),
  };
}

/** Names of facts below which there are no regions, whatever front matter calls its own fields. */
const REGIONLESS: ReadonlySet<string> = new Set(['value', 'data', 'gaps']);

/** Plain data with every region in it moved. */
export function placed<T>(data: T, place: (region: Region) => Region): T {
  const move = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(move);
    if (typeof item !== 'object' || item === null) return item;
    if ('start' in item && 'end' in item) return place(item as Region);
    return Object.fromEntries(
      Object.entries(item).map(([name, value]) => [name, REGIONLESS.has(name) ? value : move(value)]),
    );
  };
  return move(data) as T;
}

/**
 * Where the file has more than a reference's text: what the page itself has more, backslashes of JSON, and the quotes and
 * indentation between two strings of a list.
 */
function gapsInFile({ region, text, gaps = [] }: Reference, { inFile }: Notebook): { gaps?: readonly Gap[] } {
  const inPage = gaps.reduce((sum, gap) => sum + gap.length, 0);
  // What stands there beside the text is not known.
  if (region.end - region.start !== text.length + inPage) return {};
  const found: Gap[] = [];
  let next = 0;
  let at = region.start;
  let behind = inFile(region).start;
  for (let place = 0; place < text.length; place++, at++) {
    for (; next < gaps.length && gaps[next]!.at <= place; next++) at += gaps[next]!.length;
    const written = inFile({ start: at, end: at + 1 });
    const length = written.end - 1 - behind;
    if (length > 0) found.push({ at: place, length });
    behind = written.end;
  }
  return found.length === 0 ? {} : { gaps: found };
}
