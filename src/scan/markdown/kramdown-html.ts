import { takeMarker } from './block-cursor.ts';
import { closeLeaf, innermost, openLeaf, type Scanner, startLeafless } from './block-scanner.ts';
import { type HtmlTag, readTag } from './html-tag.ts';
import type { Started } from './start-block.ts';

/** Elements that kramdown reads inside a paragraph (`parser/html.rb`, HTML_SPAN_ELEMENTS). */
const SPANS = new Set(
  (
    'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ' +
    'ruby samp select small span strong sub sup time textarea tt u var'
  ).split(' '),
);
const VOID = new Set(
  'area base br col command embed hr img input keygen link meta param source track wbr'.split(' '),
);

/**
 * kramdown's HTML block: raw up to the closing tag of its first element, over blank lines too, and to the end of the file
 * where none comes. `markdown="1"` makes the inside Markdown again; then only the tags themselves are taken.
 */
export function startKramdownHtml(scanner: Scanner): Started {
  const { text, indent, cursor } = scanner;
  const start = indent.next;
  if (text.startsWith('<!--', start)) return startRaw(scanner, text.indexOf('-->', start + 4), 3);
  const tag = readTag(text, start);
  if (tag === undefined || tag.end > (scanner.lines.ends.at(-1) ?? 0)) return undefined;
  if (SPANS.has(tag.name) || isUnknownSpan(tag)) return undefined;
  if (tag.kind === 'open' && !readsMarkdown(tag) && !tag.selfClosing && !VOID.has(tag.name)) {
    return startRaw(scanner, closingTag(text, tag), 0);
  }
  if (tag.end > cursor.end) return startRaw(scanner, tag.end, 0);
  startLeafless(scanner);
  takeMarker(cursor, indent, tag.end - start);
  return 'container';
}

/** Custom elements such as `<d-cite>` are no HTML to kramdown: they stand in a paragraph. */
function isUnknownSpan({ name }: HtmlTag): boolean {
  return name.includes('-');
}

function readsMarkdown({ attributes }: HtmlTag): boolean {
  return attributes.some(({ name, value }) => name === 'markdown' && value !== '0');
}

/** Takes all lines up to the one that holds `found`, or all there are. */
function startRaw(scanner: Scanner, found: number, length: number): Started {
  const { lines, indent } = scanner;
  const start = indent.next;
  const last = lines.starts.length - 1;
  let lastLine = scanner.line;
  const to = found === -1 ? (lines.ends[last] ?? start) : found + length;
  while (lastLine < last && lines.ends[lastLine]! < to) lastLine += 1;
  openLeaf(scanner, { kind: 'opaque', lastLine });
  scanner.html.push({ region: { start, end: lines.ends[lastLine]! }, container: innermost(scanner) });
  if (lastLine === scanner.line) closeLeaf(scanner);
  return 'line';
}

/** The closing tag that balances an opening one, -1 without. */
function closingTag(text: string, { name, end }: HtmlTag): number {
  const pattern = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = end;
  let depth = 1;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return found.index;
  }
  return -1;
}
