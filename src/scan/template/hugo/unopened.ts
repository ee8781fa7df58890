import type { FixSafety, Region, Shortcode, SyntaxProblem } from '../../../model.ts';
import { once } from '../../../text/once.ts';
import { shownAsCode } from './bare-braces.ts';
import { hugoBuiltins, usualNames } from './builtins.ts';
import { createDelimiters } from './delimiters.ts';
import { excerpt } from './edit.ts';
import { lexTag } from './lex-tag.ts';
import { withPartedBraces } from './parted-braces.ts';

/** Such a tag, its problem, and what it stands for where opening and closing tags are paired. */
interface Unopened {
  readonly problem: SyntaxProblem;
  readonly shortcode: Shortcode;
  /** At both ends; in code such braces are more likely of another language. */
  readonly isBroken: boolean;
}

/**
 * Tags whose opening delimiter lost a character or is gone, so that Hugo prints them as they stand. Only those whose name
 * is a shortcode for sure, and that would be right with the delimiter whole, are reported: other languages have braces too.
 * The closing delimiter may be broken likewise.
 * ```
 * {< cite "knuth" >}}   {{ < cite "knuth" > }}   {{ cite "knuth" >}}   < cite "knuth" >}}   cite "knuth" >}}
 * ^              ^at
 * ```
 */
export function findUnopened(
  text: string,
  bodyStart: number,
  masked: readonly Region[],
  seen: ReadonlySet<string>,
): Unopened[] {
  const all: Unopened[] = [];
  for (const mark of ['>', '%'] as const) {
    let next = 0;
    let from = bodyStart;
    let closer = closerFrom(text, from, mark);
    for (; closer !== undefined; closer = closerFrom(text, closer.end, mark)) {
      const at = closer.start;
      while (next < masked.length && masked[next]!.end <= at) from = masked[next++]!.end;
      if (next < masked.length && masked[next]!.start < at) continue;
      const unopened = unopenedTag(text, from, closer, mark, seen);
      if (unopened !== undefined) all.push(unopened);
      from = closer.end;
    }
  }
  const doubtful = all.filter(({ isBroken }) => isBroken);
  if (doubtful.length === 0) return all;
  const isShown = shownAsCode(text, { start: bodyStart, end: text.length });
  return all.filter((unopened) => !unopened.isBroken || !isShown(unopened.shortcode.region.start));
}

/** The next `>}}`, `> }}`, `>}` or `> }`; `%}` alone is Liquid's. Looks for braces, of which a page has few. */
function closerFrom(text: string, from: number, mark: '>' | '%'): Region | undefined {
  for (let brace = text.indexOf('}', from); brace !== -1; brace = text.indexOf('}', brace + 1)) {
    const isDouble = text.charAt(brace + 1) === '}';
    const isSpaced = mark === '>' && text.charAt(brace - 1) === ' ';
    const start = isSpaced ? brace - 2 : brace - 1;
    if (start < from || text.charAt(start) !== mark || !(isDouble || mark === '>')) continue;
    return { start, end: isDouble ? brace + 2 : brace + 1 };
  }
  return undefined;
}

