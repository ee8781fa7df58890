import { quoteOf } from '../../template/liquid/scholar.ts';
import type { LiquidWord } from '../../template/liquid/tag.ts';
import type { LiquidValue } from './flow.ts';

/** What jekyll-scholar makes of one key as written. */
export type ScholarKey =
  | { readonly kind: 'key'; readonly key: string; readonly word: LiquidWord }
  /** A variable of the page or the site: only the build knows the key. */
  | { readonly kind: 'variable'; readonly word: LiquidWord }
  /** Liquid reads a number, a range, or `true`, which is the key of no entry. */
  | { readonly kind: 'literal'; readonly word: LiquidWord };

/** What Jekyll itself puts into every page's scope. */
const GLOBALS: ReadonlySet<string> = new Set([
  'page',
  'site',
  'layout',
  'content',
  'paginator',
  'theme',
  'jekyll',
  'include',
  'forloop',
  'tablerowloop',
]);

const LITERALS: ReadonlySet<string> = new Set(['true', 'empty', 'blank']);

/** A longer word is nobody's variable; looking into it would only cost time. */
const LONGEST = 200;

/**
 * Evaluates a key as jekyll-scholar does: `context[key] || key` (utilities.rb). Quotes come off, variables of the page are
 * looked up, and what is no variable is the key as it stands.
 */
export function evaluateKey(word: LiquidWord, variables: ReadonlyMap<string, LiquidValue>): ScholarKey {
  const { text } = word;
  if (quoteOf(text) !== '') {
    const inner = { text: text.slice(1, -1), start: word.start + 1, end: word.end - 1 };
    return { kind: 'key', key: inner.text, word: inner };
  }
  if (text.length > LONGEST) return { kind: 'key', key: text, word };
  if (LITERALS.has(text) || /^(?:\d[\d.]*|\(\S+\.\.\S+\))$/.test(text)) return { kind: 'literal', word };
  const [name, ...further] = text.match(/\[[^\]]+\]|[\w-]+\??/g) ?? [];
  if (name === undefined) return { kind: 'key', key: text, word };
  // `[@ruby]` is a habit from Pandoc, and no name of a variable.
  if (name.startsWith('['))
    return name[1] === '@' ? { kind: 'key', key: text, word } : { kind: 'variable', word };
  if (!variables.has(name)) {
    return GLOBALS.has(name) ? { kind: 'variable', word } : { kind: 'key', key: text, word };
  }
  const value = variables.get(name);
  if (value === undefined) return { kind: 'variable', word };
  return { kind: 'key', key: further.length === 0 ? value : text, word };
}

/** The words of a tag's arguments that hold `{{`, which no tag expands in its keys, and the words up to its `}}`. */
export function outputWords(words: readonly LiquidWord[]): ReadonlySet<LiquidWord> {
  const inside = new Set<LiquidWord>();
  let isOpen = false;
  for (const word of words) {
    const opens = word.text.lastIndexOf('{{');
    if (isOpen || opens !== -1) inside.add(word);
    const closes = word.text.lastIndexOf('}}');
    if (opens !== -1 || closes !== -1) isOpen = opens > closes;
  }
  return inside;
}
