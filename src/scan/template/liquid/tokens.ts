/** A piece of a Liquid template, as `Liquid::Tokenizer` cuts it. Text between two of them is printed as it stands. */
export interface LiquidToken {
  /** `unclosed-…` is a lone opener: nothing in the rest of the file ends it, and the build stops. */
  readonly kind: 'tag' | 'output' | 'unclosed-tag' | 'unclosed-output';
  readonly start: number;
  readonly end: number;
}

/** Cuts a template piece by piece; `seek` resumes elsewhere, which is how the lexer recovers from a lost `%}`. */
export interface LiquidTokenizer {
  next(): LiquidToken | undefined;
  seek(offset: number): void;
}

/**
 * Liquid 5.4's tokenizer (`TemplateParser`, liquid.rb): a tag runs to the first `%}` and an output to the first `}`,
 * over lines and through quotes. Every search is remembered, so the whole file is read once however often it fails.
 */
export function createLiquidTokenizer(text: string, from: number): LiquidTokenizer {
  const tagStart = createSearch(text, '{%');
  const outputStart = createSearch(text, '{{');
  const tagEnd = createSearch(text, '%}');
  const brace = createSearch(text, '}');
  let offset = from;

  /**
   * ```
   * a {% cite knuth97 %} b {{ page.title }} c
   *   ^start            ^end
   * ```
   */
  const next = (): LiquidToken | undefined => {
    const tag = tagStart(offset);
    const output = outputStart(offset);
    if (tag === -1 && output === -1) return undefined;
    const token = tag !== -1 && (output === -1 || tag < output) ? readTag(tag) : readOutput(output);
    offset = token.end;
    return token;
  };
  const readTag = (start: number): LiquidToken => {
    const close = tagEnd(start + 2);
    return close === -1
      ? { kind: 'unclosed-tag', start, end: start + 2 }
      : { kind: 'tag', start, end: close + 2 };
  };
  const readOutput = (start: number): LiquidToken => {
    const close = brace(start + 2);
    if (close === -1) return { kind: 'unclosed-output', start, end: start + 2 };
    return { kind: 'output', start, end: text[close + 1] === '}' ? close + 2 : close + 1 };
  };
  return {
    next,
    seek(to) {
      offset = to;
    },
  };
}

/** `indexOf` that remembers its last answer, for questions whose offset mostly grows. */
function createSearch(text: string, needle: string): (from: number) => number {
  let asked = 0;
  let found = text.indexOf(needle);
  return (from) => {
    if (from < asked || (found !== -1 && found < from)) {
      found = text.indexOf(needle, from);
      asked = from;
    }
    return found;
  };
}
