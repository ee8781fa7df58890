import type { Region } from '../../model.ts';

/**
 * TeX between dollars, or between brackets behind a backslash, which scripts in the page or an extension of the engine
 * typeset: `$f[^2]$`, `\([^2]f\)`. To a script that reads the printed page `\\(` is `\(`.
 */
const MATH =
  /\$\$[^$]+\$\$|\$(?=[^\s$])[^$\n]*(?<=\S)\$(?!\d)|\\\((?:(?!\\[()])[\s\S])*\\\)|\\\[(?:(?!\\[[\]])[\s\S])*\\\]/g;
const MAY_HOLD_MATH = /\$|\\[([]/;

/** Whether an offset lies in mathematics; asked in the order of the text, so that a page of nothing but calls is no burden. */
export function mathTest(text: string): (at: number) => boolean {
  let spans: readonly Region[] | undefined;
  let next = 0;
  return (at) => {
    spans ??= mathIn(text);
    while (next < spans.length && spans[next]!.end <= at) next += 1;
    return next < spans.length && spans[next]!.start <= at;
  };
}

function mathIn(text: string): readonly Region[] {
  if (!MAY_HOLD_MATH.test(text)) return [];
  return Array.from(text.matchAll(MATH), ({ index, 0: math }) => ({
    start: index,
    end: index + math.length,
  }));
}
