import type { Directive, DirectiveKind, Region } from '../model.ts';
import { closest } from '../text/similar.ts';

const MARK = 'bibliolint';
const KINDS: readonly DirectiveKind[] = ['disable-next-line', 'disable-file', 'disable', 'enable'];

/** Comment forms a directive may stand in: what opens it, what closes it. `\n` closes a line comment. */
const COMMENTS: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['{{</*', '*/>}}'],
  ['{{%/*', '*/%}}'],
  ['{{/*', '*/}}'],
  ['{{< comment >}}', '{{< /comment >}}'],
  ['{{% comment %}}', '{{% /comment %}}'],
  ['{% comment %}', '{% endcomment %}'],
  ['{/*', '*/}'],
  ['@comment{', '}'],
  ['#', '\n'],
  ['%', '\n'],
];

const NONE: readonly never[] = [];

/**
 * The lint directives of a file: `<!-- bibliolint-disable-next-line rule, rule -- reason -->` and its kin, in any comment
 * form of the dialects. A comment that stands in fenced code or a code span is an example, not a directive. Near free
 * for a file without one.
 */
export function scanDirectives(text: string): readonly Directive[] {
  let at = text.indexOf(MARK);
  if (at === -1) return NONE;
  const fences = fencedRegions(text);
  const directives: Directive[] = [];
  for (; at !== -1; at = text.indexOf(MARK, at + MARK.length)) {
    if (fences.some(({ start, end }) => at >= start && at < end)) continue;
    const directive = readDirective(text, at);
    if (directive !== undefined && !isInCodeSpan(text, directive.region)) directives.push(directive);
  }
  return directives;
}

/**
 * ```
 * <!-- bibliolint-disable-next-line undefined-key -- printed elsewhere -->
 *      ^at        ^kind             ^rules           ^reason           ^close
 * ```
 */
function readDirective(text: string, at: number): Directive | undefined {
  const comment = commentAround(text, at);
  if (comment === undefined) return undefined;
  const said = text.slice(at + MARK.length, comment.contentEnd);
  const kind = KINDS.find((name) => said.startsWith(name, 1));
  const content = kind === undefined ? '' : said.slice(1 + kind.length);
  if (kind === undefined || said[0] !== '-' || (content !== '' && !/^\s/.test(content))) {
    return readUnknown(said, at, comment);
  }
  const dashes = content.indexOf('--');
  const reason = dashes === -1 ? '' : content.slice(dashes).replace(/^-+/, '').trim();
  const listed = dashes === -1 ? content : content.slice(0, dashes);
  return {
    kind,
    rules: readRules(listed, at + MARK.length + 1 + kind.length),
    ...(reason === '' ? {} : { reason }),
    region: comment.region,
  };
}

/**
 * A comment that begins with our name and was meant for us, by all it looks like: `bibliolint-disable-nextline`,
 * `bibliolint: disable`. What stands behind `#` or `%` may be a heading or a remark about bibliolint, so there the word
 * has to be near one of ours.
 */
function readUnknown(said: string, at: number, { region, isLine }: Comment): Directive | undefined {
  const [, joint = '', word = ''] = /^(-|_|\s{0,9}:?\s{0,9})(\S*)/.exec(said) ?? [];
  const meant = /^disable-?(?:next|line)/.test(word) ? 'disable-next-line' : closestKind(word);
  const isOurs =
    joint === '-' ? !isLine || meant !== undefined : !isLine && KINDS.some((kind) => kind === word);
  if (!isOurs || (isLine && !/^[\w-]+$/.test(word))) return undefined;
  const written = { start: at, end: at + MARK.length + joint.length + word.length };
  const unknown = { word: MARK + joint + word, region: written, ...(meant === undefined ? {} : { meant }) };
  return { kind: 'unknown', unknown, rules: [], region };
}

/** A word of ours that stands behind another joint is the one that was meant. */
function closestKind(word: string): DirectiveKind | undefined {
  const known = KINDS.find((kind) => kind === word.toLowerCase());
  return known ?? KINDS.find((kind) => kind === closest(word, KINDS));
}

interface Comment {
  readonly region: Region;
  readonly contentEnd: number;
  /** It ends with its line. */
  readonly isLine: boolean;
}

function commentAround(text: string, at: number): Comment | undefined {
  let before = at;
  while (before > 0 && (text[before - 1] === ' ' || text[before - 1] === '\t')) before -= 1;
  const form = COMMENTS.find(([open]) => text.startsWith(open, before - open.length));
  if (form === undefined) return undefined;
  const [open, close] = form;
  const found = text.indexOf(close, at);
  if (found === -1 && close !== '\n') return undefined;
  const contentEnd = found === -1 ? text.length : found;
  const end = close === '\n' ? contentEnd : contentEnd + close.length;
  return { region: { start: before - open.length, end }, contentEnd, isLine: close === '\n' };
}

/** Whether a code span is open before a comment and ends behind it on the same line. */
function isInCodeSpan(text: string, { start, end }: Region): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = text.slice(lineStart, start).split('`').length - 1;
  return before % 2 === 1 && text.slice(end, lineEnd === -1 ? text.length : lineEnd).includes('`');
}

function readRules(listed: string, offset: number): Directive['rules'] {
  return [...listed.matchAll(/[^\s,]+/g)].map((match) => ({
    id: match[0],
    region: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}

/** Fenced code by the CommonMark rule of thumb: a fence runs to a line that repeats at least its marker. */
function fencedRegions(text: string): Region[] {
  const regions: Region[] = [];
  let open: { marker: string; start: number } | undefined;
  for (const line of text.matchAll(/^[ >\t]*(`{3,}|~{3,})(.*)$/gm)) {
    const marker = line[1] ?? '';
    if (open === undefined) open = { marker, start: line.index };
    else if (marker.startsWith(open.marker) && (line[2] ?? '').trim() === '') {
      regions.push({ start: open.start, end: line.index });
      open = undefined;
    }
  }
  if (open !== undefined) regions.push({ start: open.start, end: text.length });
  return regions;
}
