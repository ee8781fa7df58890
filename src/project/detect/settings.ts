import { ParserNotLoaded, parser } from '../../scan/parsers.ts';
import { withoutSlash } from '../../text/path.ts';
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

/** A folder as configurations write it, without `./` and slashes at its ends; `''` for `.` itself. */
export function clean(path: string): string {
  return withoutSlash(path.trim().replace(/^\.?\/+|^\.$/, ''));
}
