import { ParserNotLoaded, parser } from '../../scan/parsers.ts';
import { withoutSlash } from '../site-bibliographies.ts';
import { readYaml } from '../site-settings.ts';

/** A configuration file by its extension; `undefined` where it is broken, which its own generator will say. */
export function parseSettings(name: string, text: string): unknown {
  try {
    if (name.endsWith('.toml')) return parser('toml').parse(text);
    return name.endsWith('.json') ? JSON.parse(text) : readYaml(text);
  } catch (error) {
    if (error instanceof ParserNotLoaded) throw error;
    return undefined;
  }
}

/** A string or a list of strings, as configuration files take both. */
export function strings(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string' && item !== '');
}

/** A value as a record; anything else has no keys. */
export function asRecord(value: unknown): Record<string, unknown> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : {};
}

/** A folder as configurations write it, without `./` and slashes at its ends; `''` for `.` itself. */
export function clean(path: string): string {
  return withoutSlash(path.trim().replace(/^\.?\/+|^\.$/, ''));
}
