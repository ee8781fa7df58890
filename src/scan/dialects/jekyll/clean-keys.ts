import type { SyntaxProblem } from '../../../model.ts';
import { quoteOf } from '../../template/liquid/scholar.ts';
import { type LiquidTag, type LiquidWord, regionOf } from '../../template/liquid/tag.ts';

/** The keys an author meant, and what keeps jekyll-scholar from reading them so. */
export interface CleanKeys {
  readonly keys: readonly LiquidWord[];
  readonly problems: readonly SyntaxProblem[];
}

/** Characters of the keys that have to go, by what they were meant for. */
interface Marks {
  readonly commas: LiquidWord[];
  readonly curly: LiquidWord[];
  readonly split: LiquidWord[];
}

/** Takes commas and quotes that do not quote off the keys; each kind is one problem a tag. */
export function cleanKeys(tag: LiquidTag, words: readonly LiquidWord[]): CleanKeys {
  const marks: Marks = { commas: [], curly: [], split: [] };
  const keys: LiquidWord[] = [];
  const last = words.at(-1);
  const apostrophes = apostrophesThatQuote(words);
  for (const word of words) {
    for (const piece of splitAtCommas(word, word === last, marks.commas)) {
      const key = trimQuotes(piece, apostrophes, marks);
      if (key.text !== '') keys.push(key);
    }
  }
  const problems: SyntaxProblem[] = [];
  if (marks.commas.length > 0) problems.push(commaProblem(tag, words, marks.commas));
  if (marks.curly.length > 0) problems.push(quoteProblem('curly-quoted-argument', 'safe', tag, marks.curly));
  if (marks.split.length > 0) problems.push(quoteProblem('quoted-keys-split', 'suggest', tag, marks.split));
  return { keys, problems };
}

/**
 * No BibTeX key holds a comma; a `;` is a separator only where it ends a word and more follow.
 *
 * ```
 * knuth97,shannon48    "knuth97,shannon48"
 *        ^comma        ^       ^comma    ^
 * ```
 */
function splitAtCommas(word: LiquidWord, isLast: boolean, commas: LiquidWord[]): LiquidWord[] {
  const { text } = word;
  const isMark = (at: number): boolean =>
    text[at] === ',' || (text[at] === ';' && !isLast && at === text.length - 1);
  if (!text.includes(',') && !isMark(text.length - 1)) return [word];
  const isQuoted = quoteOf(text) !== '';
  const to = isQuoted ? text.length - 1 : text.length;
  const pieces: LiquidWord[] = [];
  let from = isQuoted ? 1 : 0;
  if (isQuoted) commas.push(pieceOf(word, 0, 1));
  for (let at = from; at <= to; at++) {
    if (at < to && !isMark(at)) continue;
    if (at < to) commas.push(pieceOf(word, at, at + 1));
    if (at > from) pieces.push(pieceOf(word, from, at));
    from = at + 1;
  }
  if (isQuoted) commas.push(pieceOf(word, to, to + 1));
  return pieces;
}

function pieceOf({ text, start }: LiquidWord, from: number, to: number): LiquidWord {
  return { text: text.slice(from, to), start: start + from, end: start + to };
}

function commaProblem(
  tag: LiquidTag,
  words: readonly LiquidWord[],
  commas: readonly LiquidWord[],
): SyntaxProblem {
  const edges = new Set(words.flatMap(({ start, end }) => [start, end]));
  const isEdge = (mark: LiquidWord): boolean =>
    edges.has(mark.start) || edges.has(mark.end) || !/[,;]/.test(mark.text);
  return {
    messageId: 'comma-separated-keys',
    data: { name: tag.name, separator: commas.find(({ text }) => /[,;]/.test(text))!.text },
    region: { start: words[0]!.start, end: words.at(-1)!.end },
    fix: {
      title: 'Separate the keys by blanks.',
      safety: 'safe',
      edits: commas.map((mark) => ({
        region: regionOf(mark),
        text: isEdge(mark) && !isBehindName(tag, mark) ? '' : ' ',
      })),
    },
  };
}

/** Straight apostrophes quote only in pairs: a key may well begin with one, as in `'tHooft1971`. */
function apostrophesThatQuote(words: readonly LiquidWord[]): boolean {
  const opener = words.findIndex(({ text }) => text.startsWith("'") && quoteOf(text) === '');
  if (opener === -1) return false;
  return words.some(({ text }, index) => index > opener && /'[,;]?$/.test(text) && quoteOf(text) === '');
}

const CURLY_OPENER = /^[“”„‟‘‚‛«]/;
const CURLY_CLOSER = /[“”‟»]$/;

/** Takes off curly quotes, and straight ones that stand at one end only because a blank cut the quoted text. */
function trimQuotes(word: LiquidWord, apostrophes: boolean, { curly, split }: Marks): LiquidWord {
  const { text } = word;
  if (quoteOf(text) !== '') return word;
  const quoteChars = apostrophes ? `"'` : '"';
  let from = 0;
  let to = text.length;
  if (CURLY_OPENER.test(text)) {
    from = 1;
    curly.push(pieceOf(word, 0, 1));
  } else if (quoteChars.includes(text[0] ?? ' ')) {
    from = 1;
    split.push(pieceOf(word, 0, 1));
  }
  if (to === from) return pieceOf(word, from, to);
  if (CURLY_CLOSER.test(text) || (text.startsWith('‘') && text.endsWith('’'))) {
    to -= 1;
    curly.push(pieceOf(word, to, to + 1));
  } else if (quoteChars.includes(text.at(-1)!)) {
    to -= 1;
    split.push(pieceOf(word, to, to + 1));
  }
  return pieceOf(word, from, to);
}

function quoteProblem(
  messageId: string,
  safety: 'safe' | 'suggest',
  tag: LiquidTag,
  marks: readonly LiquidWord[],
): SyntaxProblem {
  return {
    messageId,
    data: { name: tag.name },
    region: { start: marks[0]!.start, end: marks.at(-1)!.end },
    fix: {
      title: 'Write the keys without quotes.',
      safety,
      edits: marks.map((mark) => ({ region: regionOf(mark), text: isBehindName(tag, mark) ? ' ' : '' })),
    },
  };
}

/** Without the mark, name and key would be one word: `{% cite“knuth1997” %}`. */
function isBehindName({ nameRegion }: LiquidTag, { start }: LiquidWord): boolean {
  return start === nameRegion.end;
}
