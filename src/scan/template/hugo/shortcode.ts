import type { Region, Shortcode, SyntaxProblem } from '../../../model.ts';
import type { Mutable } from '../../../text/mutable.ts';
import { isUnicodeSpace, wordLength } from './characters.ts';
import { createDelimiters, type Delimiters, findCloser, findLineEnd } from './delimiters.ts';
import { isEscape, readEscape } from './escape.ts';
import { lexTag } from './lex-tag.ts';
import { tagProblem } from './problem.ts';
import { type Recovery, recover, soundParams } from './recovery.ts';
import { strayQuotes } from './stray-quotes.ts';
import { swallowedClosers } from './swallowed.ts';
import type { Tag, TagError } from './tag.ts';
import { findUnopened } from './unopened.ts';

/** What the shortcode lexer makes of one page. `masked` is sorted and covers each tag and each escape whole. */
export interface HugoShortcodes {
  readonly shortcodes: Shortcode[];
  readonly masked: Region[];
  readonly problems: SyntaxProblem[];
}

interface Page extends HugoShortcodes {
  readonly text: string;
  readonly delimiters: Delimiters;
  /** Names opened so far. */
  readonly seen: Set<string>;
  /** The inline shortcode the page is inside of, in which Hugo allows no other tag. */
  inline: string | undefined;
  /** How far Hugo's lexer has run in a damaged tag, and what may still be read twice. */
  scanned: number;
  budget: number;
}

/**
 * Reads all shortcodes of a page from `bodyStart` on, as Hugo does: on the raw text, in code and comments too. Never
 * throws, and is linear in the text. Hugo stops at the first error; this goes on, and reports each defect once, so the
 * first problem is the one Hugo reports. Whether opening and closing tags match is asked by `pairHugoShortcodes`.
 */
export function lexHugoShortcodes(text: string, bodyStart: number): HugoShortcodes {
  let angle = text.indexOf('{{<', bodyStart);
  let percent = text.indexOf('{{%', bodyStart);
  if (angle === -1 && percent === -1) {
    return withUnopened({ shortcodes: [], masked: [], problems: [] }, text, bodyStart, NO_NAMES);
  }
  const page: Page = {
    shortcodes: [],
    masked: [],
    problems: [],
    text,
    delimiters: createDelimiters(text),
    seen: new Set(),
    inline: undefined,
    scanned: 0,
    budget: 4 * text.length,
  };
  while (angle !== -1 || percent !== -1) {
    const open = percent === -1 || (angle !== -1 && angle < percent) ? angle : percent;
    const end = readAt(page, open);
    if (angle !== -1 && angle < end) angle = text.indexOf('{{<', end);
    if (percent !== -1 && percent < end) percent = text.indexOf('{{%', end);
  }
  const { shortcodes, masked, problems, seen } = page;
  return withUnopened({ shortcodes, masked, problems }, text, bodyStart, seen);
}

