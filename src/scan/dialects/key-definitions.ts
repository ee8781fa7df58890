import type { Citation, Label, Region, SiteDialect } from '../../model.ts';

/**
 * Citekeys that a document defines by link reference syntax, `[@tag:x]: doi:10.1/2` on a line of its own. To Pandoc the
 * bracket is a citation like any other; Manubot's filter (`pandoc/cite_filter.py`) and pandoc-url2cite take the line out of
 * the text and make an entry of what it names.
 */
export function findKeyDefinitions(
  text: string,
  body: Region,
  citations: readonly Citation[],
  { name, resolvesIdentifiers }: SiteDialect,
): Label[] {
  const isFiltered = name === 'manubot' || resolvesIdentifiers === true || namesFilter(text, body);
  if (!isFiltered) return [];
  return citations.flatMap(({ region, construct, cites }) => {
    const [cite] = cites;
    if (cite === undefined || cites.length > 1 || construct !== 'bracketed') return [];
    const lineStart = text.lastIndexOf('\n', region.start - 1) + 1;
    const isAlone = text.slice(lineStart, region.start).trim() === '';
    const isDefinition = isAlone && /^:[ \t]*\S/.test(text.slice(region.end, region.end + 200));
    return isDefinition ? [{ name: cite.key, region: cite.keyRegion }] : [];
  });
}

/** Whether the front matter asks for the filter (`filters:`, `pandoc_args:`) or sets it up (`url2cite: all-links`). */
function namesFilter(text: string, body: Region): boolean {
  return text.slice(0, body.start).includes('url2cite');
}
