import type { Alias, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Json, Region, SyntaxProblem } from '../../model.ts';
import { parser } from '../parsers.ts';
import { decodeProblem } from './decode-problem.ts';
import {
  type DraftField,
  depthBelow,
  type FieldsRead,
  MAX_FIELD_DEPTH,
  nameBelow,
  setOwn,
} from './fields.ts';
import { plainScalar } from './plain-scalar.ts';

interface Walk {
  readonly text: string;
  /** Where the block begins in `text`. */
  readonly offset: number;
  readonly fields: DraftField[];
  readonly problems: SyntaxProblem[];
  /** Values of the anchors seen so far; a collection is not repeated where its alias stands. */
  readonly anchors: Map<string, Json | undefined>;
}

interface Read {
  readonly value: Json;
  readonly region: Region;
}

/**
 * The nodes of a block as fields, each before its children. The caller bounds the depth. An alias of a scalar has its value,
 * an alias of a collection stays as written.
 */
export function walkYaml(contents: ParsedNode | null, text: string, offset: number): FieldsRead {
  const walk: Walk = { text, offset, fields: [], problems: [], anchors: new Map() };
  const { isMap, isScalar } = parser('yaml');
  if (isMap(contents)) readMap(walk, contents, '', 1);
  else if (contents !== null && !(isScalar(contents) && plainScalar(contents.source ?? '') === null)) {
    const region = firstLine(text, offset + contents.range[0], offset + contents.range[1]);
    walk.problems.push(decodeProblem('YAML', 'keys with values are expected', region));
  }
  return { fields: walk.fields, problems: walk.problems };
}

function firstLine(text: string, start: number, end: number): Region {
  const length = text.slice(start, end).search(/[\r\n]/);
  return { start, end: length === -1 ? end : start + length };
}

function readMap(walk: Walk, map: YAMLMap, name: string, depth: number): Read {
  const value: Record<string, Json> = {};
  let end = 0;
  for (const pair of map.items as Pair<ParsedNode, ParsedNode | null>[]) {
    const key = map.flow !== true && isKeyMissing(walk, pair.key) ? undefined : readKey(walk, pair.key);
    if (key === undefined) continue;
    const at = colonAfter(walk, key.end, pair.value);
    const draft = newDraft(walk, nameBelow(name, key.name), key.region, at, depth);
    const read = readValue(walk, pair.value, draft, depth);
    setOwn(value, key.name, read);
    end = draft.region.end;
  }
  return { value, region: collectionRegion(walk, map, end) };
}

function readSequence(walk: Walk, sequence: YAMLSeq, name: string, depth: number): Read {
  const value: Json[] = [];
  let end = 0;
  for (const item of sequence.items as ParsedNode[]) {
    const at = walk.offset + item.range[0];
    const draft = newDraft(walk, nameBelow(name, value.length), { start: at, end: at }, at, depth);
    value.push(readValue(walk, item, draft, depth));
    end = draft.region.end;
  }
  return { value, region: collectionRegion(walk, sequence, end) };
}

function newDraft(walk: Walk, name: string, nameRegion: Region, at: number, depth: number): DraftField {
  const draft: DraftField = { name, nameRegion, value: null, region: { start: at, end: at } };
  if (depth <= MAX_FIELD_DEPTH) walk.fields.push(draft);
  return draft;
}

/** A collection in brackets has its own end; one by indentation ends with its last value. */
function collectionRegion(walk: Walk, node: YAMLMap | YAMLSeq, end: number): Region {
  const range = node.range ?? [0, 0, 0];
  const start = walk.offset + range[0];
  return { start, end: node.flow === true || end === 0 ? walk.offset + range[1] : end };
}

interface Key {
  readonly name: string;
  /** Without quotes. */
  readonly region: Region;
  readonly end: number;
}

/** Legal YAML that many engines refuse, and nobody means: `title: {{ title }}` with the quotes forgotten. */
export const COLLECTION_AS_KEY = 'a mapping or a list cannot be a key';

/** `: b`, which the package `yaml` reads as the value of an empty key, and no parser of an engine does. */
function isKeyMissing({ text, offset, problems }: Walk, node: ParsedNode | null): boolean {
  if (!parser('yaml').isScalar(node) || node.source !== '' || node.type !== 'PLAIN') return false;
  if (node.anchor !== undefined || node.tag !== undefined) return false;
  const start = nextText(text, offset + node.range[0]);
  if (text.charAt(start) !== ':') return false;
  problems.push(decodeProblem('YAML', NO_KEY, firstLine(text, start, text.length)));
  return true;
}

