/** The place behind `$…$` or `$$…$$` (markdown-it-dollarmath); an escaped dollar closes nothing. */
export function mathEnd(text: string, at: number): number {
  const mark = text[at + 1] === '$' ? '$$' : '$';
  if (text[at] !== '$') return -1;
  for (let to = text.indexOf(mark, at + mark.length); to !== -1; to = text.indexOf(mark, to + 1)) {
    if (isEscaped(text, to)) continue;
    return to === at + mark.length ? -1 : to + mark.length;
  }
  return -1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
