import {
  findNodeAtLocation,
  getNodeValue,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { UserError } from '../errors.ts';
import { createLineIndex } from '../text/line-index.ts';
import { type ConfigProblem, checkConfig } from './check-config.ts';
import type { Shape } from './schema.ts';

/** A configuration text as a value, with the place of every part of it. */
export interface ParsedConfig {
  readonly value: unknown;
  /** Offset of the value at this path, or of its name. */
  offsetOf(path: readonly (string | number)[], ofName: boolean): number;
}

/** Reads and checks a configuration file. Throws a `UserError` that names the line and column of the first mistake. */
export async function parseConfig(path: string, text: string, shape: Shape): Promise<unknown> {
  const { value, offsetOf } = await parseByExtension(path, text);
  const [problem] = checkConfig(value ?? {}, shape);
  if (problem !== undefined) throw describeProblem(path, text, problem, offsetOf);
  return value ?? {};
}

function describeProblem(
  path: string,
  text: string,
  problem: ConfigProblem,
  offsetOf: ParsedConfig['offsetOf'],
): UserError {
  const { message, hint } = problem;
  return new UserError(message, {
    path: place(path, text, offsetOf(problem.path, problem.aboutName)),
    ...(hint === undefined ? {} : { hint }),
  });
}

function place(path: string, text: string, offset: number): string {
  const { line, column } = createLineIndex(text).position(offset);
  return `${path}:${line}:${column}`;
}

function parseByExtension(path: string, text: string): ParsedConfig | Promise<ParsedConfig> {
  if (/package\.json$/.test(path)) return withPrefix(parseJson(path, text), 'bibliolint');
  if (/\.ya?ml$/.test(path)) return parseYaml(path, text);
  if (/\.toml$/.test(path)) return parseToml(path, text);
  return parseJson(path, text);
}

function withPrefix({ value, offsetOf }: ParsedConfig, name: string): ParsedConfig {
  return {
    value: (value as Record<string, unknown> | undefined)?.[name],
    offsetOf: (path, ofName) => offsetOf([name, ...path], ofName),
  };
}

/** JSON with comments and trailing commas. */
function parseJson(path: string, text: string): ParsedConfig {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined || tree === undefined) {
    const what = error === undefined ? 'it is empty' : printParseErrorCode(error.error);
    throw new UserError(`This is not JSON: ${what}.`, { path: place(path, text, error?.offset ?? 0) });
  }
  return {
    value: getNodeValue(tree),
    offsetOf(at, ofName) {
      const node = findNodeAtLocation(tree, [...at]);
      return (ofName ? node?.parent?.offset : node?.offset) ?? 0;
    },
  };
}

async function parseYaml(path: string, text: string): Promise<ParsedConfig> {
  const { parseDocument, isMap, isScalar, isNode } = await import('yaml');
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new UserError(`This is not YAML: ${error.message}.`, { path: place(path, text, error.pos[0]) });
  }
  return {
    value: document.toJS({ maxAliasCount: 50 }),
    offsetOf(at, ofName) {
      const parent = ofName ? document.getIn(at.slice(0, -1), true) : undefined;
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && key.value === at.at(-1))
        : undefined;
      const node = ofName ? pair?.key : document.getIn(at, true);
      return (isNode(node) ? node.range?.[0] : undefined) ?? 0;
    },
  };
}

async function parseToml(path: string, text: string): Promise<ParsedConfig> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    return { value: parse(text), offsetOf: (at) => Math.max(0, text.indexOf(String(at.at(-1) ?? ''))) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = 'it cannot be read'] = error.message.split('\n');
    throw new UserError(message.endsWith('.') ? message : `${message}.`, {
      path: `${path}:${error.line}:${error.column}`,
    });
  }
}
