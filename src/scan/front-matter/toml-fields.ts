import type { FrontMatterField, Json } from '../../model.ts';
import { nextLine } from './field-line.ts';
import { type DraftField, depthBelow, MAX_FIELD_DEPTH, nameBelow, setOwn } from './fields.ts';
import { endOfScalar, endOfString, type KeyPart, readKey, skipBlanks, skipSpace } from './toml-lexer.ts';

/** A table, or an array of tables, while it is being filled. */
interface Table {
  readonly name: string;
  readonly depth: number;
  readonly parent: Table | undefined;
  readonly draft: DraftField | undefined;
  readonly json: Record<string, Json> | Json[];
  /** What smol-toml made of it. */
  readonly data: unknown;
  readonly children: Map<string, Table>;
  /** The item that `[[name]]` opened last. */
  last?: Table;
}

interface Walk {
  readonly text: string;
  readonly end: number;
  readonly fields: DraftField[];
}

/** Parents of dotted keys are fields too, so a key of thousands of parts has to be refused before. */
export function hasLongKey(text: string, start: number, end: number): boolean {
  let dots = 0;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === '.') dots += 1;
    else if (character === '=' || character === '\n' || character === '\r') dots = 0;
    else if (character === '"' || character === "'") at = Math.max(at, endOfString(text, at) - 1);
    if (dots > 100) return true;
  }
  return false;
}

/**
 * The keys of a block with their places, in document order, each before what is below it. Values come from `data`, the parsed
 * block; without it, from the text.
 */
export function walkToml(text: string, start: number, end: number, data: unknown): FrontMatterField[] {
  const walk: Walk = { text, end, fields: [] };
  const root = newTable('', 1, undefined, undefined, {}, data);
  let current = root;
  for (let at = skipSpace(text, start, end); at < end; ) {
    const header = text[at] === '[' ? readHeader(walk, root, at) : undefined;
    if (header !== undefined) current = header.table;
    const next = header?.end ?? readEntry(walk, current, at);
    at = skipSpace(text, Math.max(next, Math.min(at + 1, end)), end);
  }
  return walk.fields;
}

function newTable(
  name: string,
  depth: number,
  parent: Table | undefined,
  draft: DraftField | undefined,
  json: Record<string, Json> | Json[],
  data: unknown,
): Table {
  if (draft !== undefined) draft.value = json;
  return { name, depth, parent, draft, json, data, children: new Map() };
}

/** `[params.cover]` or `[[authors]]`; the table it opens. */
function readHeader(walk: Walk, root: Table, at: number): { table: Table; end: number } | undefined {
  const isArray = walk.text[at + 1] === '[';
  const key = readKey(walk.text, at + (isArray ? 2 : 1));
  if (key === undefined || walk.text[key.end] !== ']') return undefined;
  const end = key.end + (isArray ? 2 : 1);
  const last = key.parts.at(-1)!;
  const parent = tableAt(walk, root, key.parts.slice(0, -1), at);
  const table = isArray ? addItem(walk, parent, last, at) : tableBelow(walk, parent, last, at);
  grow(table, end);
  return { table, end };
}

function tableAt(walk: Walk, from: Table, parts: readonly KeyPart[], at: number): Table {
  return parts.reduce((table, part) => tableBelow(walk, table, part, at), from);
}

/** The table under a key, made where this is the first time it is named; of an array of tables the last one. */
function tableBelow(walk: Walk, parent: Table, part: KeyPart, at: number): Table {
  const known = parent.children.get(part.name);
  if (known !== undefined) return known.last ?? known;
  return addTable(walk, parent, part, at, {});
}

function addTable(
  walk: Walk,
  parent: Table,
  part: KeyPart,
  at: number,
  json: Record<string, Json> | Json[],
): Table {
  const draft = newDraft(walk, parent, part.name, { start: part.start, end: part.end }, at);
  const table = newTable(
    draft.name,
    depthBelow(draft, parent.depth),
    parent,
    draft,
    json,
    memberOf(parent, part.name),
  );
  if (!Array.isArray(parent.json)) setOwn(parent.json, part.name, json);
  parent.children.set(part.name, table);
  return table;
}

