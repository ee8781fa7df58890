import { mix } from '../text/hash.ts';
import { foldLetters, withoutHtml } from './titles.ts';

/**
 * Names of a title as a field writes it that cost little to make: two titles that `normalizeTitle` takes for one share
 * at least one, and few others do. They sort out the entries that cannot be the same work as another, so that only the
 * rest have to be read as works. A name is a number made of the letters, since a library has many titles and a string
 * for each costs more than all the rest; a title without letters has none.
 */
export function roughTitles(written: string): readonly number[] {
  const plain = withoutTex(withoutHtml(written));
  const { whole, main } = readLetters(/^[\x00-\x7e]*$/.test(plain) ? plain : fold(plain));
  if (whole === 0) return [];
  const name = nameOf(whole);
  return main <= 0 || main === whole ? [name] : [name, nameOf(main)];
}

/** Letters of accents (`\v{c}`) and commands of fonts go; what is left of `\o` and `\TeX` are the letters. */
function withoutTex(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\(?:emph|text[a-z]{2}|math[a-z]{2,4}|mbox|ensuremath|it|bf|em|sc|rm|tt|sl)(?![A-Za-z])/g, '')
    .replace(/\\[vucHkrdbt](?=[\s{\\])/g, '')
    .replace(/\\(aa|AA)(?![A-Za-z])/g, 'a')
    .replaceAll('\\', ' ');
}

/** Leaves letters and digits alone beyond ASCII; a sign that ends a main title is a colon then, any other ends none. */
function fold(text: string): string {
  const signs = text
    .replace(/[：？！。–—]/g, ':')
    .replace(/[^\x00-\x7e\p{L}\p{N}\p{M}]/gu, (sign) =>
      /[\s.:?!-]/.test(sign.normalize('NFKD')) ? ' ' : sign,
    );
  return foldLetters(signs).replace(/[^\x00-\x7e\p{L}\p{N}]/gu, '');
}

/** The letters of the title that was read last; what stands behind so many tells no two apart. */
const letters = new Uint16Array(1000);

/** For each character of ASCII the letter or digit it counts for, or else one of these. */
const meanings = new Uint8Array(128);
const BLANK = 1;
const END = 2;
const HYPHEN = 3;
const AMPERSAND = 4;
const give = (characters: string, meaning: (code: number) => number): void => {
  for (const character of characters) meanings[character.charCodeAt(0)] = meaning(character.charCodeAt(0));
};
give('\t\n\v\f\r {}$~', () => BLANK);
give(':.?!', () => END);
give('-', () => HYPHEN);
give('&', () => AMPERSAND);
give('abcdefghijklmnopqrstuvwxyz0123456789', (code) => code);
give('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (code) => code + 32);

const meaningAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 128 ? meanings[code]! : code;
};

/** Reads a folded text into `letters`: how many there are, and how many before the subtitle, -1 where it has none. */
function readLetters(text: string): { readonly whole: number; readonly main: number } {
  let whole = 0;
  let main = -1;
  for (let at = 0; at < text.length && whole < letters.length; at++) {
    const meaning = meaningAt(text, at);
    if (meaning > AMPERSAND) letters[whole++] = meaning;
    else if (meaning === AMPERSAND) {
      for (const letter of 'and') letters[whole++] = letter.charCodeAt(0);
    } else if (main === -1 && (meaning === END || (meaning === HYPHEN && isDash(text, at)))) main = whole;
  }
  return { whole: Math.min(whole, letters.length), main };
}

/** Two hyphens, or one between blanks. */
function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) === 45) return true;
  return at > 0 && meaningAt(text, at - 1) === BLANK && meaningAt(text, at + 1) === BLANK;
}

/** The number of the first `length` letters, an article that more follows left out. */
function nameOf(length: number): number {
  let name = 0;
  for (let at = articleEnd(length); at < length; at++) name = mix(name, letters[at]!);
  return name;
}

const ARTICLES = new Set(
  'a an the der die das ein eine la le lo las les los un une el il o os'.split(' ').map(packed),
);
const LONGEST_ARTICLE = 4;

function packed(word: string): number {
  let pack = 0;
  for (let at = 0; at < word.length; at++) pack = pack * 256 + word.charCodeAt(at);
  return pack;
}

function articleEnd(length: number): number {
  let end = 0;
  let pack = 0;
  for (let at = 0; at < LONGEST_ARTICLE && at + 1 < length; at++) {
    pack = pack * 256 + letters[at]!;
    if (ARTICLES.has(pack)) end = at + 1;
  }
  return end;
}
