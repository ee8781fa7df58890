import type { Region } from '../../model.ts';
import { once } from '../../text/once.ts';

/** A comment begins, or something in two brackets. */
const COMMENT_OR_LINK = /%%|\[\[@[^[\]\n]{1,300}\]\]/g;
/** `[[@knuth84]]`, `[[@knuth84|Knuth, 1984]]`, `[[@knuth84#Chapter 1]]`, and not `[[@knuth84, p. 3]]`. */
const TO_A_WORK = /^[^,;|#]+(?:[|#]|$)/;
/** A link to a note of another name; `[[1]](#ref)` is none, nor is `[[text]][ref]`. */
const TO_A_NOTE = once(() => /\[\[\p{L}[^[\]\n]{0,200}\]\](?![([:])/u);

/**
 * What Obsidian makes no citation of: links to notes on works and, where the pages are known to be notes, `%% comments %%`.
 * Pandoc itself cites in `[[@knuth84]]`, so elsewhere such a link takes a link to another note on the page.
 */
export function wikiLinkRegions(text: string, { start }: Region, areNotes: boolean): Region[] {
  const mayLink = text.indexOf('[[@', start) !== -1 && (areNotes || TO_A_NOTE().test(text));
  const regions: Region[] = [];
  if (!mayLink && !areNotes) return regions;
  COMMENT_OR_LINK.lastIndex = start;
  for (let found = COMMENT_OR_LINK.exec(text); found !== null; found = COMMENT_OR_LINK.exec(text)) {
    const isComment = found[0] === '%%';
    if (isComment ? !areNotes : !TO_A_WORK.test(found[0].slice(2, -2))) continue;
    const close = isComment ? text.indexOf('%%', COMMENT_OR_LINK.lastIndex) : COMMENT_OR_LINK.lastIndex - 2;
    if (close === -1) break;
    regions.push({ start: found.index, end: close + 2 });
    COMMENT_OR_LINK.lastIndex = close + 2;
  }
  return regions;
}
