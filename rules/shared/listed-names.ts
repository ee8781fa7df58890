import type { Region } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';

/** A name of a list, as it is written between two `and`. */
type Name = Region & { readonly text: string };

const AND = /\sand\s/;

function namesIn(value: string): Name[] {
  let from = 0;
  return value.split(AND).map((written) => {
    const text = written.trim();
    const start = value.indexOf(text, from);
    from += written.length + ' and '.length;
    return { text, start, end: start + text.length };
  });
}

/**
 * The second place of a name that a list of few has twice: pasted once too often, and mostly over another. Two persons
 * may be called Wang Wei or have the same initials, so long words or an initial beside a full name have to agree.
 */
export function repeatedName(value: string): Region | undefined {
  const written = value.split(AND);
  if (written.length < 2 || written.length > 12) return undefined;
  // Nearly no list has, and every list is asked.
  if (new Set(written.map((name) => name.trim())).size === written.length) return undefined;
  const seen = new Set<string>();
  for (const name of namesIn(value)) {
    if (seen.has(name.text) && isOfOnePerson(name.text)) return name;
    seen.add(name.text);
  }
  return undefined;
}

function isOfOnePerson(name: string): boolean {
  const words = name.split(/[\s,~{}]+/).filter((word) => word !== '');
  const full = words.filter((word) => /\p{L}{3}/u.test(word));
  return (
    full.length > 1 &&
    (full.every(({ length }) => length > 4) || words.some((word) => /^\p{Lu}\.?$/u.test(word)))
  );
}

const BRACED_WORD = once(() => /^\{\p{Lu}\p{Ll}[\p{L}'’-]*\}$/u);
const BRACED_INITIALS = once(() => /^\{(?:\p{Lu}\.[ -]?){1,3}\}$/u);
/** So many organisations of one word each sign nothing together. */
const SURELY_PERSONS = 6;

/**
 * The first name of a list in which family and given name of one person are two, as R writes them where the citation of a
 * package was put together so: words in braces, nearly all of a long list, or initials that stand alone.
 * ```
 * {Garnier} and {Simon} and {Ross} and {Noam} and {Rudis} and {Robert}
 * S.N. Wood and {N.} and {Pya}
 * ```
 */
export function partedName(value: string): Region | undefined {
  if (!value.includes('{')) return undefined;
  const names = namesIn(value);
  const words = names.filter(({ text }) => BRACED_WORD().test(text));
  if (words.length >= SURELY_PERSONS && words.length * 4 >= names.length * 3) return words[0];
  return names.find(({ text }) => BRACED_INITIALS().test(text));
}
