import type { Citation } from '../../../model.ts';
import type { Lines } from '../lines.ts';
import { SPHINX } from './myst.ts';
import { readCitingRole } from './role.ts';

const ROLE = /(?<![\w:`\\]):((?:foot)?cite(?::[a-z]{1,20})?):`([^`\s][^`]{0,1000})`(?!`)/g;

/** A block that shows its text as it stands. */
const LITERAL = /^\.\. (?:code|sourcecode|parsed-literal|raw|math|doctest|highlight)/;

/** `.. code-block:: python`, or a paragraph that ends in `::`. */
function startsLiteral(line: string): boolean {
  const written = line.trim();
  return written.startsWith('.. ') ? LITERAL.test(written) : written.endsWith('::');
}

/**
 * The citations in the body of `{eval-rst}`, which is reStructuredText: ``:cite:p:`knuth84` ``. A body that shows code is
 * left alone, and so is a line with a literal in it, for those take a reader of that language.
 */
export function restructuredCites(text: string, { starts, ends }: Lines): Citation[] {
  const lines = starts.map((start, index) => text.slice(start, ends[index]));
  if (lines.some(startsLiteral)) return [];
  return lines.flatMap((line, index) => (line.includes('``') ? [] : citesOfLine(line, starts[index]!)));
}

function citesOfLine(text: string, lineStart: number): Citation[] {
  const inline = { brackets: [], unclosed: [], opaque: [], calls: [] };
  const region = (start: number, end: number) => ({ start: lineStart + start, end: lineStart + end });
  return Array.from(text.matchAll(ROLE)).flatMap(({ index: start, 0: { length }, 1: name = '' }) => {
    const end = start + length;
    const bodyStart = start + name.length + 3;
    const role = { start, end, name, header: name, bodyStart, bodyEnd: end - 1 };
    return readCitingRole(role, { text, inline, region }, SPHINX, []) ?? [];
  });
}
