import type { Region } from '../../model.ts';
import {
  complain,
  type ItemPlace,
  inObject,
  isJsonSpace,
  type JsonItems,
  type JsonReader,
} from './json-reader.ts';
import { readJsonString, readJsonWord } from './json-scalar.ts';

/** As CSL has them, and programs that export it. */
const IN_BIBLIOGRAPHY: ItemPlace = { names: /^(?:items|references)$/, top: 'a list of items' };

/**
 * Reads the items of a JSON text with their regions, in one pass and without recursion. What is broken is reported once
 * for each item and read the way it was meant: a missing comma, colon or closer is supplied, a surplus one skipped. A
 * text without problems is exactly one that `JSON.parse` reads.
 */
export function readJsonItems(text: string, place: ItemPlace = IN_BIBLIOGRAPHY): JsonItems {
  const reader: JsonReader = {
    text,
    place,
    at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    expect: 'value',
    stack: [],
    name: undefined,
    last: undefined,
    itemDepth: 2,
    shape: 'none',
    items: [],
    top: [],
    strays: [],
    problems: [],
    quiet: false,
    whole: true,
  };
  for (;;) {
    while (isJsonSpace(text.charCodeAt(reader.at))) reader.at++;
    if (reader.at >= text.length) break;
    readToken(reader, text.charCodeAt(reader.at));
  }
  closeAll(reader);
  return reader;
}

function readToken(reader: JsonReader, code: number): void {
  const start = reader.at;
  if (reader.expect === 'end') {
    complain(reader, 'the end of the file', start, start + 1);
    reader.at = reader.text.length;
  } else if (code === 123 || code === 91) open(reader, code === 123);
  else if (code === 125 || code === 93) close(reader, code === 125);
  else if (code === 44) readComma(reader);
  else if (code === 58) readColon(reader);
  else if (code === 47 && skipComment(reader)) complain(reader, 'no comment', start, reader.at);
  else if (code === 34) readText(reader);
  else readWord(reader);
}

function open(reader: JsonReader, isObject: boolean): void {
  const { stack, at: start } = reader;
  if (isObject && stack.length >= reader.itemDepth && inObject(reader) && reader.expect !== 'value') {
    complain(reader, '`}`', start, start + 1);
    while (stack.length >= reader.itemDepth) pop(reader, start);
  } else expectValue(reader, start);
  const name = reader.name;
  reader.name = undefined;
  const depth = stack.length + 1;
  if (depth === 1) reader.shape = isObject ? 'object' : 'list';
  if (depth === 2 && !isObject && name !== undefined && isListName(reader, name)) {
    reader.itemDepth = 3;
    reader.shape = 'listed';
  }
  if (isObject && depth === reader.itemDepth) reader.whole = true;
  const members =
    isObject && depth === reader.itemDepth ? [] : depth === 1 && isObject ? reader.top : undefined;
  stack.push({ start, isObject, name, members });
  reader.at = start + 1;
  reader.expect = 'first';
}

function isListName({ text, shape, place }: JsonReader, { start, end }: Region): boolean {
  return shape === 'object' && place.names.test(text.slice(start, end));
}

/** Complains where no value may stand: a comma or a colon is missing, or a name. */
function expectValue(reader: JsonReader, at: number): void {
  const { expect } = reader;
  if (expect === 'value' || (expect === 'first' && !inObject(reader))) return;
  const closer = inObject(reader) ? '}' : ']';
  const wanted =
    expect === 'colon' ? '`:`' : expect === 'next' ? `\`,\` or \`${closer}\`` : 'a name in quotes';
  complain(reader, wanted, at, at + 1);
}

/** A closer; one of the other kind closes what was left open inside. */
function close(reader: JsonReader, isObject: boolean): void {
  const { at, stack, expect } = reader;
  const end = at + 1;
  reader.at = end;
  if (expect === 'value' || expect === 'name')
    complain(reader, expect === 'name' ? 'a name in quotes' : 'a value', at, end);
  if (expect === 'colon') complain(reader, '`:`', at, end);
  const opener = stack.findLastIndex((container) => container.isObject === isObject);
  if (opener === -1 || (opener === 0 && goesOn(reader, end))) {
    if (expect === 'value' || expect === 'first') reader.expect = 'value';
    complain(reader, 'no closer here', at, end);
    return;
  }
  while (inObject(reader) !== isObject) {
    complain(reader, isObject ? '`]`' : '`}`', at, end);
    pop(reader, at);
  }
  pop(reader, end);
}

/** Whether more of the bibliography follows a closer that would end it. */
function goesOn({ text }: JsonReader, end: number): boolean {
  let next = end;
  while (isJsonSpace(text.charCodeAt(next))) next++;
  return next < text.length && ',{}]"'.includes(text.charAt(next));
}

