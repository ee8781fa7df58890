import type { FrontMatterField, Json } from '../../model.ts';
import { type DraftField, MAX_FIELD_DEPTH, nameBelow, setOwn } from './fields.ts';
import { type FlatValue, isOrdinary, readFlatValue } from './flat-yaml-value.ts';

const CR = 13;
const SPACE = 32;
const HASH = 35;
const DASH = 45;
const COLON = 58;

/** An open mapping or list; one of `map` and `list` is there. */
interface Frame {
  readonly indent: number;
  readonly name: string;
  readonly field: DraftField | undefined;
  readonly map: Record<string, Json> | undefined;
  readonly list: Json[] | undefined;
  /** The last key, while no value has been seen for it. */
  pending: DraftField | undefined;
  end: number;
}

interface Reading {
  readonly text: string;
  readonly stack: Frame[];
  readonly fields: DraftField[];
}

/**
 * Reads the plain kind of YAML that nearly all front matter is: mappings and `- item` lists by indentation, unquoted and
 * quoted scalars on one line, flow lists of scalars. About a microsecond a line, and no parser is loaded. Returns
 * `undefined` for everything else (anchors, tags, block scalars, flow mappings, unusual characters, anything that may be
 * an error), which is then for `readYaml`; a differential test proves the two equal.
 */
export function readFlatYaml(text: string, start: number, end: number): FrontMatterField[] | undefined {
  const reading: Reading = { text, stack: [], fields: [] };
  for (let at = start; at < end; ) {
    let lineEnd = text.indexOf('\n', at);
    if (lineEnd === -1 || lineEnd > end) lineEnd = end;
    const contentEnd = lineEnd > at && text.charCodeAt(lineEnd - 1) === CR ? lineEnd - 1 : lineEnd;
    if (!readLine(reading, at, contentEnd)) return undefined;
    at = lineEnd + 1;
  }
  while (reading.stack.length > 0) closeFrame(reading);
  return reading.fields;
}

/**
 * ```
 *     - name: Ada
 * ^at ^first    ^end
 * ```
 */
function readLine(reading: Reading, at: number, end: number): boolean {
  const { text } = reading;
  let first = at;
  while (first < end && text.charCodeAt(first) === SPACE) first += 1;
  if (first === end || text.charCodeAt(first) === HASH) return isOrdinary(text, first, end);
  if (text.charCodeAt(first) === DASH) return readItem(reading, at, first, end);
  const colon = findColon(text, first, end);
  return colon !== -1 && readEntry(reading, first - at, first, colon, end);
}

/** Offset of the colon that ends a plain key, or -1 where the line begins with something else. */
function findColon(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) | 32;
  if (!(first >= 97 && first <= 122) && text.charCodeAt(start) !== 95) return -1;
  for (let at = start + 1; at < end && at - start < 200; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      const closed = at + 1 === end || text.charCodeAt(at + 1) === SPACE;
      return closed && text.charCodeAt(at - 1) !== SPACE ? at : -1;
    }
    const letter = (code | 32) >= 97 && (code | 32) <= 122;
    const other = (code >= 45 && code <= 57) || code === 95 || code === SPACE;
    if (!letter && !other) return -1;
  }
  return -1;
}

/** `key: value` or `key:`, in the mapping that stands at this indentation. */
function readEntry(reading: Reading, indent: number, start: number, colon: number, end: number): boolean {
  const frame = mappingAt(reading, indent, start);
  if (frame?.map === undefined) return false;
  const { text, fields } = reading;
  const key = text.slice(start, colon);
  const draft: DraftField = {
    name: nameBelow(frame.name, key),
    nameRegion: { start, end: colon },
    value: null,
    region: { start: colon + 1, end: colon + 1 },
  };
  fields.push(draft);
  const value = readFlatValue(text, colon + 1, end);
  if (value === undefined) return false;
  setOwn(frame.map, key, null);
  frame.pending = value === 'empty' ? draft : undefined;
  if (value !== 'empty') assign(reading, draft, value);
  if (value !== 'empty') setOwn(frame.map, key, value.value);
  frame.end = draft.region.end;
  return true;
}

