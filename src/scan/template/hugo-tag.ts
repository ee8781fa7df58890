import type { Param, Region } from '../../model.ts';
import { isTagSpace, isUnicodeSpace, typedValue, wordLength } from './hugo-characters.ts';

/** What stops Hugo inside a tag, named as in the conformance table; `region` starts where Hugo reports it. */
export interface TagError {
  readonly kind:
    | 'unrecognized-char'
    | 'unclosed-action'
    | 'mixed-params'
    | 'no-name'
    | 'unterminated-dquote'
    | 'bad-escape'
    | 'unterminated-raw'
    | 'close-extra'
    | 'close-mismatch'
    | 'close-none-open'
    | 'period-in-name';
  readonly region: Region;
}

/** One `{{< … >}}` as far as Hugo reads it. Offsets that are not there are -1. */
export interface Tag {
  readonly text: string;
  /** Lexing treats this offset as the end of the file. */
  readonly limit: number;
  /** Where `{{<` starts. */
  readonly open: number;
  /** The character code of `>` or `%`, which `}}` must follow. */
  readonly closer: number;
  /** Names opened earlier on the page; Hugo never forgets one. */
  readonly seen: ReadonlySet<string>;
  at: number;
  name: string;
  nameStart: number;
  /** Of the first `/` that closes. */
  slash: number;
  isInline: boolean;
  readonly params: Param[];
  /** The word that a following `=` turns into a name; Hugo allows white space between the two. */
  pendingName: string | undefined;
  /** What the first argument was: Hugo forbids the other kind from then on. */
  style: 'none' | 'positional' | 'named';
  namedCount: number;
  /** Behind the closing delimiter, -1 while there is none. */
  end: number;
  error: TagError | undefined;
}

type State = (tag: Tag) => State | undefined;

const LF = 10;
const QUOTE = 34;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const EQUALS = 61;
const BACKSLASH = 92;
const BACKTICK = 96;
const BRACE = 125;

/**
 * Reads one tag the way Hugo's lexer does (parser/pageparser/pagelexer_shortcode.go, and `extractShortcode` for what it
 * makes of the parts), up to its closing delimiter or its first error.
 */
export function lexTag(text: string, open: number, limit: number, seen: ReadonlySet<string>): Tag {
  const tag: Tag = {
    text,
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
    pendingName: undefined,
    style: 'none',
    namedCount: 0,
    end: -1,
    error: undefined,
  };
  let state: State | undefined = insideTag;
  while (state !== undefined) state = state(tag);
  if (tag.error === undefined) checkWhole(tag);
  return tag;
}

/** Whether `>}}` (or `%}}`, for a tag of that kind) stands at `at`. */
export function isCloser(tag: Tag, at: number): boolean {
  const { text } = tag;
  return (
    text.charCodeAt(at) === tag.closer &&
    text.charCodeAt(at + 1) === BRACE &&
    text.charCodeAt(at + 2) === BRACE &&
    at + 3 <= tag.limit
  );
}

