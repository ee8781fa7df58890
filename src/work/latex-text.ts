import { ACCENTS, CONTROL_SYMBOLS, commands, SILENT_ARGUMENT, VERBATIM_ARGUMENT } from './latex-symbols.ts';

/**
 * What a reader sees of a BibTeX value: accents and symbols as Unicode, `--` and quotes as typography, commands and
 * braces gone, `$math$` as written, white space kept. One pass, no recursion, never throws: an unknown command leaves
 * its arguments. Text without LaTeX comes back as it is. NFC.
 */
export function latexToText(value: string): string {
  if (!/[\\{}~$`]|--|''/.test(value)) return value;
  const reader: Reader = { text: value, at: 0, out: [], accents: '', mathEnds: true, closers: undefined };
  while (reader.at < value.length) readNext(reader);
  return reader.out.join('').normalize('NFC');
}

interface Reader {
  readonly text: string;
  at: number;
  readonly out: string[];
  /** Combining characters that wait for their letter. */
  accents: string;
  /** Whether a `$` can still find its partner; once one could not, no later one can. */
  mathEnds: boolean;
  /** Offsets of braces and of those that close them; made when first asked for. */
  closers: ReadonlyMap<number, number> | undefined;
}

function readNext(reader: Reader): void {
  const { text, at } = reader;
  const character = text[at]!;
  if (character === '\\') readCommand(reader);
  else if (character === '{') reader.at += 1;
  else if (character === '}') endGroup(reader);
  else if (character === '~') emit(reader, ' ', 1);
  else if (character === '$') readMath(reader);
  else if (character === '-') readDashes(reader);
  else if (character === '`' || character === "'") readQuote(reader, character);
  else readLetter(reader);
}

/** An accent over an empty group prints nothing. */
function endGroup(reader: Reader): void {
  reader.at += 1;
  reader.accents = '';
}

/**
 *   ``On Computable Numbers''   Bernoulli's
 *   ^^                     ^^            ^
 */
function readQuote(reader: Reader, character: string): void {
  const doubled = reader.text[reader.at + 1] === character;
  if (character === '`') emit(reader, doubled ? '“' : '‘', doubled ? 2 : 1);
  else emit(reader, doubled ? '”' : "'", doubled ? 2 : 1);
}

/** Prints a character, with the accents that waited for it: combining characters stand behind their letter. */
function emit(reader: Reader, printed: string, length: number): void {
  reader.at += length;
  if (reader.accents === '' || printed === '' || printed === ' ') {
    reader.out.push(printed);
    return;
  }
  const letter = printed === 'ı' ? 'i' : printed === 'ȷ' ? 'j' : printed;
  const first = String.fromCodePoint(letter.codePointAt(0)!);
  reader.out.push(first, reader.accents, letter.slice(first.length));
  reader.accents = '';
}

const PLAIN = /[^\\{}~$\-`']+/y;

/** Reads on to the next character that means anything to LaTeX; one letter where an accent waits for it. */
function readLetter(reader: Reader): void {
  if (reader.accents === '') {
    PLAIN.lastIndex = reader.at;
    const run = PLAIN.exec(reader.text)![0];
    reader.out.push(run);
    reader.at += run.length;
    return;
  }
  const character = String.fromCodePoint(reader.text.codePointAt(reader.at)!);
  if (/\s/.test(character)) reader.at += 1;
  else emit(reader, character, character.length);
}

/**
 *   10--20   a --- b
 *     ^^       ^^^
 */
function readDashes(reader: Reader): void {
  if (reader.text.startsWith('---', reader.at)) emit(reader, '—', 3);
  else if (reader.text.startsWith('--', reader.at)) emit(reader, '–', 2);
  else emit(reader, '-', 1);
}

/**
 *   On $k$-trees, for \$5
 *      ^^^
 */
function readMath(reader: Reader): void {
  const end = reader.mathEnds ? closingDollar(reader.text, reader.at + 1) : -1;
  if (end < 0) {
    reader.mathEnds = false;
    emit(reader, '$', 1);
  } else {
    reader.out.push(reader.text.slice(reader.at, end + 1));
    reader.at = end + 1;
  }
}

function closingDollar(text: string, from: number): number {
  let at = text.indexOf('$', from);
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf('$', at + 1);
  return at;
}

/**
 *   G\"odel   \emph{On}   \o stergaard   \url{https://…}
 *    ^^       ^^^^^       ^^^            ^^^^^
 */
function readCommand(reader: Reader): void {
  const word = /^[A-Za-z]{1,40}/.exec(reader.text.slice(reader.at + 1, reader.at + 41))?.[0];
  if (word === undefined) {
    readControlSymbol(reader);
    return;
  }
  reader.at += 1 + word.length;
  const accent = ACCENTS.get(word);
  if (accent !== undefined) {
    reader.accents = accent + reader.accents;
    return;
  }
  skipBlanks(reader);
  const printed = commands().get(word);
  if (printed !== undefined) emit(reader, printed, 0);
  else if (VERBATIM_ARGUMENT.has(word)) readGroup(reader, (inside) => reader.out.push(inside));
  else if (SILENT_ARGUMENT.has(word)) readGroup(reader, () => {});
}

/** Inner accents stand closer to the letter: `\~{\^e}` is ễ. */
function readControlSymbol(reader: Reader): void {
  const symbol = reader.text[reader.at + 1];
  const accent = symbol === undefined ? undefined : ACCENTS.get(symbol);
  if (symbol === undefined) emit(reader, '\\', 1);
  else if (accent === undefined) {
    const character = String.fromCodePoint(reader.text.codePointAt(reader.at + 1)!);
    emit(reader, CONTROL_SYMBOLS.get(symbol) ?? character, 1 + character.length);
  } else {
    reader.accents = accent + reader.accents;
    reader.at += 2;
  }
}

/** TeX skips blanks behind a command's name. */
function skipBlanks(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at += 1;
}

/** Hands on the group that begins here unread; does nothing where none begins, or none ends. */
function readGroup(reader: Reader, use: (inside: string) => void): void {
  reader.closers ??= bracePairs(reader.text);
  const end = reader.closers.get(reader.at);
  if (end === undefined) return;
  use(reader.text.slice(reader.at + 1, end));
  reader.at = end + 1;
}

function bracePairs(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') open.push(at);
    else if (character === '}') {
      const opener = open.pop();
      if (opener !== undefined) pairs.set(opener, at);
    }
  }
  return pairs;
}
