import type { Region } from '../model.ts';

/** A replacement in one text. */
export interface TextEdit {
  readonly region: Region;
  readonly text: string;
}

/** The text with all edits made. They must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { region, text: replacement } of sortEdits(edits)) {
    result += text.slice(from, region.start) + replacement;
    from = region.end;
  }
  return result + text.slice(from);
}

/** By place; insertions at one place keep their order. */
export function sortEdits<E extends TextEdit>(edits: readonly E[]): E[] {
  return [...edits].sort((a, b) => a.region.start - b.region.start || a.region.end - b.region.end);
}

/** Whether two edits touch the same text. Two insertions at one place do too: their order would be a guess. */
export function overlaps(a: Region, b: Region): boolean {
  if (a.start === b.start) return true;
  return a.start < b.end && b.start < a.end;
}
