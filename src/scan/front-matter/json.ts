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
  if (root !== undefined) readNode({ text, offset: start, fields }, root, '', 1);
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

interface Walk {
  readonly text: string;
  /** Where the block begins in `text`. */
  readonly offset: number;
  readonly fields: DraftField[];
}

function readNode(walk: Walk, node: Node, name: string, depth: number): Json {
  if (node.type === 'object') return readObject(walk, node, name, depth);
  if (node.type === 'array') return readArray(walk, node, name, depth);
  return (node.value as Json | undefined) ?? null;
}

function readObject(walk: Walk, node: Node, name: string, depth: number): Record<string, Json> {
  const object: Record<string, Json> = {};
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || !isClosedString(walk, key)) continue;
    const start = walk.offset + key.offset + 1;
    const end = walk.offset + key.offset + key.length;
    const draft = newDraft(walk, nameBelow(name, String(key.value)), { start, end: end - 1 }, depth);
    draft.region = { start: end, end };
    if (value === undefined) continue;
    draft.region = regionOf(walk, value);
    draft.value = readNode(walk, value, draft.name, depthBelow(draft, depth));
    setOwn(object, String(key.value), draft.value);
  }
  return object;
}

function readArray(walk: Walk, node: Node, name: string, depth: number): Json[] {
  const array: Json[] = [];
  for (const item of node.children ?? []) {
    const region = regionOf(walk, item);
    const nameRegion = { start: region.start, end: region.start };
    const draft = newDraft(walk, nameBelow(name, array.length), nameRegion, depth);
    draft.region = region;
    draft.value = readNode(walk, item, draft.name, depthBelow(draft, depth));
    array.push(draft.value);
  }
  return array;
}

function newDraft({ fields }: Walk, name: string, nameRegion: Region, depth: number): DraftField {
  const draft: DraftField = { name, nameRegion, value: null, region: { ...nameRegion } };
  if (depth <= MAX_FIELD_DEPTH) fields.push(draft);
  return draft;
}

const regionOf = ({ offset }: Walk, node: Node) => ({
  start: offset + node.offset,
  end: offset + node.offset + node.length,
});

/** In broken JSON a key may be a quote that is never closed. */
const isClosedString = ({ text, offset }: Walk, { offset: at, length }: Node): boolean =>
  length > 1 && text[offset + at + length - 1] === '"';
