import { type DateFinding, inBracket } from './dates.ts';
import { isOneOf, type Token } from './token.ts';

/** What stands for a date, by its first word. */
const PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = byFirstWord([
  'n . d .',
  'n . d',
  'nd',
  'no date',
  'undated',
  'in press',
  'forthcoming',
  'in preparation',
  'to appear',
  's . a .',
  's . d .',
  'o . D .',
  'o . J .',
  'under review',
  'submitted',
  'accepted',
  'im druck',
  'im erscheinen',
  'sous presse',
  'à paraître',
  'в печати',
]);

/** The same in brackets alone, where it is no word of a title. */
const IN_BRACKETS: ReadonlyMap<string, readonly (readonly string[])[]> = byFirstWord([
  'unknown',
  'date unknown',
  'year unknown',
  'unknown date',
  'in prep',
  'in prep .',
  'in review',
  'in revision',
  'n / d',
  's / f',
  's . f .',
  'sin fecha',
  'sem data',
  'sans date',
  'senza data',
  'ohne jahr',
  'b . d .',
  'z . j .',
  'u . å .',
  'б . г .',
]);

/**
 * Whether a text says behind its title that the work has no year yet: `*Under review*.`, `“Clocks.” In preparation.`,
 * `Submitted to TOCS.` These need not stand where a year would.
 */
export function saysUnpublished(text: string): boolean {
  return UNPUBLISHED.test(text);
}

const UNPUBLISHED =
  /[.,;*_>"”)([]\s{0,2}[*_]{0,2}(?:(?:currently|conditionally|manuscript|paper) )?(?:under (?:[\w-]{1,20} )?(?:review|revision)|in (?:review|revision|preparation|submission)|submitted|accepted (?:at|by|for|to|in)|to be (?:submitted|published)|(?:major|minor) revisions?|revise and resubmit|r(?:&|&amp;)r|job market paper|working paper|unpublished)\b/i;

function byFirstWord(phrases: readonly string[]): Map<string, string[][]> {
  const map = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    map.set(words[0]!, [...(map.get(words[0]!) ?? []), words]);
  }
  return map;
}

/** “n.d.”, “in press”: only where it cannot be a word of the title, nor an author’s initials (`N. D.`). */
export function readWordyDate(tokens: readonly Token[], at: number): DateFinding | undefined {
  const bracketed = isOneOf(tokens[at - 1], '([');
  const spell = (token: Token | undefined): string | undefined =>
    !bracketed && token?.text.length === 1 ? token.text : token?.lower;
  const first = spell(tokens[at])!;
  const phrases = [...(PHRASES.get(first) ?? []), ...((bracketed && IN_BRACKETS.get(first)) || [])];
  for (const words of phrases) {
    if (!words.every((word, i) => spell(tokens[at + i]) === (bracketed ? word.toLowerCase() : word)))
      continue;
    return standsAlone(tokens, at, at + words.length, words.at(-1) === '.');
  }
  return undefined;
}

function standsAlone(
  tokens: readonly Token[],
  at: number,
  to: number,
  stopped: boolean,
): DateFinding | undefined {
  const before = tokens[at - 1];
  const after = tokens[to];
  // “Clocks,” n.d.: Americans write the comma inside.
  const opened = before === undefined || before.kind === 'close-quote' || isOneOf(before, '.,(;[');
  const closed = after === undefined || stopped || isOneOf(after, '.,;:-–()[]');
  if (!opened || !closed) return undefined;
  const lettered = isOneOf(after, '-') && /^[a-z]$/.test(tokens[to + 1]?.text ?? '');
  const yearTo = lettered ? to + 2 : to;
  return inBracket(tokens, {
    from: at,
    to: yearTo,
    yearFrom: at,
    yearTo,
    bracket: '',
    alone: false,
    wordy: true,
    span: false,
  });
}
