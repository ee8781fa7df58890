import type { Region, SyntaxProblem } from '../../../model.ts';
import { scholarTags } from './scholar.ts';
import { isBlank, readLiquidTag, regionOf } from './tag.ts';
import type { LiquidToken } from './tokens.ts';

/** What can be read of a tag that lost its `%}`. */
export interface BrokenTag {
  /** From `{%` to behind what must belong to it: up to the broken closer, or else the first word of its arguments. */
  readonly region: Region;
  /** Behind the broken closer: what follows is text again. */
  readonly end: number;
  /** The replacement of the broken closer, where one is there. */
  readonly edit?: { readonly region: Region; readonly text: string };
}

/** How far behind `{%` a broken closer is looked for. */
const REACH = 400;

/** How much of a lost text a message quotes. */
const QUOTED = 80;

/**
 * Where the next tag begins that a tag swallowed because its own `%}` is missing; `undefined` for a sound tag. A `{%`
 * inside a quoted string is meant to be there.
 */
export function swallowedTag(text: string, { start, end }: LiquidToken): number | undefined {
  const inner = text.indexOf('{%', start + 2);
  if (inner === -1 || inner >= end) return undefined;
  return isQuoted(text, start, inner, end) ? undefined : inner;
}

function isQuoted(text: string, start: number, inner: number, end: number): boolean {
  let quote = '';
  for (let at = start + 2; at < inner; at++) {
    const char = text[at]!;
    if (char === quote || char === '\n') quote = '';
    else if (quote === '' && (char === '"' || char === "'") && /[\s=:(,]/.test(text[at - 1]!)) quote = char;
  }
  if (quote === '') return false;
  const close = text.slice(inner, end).indexOf(quote);
  return close !== -1 && !text.slice(inner, inner + close).includes('\n');
}

/**
 * ```
 * {% cite knuth97 %        {% cite knuth97 }}       {% cite knuth97 as he said
 *                 ^closer                  ^closer               ^end of the first word
 * ```
 */
export function recoverTag(text: string, start: number, limit: number): BrokenTag {
  const line = firstLine(text, start, limit);
  const next = line.indexOf('{%', 2);
  const own = next === -1 ? line : line.slice(0, next);
  const closer = /-?(%?\{\}|% ?\}?|\}\}?)(?=[\s.,;:!?)\]]|$)/.exec(own.slice(2));
  if (closer !== null && /\w/.test(own.slice(2, 2 + closer.index))) {
    const at = start + 2 + closer.index + closer[0].length - closer[1]!.length;
    const region = { start: at, end: at + closer[1]!.length };
    return { region: { start, end: at }, end: region.end, edit: { region, text: '%}' } };
  }
  const tag = readLiquidTag(text, start + 2, start + own.length);
  if (tag === undefined) return { region: { start, end: start + 2 }, end: start + 2 };
  let end = tag.markup.start;
  while (end < tag.markup.end && !isBlank(text.charCodeAt(end))) end += 1;
  if (end === tag.markup.start) end = tag.nameRegion.end;
  return { region: { start, end }, end };
}

/** The tag takes everything up to the next `%}` for its arguments: the build says nothing, the text is gone. */
export function tagSwallows(text: string, token: LiquidToken, broken: BrokenTag): SyntaxProblem {
  const lost = text.slice(broken.end, Math.min(token.end - 2, broken.end + 2 * QUOTED));
  const words = lost.split(/\s+/).join(' ').trim();
  const quoted = words.length > QUOTED ? words.slice(0, QUOTED - 1) + '…' : words;
  return {
    messageId: 'tag-swallows-text',
    data: { name: nameOf(text, broken), text: quoted },
    region: { start: broken.region.start, end: broken.end },
    ...fixOf(broken),
  };
}

/** Nothing in the rest of the file closes the tag: “Tag '{%' was not properly terminated”. */
export function tagUnclosed(text: string, broken: BrokenTag): SyntaxProblem {
  return {
    messageId: 'tag-unclosed',
    data: { name: nameOf(text, broken) },
    region: { start: broken.region.start, end: broken.end },
    ...fixOf(broken),
  };
}

/** A `{{` whose first `}` is not followed by another: “Variable '{{' was not properly terminated”. */
export function outputUnclosed(text: string, { kind, start, end }: LiquidToken): SyntaxProblem {
  const line = firstLine(text, start, kind === 'output' ? end : text.length).trimEnd();
  const shown = line.length > QUOTED ? line.slice(0, QUOTED - 1) + '…' : line;
  return {
    messageId: 'output-unclosed',
    data: { text: shown },
    region: { start, end: start + Math.min(line.length, QUOTED) },
    ...(TAG_IN_OUTPUT.test(line) ? { fix: withoutBrace(start) } : {}),
  };
}

/** `{{% cite knuth97 %}`, a tag with a brace too many. */
const TAG_IN_OUTPUT = /^\{\{%-?\s?[a-z_]{2,20}\b[^{}]*%\}/;

const withoutBrace = (start: number): NonNullable<SyntaxProblem['fix']> => ({
  title: 'Open with {%',
  safety: 'safe',
  edits: [{ region: { start, end: start + 1 }, text: '' }],
});

/** `{{ cite knuth97 }}` looks up a variable named `cite` and prints nothing. */
export function citeInOutput(text: string, token: LiquidToken): SyntaxProblem | undefined {
  const tag = readLiquidTag(text, token.start + 2, token.end - 2);
  if (tag === undefined || !scholarTags.has(tag.name)) return undefined;
  const hasBlank = tag.markup.start > tag.nameRegion.end;
  if (!hasBlank || !/^["'\w-]/.test(text.slice(tag.markup.start, tag.markup.end).trim())) return undefined;
  const { start, end } = token;
  return {
    messageId: 'cite-in-output',
    data: { name: tag.name },
    region: regionOf(token),
    fix: {
      title: `Write \`{% ${tag.name} … %}\`.`,
      safety: 'unsafe',
      edits: [
        { region: { start, end: start + 2 }, text: '{%' },
        { region: { start: end - 2, end }, text: '%}' },
      ],
    },
  };
}

function nameOf(text: string, { region }: BrokenTag): string {
  return readLiquidTag(text, region.start + 2, region.end)?.name ?? '';
}

function fixOf({ edit }: BrokenTag): Pick<SyntaxProblem, 'fix'> {
  if (edit === undefined) return {};
  return { fix: { title: 'Close the tag with `%}`.', safety: 'safe', edits: [edit] } };
}

function firstLine(text: string, start: number, limit: number): string {
  const reach = text.slice(start, Math.min(limit, start + REACH));
  const end = reach.search(/[\r\n]/);
  return end === -1 ? reach : reach.slice(0, end);
}
