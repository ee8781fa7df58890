import type { Region } from '../../model.ts';
import type { Source } from '../sources.ts';
import { html, type Markup, nothing } from './markup.ts';

/** UTF-16 units shown before a region on its line, in it, and after it. */
const BEFORE = 160;
const INSIDE = 400;
const AFTER = 160;

/** The source round a region, with the region marked; long lines and long regions are cut. */
export function excerptMarkup({ text, lines }: Source, { start, end }: Region): Markup {
  const { line } = lines.position(start);
  const lineStart = lines.lineStart(line) + (line === 1 && text.startsWith('\ufeff') ? 1 : 0);
  const lineEnd = lines.lineEnd(lines.position(Math.max(start, end - 1)).line);
  const from = wholeCharacter(text, Math.max(lineStart, start - BEFORE));
  const cut = wholeCharacter(text, Math.min(end, start + INSIDE));
  const to = wholeCharacter(text, Math.min(Math.max(lineEnd, cut), cut + AFTER));
  const marked = text.slice(Math.max(start, from), cut);
  return html`<pre class="excerpt"><span class="number">${line}</span><code>${from > lineStart ? '…' : ''}${text.slice(
    from,
    Math.max(start, from),
  )}<mark>${marked === '' ? ' ' : marked}${cut < end ? '…' : ''}</mark>${
    cut < end ? nothing : html`${text.slice(cut, to)}${to < lineEnd ? '…' : ''}`
  }</code></pre>`;
}

/** What a replacement takes out and puts in. */
export function editMarkup({ text }: Source, { start, end }: Region, replacement: string): Markup {
  const removed = text.slice(start, Math.min(end, start + INSIDE));
  const added = replacement.slice(0, INSIDE);
  return html`<span class="edit">${removed === '' ? nothing : html`<del>${removed}${end > start + INSIDE ? '…' : ''}</del>`}${
    added === '' ? nothing : html`<ins>${added}${replacement.length > INSIDE ? '…' : ''}</ins>`
  }</span>`;
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}
