import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { ConfigPath } from './config.ts';
import { ConfigSyntaxError, type ParsedText } from './parse-config.ts';

/** Deeper than any configuration; the parser recurses. */
const MAX_DEPTH = 100;

/** YAML 1.2 with anchors. Aliases are followed, so a mistake is shown where it is written. */
export function parseYaml(text: string): ParsedText {
  if (looksDeep(text)) throw new RangeError('nested too deeply');
  // The parser's own search for repeated keys compares each with each.
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const [error] = document.errors;
  if (error?.code === 'MULTIPLE_DOCS') {
    throw new ConfigSyntaxError(
      'A configuration is one YAML document; here begins a second one.',
      error.pos[0],
    );
  }
  if (error !== undefined) {
    throw new ConfigSyntaxError(`This is not YAML: ${withStop(error.message)}`, error.pos[0]);
  }
  refuseRepeatedKeys(document.contents);
  return { value: readValue(document), offsetOf: (path, ofName) => offsetOf(document, path, ofName) };
}

function readValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new ConfigSyntaxError(`This is not YAML: ${withStop(error.message)}`, 0);
  }
}

const withStop = (message: string): string => (message.endsWith('.') ? message : `${message}.`);

/** Brackets and indentation nest; more of either than any configuration has is refused before it is parsed. */
function looksDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return new RegExp(`^ {${MAX_DEPTH * 2}}|(?:[-?] ){${MAX_DEPTH}}`, 'm').test(text);
}

function refuseRepeatedKeys(node: unknown): void {
  if (isMap(node)) {
    const keys = new Set<string>();
    for (const { key, value } of node.items) {
      const name = nameOf(key);
      if (keys.has(name)) {
        throw new ConfigSyntaxError(`\`${name}\` stands twice in this map.`, startOf(key) ?? 0);
      }
      keys.add(name);
      refuseRepeatedKeys(value);
    }
  } else if (isSeq(node)) node.items.forEach(refuseRepeatedKeys);
}

function offsetOf(document: Document, path: ConfigPath, ofName: boolean): number | undefined {
  let node: unknown = document.contents;
  for (const [depth, step] of path.entries()) {
    node = follow(node, document);
    const pair = isMap(node) ? pairOf(node, step) : undefined;
    if (ofName && depth === path.length - 1) return startOf(pair?.key);
    node = isSeq(node) ? node.items[Number(step)] : pair?.value;
  }
  return startOf(node);
}

function follow(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function pairOf(map: YAMLMap, step: string | number) {
  return map.items.find(({ key }) => nameOf(key) === String(step));
}

/** A key as it names a member once the map is an object. */
function nameOf(key: unknown): string {
  return String(isScalar(key) ? (key.value ?? '') : key);
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
