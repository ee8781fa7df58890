import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { ConfigSyntaxError, type ParsedText } from './parse-config.ts';

/** JSON with comments and trailing commas. A name that stands twice in one object is a mistake, not a choice. */
export function parseJson(text: string): ParsedText {
  const { tree, error } = readTree(text);
  if (error !== undefined) {
    const what = printParseErrorCode(error.error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
    throw new ConfigSyntaxError(`This is not JSON: ${what.toLowerCase()}.`, error.offset);
  }
  return tree === undefined ? { value: {}, offsetOf: () => undefined } : readNode(tree);
}

/** What a package.json says to bibliolint; one that says nothing is none of our business, whatever is in it. */
export function parsePackage(text: string): ParsedText | undefined {
  if (!text.includes('"bibliolint"')) return undefined;
  const { tree } = readTree(text);
  const own = tree === undefined ? undefined : findNodeAtLocation(tree, ['bibliolint']);
  if (own === undefined) return undefined;
  parseJson(text);
  return readNode(own);
}

function readTree(text: string): { tree: Node | undefined; error: ParseError | undefined } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return { tree, error: errors[0] };
}

function readNode(tree: Node): ParsedText {
  refuseRepeatedNames(tree);
  return {
    value: getNodeValue(tree),
    offsetOf(path, ofName) {
      const node = findNodeAtLocation(tree, [...path]);
      // The parent of a member's value is the member, which begins with its name.
      return ofName ? node?.parent?.offset : node?.offset;
    },
  };
}

function refuseRepeatedNames(node: Node): void {
  const names = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [name] = child.children ?? [];
    if (child.type === 'property' && name !== undefined) {
      if (names.has(name.value)) {
        throw new ConfigSyntaxError(`\`${String(name.value)}\` stands twice in this object.`, name.offset);
      }
      names.add(name.value);
    }
    refuseRepeatedNames(child);
  }
}
