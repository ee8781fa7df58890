import type { Field, Location, Region } from '../model.ts';

/**
 * Offset in the file at which a field's value begins, delimiters left out; undefined where the value is not written as
 * it reads (escapes, folded lines, `#`), so that no part of it can be pointed at.
 */
export function valueStart({ value, region, written }: Field): number | undefined {
  if (written === 'macro' || written === 'concatenated') return undefined;
  const delimiters = region.end - region.start - value.length;
  return delimiters === 0 || delimiters === 2 ? region.start + delimiters / 2 : undefined;
}

/** A part of a field's value in its file: exact where that can be told, else the whole value. */
export function placeInField(path: string, field: Field, part?: Region): Location {
  const start = valueStart(field);
  if (part === undefined || start === undefined) return { path, region: field.region };
  const end = Math.min(part.end, field.value.length);
  if (part.start >= end) return { path, region: field.region };
  return { path, region: { start: start + part.start, end: start + end } };
}
