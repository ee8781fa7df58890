import { skipBlanks } from './block-starts.ts';
import { readTag } from './html-tag.ts';

/** How an HTML block ends, after CommonMark 0.31 section 4.6: at a text on one of its lines, or at a blank line. */
export type HtmlBlockEnd = string | 'blank';

const RAW = /^<(script|pre|style|textarea)(?:[\s>]|$)/i;
const BLOCK_NAMES = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
);
const NAME = /^<\/?([A-Za-z][A-Za-z0-9-]*)(?:[\s>]|\/>|$)/;
/** Long enough for any element of CommonMark's list and what must follow it. */
const NAME_WINDOW = 16;

/**
 * What ends the HTML block whose first line starts at `at`, or `undefined` where no HTML block starts. Any complete tag
 * alone on its line starts one too, but not inside a paragraph.
 */
export function htmlBlockEnd(
  text: string,
  at: number,
  end: number,
  inParagraph: boolean,
): HtmlBlockEnd | undefined {
  const start = text.slice(at, Math.min(end, at + NAME_WINDOW));
  const raw = RAW.exec(start);
  if (raw !== null) return '</raw>';
  if (start.startsWith('<!--')) return '-->';
  if (start.startsWith('<?')) return '?>';
  if (start.startsWith('<![CDATA[')) return ']]>';
  if (/^<![A-Za-z]/.test(start)) return '>';
  const name = NAME.exec(start)?.[1]?.toLowerCase();
  if (name !== undefined && BLOCK_NAMES.has(name)) return 'blank';
  return inParagraph || !isTagAlone(text, at, end) ? undefined : 'blank';
}

/** Whether a line of the block holds what ends it. Any of the raw elements' closing tags will do, whichever opened. */
export function endsHtmlBlock(line: string, ending: HtmlBlockEnd): boolean {
  if (ending === 'blank') return false;
  if (ending === '</raw>') return /<\/(?:script|pre|style|textarea)>/i.test(line);
  return line.includes(ending);
}

function isTagAlone(text: string, at: number, end: number): boolean {
  const line = text.slice(at, end);
  const tag = readTag(line, 0);
  if (tag === undefined) return false;
  return skipBlanks(line, tag.end, line.length) === line.length;
}
