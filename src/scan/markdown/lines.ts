import type { Region } from '../../model.ts';

/**
 * The lines of a stretch of a file, line ends left out, as offsets into the file. Not always whole lines: the lines of a
 * block inside a quote begin behind its `>`.
 */
export interface Lines {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Splits a region into lines; LF, CRLF and lone CR end a line, as in CommonMark. */
export function splitLines(text: string, { start, end }: Region): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  let hasReturn = text.indexOf('\r', start);
  for (let at = start; ; ) {
    let feed = text.indexOf('\n', at);
    if (feed === -1 || feed > end) feed = end;
    starts.push(at);
    while (hasReturn !== -1 && hasReturn < feed - 1) {
      ends.push(hasReturn);
      starts.push(hasReturn + 1);
      hasReturn = text.indexOf('\r', hasReturn + 1);
    }
    const isPair = hasReturn !== -1 && hasReturn === feed - 1;
    ends.push(isPair ? hasReturn : feed);
    if (isPair) hasReturn = text.indexOf('\r', hasReturn + 1);
    if (feed >= end) return { starts, ends };
    at = feed + 1;
  }
}