/** Adds the tags that Hugo does not see because their opening delimiter is broken. */
function withUnopened(
  found: HugoShortcodes,
  text: string,
  bodyStart: number,
  seen: ReadonlySet<string>,
): HugoShortcodes {
  const unopened = findUnopened(text, bodyStart, found.masked, seen);
  if (unopened.length === 0) return found;
  const byStart = (a: Region, b: Region): number => a.start - b.start;
  return {
    shortcodes: [...found.shortcodes, ...unopened.map(({ shortcode }) => shortcode)].sort((a, b) =>
      byStart(a.region, b.region),
    ),
    masked: [...found.masked, ...unopened.map(({ shortcode }) => shortcode.region)].sort(byStart),
    problems: [...found.problems, ...unopened.map(({ problem }) => problem)],
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Reads the tag or escape that opens here and returns the offset behind it. */
function readAt(page: Page, open: number): number {
  if (page.inline !== undefined) checkNesting(page, open);
  if (!isEscape(page.text, open)) return readTag(page, open);
  const found = readEscape(page.text, open, page.delimiters);
  page.masked.push({ start: open, end: found.end });
  if (found.problem !== undefined) page.problems.push(found.problem);
  return found.end;
}

/**
 * Inside an inline shortcode only its own closing tag may follow, with a blank behind the name.
 * ```
 * {{< time.inline >}}{{ now }}{{< /time.inline >}}
 *                             ^open
 * ```
 */
function checkNesting(page: Page, open: number): void {
  const { text, inline } = page;
  const slash = skipSpace(text, open + 3);
  const isClose = text.charAt(slash) === '/' && text.startsWith(inline + ' ', skipSpace(text, slash + 1));
  if (isClose) return;
  const region = { start: open, end: open + 3 };
  page.problems.push({ messageId: 'inline-nesting', data: { name: inline ?? '' }, region });
  page.inline = undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isUnicodeSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function readTag(page: Page, open: number): number {
  const tag = lexTag(page.text, page.delimiters, open, limitOf(page, open), page.seen);
  if (tag.error !== undefined) return readDamagedTag(page, tag, tag.error);
  const shortcode = toShortcode(tag);
  page.shortcodes.push(shortcode);
  page.masked.push(shortcode.region);
  if (shortcode.closing) page.inline = undefined;
  else if (tag.isInline) page.inline = tag.name;
  page.seen.add(tag.name);
  if (tag.namedCount > 0) page.problems.push(...strayQuotes(shortcode), ...swallowedClosers(shortcode));
  return tag.end;
}

/**
 * Text that a damaged tag ran through is read again behind the damage. Once that has been done for four times the length
 * of the page, tags in such text are read up to the next closing delimiter only.
 */
function limitOf(page: Page, open: number): number {
  const { text, delimiters } = page;
  if (open >= page.scanned || page.budget > 0) return text.length;
  const closer = findCloser(delimiters, text.charAt(open + 2) === '<' ? 62 : 37, open);
  return closer === -1 ? findLineEnd(delimiters, open) : closer + 3;
}

function readDamagedTag(page: Page, tag: Tag, error: TagError): number {
  const damage = { tag, error, delimiters: page.delimiters };
  const isWhole = tag.end !== -1;
  const recovery: Recovery = isWhole ? { end: tag.end, cause: 'other' } : recover(damage);
  page.scanned = Math.max(page.scanned, error.region.end);
  page.budget -= error.region.end - tag.open;
  page.problems.push(tagProblem(damage, recovery));
  page.masked.push({ start: tag.open, end: recovery.end });
  if (recovery.cause === 'spaced-escape') return recovery.end;
  if (tag.slash >= recovery.end) tag.slash = -1;
  if (tag.name === '') guessName(tag, recovery.end);
  if (tag.name === '' && tag.slash === -1) return recovery.end;
  const shortcode = toShortcode({ ...tag, end: recovery.end, params: soundParams(damage, recovery) });
  const tail = page.text.slice(Math.max(tag.open, recovery.end - 12), recovery.end);
  const selfClosing = !shortcode.closing && SELF_CLOSED.test(tail);
  page.shortcodes.push({ ...shortcode, selfClosing, damaged: true });
  if (!shortcode.closing) page.seen.add(tag.name);
  return recovery.end;
}

/** A `/` before the closing delimiter, whole or not, with at most one stray character between. */
const SELF_CLOSED = /\/\S?\s*[>%]?\s*\}*$/;

/** Takes the first word of a tag whose name cannot be read, so that its closing tag is not a second problem. */
function guessName(tag: Tag, end: number): void {
  const { text } = tag;
  let start = tag.open + 3;
  while (start < end && wordLength(text, start) === 0) start += 1;
  let at = start;
  while (at < end && (wordLength(text, at) > 0 || text.charAt(at) === '-')) at += 1;
  tag.name = text.slice(start, at);
  tag.nameStart = start;
  if (tag.slash === -1 && text.charAt(start - 1) === '/') tag.slash = start - 1;
}

function toShortcode(tag: Tag): Shortcode {
  const { name, slash } = tag;
  const nameStart = tag.nameStart === -1 ? slash + 1 : tag.nameStart;
  const closing = slash !== -1 && slash < nameStart;
  const shortcode: Mutable<Shortcode> = {
    region: { start: tag.open, end: tag.end },
    name,
    nameRegion: { start: nameStart, end: nameStart + name.length },
    delimiter: tag.closer === 62 ? '<' : '%',
    closing,
    selfClosing: slash !== -1 && !closing,
    params: tag.params,
  };
  if (slash !== -1) shortcode.slashRegion = { start: slash, end: slash + 1 };
  return shortcode;
}
