import { foldLetters, withoutHtml } from './titles.ts';

/**
 * Names of a title as a field writes it that cost little to make: two titles that `normalizeTitle` takes for one share
 * at least one, and few others do. They sort out the entries that cannot be the same work as another, so that only the
 * rest have to be read as works.
 */
export function roughTitles(written: string): readonly string[] {
  const plain = withoutTex(withoutHtml(written));
  const whole = letters(plain);
  const end = plain.search(/[:：.?!？！。–—]|\s-{1,3}\s|--/);
  const main = end === -1 ? whole : letters(plain.slice(0, end));
  return main === whole || main === '' ? [whole] : [whole, main];
}

/** Letters of accents (`\v{c}`), commands of fonts and braces go; what is left of `\o` and `\TeX` are the letters. */
function withoutTex(text: string): string {
  if (!/[\\{$~]/.test(text)) return text;
  return text
    .replace(/\\(?:emph|text[a-z]{2}|math[a-z]{2,4}|mbox|ensuremath|it|bf|em|sc|rm|tt|sl)(?![A-Za-z])/g, '')
    .replace(/\\[vucHkrdbt](?=[\s{\\])/g, '')
    .replace(/\\(aa|AA)(?![A-Za-z])/g, 'a')
    .replace(/[\\{}$~]/g, ' ');
}

function letters(text: string): string {
  const folded = foldLetters(text).replace(/&/g, 'and');
  const all = folded.replace(/[^\p{L}\p{N}]/gu, '');
  return all.replace(/^(?:an?|the|der|die|das|eine?|l[aeo]s?|une?|el|il|os?)(?=.)/, '');
}