/** `- value` or `- key: value`, in the list that stands at this indentation. */
function readItem(reading: Reading, at: number, dash: number, end: number): boolean {
  const { text, fields } = reading;
  let start = dash + 1;
  while (start < end && text.charCodeAt(start) === SPACE) start += 1;
  if (start === dash + 1 || start === end) return false;
  const frame = listAt(reading, dash - at, dash);
  if (frame?.list === undefined) return false;
  const draft: DraftField = {
    name: nameBelow(frame.name, frame.list.length),
    nameRegion: { start, end: start },
    value: null,
    region: { start, end: start },
  };
  fields.push(draft);
  const colon = findColon(text, start, end);
  if (colon !== -1) {
    const map: Record<string, Json> = {};
    frame.list.push(map);
    return openFrame(reading, start - at, draft, map) && readEntry(reading, start - at, start, colon, end);
  }
  const value = readFlatValue(text, start, end);
  if (value === undefined || value === 'empty') return false;
  assign(reading, draft, value);
  frame.list.push(value.value);
  frame.end = draft.region.end;
  return true;
}

function assign({ fields }: Reading, draft: DraftField, value: FlatValue): void {
  draft.value = value.value;
  draft.region = { start: value.start, end: value.end };
  value.items?.forEach((item, index) => {
    fields.push({
      name: nameBelow(draft.name, index),
      nameRegion: { start: item.start, end: item.start },
      value: item.value,
      region: { start: item.start, end: item.end },
    });
  });
}

/** The mapping a key at this indentation belongs to; opens it where a key is waiting for its value. */
function mappingAt(reading: Reading, indent: number, start: number): Frame | undefined {
  const { stack } = reading;
  if (stack.length === 0) {
    if (reading.fields.length > 0) return undefined;
    stack.push(newFrame(indent, '', undefined, {}, start));
  }
  let top = stack.at(-1);
  while (top !== undefined && (top.indent > indent || (top.list !== undefined && top.indent === indent))) {
    closeFrame(reading);
    top = stack.at(-1);
  }
  if (top === undefined || top.indent === indent) return top;
  return openBelow(reading, top, indent, start, {});
}

/** The list an item at this indentation belongs to; it may stand as deep as the key it is the value of. */
function listAt(reading: Reading, indent: number, start: number): Frame | undefined {
  const { stack } = reading;
  let top = stack.at(-1);
  while (top !== undefined && top.indent > indent) {
    closeFrame(reading);
    top = stack.at(-1);
  }
  if (top === undefined) return undefined;
  if (top.list !== undefined) return top.indent === indent ? top : undefined;
  return openBelow(reading, top, indent, start, []);
}

function openBelow(
  reading: Reading,
  top: Frame,
  indent: number,
  start: number,
  container: Record<string, Json> | Json[],
): Frame | undefined {
  const { pending } = top;
  if (pending === undefined || top.map === undefined) return undefined;
  setOwn(top.map, reading.text.slice(pending.nameRegion.start, pending.nameRegion.end), container);
  top.pending = undefined;
  pending.region = { start, end: start };
  return openFrame(reading, indent, pending, container) ? reading.stack.at(-1) : undefined;
}

function openFrame(
  { stack }: Reading,
  indent: number,
  field: DraftField,
  container: Record<string, Json> | Json[],
): boolean {
  field.value = container;
  stack.push(newFrame(indent, field.name, field, container, field.region.start));
  return stack.length < MAX_FIELD_DEPTH;
}

function newFrame(
  indent: number,
  name: string,
  field: DraftField | undefined,
  container: Record<string, Json> | Json[],
  end: number,
): Frame {
  const list = Array.isArray(container) ? container : undefined;
  const map = Array.isArray(container) ? undefined : container;
  return { indent, name, field, map, list, pending: undefined, end };
}

function closeFrame({ stack }: Reading): void {
  const frame = stack.pop();
  const parent = stack.at(-1);
  if (frame?.field === undefined || parent === undefined) return;
  frame.field.region.end = frame.end;
  parent.end = frame.end;
}
