/** Characters that TeX would take for its own, and what prints them; braces stay balanced for BibTeX. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** Plain text as a field of BibTeX prints it. Letters beyond ASCII stay: every engine of today reads UTF-8. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, (character) => ESCAPES[character] ?? character);
}

/** An address or identifier, which engines take as it stands; braces and blanks would end it, so they are encoded. */
export function escapeVerbatim(text: string): string {
  return text.replace(/[\s{}\\]/g, (character) => encodeURIComponent(character));
}

/**
 * A title for BibTeX. Styles write titles in lower case but for their first letter, so words that must keep their
 * capitals go into braces: `{UNIX}`, `{LaTeX}` always, and in a title in sentence case the names, `{Valgrind}`.
 */
export function protectTitle(title: string): string {
  const words = title.split(/([\s\-–—/]+)/);
  const keepsNames = isSentenceCase(words);
  let starts = true;
  return words
    .map((word, index) => {
      if (index % 2 === 1) {
        starts ||= /[–—]/.test(word);
        return escapeLatex(word);
      }
      const isFirst = starts;
      if (word !== '') starts = /[:?!.]["'”’)]?$/.test(word);
      return protectWord(word, keepsNames && !isFirst);
    })
    .join('');
}

/** Most of the longer words behind the first are in lower case. */
function isSentenceCase(words: readonly string[]): boolean {
  const longer = words.slice(1).filter((word) => /^\p{L}{4}/u.test(word));
  const lower = longer.filter((word) => /^\p{Ll}/u.test(word));
  return longer.length > 0 && lower.length * 2 > longer.length;
}

/** Puts the word, without the punctuation round it, in braces where its capitals count. */
function protectWord(word: string, isName: boolean): string {
  const from = word.search(/[\p{L}\p{N}]/u);
  if (from < 0) return escapeLatex(word);
  let to = word.length;
  while (!/[\p{L}\p{N}\p{M}+#]/u.test(word[to - 1]!) && !isLowSurrogate(word, to - 1)) to -= 1;
  const core = word.slice(from, to);
  const isSingle = /^\p{Lu}[+#]*$/u.test(core) && core !== 'A' && core !== 'I';
  const isKept = isSingle || /\p{Lu}/u.test(core.slice(1)) || (isName && /^\p{Lu}/u.test(core));
  const written = isKept ? `{${escapeLatex(core)}}` : escapeLatex(core);
  return escapeLatex(word.slice(0, from)) + written + escapeLatex(word.slice(to));
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