function unopenedTag(
  text: string,
  from: number,
  closer: Region,
  mark: '>' | '%',
  seen: ReadonlySet<string>,
): Unopened | undefined {
  const near = Math.max(from, closer.start - LONGEST_TAG);
  const lineStart = near + text.slice(near, closer.start).lastIndexOf('\n') + 1;
  const part = text.slice(lineStart, closer.start);
  const isWhole = text.startsWith(`${mark}}}`, closer.start);
  // JSX closes with `>}` as well: `icon={<figure src="a.png" />}`.
  const isName = (name: string): boolean =>
    seen.has(name) || usualNames.has(name) || (isWhole && hugoBuiltins.has(name));
  for (const opening of openings(part, mark === '>' ? '<' : '%')) {
    if (!isName(opening.name) || !(isWhole || isBracedQuote(opening, part))) continue;
    const { start, inside } = opening;
    const place = { ...opening, start: lineStart + start, inside: lineStart + inside };
    const found = readAs(text, place, closer, mark);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * A tag that neither opens nor closes as it should needs a brace before it and a quoted argument to be one; `title="…"` is of
 * an element of HTML in JSX.
 */
const isBracedQuote = ({ start, inside }: Opening, part: string): boolean =>
  part.charAt(start) === '{' && /^[^"`=]*["`]/.test(part.slice(inside));

/** What starts further before its closing delimiter is no tag. */
const LONGEST_TAG = 10_000;

/** Where a tag may start whose opening delimiter is not whole. */
interface Opening {
  readonly start: number;
  /** Of its name, or of the `/` before that. */
  readonly inside: number;
  readonly name: string;
  readonly safety: FixSafety;
}

function* openings(part: string, angle: '<' | '%'): Generator<Opening> {
  const brace = part.lastIndexOf('{');
  const match = brace === -1 ? null : BRACED().exec(part.slice(brace));
  if (match !== null) {
    const [, blanks = '', written, name = ''] = match;
    const isDouble = part.charAt(brace - 1) === '{';
    const start = isDouble ? brace - 1 : brace;
    const isBroken = written === angle || (written === '' && isDouble);
    const safety = isDouble && written !== '' ? 'suggest' : 'safe';
    if (isBroken && !/[\\;]/.test(part.charAt(start - 1)))
      yield { start, inside: brace + 1 + blanks.length, name, safety };
  }
  for (const { 1: before = '', 2: name = '', index } of [...part.matchAll(BARE())]
    .slice(-MAX_TRIES)
    .reverse()) {
    // What follows an entity or a backslash is meant to be seen; a brace was looked at already.
    if (/[\\;{]\s*$/.test(part.slice(0, index))) continue;
    if (before === '' || before.startsWith(angle))
      yield { start: index, inside: index + before.length, name, safety: 'suggest' };
  }
}

/** A brace, blanks and the rest of the delimiter, the name of a tag. */
const BRACED = once(() => /^\{(\s?([<%]?)\s*)(?:\/\s*)?([\p{L}\d_][\p{L}\d_/-]*)(?=[\s"`>%])/u);

/** A name with a quoted argument behind, and at most the last character of the delimiter before it. */
const BARE = once(() => /([<%][ \t]*|(?<![\p{L}\d_/-]))([\p{L}\d_][\p{L}\d_/-]*)(?=[ \t]*")/gu);
const MAX_TRIES = 8;

/** The tag as it would be with a whole delimiter; undefined where it would not be right even then. */
function readAs(
  text: string,
  { start, inside, name, safety }: Opening,
  closer: Region,
  mark: '>' | '%',
): Unopened | undefined {
  const delimiter = mark === '>' ? '{{<' : '{{%';
  const closing = `${mark}}}`;
  const mended = `${delimiter} ${text.slice(inside, closer.start)}${closing}`;
  const isWhole = text.slice(closer.start, closer.end) === closing;
  const lacks = { opening: !text.startsWith('{{', start), closing: text.charAt(closer.end - 2) !== '}' };
  const region = withPartedBraces(text, { start, end: closer.end }, lacks);
  const edits = [
    { region: { start: region.start, end: inside }, text: delimiter + ' ' },
    ...(isWhole ? [] : [{ region: { start: closer.start, end: region.end }, text: closing }]),
  ];
  const tag = lexTag(mended, createDelimiters(mended), 0, mended.length, new Set([name]));
  if (tag.error !== undefined || tag.end !== mended.length) return undefined;
  const nameStart = inside + mended.slice(4).indexOf(name);
  return {
    isBroken: !isWhole,
    problem: {
      messageId: 'unopened-shortcode',
      data: { name, delimiter, text: excerpt(text, region) },
      region,
      fix: {
        title: isWhole ? `Open with ${delimiter}` : `Write ${delimiter} and ${closing}`,
        safety,
        edits,
      },
    },
    shortcode: {
      region,
      name,
      nameRegion: { start: nameStart, end: nameStart + name.length },
      delimiter: mark === '>' ? '<' : '%',
      closing: tag.slash !== -1 && tag.slash < tag.nameStart,
      selfClosing: tag.slash > tag.nameStart,
      damaged: true,
      params: [],
    },
  };
}
