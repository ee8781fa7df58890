import type { Cite, Label } from '../../model.ts';
import type { PandocCitation } from '../markdown/pandoc-facts.ts';

/**
 * Citekeys that a document defines by Manubot's link reference syntax, `[@tag:x]: doi:10.1/2` on a line of its own. To
 * Pandoc the bracket is a citation like any other; Manubot's filter (`pandoc/cite_filter.py`) takes the line out of the text.
 */
export function findManubotTags(text: string, citations: readonly PandocCitation<Cite>[]): Label[] {
  return citations.flatMap(({ region, form, cites }) => {
    const [cite] = cites;
    if (cite === undefined || cites.length > 1 || form !== 'bracketed') return [];
    const lineStart = text.lastIndexOf('\n', region.start - 1) + 1;
    const isAlone = text.slice(lineStart, region.start).trim() === '';
    const isDefinition = isAlone && /^:[ \t]*\S/.test(text.slice(region.end, region.end + 200));
    return isDefinition ? [{ name: cite.key, region: cite.keyRegion }] : [];
  });
}
