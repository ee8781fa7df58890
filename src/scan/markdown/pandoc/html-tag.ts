import { isSpace, letterWidth, wordWidth } from './characters.ts';
import { FAIL } from './lexical.ts';
import type { SourceText } from './work.ts';

/** One tag or comment as Pandoc's reader lets it count as HTML (Text.Pandoc.Readers.HTML). */
export interface HtmlTag {
  readonly kind: 'open' | 'close' | 'comment' | 'instruction';
  /** Lower-cased; `''` for a comment. */
  readonly name: string;
  readonly selfClosing: boolean;
  /** A script that holds math, or the end of any script: allowed in running text. */
  readonly inlineScript: boolean;
  readonly end: number;
}

const EITHER = new Set(
  'audio applet button iframe embed del ins progress map area noscript object style svg video source track'.split(
    ' ',
  ),
);

const BLOCK = new Set(
  (
    'address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex main menu meta noframes nav ' +
    'ol output p pre section summary table tbody textarea thead tfoot ul frameset li td th tr script ' +
    'calloutlist bibliolist glosslist itemizedlist orderedlist segmentedlist simplelist variablelist caution ' +
    'important note tip warning literallayout programlisting programlistingco screen screenco screenshot synopsis ' +
    'example informalexample informalfigure informaltable para simpara formalpara equation informalequation ' +
    'mediaobject qandaset procedure task cmdsynopsis funcsynopsis classsynopsis epigraph msgset sidebar title ' +
    'case switch default'
  ).split(' '),
);

const VERBATIM = new Set(['pre', 'style', 'script', 'textarea']);

/** The tag may begin a block; comments and processing instructions may too. */
export function isBlockTag(tag: HtmlTag): boolean {
  return tag.kind === 'comment' || tag.kind === 'instruction' || BLOCK.has(tag.name) || EITHER.has(tag.name);
}

/** The tag may stand in running text. */
export function isInlineTag(tag: HtmlTag): boolean {
  if (tag.inlineScript) return true;
  return tag.kind === 'comment' || tag.kind === 'instruction' || !BLOCK.has(tag.name);
}

/** What stands between this tag and its end tag is not Markdown. */
export function isVerbatimTag(tag: HtmlTag): boolean {
  return tag.kind === 'open' && VERBATIM.has(tag.name);
}

/** Which names a tag and its attributes may have: the reader's, or any, as its HTML parser takes them. */
type Names = 'plain' | 'any';

/**
 * The tag at `at`. Quotes in attributes are respected, blank lines are not; names with a dot or an attribute such as
 * Vue's `@click` make it plain text, unless `any` names are asked for.
 *
 *     > | <span class="x">
 *         ^^^^^^^^^^^^^^^^
 */