/** Offset of the first character behind the blanks of a line. */
function nextText(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  return at;
}

/** What is wrong with a line that holds a value or a text alone. */
export const NO_KEY = 'this line has no key';

function readKey(walk: Walk, node: ParsedNode | null): Key | undefined {
  const { isScalar, isAlias } = parser('yaml');
  if (node === null) return undefined;
  const start = walk.offset + node.range[0];
  const end = walk.offset + node.range[1];
  if (isAlias(node)) return { name: `*${node.source}`, region: { start, end }, end };
  if (!isScalar(node)) {
    const region = firstLine(walk.text, start, end);
    walk.problems.push(decodeProblem('YAML', COLLECTION_AS_KEY, region));
    return undefined;
  }
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node.source);
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  const region = quoted ? { start: start + 1, end: end - 1 } : { start, end };
  return { name: quoted ? String(node.value) : node.source, region, end };
}

/** Where a missing value would stand: behind the colon. */
function colonAfter(walk: Walk, keyEnd: number, value: ParsedNode | null): number {
  const colon = walk.text.indexOf(':', keyEnd);
  const limit = value === null ? keyEnd : walk.offset + value.range[0];
  return colon === -1 || colon >= limit ? limit : colon + 1;
}

function readValue(walk: Walk, node: ParsedNode | null, draft: DraftField, depth: number): Json {
  const { isMap, isSeq, isAlias } = parser('yaml');
  if (node === null) return null;
  const anchor = isAlias(node) ? undefined : node.anchor;
  if (anchor !== undefined) walk.anchors.set(anchor, undefined);
  const read = isMap(node)
    ? readMap(walk, node, draft.name, depthBelow(draft, depth))
    : isSeq(node)
      ? readSequence(walk, node, draft.name, depthBelow(draft, depth))
      : isAlias(node)
        ? readAlias(walk, node as Alias.Parsed)
        : readScalar(walk, node as Scalar.Parsed, draft.region);
  draft.value = read.value;
  draft.region = { ...read.region };
  if (anchor !== undefined && (read.value === null || typeof read.value !== 'object')) {
    walk.anchors.set(anchor, read.value);
  }
  return read.value;
}

function readAlias(walk: Walk, node: Alias.Parsed): Read {
  const region = { start: walk.offset + node.range[0], end: walk.offset + node.range[1] };
  if (!walk.anchors.has(node.source)) {
    // `*Sorting*` is meant for emphasis.
    const isEmphasis =
      node.source.endsWith('*') || /^[ \t]+\S/.test(walk.text.slice(region.end, region.end + 9));
    const reason = isEmphasis
      ? 'a value that begins with `*` needs quotes'
      : `there is no anchor &${node.source}`;
    walk.problems.push(decodeProblem('YAML', reason, region));
  }
  return { value: walk.anchors.get(node.source) ?? walk.text.slice(region.start, region.end), region };
}

function readScalar(walk: Walk, node: Scalar.Parsed, missing: Region): Read {
  const start = walk.offset + node.range[0];
  const region = { start, end: trimmedEnd(walk.text, start, walk.offset + node.range[1]) };
  if (node.type !== 'PLAIN') return { value: joined(walk.text, region, String(node.value)), region };
  if (node.tag !== undefined && node.source !== '') return { value: taggedScalar(node), region };
  if (node.source === '') return { value: null, region: missing };
  return { value: plainScalar(joined(walk.text, region, node.source)), region };
}

function taggedScalar(node: Scalar.Parsed): Json {
  const { value } = node;
  return typeof value === 'boolean' || value === null ? value : node.source;
}

/** Lines that were joined for the parser leave their indentation behind; YAML folds a line break to one blank. */
function joined(text: string, { start, end }: Region, value: string): string {
  const first = text.charCodeAt(start);
  const block = first === 124 || first === 62;
  const lines = !block && /[\r\n]/.test(text.slice(start, end));
  return lines && value.includes('  ') ? value.replace(/ {2,}/g, ' ') : value;
}

/** A block scalar ends with its last line, without the line break. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13)) at -= 1;
  return at;
}
