import { forgetWord } from './bare-text.ts';
import { skipSpace, trimEnd } from './characters.ts';
import { reportUnclosed } from './entry-end.ts';
import { isEntryStart } from './entry-start.ts';
import { readFields } from './fields.ts';
import { closeOfComment, readBraced } from './groups.ts';
import { type BibtexReader, type ItemHead, openEntry, replace, report } from './reader.ts';
import { skipSpaceAndComments } from './space.ts';
import { readValue } from './value.ts';

/**
 * `@comment`: biber and Pandoc skip its braces with everything inside and refuse it without braces; BibTeX skips only the
 * word and reads the entries inside. Braces that never close hide nothing.
 */
export function readComment(reader: BibtexReader, { at, end, open }: ItemHead): void {
  const { text } = reader;
  if (text.charCodeAt(open) !== 123) {
    if (text.charCodeAt(open) === 40) {
      report(reader, 'parenthesised-entry', open, open + 1, { data: { type: 'comment', engines: 'Pandoc' } });
    } else report(reader, 'unbraced-comment', at, end, { data: { engines: 'biber, Pandoc' } });
    reader.at = end;
    return;
  }
  const close = closeOfComment(reader, open);
  reader.at = close === -1 ? open + 1 : close;
  if (close === -1)
    report(reader, 'unbalanced-braces', at, open + 1, {
      data: { key: '@comment', engines: 'biber, Pandoc' },
    });
}

/** `@string` and `@preamble`. A macro holds from here on; BibTeX reads one definition a command. */
export function readCommand(reader: BibtexReader, item: ItemHead): void {
  if (item.type === 'preamble') readPreamble(reader, item);
  else readStrings(reader, item);
}

function readStrings(reader: BibtexReader, item: ItemHead): void {
  const { text } = reader;
  const entry = openEntry(text, item, '@string');
  reader.at = item.open + 1;
  const known = reader.problems.length;
  readFields(reader, entry);
  if (entry.fields.length === 0 && reader.problems.length === known) {
    report(reader, 'no-fields', item.at, item.open, { data: { key: '@string', engines: 'BibTeX, Pandoc' } });
  }
  const closer = trimEnd(text, item.open + 1, reader.at - 1);
  if (entry.fields.length > 0 && text.charCodeAt(closer - 1) === 44) {
    const fix = replace('Remove the comma', closer - 1, closer, '');
    report(reader, 'extra-comma', closer - 1, closer, { data: { key: '@string' }, fix });
  }
  const second = entry.fields[1];
  if (second !== undefined) {
    const data = { name: second.name, engines: 'BibTeX, biber, Pandoc' };
    report(reader, 'several-strings', second.nameRegion.start, second.nameRegion.end, { data });
  }
  for (const { name, nameRegion, value, macros } of entry.fields) {
    for (const macro of macros ?? []) reader.buildingBlocks.add(macro);
    reader.strings.set(name, value);
    reader.macros.push({ name, nameRegion, value, region: { start: item.at, end: reader.at } });
  }
}

/** The text of a preamble is of no interest; only its end is. */
function readPreamble(reader: BibtexReader, item: ItemHead): void {
  const { text } = reader;
  const entry = openEntry(text, item, '@preamble');
  const start = skipSpaceAndComments(reader, entry, item.open + 1);
  const value = readValue(reader, entry, start);
  for (const macro of value?.macros ?? []) reader.buildingBlocks.add(macro);
  const after = value === undefined ? start : skipSpaceAndComments(reader, entry, value.end);
  reader.at = after + 1;
  if (text.charCodeAt(after) === entry.closer) return;
  if (value !== undefined && isEntryStart(text, after)) {
    reportUnclosed(reader, entry, after);
    return;
  }
  if (value !== undefined) forgetWord(reader, value);
  const end = text.charCodeAt(item.open) === 123 ? readBraced(text, item.open).end : after;
  report(reader, 'unexpected-text', after, Math.min(after + 1, end), {
    data: { key: '@preamble', text: text.charAt(after), expected: 'a value in quotes or braces' },
  });
  reader.at = Math.max(end, skipSpace(text, after));
}
