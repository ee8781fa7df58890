/**
 * Parsers that most runs do without, loaded when the first file needs them: those of other authors, and of our own those
 * of one dialect or of bibliographies, for Node reads a file before it runs a line of it.
 *
 * Scanning is synchronous and most files need no parser at all, so a parser that is not there yet is asked for by
 * throwing `ParserNotLoaded`; `scan` catches it, the session loads the parser and scans that one file again.
 */
interface Parsers {
  readonly yaml: typeof import('yaml');
  readonly toml: typeof import('smol-toml');
  readonly 'gray-matter': { readonly default: typeof import('gray-matter') };
  readonly micromark: typeof import('./markdown/micromark.ts');
  readonly 'bibtex-parse': typeof import('bibtex-parse');
  readonly jsonc: typeof import('jsonc-parser');
  readonly pandoc: typeof import('./markdown/pandoc/read-document.ts');
  readonly commonmark: typeof import('./markdown/read-markdown.ts');
  readonly liquid: typeof import('./template/liquid/liquid.ts');
  readonly jekyll: typeof import('./dialects/jekyll/jekyll.ts');
  readonly bibliography: typeof import('./bibliography/read-bibliography.ts');
  readonly notebook: typeof import('./notebook/read-notebook.ts');
  readonly 'front-matter-entries': typeof import('./bibliography/front-matter-entries.ts');
  readonly 'chat-citations': typeof import('./chat-citations.ts');
}

/** The name of a parser that is loaded when it is needed. */
export type ParserName = keyof Parsers;

/** Written out, because a declaration cannot be made of types that are inferred from inside a package. */
const loaders: { readonly [Name in ParserName]: () => Promise<Parsers[Name]> } = {
  yaml: () => import('yaml'),
  toml: () => import('smol-toml'),
  'gray-matter': () => import('gray-matter'),
  micromark: () => import('./markdown/micromark.ts'),
  'bibtex-parse': () => import('bibtex-parse'),
  jsonc: () => import('jsonc-parser'),
  pandoc: () => import('./markdown/pandoc/read-document.ts'),
  commonmark: () => import('./markdown/read-markdown.ts'),
  liquid: () => import('./template/liquid/liquid.ts'),
  jekyll: () => import('./dialects/jekyll/jekyll.ts'),
  bibliography: () => import('./bibliography/read-bibliography.ts'),
  notebook: () => import('./notebook/read-notebook.ts'),
  'front-matter-entries': () => import('./bibliography/front-matter-entries.ts'),
  'chat-citations': () => import('./chat-citations.ts'),
};

const loaded = new Map<ParserName, unknown>();

/** Says which parser a scan is waiting for. Only `scan` catches it; it never reaches a caller of the scan layer. */
export class ParserNotLoaded extends Error {
  readonly parser: ParserName;

  constructor(parser: ParserName) {
    super(`The parser ${parser} is not loaded yet.`);
    this.parser = parser;
  }
}

/** The parser's module. Throws `ParserNotLoaded` until `loadParser` has resolved for it. */
export function parser<N extends ParserName>(name: N): Parsers[N] {
  const found = loaded.get(name);
  if (found === undefined) throw new ParserNotLoaded(name);
  return found as Parsers[N];
}

/** Loads one parser; loading it again costs nothing. */
export async function loadParser(name: ParserName): Promise<void> {
  if (!loaded.has(name)) loaded.set(name, await loaders[name]());
}

/** Loads every parser: for tests and for processes that stay (the language server). */
export async function loadAllParsers(): Promise<void> {
  await Promise.all(Object.keys(loaders).map((name) => loadParser(name as ParserName)));
}
