import type { DocumentFacts, Region } from '../model.ts';

/** A place where a cite key is being written. */
export interface KeyContext {
  /** Of the whole key, what stands behind the cursor included. */
  readonly region: Region;
  /** What is written of it before the cursor. */
  readonly typed: string;
  /** Nothing quotes the key, so one with odd characters needs quotes. */
  readonly bare: boolean;
}

/** A word that no key contains. */
const PROBE = 'Zq7bibliolint';

/** Nothing that is being typed is longer. */
const MOST_BACK = 2000;

/**
 * Whether a key is being written at the cursor. The document is read as if a word stood there, its construct closed
 * where that is still to be typed: only the reader knows what cites in which dialect, so code, addresses of mail and
 * arguments that are no keys get no completion. `scan` reads a text in the document's place.
 */
export async function keyContextAt(
  text: string,
  offset: number,
  scan: (text: string) => Promise<DocumentFacts | undefined>,
): Promise<KeyContext | undefined> {
  const before = text.slice(Math.max(0, offset - MOST_BACK), offset);
  for (const closing of closingsOf(before, text)) {
    const facts = await scan(text.slice(0, offset) + PROBE + closing + text.slice(offset));
    const region = facts === undefined ? undefined : probedKey(facts);
    if (region === undefined) continue;
    const end = Math.max(offset, region.end - PROBE.length);
    return {
      region: { start: region.start, end },
      typed: text.slice(region.start, offset),
      bare: !/["'`{]/.test(text[region.start - 1] ?? '') && /\{\{[<%]/.test(before),
    };
  }
  return undefined;
}

function probedKey({ citations }: DocumentFacts): Region | undefined {
  for (const { cites } of citations) {
    for (const { key, keyRegion } of cites) if (key.includes(PROBE)) return keyRegion;
  }
  return undefined;
}

/** Constructs that hold keys: what opens one, what ends it, and what may be missing of its end. */
const TAGS: readonly (readonly [open: string, close: RegExp, closings: readonly string[]])[] = [
  ['{{<', />\}\}/, [' >}}', '" >}}', '` >}}']],
  ['{{%', /%\}\}/, [' %}}', '" %}}', '` %}}']],
  ['{%', /%\}/, [' %}']],
  ['<d-cite', />/, ['"></d-cite>', '"', '></d-cite>']],
  // {cite:p}`knuth84
  ['}`', /[`\n]/, ['`']],
  // [text](#knuth84
  ['](#', /[)\s]/, [')']],
  // [the book](@cite knuth84
  ['](@cite ', /[)\n]/, [')']],
  // [see @knuth84, @{https://example.org
  ['@', /\s/, [']', '}', '}]']],
];

/** [hoare62, knuth84: a link until Documenter knows it by what follows, so only pages that have such a link are asked. */
const LINK: (typeof TAGS)[number] = ['[', /[\]\n]/, ['](@cite)']];

/** What could end the construct the cursor is in; the text behind it may do so already. */
function closingsOf(before: string, text: string): readonly string[] {
  for (const [open, close, closings] of text.includes('](@cite') ? [...TAGS, LINK] : TAGS) {
    const at = before.lastIndexOf(open);
    if (at === -1) continue;
    const inside = before.slice(at + open.length);
    if (!close.test(inside)) return ['', ...closings];
  }
  return [];
}
