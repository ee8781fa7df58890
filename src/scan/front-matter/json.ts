import type { Node, ParseError } from 'jsonc-parser';
import type { Json, Region } from '../../model.ts';
import { parser } from '../parsers.ts';
import { decodeProblem, tooDeepProblem } from './decode-problem.ts';
import {
  type DraftField,
  depthBelow,
  type FieldsRead,
  MAX_FIELD_DEPTH,
  nameBelow,
  setOwn,
} from './fields.ts';
import { isTooDeep } from './nesting.ts';

/**
 * Reads a JSON object with the regions of its keys (without quotes) and values (with them). Strict, as Go's decoder is: no
 * comments, no trailing comma. What stands before an error is still read.
 */
export function readJson(text: string, start: number, end: number): FieldsRead {
  if (isTooDeep(text, start, end)) return { fields: [], problems: [tooDeepProblem(start, end)] };
  const { parseTree } = parser('jsonc');
  const errors: ParseError[] = [];
  const root = parseTree(text.slice(start, end), errors, {
    disallowComments: true,
    allowTrailingComma: false,
  });
  const fields: DraftField[] = [];
  if (root !== undefined) readNode(root, start, '', 1, fields);
  const [error] = errors;
  return { fields, problems: error === undefined ? [] : [problemOf(error, text, start, end)] };
}

function problemOf(error: ParseError, text: string, start: number, end: number) {
  const { printParseErrorCode } = parser('jsonc');
  const words = printParseErrorCode(error.error).replace(
    /(?<=[a-z])[A-Z]/g,
    (letter) => ' ' + letter.toLowerCase(),
  );
  const at = Math.min(start + error.offset, end);
  const written = text.slice(at, Math.min(at + error.length, end));
  const line = written.search(/[\r\n]/);
  const region: Region = { start: at, end: at + (line === -1 ? written.length : line) };
  return decodeProblem('JSON', words, region);
}

function readNode(node: Node, offset: number, name: string, depth: number, fields: DraftField[]): Json {
  if (node.type === 'object') return readObject(node, offset, name, depth, fields);
  if (node.type === 'array') return readArray(node, offset, name, depth, fields);
  return (node.value as Json | undefined) ?? null;
}

function readObject(
  node: Node,
  offset: number,
  name: string,
  depth: number,
  fields: DraftField[],
): Record<string, Json> {
  const object: Record<string, Json> = {};
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined) continue;
    const keyStart = offset + key.offset + 1;
    const keyEnd = offset + key.offset + key.length;
    const draft: DraftField = {
      name: nameBelow(name, String(key.value)),
      nameRegion: { start: keyStart, end: Math.max(keyStart, keyEnd - 1) },
      value: null,
      region: { start: keyEnd, end: keyEnd },
    };
    if (depth <= MAX_FIELD_DEPTH) fields.push(draft);
    if (value === undefined) continue;
    draft.region = { start: offset + value.offset, end: offset + value.offset + value.length };
    draft.value = readNode(value, offset, draft.name, depthBelow(draft, depth), fields);
    setOwn(object, String(key.value), draft.value);
  }
  return object;
}

function readArray(node: Node, offset: number, name: string, depth: number, fields: DraftField[]): Json[] {
  const array: Json[] = [];
  for (const item of node.children ?? []) {
    const start = offset + item.offset;
    const draft: DraftField = {
      name: nameBelow(name, array.length),
      nameRegion: { start, end: start },
      value: null,
      region: { start, end: start + item.length },
    };
    if (depth <= MAX_FIELD_DEPTH) fields.push(draft);
    draft.value = readNode(item, offset, draft.name, depthBelow(draft, depth), fields);
    array.push(draft.value);
  }
  return array;
}