function addItem(walk: Walk, parent: Table, part: KeyPart, at: number): Table {
  const known = parent.children.get(part.name);
  const array =
    known !== undefined && Array.isArray(known.json) ? known : addTable(walk, parent, part, at, []);
  const list = array.json as Json[];
  const index = list.length;
  const draft = newDraft(walk, array, index, { start: at, end: at }, at);
  const item = newTable(draft.name, array.depth + 1, array, draft, {}, memberOf(array, index));
  list.push(item.json);
  array.last = item;
  return item;
}

function newDraft(
  walk: Walk,
  parent: Table,
  key: string | number,
  nameRegion: { start: number; end: number },
  at: number,
): DraftField {
  const draft = {
    name: nameBelow(parent.name, key),
    nameRegion,
    value: null,
    region: { start: at, end: at },
  };
  if (parent.depth <= MAX_FIELD_DEPTH) walk.fields.push(draft);
  return draft;
}

/** A table ends with its last entry, and so do the tables around it. */
function grow(table: Table, end: number): void {
  for (let at: Table | undefined = table; at?.draft !== undefined; at = at.parent) at.draft.region.end = end;
}

const memberOf = ({ data }: { readonly data: unknown }, key: string | number): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? (data as Record<string | number, unknown>)[key]
    : undefined;

/** `key = value`; offset behind it, or behind the line where it cannot be read. */
function readEntry(walk: Walk, table: Table, at: number): number {
  const key = readKey(walk.text, at);
  if (key === undefined || walk.text[key.end] !== '=') return nextLine(walk.text, at, walk.end);
  const last = key.parts.at(-1)!;
  const parent = tableAt(walk, table, key.parts.slice(0, -1), at);
  const draft = newDraft(walk, parent, last.name, { start: last.start, end: last.end }, key.end + 1);
  const start = skipBlanks(walk.text, key.end + 1);
  readValue(walk, draft, start, memberOf(parent, last.name), depthBelow(draft, parent.depth));
  if (!Array.isArray(parent.json)) setOwn(parent.json, last.name, draft.value);
  grow(parent, draft.region.end);
  return draft.region.end;
}

function readValue(walk: Walk, draft: DraftField, start: number, data: unknown, depth: number): void {
  const { text, end } = walk;
  const first = text[start];
  if (first === '[') readArray(walk, draft, start, data, depth);
  else if (first === '{') readInlineTable(walk, draft, start, data, depth);
  else {
    const quoted = first === '"' || first === "'";
    const stop = Math.min(quoted ? endOfString(text, start) : endOfScalar(text, start), end);
    draft.region = { start, end: Math.max(start, stop) };
    draft.value = leafValue(text.slice(start, stop), data);
  }
}

/** Strings, booleans and numbers as parsed; what JSON has no word for (dates, `inf`, large integers) as written. */
function leafValue(written: string, data: unknown): Json {
  if (typeof data === 'string' || typeof data === 'boolean') return data;
  if (typeof data === 'number' && Number.isFinite(data)) return data;
  return data === undefined ? written.replace(/^(["']{1,3})([\s\S]*)\1$/, '$2') : written;
}

function readArray(walk: Walk, draft: DraftField, start: number, data: unknown, depth: number): void {
  const { text, end } = walk;
  const list: Json[] = [];
  draft.value = list;
  let at = skipSpace(text, start + 1, end);
  while (at < end && text[at] !== ']') {
    const item: DraftField = {
      name: nameBelow(draft.name, list.length),
      nameRegion: { start: at, end: at },
      value: null,
      region: { start: at, end: at },
    };
    if (depth <= MAX_FIELD_DEPTH) walk.fields.push(item);
    readValue(walk, item, at, memberOf({ data }, list.length), depth + 1);
    list.push(item.value);
    at = skipSpace(text, Math.max(item.region.end, at), end);
    if (text[at] !== ',') break;
    at = skipSpace(text, at + 1, end);
  }
  draft.region = { start, end: text[at] === ']' && at < end ? at + 1 : at };
}

function readInlineTable(walk: Walk, draft: DraftField, start: number, data: unknown, depth: number): void {
  const { text, end } = walk;
  const table = newTable(draft.name, depth, undefined, undefined, {}, data);
  draft.value = table.json;
  let at = skipSpace(text, start + 1, end);
  while (at < end && text[at] !== '}') {
    const next = readEntry(walk, table, at);
    at = skipSpace(text, next, end);
    if (next >= end || text[at] !== ',') break;
    at = skipSpace(text, at + 1, end);
  }
  draft.region = { start, end: text[at] === '}' && at < end ? at + 1 : at };
}
