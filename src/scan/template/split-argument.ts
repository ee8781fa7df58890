/** One piece of an argument that holds several. */
export interface Piece {
  readonly text: string;
  /** Offsets in the value, white space around the piece left out. */
  readonly start: number;
  readonly end: number;
}

/** Splits a value at any of the separators; without one, or without separators, it is one piece. */
export function splitArgument(value: string, separators: string): Piece[] {
  if (separators === '') return [trimmed(value, 0, value.length)];
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at <= value.length; at++) {
    if (at < value.length && !separators.includes(value.charAt(at))) continue;
    pieces.push(trimmed(value, from, at));
    from = at + 1;
  }
  return pieces;
}

function trimmed(value: string, from: number, to: number): Piece {
  const raw = value.slice(from, to);
  const text = raw.trim();
  const start = text.length === raw.length ? from : from + raw.length - raw.trimStart().length;
  return { text, start, end: start + text.length };
}
