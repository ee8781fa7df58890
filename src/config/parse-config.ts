import { UserError } from '../errors.ts';
import { createLineIndex } from '../text/line-index.ts';
import { type ConfigProblem, checkConfig } from './check-config.ts';
import type { ConfigPath } from './config.ts';
import type { ConfigFile } from './schema.ts';
import type { Shape } from './shape.ts';

/** A configuration text as a value, with the place of every part of it. */
export interface ParsedText {
  readonly value: unknown;
  /** Offset of the value at this path, or of its name; `undefined` where there is no such part. */
  offsetOf(path: ConfigPath, ofName: boolean): number | undefined;
}

/** What cannot be read as JSON, YAML or TOML, and where. */
export class ConfigSyntaxError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A configuration file that was read and found well-formed. */
export interface ParsedConfig {
  readonly file: ConfigFile;
  /** `path:line` of a setting. */
  placeOf(path: ConfigPath): string;
  /** A mistake in a setting as an error, with its line and column. */
  errorAt(problem: ConfigProblem): UserError;
}

/** Longer than any configuration a person wrote; some parsers are slow on what is made to be slow. */
const LONGEST = 256 * 1024;

/**
 * Reads a configuration text; `undefined` where a package.json says nothing to bibliolint. `path` is its name in
 * messages. Throws a `UserError` that names the line and column of a mistake in the syntax.
 */
export async function parseConfig(path: string, text: string): Promise<ParsedConfig | undefined> {
  if (text.length > LONGEST) {
    throw new UserError(`This configuration is longer than ${LONGEST >> 10} KiB.`, { path });
  }
  // So looks what Windows PowerShell writes, read as UTF-8.
  if (text.slice(0, 4).includes('\0')) {
    throw new UserError('This configuration is not saved as UTF-8.', { path });
  }
  // Editors do not count a byte order mark as a column.
  const clean = text.replace(/^\ufeff/, '');
  const lines = createLineIndex(clean);
  const position = (offset: number): string => {
    const { line, column } = lines.position(offset);
    return `${path}:${line}:${column}`;
  };
  try {
    const parsed = await parseText(path, clean);
    if (parsed === undefined) return undefined;
    return describe(path, parsed, position, (offset) => lines.position(offset).line);
  } catch (error) {
    if (error instanceof ConfigSyntaxError)
      throw new UserError(error.message, { path: position(error.offset) });
    if (error instanceof RangeError)
      throw new UserError('This configuration is nested too deeply.', { path });
    throw error;
  }
}

async function parseText(path: string, text: string): Promise<ParsedText | undefined> {
  if (/\.ya?ml$/.test(path)) return (await import('./parse-yaml.ts')).parseYaml(text);
  if (/\.toml$/.test(path)) return (await import('./parse-toml.ts')).parseToml(text);
  const { parseJson, parsePackage } = await import('./parse-json.ts');
  return /(?:^|\/)package\.json$/.test(path) ? parsePackage(text) : parseJson(text);
}

function describe(
  path: string,
  { value, offsetOf }: ParsedText,
  position: (offset: number) => string,
  lineOf: (offset: number) => number,
): ParsedConfig {
  const nearest = (at: ConfigPath, ofName: boolean): number => {
    const found = offsetOf(at, ofName);
    return found ?? (at.length === 0 ? 0 : nearest(at.slice(0, -1), false));
  };
  return {
    file: (value ?? {}) as ConfigFile,
    placeOf: (at) => `${path}:${lineOf(nearest(at, typeof at.at(-1) === 'string'))}`,
    errorAt: ({ path: at, aboutName, message, hint }) =>
      new UserError(message, {
        path: position(nearest(at, aboutName)),
        ...(hint === undefined ? {} : { hint }),
      }),
  };
}

/** Throws a `UserError` with the place of the first thing the shape does not allow. */
export function requireShape(config: ParsedConfig, shape: Shape): void {
  const [problem] = checkConfig(config.file, shape);
  if (problem !== undefined) throw config.errorAt(problem);
}
