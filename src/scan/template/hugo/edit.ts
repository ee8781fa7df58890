import type { FixSafety, Region, SyntaxProblem } from '../../../model.ts';

/** A way to mend a tag. */
export type Fix = NonNullable<SyntaxProblem['fix']>;

/** A replacement in a tag; offsets count from the start of its text. */
export type RelativeEdit = Fix['edits'][number];

/** A fix of these replacements. */
export function fix(title: string, safety: FixSafety, ...edits: RelativeEdit[]): Fix {
  return { title, safety, edits };
}

/** Puts a text at a place. */
export function insert(at: number, text: string): RelativeEdit {
  return { region: { start: at, end: at }, text };
}

/** Puts a text in the place of another. */
export function replace(start: number, end: number, text: string): RelativeEdit {
  return { region: { start, end }, text };
}

/** A region's text, shortened for a message. */
export function excerpt(text: string, { start, end }: Region): string {
  const whole = text
    .slice(start, Math.min(end, start + 400))
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  return whole.length > 60 ? whole.slice(0, 59) + '…' : whole;
}
