import type { Param, Region } from '../../../model.ts';
import type { Delimiters } from './delimiters.ts';

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
  readonly delimiters: Delimiters;
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
  /** Values behind a `=` that follows no word; Hugo drops them. */
  readonly dropped: Param[];
  /** The word that a following `=` turns into a name; Hugo allows white space between the two. */
  pendingName: string | undefined;
  /** What the first argument was: Hugo forbids the other kind from then on. */
  style: 'none' | 'positional' | 'named';
  namedCount: number;
  /** Behind the closing delimiter, -1 while there is none. */
  end: number;
  error: TagError | undefined;
}

/** Whether `>}}` (or `%}}`, for a tag of that kind) stands at `at`. */
export function isCloser(tag: Tag, at: number): boolean {
  const { text } = tag;
  return (
    text.charCodeAt(at) === tag.closer &&
    text.charCodeAt(at + 1) === 125 &&
    text.charCodeAt(at + 2) === 125 &&
    at + 3 <= tag.limit
  );
}

/** Stops the lexer with an error; a tag whose page has opened nothing yet fails at its `/` already. */
export function fail(tag: Tag, kind: TagError['kind'], start: number, end: number): false {
  const isStrayClose = tag.slash !== -1 && tag.name === '' && tag.seen.size === 0;
  tag.error = isStrayClose
    ? { kind: 'close-none-open', region: { start: tag.slash, end: tag.slash + 1 } }
    : { kind, region: { start, end } };
  return false;
}
