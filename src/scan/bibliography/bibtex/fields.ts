import type { Field } from '../../../model.ts';
import { forgetWord, readBareText } from './bare-text.ts';
import { skipBlanks, skipName, skipSpace } from './characters.ts';
import { closeEntry, closesWrongly, reportUnclosed } from './entry-end.ts';
import { isEntryStart } from './entry-start.ts';
import { type FieldName, readFieldName } from './field-name.ts';
import { isFieldName, isFieldStart } from './field-start.ts';
import { mendAfterValue } from './mending.ts';
import { readPlainField } from './plain-field.ts';
import { type BibtexReader, type OpenEntry, replace, report } from './reader.ts';
import { forgetCommentBefore, skipSpaceAndComments } from './space.ts';
import { skipComma } from './unexpected.ts';
import { type BibtexValue, readValue } from './value.ts';

/**
 * Reads the fields of an entry from `reader.at` to behind its closer. What is broken is reported once and read the way
 * it was meant; an entry without its closer ends before the next one.
 */
export function readFields(reader: BibtexReader, entry: OpenEntry): void {
  const { text } = reader;
  for (;;) {
    const at = skipSpaceAndComments(reader, entry, reader.at);
    const code = text.charCodeAt(at);
    reader.at = at;
    if (code === entry.closer) {
      if (closeEntry(reader, entry, at)) return;
    } else if (code === 44) reportCommas(reader, entry, at);
    else if (endsEntry(text, at)) {
      reportUnclosed(reader, entry, at);
      return;
    } else if ((code === 125 || code === 41 || code === 93) && closesWrongly(reader, entry, at)) return;
    else if (entry.mended || !readPlainField(reader, entry, at)) readField(reader, entry, at);
  }
}

/** Whether the file ends here, or another entry begins. */
function endsEntry(text: string, at: number): boolean {
  return at >= text.length || (text.charCodeAt(at) === 64 && isEntryStart(text, at));
}

/** One field with the comma behind it, from its name on. */
function readField(reader: BibtexReader, entry: OpenEntry, start: number): void {
  const { text } = reader;
  const name = readFieldName(reader, entry, start);
  if (name === undefined) return;
  const value = isValueMissing(text, name) ? undefined : readValue(reader, entry, name.valueAt);
  if (value === undefined) {
    const data = { key: entry.key, name: name.name };
    report(reader, 'missing-value', start, name.valueAt, { data });
    reader.at = skipComma(reader, entry, name.valueAt);
    return;
  }
  const after = skipSpaceAndComments(reader, entry, value.end);
  const code = text.charCodeAt(after);
  const isWord = value.written === 'macro' || value.written === 'number';
  const bareEnd = isWord ? readBareText(reader, entry, value, after) : -1;
  if (bareEnd !== -1) {
    const content = text.slice(value.start, bareEnd);
    addField(entry, name, { ...value, end: bareEnd, value: content, written: 'number', macros: [] });
    reader.at = skipComma(reader, entry, bareEnd);
  } else if (code === 44 || code === entry.closer) {
    addField(entry, name, value);
    reader.at = code === 44 ? after + 1 : after;
  } else mendField(reader, entry, name, value, after);
}

/** `title =⏎ year = 1997`: the next field stands in the place of the value. In an address a sign makes no field. */
function isValueMissing(text: string, { end, valueAt }: FieldName): boolean {
  return (
    isFieldStart(text, valueAt) &&
    /[\r\n]/.test(text.slice(end, valueAt)) &&
    /^[a-z][\w-]*$/i.test(text.slice(valueAt, skipName(text, valueAt)))
  );
}

function addField(entry: OpenEntry, name: FieldName, value: BibtexValue): void {
  const { name: fieldName, start, end } = name;
  const nameRegion = { start, end };
  const region = { start: value.start, end: value.end };
  const { macros, written } = value;
  const field: Field = { name: fieldName, nameRegion, value: value.value, region, written };
  entry.fields.push(
    macros.length === 0
      ? field
      : { name: fieldName, nameRegion, value: value.value, region, written, macros },
  );
}

/** A field that neither a comma nor the closer follows. */
function mendField(
  reader: BibtexReader,
  entry: OpenEntry,
  name: FieldName,
  value: BibtexValue,
  after: number,
): void {
  const { text } = reader;
  const behind = endsEntry(text, after) ? forgetCommentBefore(reader, entry, after) : after;
  const mended = mendAfterValue(reader, entry, value, after);
  if (mended !== undefined) {
    const content = text.slice(value.lastPart + 1, mended.contentEnd);
    addField(entry, name, { ...value, end: mended.end, value: content });
    reader.at = skipComma(reader, entry, mended.end);
    return;
  }
  addField(entry, name, value);
  reader.at = behind;
  if (!isFieldName(text, after)) {
    if (skipBlanks(text, value.end) === after) forgetWord(reader, value);
    return;
  }
  if (endsInComment(reader, value.end)) return;
  const fix = replace('Insert a comma', value.end, value.end, ',');
  const data = { key: entry.key, name: name.name };
  report(reader, 'missing-comma', value.end - 1, value.end, { data, fix });
}

/** A `%` behind the value hid the comma: that is reported already. */
function endsInComment({ problems, text }: BibtexReader, end: number): boolean {
  const last = problems.at(-1);
  return last?.messageId === 'comment-in-entry' && last.region.start === skipSpace(text, end);
}

/** Commas with nothing between them: one problem for the run. */
function reportCommas(reader: BibtexReader, entry: OpenEntry, start: number): void {
  const { text } = reader;
  let end = start + 1;
  for (let next = end; text.charCodeAt(next) === 44; next = skipSpace(text, end)) end = next + 1;
  const fix = replace('Remove the comma', start, end, '');
  report(reader, 'extra-comma', start, end, { data: { key: entry.key }, fix });
  reader.at = end;
}
