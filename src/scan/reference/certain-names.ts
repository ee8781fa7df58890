import type { Draft } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import type { Head } from './head.ts';
import { GIVEN } from './lexicon.ts';
import { isMark } from './token.ts';

/**
 * Names that cannot be words of a title: with initials, inverted, or more than one. `Learning SQL. O’Reilly, 2009` and
 * `Kubernetes Documentation (2023). https://…` are no names, though they look like two.
 */
export function areCertain({ tokens, dates, bracketed }: Draft, { names: list, date }: Head): boolean {
  const { form, names, from } = list!;
  switch (form) {
    case 'literal':
    case 'cjk':
      return false;
    case 'run-on':
      if (names.length > 1 || (bracketed && tokens.some((_, i) => isGenreMark(tokens, i)))) return true;
      return dates.some((d) => isMark(tokens[d.from - 1], ';') || isMark(tokens[d.to], ';'));
    case 'direct-full':
      return (
        names.length > 1 ||
        (tokens[from]!.bits & GIVEN) !== 0 ||
        (date?.bracket === '' && isMark(tokens[date.to], '.'))
      );
    default:
      return true;
  }
}
