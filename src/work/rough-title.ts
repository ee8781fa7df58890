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
  const { whole, main, first } = readLetters(/^[\x00-\x7e]*$/.test(plain) ? plain : fold(plain));
  if (whole === 0) return [];
  const article = first < whole && isArticle(first) ? first : 0;
  const name = nameOf(article, whole);
  return main <= article || main === whole ? [name] : [name, nameOf(article, main)];
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
const JOIN = 5;
give('\t\n\v\f\r ~', () => BLANK);
give("{}$'`", () => JOIN);
give(':.?!', () => END);
give('-', () => HYPHEN);
give('&', () => AMPERSAND);
give('abcdefghijklmnopqrstuvwxyz0123456789', (code) => code);
give('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (code) => code + 32);

const meaningAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 128 ? meanings[code]! : code;
};

/**
 * Reads a folded text into `letters`: how many there are, how many before the subtitle (-1 where it has none), and how
 * many in the first word (0 where there is one word).
 */
function readLetters(text: string): {
  readonly whole: number;
  readonly main: number;
  readonly first: number;
} {
  let whole = 0;
  let main = -1;
  let first = 0;
  for (let at = 0; at < text.length && whole < letters.length; at++) {
    const meaning = meaningAt(text, at);
    if (meaning > JOIN) letters[whole++] = meaning;
    else if (meaning !== JOIN) {
      if (first === 0) first = whole;
      if (meaning === AMPERSAND) for (const letter of 'and') letters[whole++] = letter.charCodeAt(0);
      else if (main === -1 && (meaning === END || (meaning === HYPHEN && isDash(text, at)))) main = whole;
    }
  }
  return { whole: Math.min(whole, letters.length), main, first };
}

/** Two hyphens, or one between blanks. */
function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) === 45) return true;
  return at > 0 && meaningAt(text, at - 1) === BLANK && meaningAt(text, at + 1) === BLANK;
}

/** The number of these letters. */
function nameOf(start: number, end: number): number {
  let name = 0;
  for (let at = start; at < end; at++) name = mix(name, letters[at]!);
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

/** Whether the first so many letters are an article; one that nothing follows is the title. */
function isArticle(length: number): boolean {
  if (length === 0 || length > LONGEST_ARTICLE) return false;
  let pack = 0;
  for (let at = 0; at < length; at++) pack = pack * 256 + letters[at]!;
  return ARTICLES.has(pack);
}
