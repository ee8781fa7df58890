import {
  type BibliographyFacts,
  defineRule,
  type Fix,
  type Location,
  type Project,
} from '../../src/model.ts';
import { isReadByPandocOnly, nameOf, replaceWith } from '../shared/bibliography-entries.ts';
import { AMPERSAND, eachFieldLike, eachFieldWith, TEX_SIGN } from '../shared/field-columns.ts';
import { placeInField, valueStart } from '../shared/field-places.ts';

/** `%` begins a comment: Pandoc prints “100” for `100% Pure`, and LaTeX stops at `&`, `#` and `_`. */
export default defineRule({
  id: 'unescaped-character',
  description: 'Disallow characters that LaTeX takes for commands.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    comment: '`%` in `{name}` of {key} begins a comment, and the rest of the field is lost; write `\\%`.',
    math: 'One `$` in `{name}` of {key} begins a formula that does not end; write `\\$`.',
    accent:
      '`\\"` in `{name}` of {key} sets two dots over what follows, and is no quotation mark; leave the backslash out.',
    json: '`{found}` in `{name}` of {key} is an escape of JSON, which LaTeX takes for an accent on a figure.',
    command: '`{character}` in `{name}` of {key} is a command to LaTeX; write `\\{character}`.',
  },
  options: {},

  check(project, { report }) {
    const readers = new Map(project.bibliographies.map((facts) => [facts.path, readersOf(project, facts)]));
    eachFieldWith(project, AMPERSAND | TEX_SIGN, FIELDS, (field, { path, format, entry, isWhole }) => {
      if (format !== 'bibtex' || !isWhole) return;
      const reader = readers.get(path);
      if (reader === 'web' || valueStart(field) === undefined || field.value.includes('://')) return;
      const found = findUnescaped(field.value, reader === 'pandoc' ? '%$' : '%$&#_');
      if (found === undefined) return;
      const { at: offset, character } = found;
      const at = placeInField(path, field, { start: offset, end: offset + 1 });
      const edits = [{ path, region: at.region, text: `\\${character}` }];
      const fixes = [{ title: `Write \`\\${character}\``, safety: 'suggest', edits }] as const;
      const data = { name: field.name, key: nameOf(entry) };
      if (character === '%') report({ at, messageId: 'comment', data, fixes });
      else if (character === '$') report({ at, messageId: 'math', data, fixes });
      else report({ at, messageId: 'command', data: { ...data, character }, fixes });
    });
    eachFieldLike(project, MISTAKEN_ACCENT, FIELDS, (field, { path, format, entry, isWhole }) => {
      const start = field.value.search(MISTAKEN_ACCENT);
      if (format !== 'bibtex' || !isWhole || start === -1) return;
      const at = placeInField(path, field, { start, end: start + 2 });
      report({ at, messageId: 'accent', data: { name: field.name, key: nameOf(entry) } });
    });
    eachFieldLike(project, ESCAPE_OF_JSON, FIELDS_OF_ESCAPES, (field, { path, format, entry, isWhole }) => {
      const [found] = field.value.match(ESCAPE_OF_JSON) ?? [];
      if (format !== 'bibtex' || !isWhole || found === undefined) return;
      const start = field.value.indexOf(found);
      const at = placeInField(path, field, { start, end: start + found.length });
      const fixes = valueStart(field) === undefined ? [] : decoded(at, found);
      report({ at, messageId: 'json', data: { found, name: field.name, key: nameOf(entry) }, fixes });
    });
  },
});

/** Engines of the web print fields as they are; Pandoc reads them as LaTeX but minds no stray sign. */
function readersOf(project: Project, facts: BibliographyFacts): 'latex' | 'pandoc' | 'web' {
  if (isReadByPandocOnly(project, facts)) return 'pandoc';
  return project.documentsOf(facts).length === 0 ? 'latex' : 'web';
}

/** `the Tune of\" Green Sleeves\": Shakespeare`, as Google Scholar writes quotation marks; the accent of `M\"uller` has a letter that takes it. */
const MISTAKEN_ACCENT = /(?<![\\{])\\"(?=[:;,.!?)]|\s?[bcdfgjklmnpqrsvzBCDFGJKLMNPQRSVZ])/g;

const FIELDS = new Set(
  (
    'title subtitle booktitle journal journaltitle publisher series school institution organization address location ' +
    'note edition maintitle'
  ).split(' '),
);

/** `G\u00f6del`, from an export that went through JSON; `\u{g}` and `\u g` are letters with a breve. */
const ESCAPE_OF_JSON = /\\u\d[\da-f]{3}/gi;
const FIELDS_OF_ESCAPES = new Set([...FIELDS, 'author', 'editor']);

/** The fix that writes the character itself. */
function decoded({ path, region }: Location, found: string): Fix[] {
  const character = String.fromCharCode(Number.parseInt(found.slice(2), 16));
  const text = /[&%$#_{}]/.test(character) ? `\\${character}` : character;
  return /[\p{L}\p{P}\p{S}]/u.test(text)
    ? replaceWith(path, region, text, `Write \`${text}\``, 'suggest')
    : [];
}

interface Unescaped {
  readonly at: number;
  readonly character: string;
}

/**
 * The first of the characters that no backslash precedes, outside formulas (`$…$`, `\(…\)`, `\[…\]`) and the arguments of
 * `\url` and `\href`.
 */
function findUnescaped(value: string, characters: string): Unescaped | undefined {
  const dollars = [...value.matchAll(/(?<!\\)\$/g)].map(({ index }) => index);
  if (dollars.length % 2 === 1) return { at: dollars[0] ?? 0, character: '$' };
  if (/\\(?:url|href|path|verb|cite|ref|ensuremath|SI|si|ce)\b/.test(value)) return undefined;
  let inMath = false;
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === '\\') {
      const next = value.charAt(++at);
      if (next === '(' || next === '[') inMath = true;
      else if (next === ')' || next === ']') inMath = false;
    } else if (character === '$') inMath = !inMath;
    else if (!inMath && characters.includes(character) && !isEntity(value, at)) return { at, character };
  }
  return undefined;
}

/** HTML is for `html-in-field` to say. */
function isEntity(value: string, at: number): boolean {
  return (
    /^&#?\w{1,8};/.test(value.slice(at, at + 12)) || /&\w{0,8}$/.test(value.slice(Math.max(0, at - 9), at))
  );
}
