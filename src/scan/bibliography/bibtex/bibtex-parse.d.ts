/** The part of bibtex-parse that is used: it ships no types. */
declare module 'bibtex-parse' {
  /** Throws at the first entry it cannot read. */
  export function parse(text: string): unknown[];
}
