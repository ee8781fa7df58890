import type { Region } from '../../model.ts';
import { takeMarker } from './block-cursor.ts';
import { innermost, type Scanner, type Started, startLeafless } from './block-scanner.ts';
import { skipBlanks } from './block-starts.ts';
import { type HtmlTag, readTag } from './html-tag.ts';

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

/** Elements in whose content kramdown reads Markdown (`parser/html.rb`, HTML_CONTENT_MODEL); all others keep it raw. */
const READ = new Set(
  (
    'a abbr acronym address applet article aside b bdo big blockquote body button caption cite col colgroup dd del details ' +
    'dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html i iframe ins label ' +
    'legend li main map menu nav noscript object ol optgroup p pre q rb rbc rp rt rtc ruby section select small span strong ' +
    'sub summary sup table tbody td tfoot th thead tr tt ul'
  ).split(' '),
);

/**
 * Elements inside a paragraph whose content kramdown keeps raw, such as `<u>` and `<mark>`, up to the closing tag or the
 * end of the text.
 *
 * @param tags Where tags stand, in order.
 */
export function rawElements(text: string, tags: readonly Region[]): Region[] {
  const elements: Region[] = [];
  const read = tags.flatMap(({ start, end }) => {
    const tag = readTag(text, start);
    return tag === undefined || tag.end !== end ? [] : [{ tag, start, end }];
  });
  for (let index = 0; index < read.length; index++) {
    const { tag, start } = read[index]!;
    const isOpen = tag.kind === 'open' && !tag.selfClosing && !VOID.has(tag.name);
    if (!isOpen || READ.has(tag.name) || readsMarkdown(tag)) continue;
    let depth = 1;
    while (depth > 0 && ++index < read.length) {
      const inner = read[index]!.tag;
      if (inner.name === tag.name && !inner.selfClosing) depth += inner.kind === 'close' ? -1 : 1;
    }
    elements.push({ start, end: read[index]?.end ?? text.length });
  }
  return elements;
}

/**
 * kramdown's HTML block: raw up to the closing tag of its first element, over blank lines too, and to the end of the file
 * where none comes. `markdown="1"` makes the inside Markdown again; then only the tags themselves are taken.
 */
export function startKramdownHtml(scanner: Scanner): Started {
  const { text, indent, cursor } = scanner;
  const start = indent.next;
  if (text.startsWith('<!--', start)) return startComment(scanner);
  const tag = readTag(text, start);
  if (tag === undefined || tag.end > (scanner.lines.ends.at(-1) ?? 0)) return undefined;
  if (SPANS.has(tag.name)) return undefined;
  if (tag.kind === 'close') {
    if (scanner.elements.at(-1) !== tag.name) return undefined;
    scanner.elements.pop();
  } else if (!tag.selfClosing && !VOID.has(tag.name)) {
    if (!readsMarkdown(tag)) return startRaw(scanner, closingTag(text, tag));
    scanner.elements.push(tag.name);
  }
  if (tag.end > cursor.end) return startRaw(scanner, tag.end);
  startLeafless(scanner);
  takeMarker(cursor, indent, tag.end - start);
  return 'container';
}

/** A comment without its end is text; none is looked for again. */
function startComment(scanner: Scanner): Started {
  const { text, indent, absent } = scanner;
  const end = absent.has('-->') ? -1 : text.indexOf('-->', indent.next + 4);
  if (end !== -1) return startRaw(scanner, end + 3);
  absent.set('-->', 0);
  return undefined;
}

function readsMarkdown({ attributes }: HtmlTag): boolean {
  return attributes.some(({ name, value }) => name === 'markdown' && value !== '0');
}

/** Takes everything up to `end`, or all there is where that is -1; what follows on its line is read again. */
function startRaw(scanner: Scanner, end: number): Started {
  const { text, lines, indent, cursor } = scanner;
  const start = indent.next;
  const last = lines.starts.length - 1;
  const to = end === -1 ? lines.ends[last]! : Math.min(end, lines.ends[last]!);
  let lastLine = scanner.line;
  while (lastLine < last && lines.ends[lastLine]! < to) lastLine += 1;
  startLeafless(scanner);
  scanner.html.push({ region: { start, end: to }, container: innermost(scanner) });
  if (lastLine === scanner.line) {
    takeMarker(cursor, indent, to - start);
    return 'container';
  }
  const resume = skipBlanks(text, to, lines.ends[lastLine]!);
  scanner.leaf = { kind: 'opaque', lastLine, ...(resume < lines.ends[lastLine]! ? { resume } : {}) };
  return 'line';
}

/** The place behind the closing tag that balances an opening one, -1 without. */
function closingTag(text: string, { name, end }: HtmlTag): number {
  const pattern = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = end;
  let depth = 1;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return text.indexOf('>', found.index) + 1 || -1;
  }
  return -1;
}