export function readHtmlTag(
  source: SourceText,
  at: number,
  limit: number,
  names: Names = 'plain',
): HtmlTag | undefined {
  const { text } = source;
  if (at >= limit || text[at] !== '<') return undefined;
  const next = text[at + 1];
  if (next === '!') return readComment(source, at, limit);
  if (next === '?') return readInstruction(source, at, limit);
  const closing = next === '/';
  const nameStart = closing ? at + 2 : at + 1;
  const nameEnd = tagName(text, nameStart, limit, names);
  if (nameEnd === FAIL) return undefined;
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const end = closing ? afterAngle(source, nameEnd, limit) : readAttributes(source, nameEnd, limit, names);
  if (end === FAIL) return undefined;
  const inlineScript =
    name === 'script' && (closing || /\stype\s*=\s*["']?math\/tex/i.test(text.slice(nameEnd, end)));
  return { kind: closing ? 'close' : 'open', name, selfClosing: text[end - 2] === '/', inlineScript, end };
}

/** Behind the end tag that balances the opening tag at `at`, `FAIL` where there is none; in scripts nothing is a tag. */
export function readBalanced(source: SourceText, tag: HtmlTag, limit: number): number {
  let depth = 1;
  let position = behindScript(source, tag);
  while (position !== FAIL) {
    position = source.find('<', position);
    if (position === -1 || position >= limit) return FAIL;
    source.spend(8);
    const inner = readHtmlTag(source, position, limit, 'any');
    if (inner?.name === tag.name) depth += inner.kind === 'close' ? -1 : 1;
    if (depth === 0) return inner!.end;
    position = inner === undefined ? position + 1 : behindScript(source, inner);
  }
  return FAIL;
}

/** Where the next tag may stand: behind the tag, or at the end tag of a script. */
function behindScript({ find }: SourceText, { kind, name, end }: HtmlTag): number {
  return kind === 'open' && name === 'script' ? find('</script', end) : end;
}

function readComment({ text, find }: SourceText, at: number, limit: number): HtmlTag | undefined {
  if (!text.startsWith('<!--', at)) return undefined;
  const close = find('-->', at + 4);
  if (close === -1 || close + 3 > limit) return undefined;
  return { kind: 'comment', name: '', selfClosing: false, inlineScript: false, end: close + 3 };
}

function readInstruction({ text, find }: SourceText, at: number, limit: number): HtmlTag | undefined {
  const close = find('>', at + 2);
  if (close === -1 || close >= limit || letterWidth(text, at + 2) === 0) return undefined;
  return { kind: 'instruction', name: '', selfClosing: false, inlineScript: false, end: close + 1 };
}

/** Letters, digits and `: - _` after a first letter, followed by what may follow a name. */
function tagName(text: string, at: number, limit: number, names: Names): number {
  const end = nameEndAt(text, at, limit, names);
  if (end === FAIL || end >= limit || (names === 'plain' && text[end - 1] === ':')) return FAIL;
  return text[end] === '>' || text[end] === '/' || isSpace(text.charCodeAt(end)) ? end : FAIL;
}

function nameEndAt(text: string, at: number, limit: number, names: Names): number {
  const first = at < limit ? letterWidth(text, at) : 0;
  if (first === 0) return FAIL;
  let position = at + first;
  if (names === 'any') return anyNameEnd(text, position, limit);
  while (position < limit) {
    const width = wordWidth(text, position) || (':-_'.includes(text[position]!) ? 1 : 0);
    if (width === 0) break;
    position += width;
  }
  return position;
}

function anyNameEnd(text: string, at: number, limit: number): number {
  let position = at;
  while (position < limit && !'/>='.includes(text[position]!) && !isSpace(text.charCodeAt(position)))
    position += 1;
  return position;
}

function afterAngle({ find }: SourceText, at: number, limit: number): number {
  const close = find('>', at);
  return close === -1 || close >= limit ? FAIL : close + 1;
}

function readAttributes(source: SourceText, at: number, limit: number, names: Names): number {
  const { text } = source;
  let position = at;
  while (position < limit) {
    source.spend(1);
    const code = text.charCodeAt(position);
    if (code === 62) return position + 1;
    if (code === 47 || isSpace(code)) {
      position += 1;
      continue;
    }
    position = readAttribute(source, position, limit, names);
    if (position === FAIL) return FAIL;
  }
  return FAIL;
}

function readAttribute({ text, find }: SourceText, at: number, limit: number, names: Names): number {
  const end = names === 'any' ? anyNameEnd(text, at + 1, limit) : nameEndAt(text, at, limit, names);
  if (end === FAIL || end >= limit) return FAIL;
  let position = skipAnySpace(text, end, limit);
  if (text[position] !== '=') {
    return position > end || names === 'any' || text[end] === '>' || text[end] === '/' ? end : FAIL;
  }
  position = skipAnySpace(text, position + 1, limit);
  const quote = text[position];
  if (quote === '"' || quote === "'") {
    const close = find(quote, position + 1);
    return close === -1 || close >= limit ? FAIL : close + 1;
  }
  while (position < limit && text[position] !== '>' && !isSpace(text.charCodeAt(position))) position += 1;
  return position;
}

function skipAnySpace(text: string, at: number, limit: number): number {
  let position = at;
  while (position < limit && isSpace(text.charCodeAt(position))) position += 1;
  return position;
}
