import { MAX_DEPTH } from './fields.ts';

/** One part of a dotted key; the region leaves quotes out. */
export interface KeyPart {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const BARE_KEY = /[A-Za-z0-9_-]+/y;
const SCALAR = /[^,\]}#\r\n]*/y;

/**
 * ```
 * params."cover image".alt = "…"
 * ^at                     ^end
 * ```
 *
 * A dotted key; `undefined` where there is none, or one of more parts than anything is nested.
 */
export function readKey(text: string, at: number): { parts: KeyPart[]; end: number } | undefined {
  const parts: KeyPart[] = [];
  let from = at;
  while (parts.length < MAX_DEPTH) {
    const part = readKeyPart(text, skipBlanks(text, from));
    if (part === undefined) return undefined;
    parts.push(part.part);
    const next = skipBlanks(text, part.next);
    if (text[next] !== '.') return { parts, end: next };
    from = next + 1;
  }
  return undefined;
}

function readKeyPart(text: string, at: number): { part: KeyPart; next: number } | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const end = endOfString(text, at);
    const written = text.slice(at + 1, end - 1);
    if (end - at < 2 || /[\r\n]/.test(written)) return undefined;
    const name = quote === '"' ? withoutEscapes(written) : written;
    return { part: { name, start: at + 1, end: end - 1 }, next: end };
  }
  BARE_KEY.lastIndex = at;
  const name = BARE_KEY.exec(text)?.[0];
  if (name === undefined) return undefined;
  return { part: { name, start: at, end: at + name.length }, next: at + name.length };
}

/** Basic strings escape as JSON does, and with `\e`, `\x` and `\U` beyond it. */
function withoutEscapes(written: string): string {
  const simple: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\x1b' };
  return written.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (all, short, long, byte, character) => {
      const hex = short ?? long ?? byte;
      if (hex === undefined) return simple[character] ?? character;
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** Offset behind a string of any of TOML's four kinds; the end of the text where it is not closed. */
export function endOfString(text: string, at: number): number {
  const quote = text.charAt(at);
  const long = text.startsWith(quote.repeat(3), at);
  const close = long ? quote.repeat(3) : quote;
  for (let from = at + close.length; from < text.length; from++) {
    const character = text[from];
    if (character === '\\' && quote === '"') from += 1;
    else if (!long && (character === '\n' || character === '\r')) return from;
    else if (character === quote && text.startsWith(close, from)) {
      let end = from + close.length;
      while (long && end < from + 5 && text[end] === quote) end += 1;
      return end;
    }
  }
  return text.length;
}

/** Offset behind a bare value (number, boolean, date), blanks after it left out. */
export function endOfScalar(text: string, at: number): number {
  SCALAR.lastIndex = at;
  return at + (SCALAR.exec(text)?.[0] ?? '').trimEnd().length;
}

/** The next character that is no blank. */
export function skipBlanks(text: string, at: number): number {
  let from = at;
  while (text[from] === ' ' || text[from] === '\t') from += 1;
  return from;
}

/** The next character that is no blank, line break or comment. */
export function skipSpace(text: string, at: number, end: number): number {
  let from = at;
  for (; from < end; from++) {
    const character = text[from];
    if (character === '#') {
      while (from < end && text[from] !== '\n' && text[from] !== '\r') from += 1;
    } else if (character !== ' ' && character !== '\t' && character !== '\n' && character !== '\r') break;
  }
  return Math.min(from, end);
}
