import { once } from '../text/once.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
]);

/** Undoes HTML's common entities and drops its tags for emphasis; other angle brackets stay. */
export function withoutHtml(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(/<\/?(?:i|em|b|strong|sub|sup|span|cite|u|sc|q|code|br)(?:\s[^<>]{0,200})?\/?>/gi, '')
    .replace(/&(?:amp|lt|gt|quot|apos|#39|nbsp|ndash|mdash);/g, (entity) => ENTITIES.get(entity) ?? entity);
}

/**
 * Folds letters that differ in case or in a Latin, Greek or Cyrillic accent: `Gödel` and `GODEL`, `Straße` and
 * `STRASSE`. Marks of other scripts are letters of their own and stay (か is not が).
 */
export function foldLetters(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[øłđðþıæœς]/g, (letter) => UNDECOMPOSED.get(letter) ?? letter)
    .normalize('NFC');
}

/** Letters whose stroke is no accent to Unicode, and the final sigma. */
const UNDECOMPOSED: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ς', 'σ'],
]);

/** Writes out umlauts and their Nordic kin, as keyboards and catalogues without them do: `Über` is `Ueber`. */
export function spellUmlauts(text: string): string {
  if (isAscii(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[äöüæøåÄÖÜÆØÅ]/g, (letter) => SPELT.get(letter.toLowerCase()) ?? letter);
}

const SPELT: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['æ', 'ae'],
  ['ø', 'oe'],
  ['å', 'aa'],
]);

/**
 * A title as words in lower case with a blank between: Unicode letters and digits of any script stay (two Chinese
 * books are not one), accents, punctuation, Markdown, HTML tags, dollar signs and white space do not count, `&` is
 * `and`. `+` and `#` behind a letter stay, since C, C++ and C# differ. The text has no LaTeX left.
 */
export function normalizeTitle(text: string): string {
  const folded = foldLetters(withoutHtml(text));
  const plain = /['&’‘ʼ`´]/.test(folded) ? folded.replace(/&/g, ' and ').replace(/['’‘ʼ`´]/g, '') : folded;
  const words = plain.match(isAscii(plain) ? ASCII_WORD : WORD());
  return words === null ? '' : words.join(' ');
}

const WORD = once(() => /[\p{L}\p{N}\p{M}]+(?:[+#]+(?![\p{L}\p{N}]))?/gu);
const ASCII_WORD = /[a-z0-9]+(?:[+#]+(?![a-z0-9]))?/g;

function isAscii(text: string): boolean {
  return /^[\x00-\x7E]*$/.test(text);
}

/** Equal for titles that differ in how words are joined too: “on-line”, “online” and “on line”. */
export function titleKey(text: string): string {
  return normalizeTitle(text).replaceAll(' ', '');
}

const ARTICLES = new Set('a an the der die das ein eine le la les un une el los las il lo o os'.split(' '));

/** Whether the words of a normalised title begin with an article that more follows. */
export function hasArticle(words: readonly string[]): boolean {
  return words.length > 1 && ARTICLES.has(words[0]!);
}

/** The title before its subtitle: up to a colon, a dash between blanks, or a sentence mark followed by a word. */
export function mainTitle(text: string): string {
  const end = /[:：]\s|[:：]$|\s[–—-]{1,3}\s|[.?!]\s{1,3}(?=\p{Lu})|[？！。]/u.exec(text);
  const main = end === null ? text : text.slice(0, end.index);
  return normalizeTitle(main) === '' ? text : main;
}

/** Titles that thousands of works bear: alone they identify nothing. */
const GENERIC = new Set(
  (
    'introduction|preface|foreword|editorial|editors note|letter to the editor|letters to the editor|discussion|' +
    'comment|comments|commentary|reply|response|rejoinder|erratum|errata|corrigendum|correction|addendum|appendix|' +
    'abstract|abstracts|conclusion|conclusions|summary|overview|review|book review|book reviews|notes|note|' +
    'bibliography|references|index|contents|table of contents|acknowledgments|acknowledgements|in memoriam|' +
    'obituary|proceedings|untitled|home|homepage|documentation|news|about|front matter|back matter|keynote'
  ).split('|'),
);

/** Whether a title is one of a thousand (“Introduction”), so that two works may well share it. */
export function isGenericTitle(text: string): boolean {
  const title = normalizeTitle(text);
  return GENERIC.has(title) || title.length < 2;
}

/**
 * A reference text as one compares it with another: Markdown emphasis and links, HTML, case, dashes, quotes, escapes,
 * white space, the form of a DOI and a full stop at the end do not count. Equal results mean equal references.
 */
export function normalizeReferenceText(text: string): string {
  return withoutTrailingStop(
    plainSigns(withoutMarkdown(withoutHtml(text)))
      .toLowerCase()
      .replace(/``|''/g, '"')
      .replaceAll('`', "'")
      .replace(/---?/g, '-')
      .replace(/(?:https?:\/\/(?:dx\.)?doi\.org\/|\bdoi:\s?)(?=10\.)/g, 'doi:')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Letters and signs that look alike as one of them, quotes and dashes as those of a typewriter. */
function plainSigns(text: string): string {
  if (isAscii(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\u00AD\uFEFF]/g, '')
    .replace(/[“”„‟«»″‹›「」]/g, '"')
    .replace(/[‘’‚‛′´ʼ]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-');
}

/** Drops what Markdown adds to running text: emphasis, escapes, the brackets of links and autolinks. */
export function withoutMarkdown(text: string): string {
  if (!/[_\\[<]/.test(text)) return text.replaceAll('*', '');
  return text
    .replace(
      /\[([^[\]]{0,2000})\]\((?:<([^<>\s]{0,2000})>|([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?))\)/g,
      linkText,
    )
    .replace(/<(https?:\/\/[^<>\s]{1,2000}|mailto:[^<>\s]{1,200})>/gi, '$1')
    .replace(/(?<!\\)\*+|(?<![\p{L}\p{N}/\\_])_{1,3}(?=\S)|(?<=\S)(?<![\\_])_{1,3}(?![\p{L}\p{N}/])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function linkText(
  _link: string,
  text: string,
  angled: string | undefined,
  plain: string | undefined,
): string {
  const url = angled ?? plain ?? '';
  if (url === '' || url.startsWith('#') || text === url || url.endsWith(text))
    return text === '' ? url : text;
  return text === '' ? url : `${text} ${url}`;
}

function withoutTrailingStop(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === ' ' || text[end - 1] === '。')) end -= 1;
  return text.slice(0, end);
}
