import { afterEquals, escapedParam, quotedParam, word } from './argument.ts';
import { isTagSpace, wordLength } from './characters.ts';
import type { Delimiters } from './delimiters.ts';
import { fail, isCloser, type Tag } from './tag.ts';

const QUOTE = 34;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const EQUALS = 61;
const BACKSLASH = 92;
const BACKTICK = 96;

/**
 * Reads one tag the way Hugo's lexer does (parser/pageparser/pagelexer_shortcode.go, and `extractShortcode` for what it
 * makes of the parts), up to its closing delimiter or its first error.
 */
export function lexTag(
  text: string,
  delimiters: Delimiters,
  open: number,
  limit: number,
  seen: ReadonlySet<string>,
): Tag {
  const tag: Tag = {
    text,
    delimiters,
    limit,
    open,
    closer: text.charCodeAt(open + 2) === 60 ? 62 : 37,
    seen,
    at: open + 3,
    name: '',
    nameStart: -1,
    slash: -1,
    isInline: false,
    params: [],
    dropped: [],
    pendingName: undefined,
    style: 'none',
    namedCount: 0,
    end: -1,
    error: undefined,
  };
  while (insideTag(tag));
  if (tag.error === undefined) checkWhole(tag);
  return tag;
}

/** What Hugo finds wrong only when it has the whole tag. */
function checkWhole(tag: Tag): void {
  if (tag.name === '' && tag.slash === -1) fail(tag, 'no-name', tag.open, tag.end);
  if (tag.namedCount === 0 || tag.namedCount === tag.params.length) return;
  const isNamed = tag.params[0]?.name !== undefined;
  const odd = tag.params.find((param) => (param.name !== undefined) !== isNamed);
  if (odd !== undefined) fail(tag, 'mixed-params', (odd.nameRegion ?? odd.region).start, odd.region.end);
}

/**
 * ```
 * {{< cite "knuth" page=5 / >}}
 *    ^^    ^       ^   ^  ^ ^
 * ```
 */
function insideTag(tag: Tag): boolean {
  const { text, limit } = tag;
  while (tag.at < limit) {
    const code = text.charCodeAt(tag.at);
    if (isTagSpace(code)) {
      tag.at += 1;
    } else if (code === tag.closer && isCloser(tag, tag.at)) {
      tag.end = tag.at + 3;
      return false;
    } else if (code === EQUALS) {
      return afterEquals(tag);
    } else if (code === SLASH) {
      if (tag.slash === -1) tag.slash = tag.at;
      tag.isInline = false;
      tag.pendingName = undefined;
      tag.at += 1;
    } else if (code === BACKSLASH) {
      const next = text.charCodeAt(tag.at + 1);
      if (next === QUOTE || next === BACKTICK) return escapedParam(tag);
      tag.at += 1;
    } else {
      return partStart(tag);
    }
  }
  return fail(tag, 'unclosed-action', limit, limit);
}

/**
 * The first character of a name or of a positional argument. Behind a `/` Hugo expects a name again.
 * ```
 * {{< cite "knuth" knuth `knuth` >}}
 *     ^    ^       ^     ^
 * ```
 */
function partStart(tag: Tag): boolean {
  const { text, at } = tag;
  const code = text.charCodeAt(at);
  const isWord = wordLength(text, at) > 0;
  if (tag.name !== '' && tag.slash === -1) {
    if (code === QUOTE || code === BACKTICK) return quotedParam(tag);
    if (isWord || code === HYPHEN) return word(tag);
  } else if (isWord) {
    return identifier(tag);
  }
  const width = text.codePointAt(at)! > 0xffff ? 2 : 1;
  return fail(tag, 'unrecognized-char', at, at + width);
}

/**
 * ```
 * {{< ns/cite >}}   {{< /cite >}}   {{< cite knuth/1997 >}}
 *     ^                  ^                         ^
 * ```
 */
function identifier(tag: Tag): boolean {
  const { text, limit, at: start } = tag;
  let at = start;
  let isInline = false;
  let hasPeriod = false;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      isInline = text.startsWith('inline ', at + 1);
      hasPeriod ||= !isInline;
      at += 1;
    } else if (code === HYPHEN || code === SLASH) {
      at += 1;
    } else {
      const width = wordLength(text, at);
      if (width === 0) break;
      at += width;
    }
  }
  const name = text.slice(start, at);
  tag.at = at;
  const isNew = tag.name === '';
  if (isNew) {
    tag.name = name;
    tag.nameStart = start;
  }
  // The error of the opening tag stands for its closing tag too.
  if (hasPeriod && !(tag.slash !== -1 && tag.seen.has(name))) return fail(tag, 'period-in-name', start, at);
  if (!isNew) {
    if (name !== tag.name && !tag.seen.has(name)) return fail(tag, 'close-mismatch', start, at);
    return endOfClose(tag);
  }
  if (tag.slash !== -1) return endOfClose(tag);
  tag.isInline = isInline;
  return true;
}

function endOfWord(tag: Tag, from: number): number {
  let at = from;
  while (at < tag.limit && !isTagSpace(tag.text.charCodeAt(at)) && !isCloser(tag, at)) at += 1;
  return at;
}

/**
 * Nothing but white space may stand here. A name that was never opened is the error Hugo meets first.
 * ```
 * {{< /cite >}}
 *          ^
 * ```
 */
function endOfClose(tag: Tag): boolean {
  const { text, limit } = tag;
  while (tag.at < limit && isTagSpace(text.charCodeAt(tag.at))) tag.at += 1;
  if (isCloser(tag, tag.at)) {
    tag.end = tag.at + 3;
    return false;
  }
  const { name, nameStart } = tag;
  if (tag.seen.size === 0 && nameStart > tag.slash) {
    return fail(tag, 'close-none-open', tag.slash, tag.slash + 1);
  }
  if (!tag.seen.has(name) && nameStart > tag.slash) {
    return fail(tag, 'close-mismatch', nameStart, nameStart + name.length);
  }
  return fail(tag, 'close-extra', tag.at, Math.max(tag.at, endOfWord(tag, tag.at)));
}
