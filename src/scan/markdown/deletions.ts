import type { Emphasis } from './emphasis.ts';
import type { InlineText } from './page.ts';

/** One or two tildes, of which a tilde is before or behind none. */
const TILDES = /(?<!~)~~?(?!~)/g;

/** A run of tildes that may open a deletion. */
interface Opener {
  readonly start: number;
  readonly end: number;
}

/**
 * `~struck~` and `~~struck~~` as GFM pairs them (micromark-extension-gfm-strikethrough): a run closes the last one of its
 * length that may open, and what stands between is spent.
 */
export function findDeletions({ text, inline }: InlineText): Emphasis[] {
  if (!text.includes('~')) return [];
  const found: Emphasis[] = [];
  const openers: readonly [Opener[], Opener[]] = [[], []];
  let opaque = 0;
  for (const { index: start, 0: run } of text.matchAll(TILDES)) {
    while (opaque < inline.opaque.length && inline.opaque[opaque]!.end <= start) opaque += 1;
    if ((inline.opaque[opaque]?.start ?? text.length) <= start) continue;
    const end = start + run.length;
    const same = openers[run.length - 1]!;
    const before = kindOf(text[start - 1]);
    const after = kindOf(text[end]);
    const opener = closes(before, after) ? same.pop() : undefined;
    if (opener !== undefined) {
      found.push({ outer: { start: opener.start, end }, inner: { start: opener.end, end: start } });
      for (const list of openers) while ((list.at(-1)?.start ?? -1) > opener.start) list.pop();
    } else if (closes(after, before)) same.push({ start, end });
  }
  return found;
}

type Kind = 'blank' | 'mark' | 'word';

function kindOf(character: string | undefined): Kind {
  if (character === undefined || /\s/.test(character)) return 'blank';
  return /[\p{P}\p{S}]/u.test(character) ? 'mark' : 'word';
}

/** Whether a run with these neighbours closes; seen from the other side, whether it opens. */
function closes(inside: Kind, outside: Kind): boolean {
  return inside === 'word' || (inside === 'mark' && outside !== 'word');
}
