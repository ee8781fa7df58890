import type { Region } from '../model.ts';

/**
 * The whole lines a region stands in, with the blank lines behind it where blank lines stand before it too, so that
 * what is left has no gap.
 */
export function withoutLines(text: string, { start, end }: Region): Region {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  let to = behindLine(text, end);
  if (from === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, from - 200), from))) {
    for (
      let next = behindLine(text, to);
      to < text.length && isBlank(text.slice(to, next));
      next = behindLine(text, to)
    )
      to = next;
  }
  return { start: from, end: to };
}

function behindLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed + 1;
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
