import type { FootnoteLabels } from './block-rules.ts';

const MAX_LABEL = 999;
/** In MyST a label may hold `[`, so each of many is read to its end. */
const MAX_MYST_LABEL = 300;
const KRAMDOWN_LABEL = /\[\^(\w[\w-]*)\]/y;

/**
 * The place of the `]` that closes the footnote label opened by `[^` at `at`, or -1 where the engine sees no label.
 * ```
 * text[^knuth84] and
 *     ^at      ^result
 * ```
 * micromark-extension-gfm-footnote: no blank, no `[`, backslash escapes of `[ \ ]`. Goldmark (`extension/footnote.go`):
 * anything on one line but brackets. kramdown (`parser/kramdown/footnote.rb`): a word of ASCII letters, digits, `_`, `-`.
 * markdown-it-footnote (MyST): anything but a space.
 */
export function readFootnoteLabel(text: string, at: number, end: number, labels: FootnoteLabels): number {
  if (labels === 'kramdown') {
    KRAMDOWN_LABEL.lastIndex = at;
    const found = KRAMDOWN_LABEL.exec(text);
    return found === null || at + found[0].length > end ? -1 : at + found[0].length - 1;
  }
  if (text.charCodeAt(at + 1) !== 94) return -1;
  const limit = Math.min(end, at + 2 + (labels === 'myst' ? MAX_MYST_LABEL : MAX_LABEL));
  let hasText = false;
  for (let to = at + 2; to < limit; to++) {
    const char = text[to]!;
    if (char === ']') return hasText ? to : -1;
    if (char === '\n' || char === '\r') return -1;
    if (char === ' ' || char === '\t') {
      if (labels !== 'goldmark' && !(labels === 'myst' && char === '\t')) return -1;
    } else hasText = true;
    if (labels === 'myst') continue;
    if (char === '[') return -1;
    if (char === '\\' && to + 1 < limit && '[\\]'.includes(text[to + 1]!)) to += 1;
  }
  return -1;
}

/** The form in which an engine compares labels: GFM ignores case, as for link references. */
export function footnoteIdentifier(label: string, labels: FootnoteLabels): string {
  return labels === 'gfm' ? label.toLowerCase().toUpperCase() : label;
}
