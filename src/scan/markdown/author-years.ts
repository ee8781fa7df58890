import type { AuthorYearMention, MentionedWork, Region } from '../../model.ts';
import { once } from '../../text/once.ts';

const YEAR = /(?<![\d./-])(?:1[5-9]|20)\d\d[a-z]?(?=\s{0,3}[,;:)\]])/g;

const PARTICLES =
  '(?:(?:[Vv]an|[Vv]on|[Dd]e[nrls]?|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll][ae]|[Tt]er|[Tt]en|[Zz]u|al|el|bin|[Ss]t\\.)\\s){0,3}';
const NAME = `${PARTICLES}\\p{Lu}[\\p{L}\\p{M}'’‐-]{1,30}(?:\\s(?:\\p{Lu}[\\p{L}\\p{M}'’‐-]{1,30}|of|for|the|de|la)){0,4}`;
const NAMES = `(${NAME}(?:,\\s${NAME}){0,6})(?:(,?\\s(?:et\\sal\\.?|and\\sothers|u\\.\\s?a\\.))|,?\\s(?:&|and|und|et|y|e)\\s(${NAME}))?`;

/** `see Knuth & Plass, 1981a, p. 3` between brackets or semicolons. */
const WORK = once(
  () =>
    new RegExp(
      `^((?:see\\salso|see|e\\.g\\.,?|cf\\.|vgl\\.|voir|also)\\s)?${NAMES}(?:['’]s)?,?\\s\\(?((?:1[5-9]|20)\\d\\d[a-z]?)(?:[,:]\\s*([^()\\[\\]]{1,40}))?$`,
      'u',
    ),
);
/** Names at the end of what stands before `(1984)`. */
const NAMES_AT_END = once(() => new RegExp(`(?<![\\p{L}\\p{N}])${NAMES}(?:['’]s)?\\s{0,2}$`, 'u'));
/** `1984`, `1984, p. 3`. */
const YEAR_ALONE = /^((?:1[5-9]|20)\d\d[a-z]?)(?:[,:]\s*([^()[\]]{1,40}))?$/;

/** Longest bracket that is read, and longest row of names before one. */
const MOST = 200;
const MOST_NAMES = 120;

/**
 * Author and year as an author-date style prints them, in brackets or with the names in the sentence. Private-use
 * characters stand for what is no prose. Linear: each year is looked at with a bounded surrounding.
 */
export function readAuthorYears(text: string, { start, end }: Region): AuthorYearMention[] {
  const mentions: AuthorYearMention[] = [];
  YEAR.lastIndex = start;
  for (let match = YEAR.exec(text); match !== null && match.index < end; match = YEAR.exec(text)) {
    const bracket = bracketAround(text, match.index);
    if (bracket === undefined || bracket.start < (mentions.at(-1)?.region.end ?? 0)) continue;
    const mention = readBracket(text, bracket);
    if (mention !== undefined) mentions.push(mention);
  }
  return mentions;
}

/** The innermost bracket around a place, brackets included; a link or a nested bracket is none. */
function bracketAround(text: string, at: number): Region | undefined {
  let open = at - 1;
  while (open >= 0 && open > at - MOST && !'()[]\n\uE000'.includes(text[open]!)) open -= 1;
  const mark = text[open] ?? '';
  if (mark === '' || !'(['.includes(mark)) return undefined;
  const close = text.slice(at, at + MOST).search(/[()[\]\n\uE000]/);
  const end = at + close + 1;
  if (close === -1 || text[end - 1] !== (mark === '(' ? ')' : ']')) return undefined;
  const isLink =
    mark === '['
      ? '([:{'.includes(text[end] || ' ') || '!]'.includes(text[open - 1] || ' ')
      : text[open - 1] === ']';
  return isLink ? undefined : { start: open, end };
}

function readBracket(text: string, { start, end }: Region): AuthorYearMention | undefined {
  const content = text.slice(start + 1, end - 1).trim();
  const alone = YEAR_ALONE.exec(content);
  if (alone !== null) return text[start] === '(' ? readNarrative(text, { start, end }, alone) : undefined;
  const works = content.split(/;\s*/).map(readWork);
  if (!works.every((work) => work !== undefined)) return undefined;
  return { kind: 'author-year', region: { start, end }, inText: false, works };
}

function readWork(part: string): MentionedWork | undefined {
  const match = WORK().exec(part.trim());
  if (match === null) return undefined;
  const [, prefix, first = '', others, last, year = '', locator] = match;
  return {
    names: namesOf(first, last),
    othersOmitted: others !== undefined,
    year,
    ...(prefix === undefined ? {} : { prefix: prefix.trim() }),
    ...(locator === undefined ? {} : { locator: locator.trim() }),
  };
}

function readNarrative(
  text: string,
  { start, end }: Region,
  [, year = '', locator]: RegExpExecArray,
): AuthorYearMention | undefined {
  const window = text.slice(Math.max(0, start - MOST_NAMES), start);
  const before = window.slice(window.lastIndexOf('\n') + 1);
  const match = NAMES_AT_END().exec(before);
  if (match === null) return undefined;
  const [written, first = '', others, last] = match;
  const work: MentionedWork = {
    names: namesOf(first, last),
    othersOmitted: others !== undefined,
    year,
    ...(locator === undefined ? {} : { locator: locator.trim() }),
  };
  return { kind: 'author-year', region: { start: start - written.length, end }, inText: true, works: [work] };
}

function namesOf(first: string, last: string | undefined): string[] {
  const names = first.split(/,\s/);
  return last === undefined ? names : [...names, last];
}
