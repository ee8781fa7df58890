import type { Work } from '../model.ts';
import { isKeyCharacter } from '../scan/bibliography/bibtex/names.ts';
import { foldLetters } from '../work/titles.ts';
import { yearNumber } from '../work/years.ts';

/** A key out of author and year, `knuth1984`; the first word of the title where no author is known. */
export function makeKey(work: Work): string {
  const [first] = work.authors.length > 0 ? work.authors : work.editors;
  const name = first?.value.family ?? work.title?.value ?? 'reference';
  const word = foldLetters(name).match(/[\p{L}\p{N}]{2,}/u)?.[0] ?? 'reference';
  const year = yearNumber(work.year?.value ?? '');
  return `${word}${year ?? ''}`;
}

/** The key, or the first of `keya`, `keyb` … that is free. */
export function freeKey(key: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(key)) return key;
  for (let index = 0; ; index++) {
    const candidate = key + letters(index);
    if (!isTaken(candidate)) return candidate;
  }
}

/** `a` to `z`, then `aa`. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** A key that every program reads in BibTeX; what some do not becomes hyphens. Keys of CSL-JSON may be anything. */
export function bibtexKey(key: string): string {
  const readable = [...key].map((character) => (isKeyCharacter(character) ? character : '-')).join('');
  const cleaned = readable === key ? key : readable.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
  return cleaned === '' ? 'reference' : cleaned;
}
