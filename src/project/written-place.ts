import type { Region } from '../model.ts';
import { nameOf } from '../text/path.ts';

/** Where a configuration file writes a path; its beginning where it cannot be found. */
export function placeOfPath(written: string, text: string): Region {
  // Code may join a path of its parts, of which the name is the last.
  for (const name of [...spellings(written), nameOf(written)]) {
    const start = name === '' ? -1 : findWord(name, text);
    if (start !== -1) return { start, end: start + name.length };
  }
  return { start: 0, end: 0 };
}

/** A text as it may be written: as it reads, between double quotes, or between single ones in YAML. */
function spellings(value: string): string[] {
  return [value, JSON.stringify(value).slice(1, -1), value.replaceAll("'", "''")];
}

/** A file that names one path more often than this is no configuration. */
const MOST_PLACES = 20;
const COMMENT = /^\s*(?:#|\/\/)/;
/** `my` of `my-refs.bib`: the path goes on before it. */
const GOES_ON = /[\w.\\/-]$/;

/** The place of a name that no line of comment holds: that of a whole path, if there is one. */
function findWord(name: string, text: string): number {
  let inPath = -1;
  let at = text.indexOf(name);
  for (let count = 0; at !== -1 && count < MOST_PLACES; count += 1) {
    const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
    if (!COMMENT.test(before)) {
      if (!GOES_ON.test(before)) return at;
      if (inPath === -1) inPath = at;
    }
    at = text.indexOf(name, at + 1);
  }
  return inPath;
}
