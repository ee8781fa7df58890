import type { FrontMatterField } from '../../model.ts';
import { nameBelow } from './fields.ts';

const KEYWORD = /[ \t]*#\+([^:\r\n]+):[ \t]*([^\r\n]*)/y;

/** Keys whose value Hugo splits at blanks even without the `[]` of `#+tags[]:`. */
const LISTS = new Set(['tags', 'categories', 'aliases']);

/**
 * Reads `#+key: value` lines as Hugo does (`parser/metadecoders`, `unmarshalORG`): keys in lower case, `key[]` a list of
 * words. A date stays as written, `<2024-05-01 Wed>` included.
 */
export function readOrg(text: string, start: number, end: number): FrontMatterField[] {
  const fields: FrontMatterField[] = [];
  for (let at = start; at < end; ) {
    KEYWORD.lastIndex = at;
    const match = KEYWORD.exec(text);
    if (match !== null) addKeyword(fields, match);
    const lineEnd = text.indexOf('\n', at);
    at = lineEnd === -1 ? end : lineEnd + 1;
  }
  return fields;
}

/**
 * ```
 * #+TAGS[]: logic machines
 *   ^key    ^value
 * ```
 */
function addKeyword(fields: FrontMatterField[], match: RegExpExecArray): void {
  const key = match[1] ?? '';
  const written = (match[2] ?? '').trimEnd();
  const keyStart = match.index + match[0].indexOf(key, match[0].indexOf('#+') + 2);
  const valueStart = match.index + match[0].length - (match[2] ?? '').length;
  const bare = key.endsWith('[]') ? key.slice(0, -2) : key;
  const name = bare.toLowerCase();
  const nameRegion = { start: keyStart, end: keyStart + bare.length };
  const region = { start: valueStart, end: valueStart + written.length };
  if (bare === key && !LISTS.has(name)) {
    fields.push({ name, nameRegion, value: written, region });
    return;
  }
  const words = [...written.matchAll(/\S+/g)];
  fields.push({ name, nameRegion, value: words.map(([word]) => word), region });
  words.forEach((word, index) => {
    const at = valueStart + word.index;
    fields.push({
      name: nameBelow(name, index),
      nameRegion: { start: at, end: at },
      value: word[0],
      region: { start: at, end: at + word[0].length },
    });
  });
}
