import { isKnownEntryType } from '../../../work/entry-types.ts';
import { isLineEnd, skipBlanks, skipName, skipSpace } from './characters.ts';
import { startsLine } from './entry-start.ts';
import { isFieldStart } from './field-start.ts';
import { enginesRejectingType } from './names.ts';
import { type BibtexReader, type ItemHead, replace, report } from './reader.ts';

/** The head of the item at an `@`: its type and its opening. Undefined where the text only holds an `@`. */
export function readHead(reader: BibtexReader, at: number): ItemHead | undefined {
  const { text } = reader;
  const start = skipSpace(text, at + 1);
  const end = skipName(text, start);
  const open = skipSpace(text, end);
  const type = text.slice(start, end).toLowerCase();
  const code = text.charCodeAt(open);
  const opens = code === 123 || (code === 40 && isParenthesised(text, open));
  const head = { at, start, end, open, type };
  if (type === 'comment') return head;
  if (end === start || !opens) return startsLine(text, at) ? mendHead(reader, at) : undefined;
  if (start > at + 1) reportBlanks(reader, head);
  const engines = enginesRejectingType(type);
  if (engines !== '') report(reader, 'invalid-entry-type', start, end, { data: { type, engines } });
  if (code === 40) {
    report(reader, 'parenthesised-entry', open, open + 1, { data: { type, engines: 'Pandoc, bibtex-ruby' } });
  }
  return head;
}

function reportBlanks(reader: BibtexReader, { at, start, type }: ItemHead): void {
  const fix = replace('Remove the blanks', at + 1, start, '');
  const data = { type, engines: 'Pandoc' };
  report(reader, 'space-after-at-sign', at, start, { data, fix });
}

/** `(` opens an entry only where a key or a macro follows: “@knuth (on the phone)” is text. */
function isParenthesised(text: string, open: number): boolean {
  const key = skipSpace(text, open + 1);
  const next = text.charCodeAt(skipSpace(text, skipName(text, key)));
  return next === 44 || next === 61;
}

/** An entry for a person, but for no program: `@bo"ok{knuth1997,` and `@book knuth1997,`. */
function mendHead(reader: BibtexReader, at: number): ItemHead | undefined {
  const { text } = reader;
  let open = at + 1;
  while (open < at + 40 && !isLineEnd(text.charCodeAt(open)) && text.charCodeAt(open) !== 123) open++;
  const type = text
    .slice(at + 1, open)
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  if (text.charCodeAt(open) === 123 && isItemType(type)) {
    const data = { type: text.slice(at + 1, open), engines: 'BibTeX, biber, Pandoc' };
    report(reader, 'invalid-entry-type', at + 1, open, { data });
    return { at, start: at + 1, end: open, open, type };
  }
  return withBracket(reader, at) ?? withoutBrace(reader, at);
}

function isItemType(type: string): boolean {
  return isKnownEntryType(type) || type === 'string' || type === 'preamble';
}

const WITH_BRACKET = /@([a-z]{1,40})\[([^\s,{}[\]]{1,200}),/iy;

/** `@book[knuth1997,`: the bracket was typed for the brace. */
function withBracket(reader: BibtexReader, at: number): ItemHead | undefined {
  const { text } = reader;
  WITH_BRACKET.lastIndex = at;
  const [head, written = '', key = ''] = WITH_BRACKET.exec(text) ?? [];
  const type = written.toLowerCase();
  if (head === undefined || !isItemType(type)) return undefined;
  if (!isFieldStart(text, skipSpace(text, at + head.length))) return undefined;
  const open = at + 1 + type.length;
  const fix = replace('Write `{`', open, open + 1, '{');
  report(reader, 'missing-opening-delimiter', at, open + 1, { data: { key, delimiter: '{' }, fix });
  return { at, start: at + 1, end: open, open, type };
}

/** `@book knuth1997,` and `@bookknuth1997,` with a field behind it, and `@stringacm = `: the brace is missing. */
function withoutBrace(reader: BibtexReader, at: number): ItemHead | undefined {
  const { text } = reader;
  const start = at + 1;
  const nameEnd = skipName(text, start);
  const attached = text.slice(start, nameEnd).toLowerCase();
  const isString = attached.startsWith('string');
  const end = isString ? start + 6 : isKnownEntryType(attached) ? nameEnd : start + typePrefix(attached);
  const key = skipBlanks(text, end);
  const comma = skipBlanks(text, skipName(text, key));
  if (end === start || comma === key) return undefined;
  const isWhole = isString
    ? isFieldStart(text, key)
    : text.charCodeAt(comma) === 44 && isFieldStart(text, skipSpace(text, comma + 1));
  if (!isWhole) return undefined;
  const fix = replace('Insert `{`', end, end, '{');
  const data = { key: text.slice(key, skipName(text, key)), delimiter: '{' };
  report(reader, 'missing-opening-delimiter', at, end, { data, fix });
  return { at, start, end, open: key - 1, type: text.slice(start, end).toLowerCase() };
}

/** Length of the longest entry type that the word begins with; 0 where it begins with none. */
function typePrefix(word: string): number {
  for (let length = Math.min(word.length - 1, 14); length > 2; length--) {
    if (isKnownEntryType(word.slice(0, length))) return length;
  }
  return 0;
}