/** Stops the lexer with an error; a tag whose page has opened nothing yet fails at its `/` already. */
function fail(tag: Tag, kind: TagError['kind'], start: number, end: number): undefined {
  const isStrayClose = tag.slash !== -1 && tag.name === '' && tag.seen.size === 0;
  tag.error = isStrayClose
    ? { kind: 'close-none-open', region: { start: tag.slash, end: tag.slash + 1 } }
    : { kind, region: { start, end } };
  return undefined;
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
function insideTag(tag: Tag): State | undefined {
  const { text, limit } = tag;
  while (tag.at < limit) {
    const code = text.charCodeAt(tag.at);
    if (isTagSpace(code)) {
      tag.at += 1;
    } else if (code === tag.closer && isCloser(tag, tag.at)) {
      tag.end = tag.at + 3;
      return undefined;
    } else if (code === EQUALS) {
      return afterEquals;
    } else if (code === SLASH) {
      if (tag.slash === -1) tag.slash = tag.at;
      tag.isInline = false;
      tag.pendingName = undefined;
      tag.at += 1;
    } else if (code === BACKSLASH) {
      const next = text.charCodeAt(tag.at + 1);
      if (next === QUOTE || next === BACKTICK) return escapedParam;
      tag.at += 1;
    } else {
      return partStart;
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
function partStart(tag: Tag): State | undefined {
  const { text, at } = tag;
  const code = text.charCodeAt(at);
  const isWord = wordLength(text, at) > 0;
  if (tag.name !== '' && tag.slash === -1) {
    if (code === QUOTE || code === BACKTICK) return quotedParam;
    if (isWord || code === HYPHEN) return word;
  } else if (isWord) {
    return identifier;
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
function identifier(tag: Tag): State | undefined {
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
  if (hasPeriod && !tag.seen.has(name)) return fail(tag, 'period-in-name', start, at);
  if (!isNew) {
    if (name !== tag.name && !tag.seen.has(name)) return fail(tag, 'close-mismatch', start, at);
    return endOfClose;
  }
  if (tag.slash !== -1) return endOfClose;
  tag.isInline = isInline;
  return insideTag;
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
function endOfClose(tag: Tag): State | undefined {
  const { text, limit } = tag;
  while (tag.at < limit && isTagSpace(text.charCodeAt(tag.at))) tag.at += 1;
  if (isCloser(tag, tag.at)) {
    tag.end = tag.at + 3;
    return undefined;
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

/**
 * ```
 * {{< cite knuth page=5 >}}
 *          ^     ^
 * ```
 */
function word(tag: Tag): State | undefined {
  const { text, limit, at: start } = tag;
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const width = code === HYPHEN || code === DOT ? 1 : wordLength(text, at);
    if (width === 0) break;
    at += width;
  }
  const isName = at < limit && text.charCodeAt(at) === EQUALS;
  if (tag.style === 'none') tag.style = isName ? 'named' : 'positional';
  else if (isName !== (tag.style === 'named')) return fail(tag, 'mixed-params', start, at);
  const value = text.slice(start, at);
  addParam(tag, value, { value: typedValue(value), region: { start, end: at }, quote: '' });
  tag.at = at;
  return insideTag;
}

/** Adds a positional argument; a `=` behind it makes it a name, whatever the white space between. */
function addParam(tag: Tag, spelling: string, param: Param): void {
  tag.params.push(param);
  tag.pendingName = spelling;
}

function addQuoted(tag: Tag, param: Param): void {
  addParam(tag, String(param.value), param);
}

/** Adds a value behind `=`. Hugo ignores one that follows no word. */
function addValue(tag: Tag, param: Param): void {
  const name = tag.pendingName;
  tag.pendingName = undefined;
  if (name === undefined) return;
  const nameRegion = tag.params.pop()!.region;
  tag.params.push({ name, nameRegion, ...param });
  tag.namedCount += 1;
}

/**
 * ```
 * {{< cite key= "knuth" key=`knuth` key=\"knuth\" key=knuth >}}
 *             ^            ^            ^             ^
 * ```
 */
function afterEquals(tag: Tag): State | undefined {
  const { text, limit } = tag;
  tag.at += 1;
  while (tag.at < limit && isUnicodeSpace(text.charCodeAt(tag.at))) tag.at += 1;
  const code = tag.at < limit ? text.charCodeAt(tag.at) : -1;
  if (code === QUOTE) return readQuoted(tag, true, addValue);
  if (code === BACKSLASH) return readQuoted(tag, false, addValue);
  if (code === BACKTICK) return readRaw(tag, addValue);
  return bareValue;
}

/**
 * Runs to the next white space, over the closing delimiter too: `key=knuth>}}` has the value `knuth>}}`.
 * ```
 * {{< cite key=knuth >}}
 *              ^
 * ```
 */
function bareValue(tag: Tag): State {
  const { text, limit, at: start } = tag;
  let at = start;
  while (at < limit && !isUnicodeSpace(text.charCodeAt(at))) at += 1;
  addValue(tag, { value: typedValue(text.slice(start, at)), region: { start, end: at }, quote: '' });
  tag.at = at;
  return insideTag;
}

/**
 * ```
 * {{< cite "knuth" `knuth` >}}
 *          ^       ^
 * ```
 */
function quotedParam(tag: Tag): State | undefined {
  const { text, at } = tag;
  if (tag.style === 'named') return fail(tag, 'mixed-params', at, endOfQuoted(tag, at));
  tag.style = 'positional';
  return text.charCodeAt(at) === QUOTE ? readQuoted(tag, true, addQuoted) : readRaw(tag, addQuoted);
}

function endOfQuoted(tag: Tag, from: number): number {
  const { text, limit } = tag;
  let at = from + 1;
  while (at < limit && text.charCodeAt(at) !== text.charCodeAt(from) && text.charCodeAt(at) !== LF) at += 1;
  return Math.min(limit, at + 1);
}

/**
 * The escaped form of a quoted argument; an escaped backtick is an error.
 * ```
 * {{< cite \"knuth\" >}}
 *          ^
 * ```
 */
function escapedParam(tag: Tag): State | undefined {
  const quote = tag.at + 1;
  if (tag.text.charCodeAt(quote) === BACKTICK) return fail(tag, 'bad-escape', quote, quote + 1);
  if (tag.style === 'named') return fail(tag, 'mixed-params', quote, endOfQuoted(tag, quote));
  tag.style = 'positional';
  tag.at = quote;
  return readQuoted(tag, false, addQuoted);
}

/**
 * Everything up to the next quote that is not escaped; a line end is an error. If one quote inside is escaped, all
 * backslashes go. With `escapes` false the string itself is written `\"…\"`, and what stands before its first quote is
 * skipped, as in `key=\x"knuth"`.
 * ```
 * {{< cite "the \"art\" of" >}}
 *          ^    ^         ^
 * ```
 */
function readQuoted(tag: Tag, escapes: boolean, add: (tag: Tag, param: Param) => void): State | undefined {
  const { text, limit } = tag;
  let start = tag.at;
  let isOpen = false;
  let hasEscape = false;
  let at = start;
  for (; ; at++) {
    const code = at < limit ? text.charCodeAt(at) : LF;
    if (code === LF) return fail(tag, 'unterminated-dquote', start, at);
    if (code === BACKSLASH) {
      const next = at + 1 < limit ? text.charCodeAt(at + 1) : LF;
      if (next === BACKTICK) return fail(tag, 'bad-escape', start, at + 2);
      if (next === QUOTE && isOpen) {
        if (!escapes) break;
        hasEscape = true;
        at += 1;
      }
    } else if (code === QUOTE) {
      if (isOpen) break;
      isOpen = true;
      start = at + 1;
    }
  }
  const content = text.slice(start, at);
  const before = !escapes && text.charCodeAt(start - 2) === BACKSLASH ? 2 : 1;
  tag.at = at + (text.charCodeAt(at) === BACKSLASH ? 2 : 1);
  add(tag, {
    value: hasEscape ? content.replaceAll('\\', '') : content,
    region: { start: start - before, end: tag.at },
    quote: '"',
  });
  return insideTag;
}

/**
 * ```
 * {{< cite `any "text", over lines` >}}
 *          ^
 * ```
 */
function readRaw(tag: Tag, add: (tag: Tag, param: Param) => void): State | undefined {
  const { text, limit, at } = tag;
  const close = text.indexOf('`', at + 1);
  if (close === -1 || close >= limit) return fail(tag, 'unterminated-raw', at + 1, limit);
  add(tag, { value: text.slice(at + 1, close), region: { start: at, end: close + 1 }, quote: '`' });
  tag.at = close + 1;
  return insideTag;
}
