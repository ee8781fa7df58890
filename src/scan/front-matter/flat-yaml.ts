import type { FrontMatterField } from '../../model.ts';
import { type Container, type DraftField, MAX_FIELD_DEPTH, nameBelow, setMember } from './fields.ts';
import { type FlatValue, isOrdinary, readFlatValue } from './flat-yaml-value.ts';

const CR = 13;
const SPACE = 32;
const HASH = 35;
const DASH = 45;

/** An open mapping or list. */
interface Frame {
  readonly indent: number;
  readonly name: string;
  readonly isList: boolean;
  /** The field it is the value of, and the value; the top mapping has none. */
  readonly field: DraftField | undefined;
  readonly container: Container | undefined;
  /** Items so far, of a list. */
  count: number;
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
  const colon = findColon(text, first);
  return colon !== -1 && readEntry(reading, first - at, first, colon, end);
}

/** A plain key, and the colon that ends it with a blank or the line's end behind. */
const KEY = /[A-Za-z_][\w./ -]{0,198}(?<! ):(?= |$)/my;

/** Offset of the colon that ends a plain key, or -1 where the line begins with something else. */
function findColon(text: string, start: number): number {
  KEY.lastIndex = start;
  return KEY.test(text) ? KEY.lastIndex - 1 : -1;
}

/** `key: value` or `key:`, in the mapping that stands at this indentation. */
function readEntry(reading: Reading, indent: number, start: number, colon: number, end: number): boolean {
  const frame = mappingAt(reading, indent, start);
  if (frame === undefined || frame.isList) return false;
  const value = readFlatValue(reading.text, colon + 1, end);
  if (value === undefined) return false;
  const draft = newField(frame, internName(reading.text.slice(start, colon)), start, colon, value, colon + 1);
  frame.pending = value === 'empty' ? draft : undefined;
  frame.end = draft.region.end;
  addField(reading, draft, value);
  return true;
}

/** `- value` or `- key: value`, in the list that stands at this indentation. */
function readItem(reading: Reading, at: number, dash: number, end: number): boolean {
  const { text, fields } = reading;
  let start = dash + 1;
  while (start < end && text.charCodeAt(start) === SPACE) start += 1;
  if (start === dash + 1 || start === end) return false;
  const frame = listAt(reading, dash - at, dash);
  if (frame === undefined || !frame.isList) return false;
  const colon = findColon(text, start);
  const value = colon === -1 ? readFlatValue(text, start, end) : 'empty';
  if (value === undefined || (value === 'empty' && colon === -1)) return false;
  const draft = newField(frame, frame.count, start, start, value, start);
  frame.count += 1;
  frame.end = draft.region.end;
  if (value !== 'empty') {
    addField(reading, draft, value);
    return true;
  }
  fields.push(draft);
  const opened = openFrame(reading, frame, start - at, draft, {});
  return opened !== undefined && readEntry(reading, start - at, start, colon, end);
}

/** Ten thousand pages have the same dozen names, so each is kept once; a long one would keep its page with it. */
function internName(name: string): string {
  if (name.length >= SHORTEST_SLICE) return name;
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size < MAX_NAMES) names.set(name, name);
  return name;
}

const names = new Map<string, string>();
const MAX_NAMES = 1000;

/** V8 copies a slice that is shorter. */
const SHORTEST_SLICE = 13;

/** A field with its value; a missing value stands at `missing`. */
function newField(
  { name, container }: Frame,
  key: string | number,
  start: number,
  end: number,
  read: FlatValue | 'empty',
  missing: number,
): DraftField {
  const value = read === 'empty' ? null : read.value;
  if (container !== undefined) setMember(container, key, value);
  return {
    name: nameBelow(name, key),
    nameRegion: { start, end },
    value,
    region: read === 'empty' ? { start: missing, end: missing } : { start: read.start, end: read.end },
  };
}

function addField({ fields }: Reading, draft: DraftField, value: FlatValue | 'empty'): void {
  fields.push(draft);
  if (value === 'empty' || value.items === undefined) return;
  value.items.forEach((item, index) => {
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
  const { stack, fields } = reading;
  if (stack.length === 0) {
    if (fields.length > 0) return undefined;
    stack.push(newFrame(indent, undefined, undefined, start));
  }
  let top = stack.at(-1);
  while (top !== undefined && (top.indent > indent || (top.isList && top.indent === indent))) {
    top = closeFrame(reading);
  }
  return top === undefined || top.indent === indent ? top : openBelow(reading, top, indent, start, {});
}

/** The list an item at this indentation belongs to; it may stand as deep as the key it is the value of. */
function listAt(reading: Reading, indent: number, start: number): Frame | undefined {
  let top = reading.stack.at(-1);
  while (top !== undefined && top.indent > indent) top = closeFrame(reading);
  if (top === undefined) return undefined;
  if (top.isList) return top.indent === indent ? top : undefined;
  return openBelow(reading, top, indent, start, []);
}

function openBelow(
  reading: Reading,
  top: Frame,
  indent: number,
  start: number,
  container: Container,
): Frame | undefined {
  const { pending } = top;
  if (pending === undefined) return undefined;
  top.pending = undefined;
  pending.region = { start, end: start };
  return openFrame(reading, top, indent, pending, container);
}

/** Makes a new container the value of a field; `undefined` where fields would get too deep. */
function openFrame(
  { text, stack }: Reading,
  { container: around, isList, count }: Frame,
  indent: number,
  field: DraftField,
  container: Container,
): Frame | undefined {
  field.value = container;
  const key = isList ? count - 1 : text.slice(field.nameRegion.start, field.nameRegion.end);
  if (around !== undefined) setMember(around, key, container);
  const frame = newFrame(indent, field, container, field.region.start);
  stack.push(frame);
  return stack.length < MAX_FIELD_DEPTH ? frame : undefined;
}

function newFrame(
  indent: number,
  field: DraftField | undefined,
  container: Container | undefined,
  end: number,
): Frame {
  const name = field === undefined ? '' : field.name;
  return {
    indent,
    name,
    isList: Array.isArray(container),
    field,
    container,
    count: 0,
    pending: undefined,
    end,
  };
}

/** Ends the innermost mapping or list; the one around it, which ends there too so far. */
function closeFrame({ stack }: Reading): Frame | undefined {
  const frame = stack.pop();
  const parent = stack.at(-1);
  if (frame?.field === undefined || parent === undefined) return parent;
  frame.field.region.end = frame.end;
  parent.end = frame.end;
  return parent;
}