function pop(reader: JsonReader, end: number): void {
  const container = reader.stack.pop();
  if (container === undefined) return;
  const { start, name, members, isObject } = container;
  const depth = reader.stack.length + 1;
  const region = { start, end };
  if (members !== undefined && depth === reader.itemDepth) {
    reader.items.push({ region, nameRegion: name, members });
    if (reader.whole) reader.quiet = false;
  }
  finishValue(reader, name, region, isObject);
}

/** A value is complete: it becomes a member of its object, or a stray of a list of items. */
function finishValue(reader: JsonReader, name: Region | undefined, region: Region, isObject: boolean): void {
  const parent = reader.stack.at(-1);
  reader.expect = parent === undefined ? 'end' : 'next';
  if (parent === undefined) return;
  if (parent.isObject) {
    if (name !== undefined) parent.members?.push({ nameRegion: name, region });
  } else if (!isObject && reader.stack.length === reader.itemDepth - 1) reader.strays.push(region);
}

function readComma(reader: JsonReader): void {
  const { at, expect } = reader;
  reader.at = at + 1;
  if (expect !== 'next') {
    const wanted =
      expect === 'colon' ? '`:`' : inObject(reader) && expect !== 'value' ? 'a name in quotes' : 'a value';
    complain(reader, wanted, at, at + 1);
  }
  reader.name = undefined;
  reader.expect = inObject(reader) ? 'name' : 'value';
}

/** A colon belongs behind a name; in a list it shows that the list was not closed before the name. */
function readColon(reader: JsonReader): void {
  const { at, expect, last, stack } = reader;
  reader.at = at + 1;
  if (expect === 'colon') reader.expect = 'value';
  else if (
    expect === 'next' &&
    last !== undefined &&
    !inObject(reader) &&
    stack.length === reader.itemDepth - 1
  ) {
    openImplied(reader, last);
  } else if (
    expect === 'next' &&
    last !== undefined &&
    !inObject(reader) &&
    stack.at(-2)?.isObject === true
  ) {
    complain(reader, '`]`', at, at + 1);
    pop(reader, last.start - 1);
    reader.name = last;
    reader.expect = 'value';
  } else complain(reader, expect === 'next' ? '`,`' : 'no colon here', at, at + 1);
}

/** An item whose `{` is missing: its first name was taken for a string of the list. */
function openImplied(reader: JsonReader, name: Region): void {
  complain(reader, '`{`', name.start - 1, name.end + 1);
  reader.strays.pop();
  reader.stack.push({ start: name.start - 1, isObject: true, name: undefined, members: [] });
  reader.name = name;
  reader.expect = 'value';
}

function readText(reader: JsonReader): void {
  const { text, at: start, expect } = reader;
  const { end, error } = readJsonString(text, start);
  reader.at = end;
  if (error !== undefined) complain(reader, error, start, end);
  const content = {
    start: start + 1,
    end: Math.max(start + 1, text.charCodeAt(end - 1) === 34 ? end - 1 : end),
  };
  reader.last = content;
  const isName = inObject(reader) && (expect === 'name' || expect === 'first' || expect === 'next');
  if (!isName) {
    addScalar(reader, { start, end });
    return;
  }
  if (expect === 'next') complain(reader, '`,` or `}`', start, end);
  reader.name = content;
  reader.expect = 'colon';
}

/** A number or a literal; anything else is reported, and taken for a name where one belongs. */
function readWord(reader: JsonReader): void {
  const { text, at: start, expect } = reader;
  const { end, error } = readJsonWord(text, start);
  reader.at = end;
  if (inObject(reader) && (expect === 'name' || expect === 'first')) {
    complain(reader, 'a name in quotes', start, end);
    const quote = text.charAt(start) === "'" && text.charAt(end - 1) === "'" && end - start > 1 ? 1 : 0;
    reader.name = { start: start + quote, end: end - quote };
    reader.expect = 'colon';
    return;
  }
  if (error !== undefined) complain(reader, error, start, end);
  addScalar(reader, { start, end });
}

function addScalar(reader: JsonReader, region: Region): void {
  expectValue(reader, region.start);
  const name = reader.name;
  reader.name = undefined;
  finishValue(reader, name, region, false);
}

function skipComment(reader: JsonReader): boolean {
  const { text, at } = reader;
  const isBlock = text.startsWith('/*', at);
  if (!isBlock && !text.startsWith('//', at)) return false;
  const end = isBlock ? text.indexOf('*/', at + 2) : text.indexOf('\n', at);
  reader.at = end === -1 ? text.length : isBlock ? end + 2 : end;
  return true;
}

function closeAll(reader: JsonReader): void {
  const { text, stack } = reader;
  const end = text.trimEnd().length;
  if (reader.expect !== 'end') {
    const wanted = stack.length === 0 ? reader.place.top : inObject(reader) ? '`}`' : '`]`';
    const shownEnd = Math.max(end, Math.min(1, text.length));
    complain(reader, wanted, Math.max(0, end - 1), shownEnd, 'the end of the file');
  }
  while (stack.length > 0) pop(reader, end);
}
