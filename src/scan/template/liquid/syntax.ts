import type { Param, Region } from '../../../model.ts';
import { type LiquidTag, regionOf, splitWords } from './tag.ts';

const QUOTED_FRAGMENT = /[^\s,|'"]|"[^"]*"|'[^']*'/;

/** What Liquid demands of the markup of its own tags, in its lax mode, which Jekyll falls back to. */
const DEMANDS: ReadonlyMap<string, (markup: string) => boolean> = new Map([
  ['raw', (markup) => markup.trim() === ''],
  ['#', (markup) => markup.split('\n').every(isCommentLine)],
  ['if', (markup) => QUOTED_FRAGMENT.test(markup)],
  ['unless', (markup) => QUOTED_FRAGMENT.test(markup)],
  ['elsif', (markup) => QUOTED_FRAGMENT.test(markup)],
  ['case', (markup) => QUOTED_FRAGMENT.test(markup)],
  ['when', (markup) => QUOTED_FRAGMENT.test(markup)],
  ['for', (markup) => /^[\w-]+\??\s+in\s*(?:[^\s,|'"]|"[^"]*"|'[^']*')/.test(markup)],
  ['assign', (markup) => /[\w\-.[\])]\s*=/.test(markup)],
  ['capture', (markup) => /[\w\-.[\]]/.test(markup)],
  ['highlight', isHighlightMarkup],
]);

/** A markup as long as this is no highlight line any more; it keeps the check from growing with the file. */
const LONGEST_HIGHLIGHT = 500;

/** Whether the build accepts the markup of a tag of Liquid or Jekyll; a tag of another origin is always accepted. */
export function isValidMarkup(text: string, tag: LiquidTag): boolean {
  const demand = DEMANDS.get(tag.name);
  return demand === undefined || demand(text.slice(tag.markup.start, tag.markup.end));
}

function isCommentLine(line: string, index: number): boolean {
  const content = line.trim();
  return index === 0 || content === '' || content.startsWith('#');
}

/** Jekyll's highlight.rb: a language, then `name`, `name=value` or `name="1 2 3"`. */
function isHighlightMarkup(markup: string): boolean {
  if (markup.length > LONGEST_HIGHLIGHT) return true;
  return /^[a-zA-Z0-9.+#_-]+(?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*$/m.test(markup.trim());
}

/** The tags whose arguments are a file and `name=value` pairs. */
const INCLUDES: ReadonlySet<string> = new Set(['include', 'include_relative', 'include_cached']);

/** The params of a tag that is not jekyll-scholar's: those of an include one by one, any other markup whole. */
export function liquidParams(text: string, tag: LiquidTag): Param[] {
  const { start, end } = tag.markup;
  const isInclude = INCLUDES.has(tag.name) && text.slice(start, end).indexOf('{{') === -1;
  if (isInclude) return readInclude(text, tag.markup).params;
  const markup = text.slice(start, end).trimEnd();
  if (markup === '') return [];
  return [{ value: markup, region: { start, end: start + markup.length }, quote: '' }];
}

/** Whether Jekyll's include.rb accepts the params; an include whose file name is an output is not judged. */
export function isValidInclude(text: string, tag: LiquidTag): boolean {
  if (!INCLUDES.has(tag.name)) return true;
  if (text.slice(tag.markup.start, tag.markup.end).includes('{{')) return true;
  return readInclude(text, tag.markup).isValid;
}

/** One `name=value` of an include: quoted with escapes, or a bare word. Sticky, so reading is linear. */
const PAIR =
  /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\w.-]+))(?=[ \t\r\n\f\v]|$)[ \t\r\n\f\v]*/sy;

function readInclude(text: string, markup: Region): { params: Param[]; isValid: boolean } {
  const file = splitWords(text, markup)[0];
  if (file === undefined) return { params: [], isValid: true };
  const params: Param[] = [{ value: file.text, region: regionOf(file), quote: '' }];
  const rest = text.slice(file.end, markup.end);
  PAIR.lastIndex = rest.length - rest.trimStart().length;
  for (let at = PAIR.lastIndex; at < rest.length; at = PAIR.lastIndex) {
    const match = PAIR.exec(rest);
    if (match === null) return { params, isValid: false };
    params.push(includeParam(match, file.end + at));
  }
  return { params, isValid: true };
}

function includeParam(match: RegExpExecArray, start: number): Param {
  const [, name = '', double, single, bare = ''] = match;
  const quote = double !== undefined ? '"' : single !== undefined ? "'" : '';
  const value = double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'") ?? bare;
  const end = start + match[0].trimEnd().length;
  const length = quote === '' ? bare.length : (double ?? single ?? '').length + 2;
  return {
    name,
    nameRegion: { start, end: start + name.length },
    value,
    region: { start: end - length, end },
    quote,
  };
}
