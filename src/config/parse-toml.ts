import { parse, TomlError } from 'smol-toml';
import { walkToml } from '../scan/front-matter/toml-fields.ts';
import { ConfigSyntaxError, type ParsedText } from './parse-config.ts';

/** TOML 1.0. The places come from the walk that also reads front matter, since the parser keeps none. */
export function parseToml(text: string): ParsedText {
  try {
    const value = parse(text);
    const fields = new Map(walkToml(text, 0, text.length, value).map((field) => [field.name, field]));
    return {
      value,
      offsetOf(path, ofName) {
        const field = fields.get(path.join('.'));
        return ofName ? field?.nameRegion.start : field?.region.start;
      },
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new ConfigSyntaxError(`This is not TOML: ${message}.`, offsetAt(text, error.line, error.column));
  }
}

function offsetAt(text: string, line: number, column: number): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((offset, { length }) => offset + length + 1, 0) + column - 1;
}
