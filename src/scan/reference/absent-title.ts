import { type Draft, skipPunctuation, trimEnd } from './draft.ts';
import { countWords } from './likeness.ts';
import type { NumberCluster } from './numbers.ts';
import type { TitleFinding } from './titles.ts';
import { isMark } from './token.ts';

/**
 * Whether what stands where the title is due is evidently something else, so that the title itself is missing: a
 * periodical with its volume, proceedings, or a publisher and nothing after it.
 */
export function isSomethingElse(
  draft: Draft,
  title: TitleFinding,
  numbers: NumberCluster | undefined,
): boolean {
  if (title.mark === 'quote' || title.mark === 'link') return false;
  return title.mark === 'emphasis' ? isContainer(draft, title, numbers) : isPublisher(draft, title);
}

/** `*Bell System Technical Journal*, *27*(3), 379–423` or `*Proceedings of …*` right after the names. */
function isContainer(draft: Draft, title: TitleFinding, numbers: NumberCluster | undefined): boolean {
  const { tokens } = draft;
  const after = skipPunctuation(draft, title.next, tokens.length);
  if (/^(?:proceedings|proc)$/.test(tokens[title.from]!.lower) && after >= tokens.length) return true;
  const volume = numbers?.volume !== undefined && numbers.from === after && tokens[after]!.kind === 'number';
  if (!volume || (numbers.pages === undefined && numbers.issue === undefined)) return false;
  return !omitsTitles(draft, title);
}

/** `*Phys. Rev. Lett.* **83**, 3370 (1999)`: physicists leave the title out, and shorten the journal. */
function omitsTitles({ tokens }: Draft, title: TitleFinding): boolean {
  const counts = countWords(tokens, title.from, title.to);
  return (
    counts.shortened > 0 || counts.words > 12 || (counts.words === 1 && !isMark(tokens[title.from - 1], '.'))
  );
}

/** `Addison-Wesley.`, `Red Hat, Inc.` or `Reading, MA: Addison-Wesley`, and the end. */
function isPublisher(draft: Draft, title: TitleFinding): boolean {
  const { tokens } = draft;
  const counts = countWords(tokens, title.from, title.to);
  if (counts.phrase > 0 || counts.words > 6 || counts.publisher === 0 || !isOnePiece(draft, title))
    return false;
  const after = trimEnd(draft, title.next, tokens.length);
  return after <= title.next || countWords(tokens, title.next, after).words === 0;
}

/** No comma but that before `Inc.`, no colon but that after a place; so `Robot Vision, MIT Press` keeps its title. */
function isOnePiece({ tokens }: Draft, { from, to }: TitleFinding): boolean {
  for (let i = from; i < to; i++) {
    const comma = isMark(tokens[i], ',');
    if (comma && !/^(?:inc|ltd|llc|gmbh|co|brown|brace|[a-z]{2})$/.test(tokens[i + 1]!.lower)) return false;
    if (isMark(tokens[i], ':') && countWords(tokens, from, i).place === 0) return false;
  }
  return true;
}
