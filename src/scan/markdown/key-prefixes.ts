import type { Citation, Cite } from '../../model.ts';

const OPTION = ':keyprefix:';
const PREFIX = /:keyprefix:[ \t]*(\S+)/g;

/**
 * Sphinx prints a work in several lists of one page under keys that tell them apart: with `:keyprefix: a-` on a
 * `{bibliography}`, `a-knuth84` cites the entry `knuth84` for that list.
 */
export function withoutKeyPrefixes(text: string, citations: Citation[]): Citation[] {
  if (!text.includes(OPTION)) return citations;
  const prefixes = [...text.matchAll(PREFIX)].map(([, prefix]) => prefix!);
  return citations.map((citation) => ({
    ...citation,
    cites: citation.cites.map((cite) => withoutPrefix(cite, prefixes)),
  }));
}

function withoutPrefix(cite: Cite, prefixes: readonly string[]): Cite {
  const prefix = prefixes.find((start) => cite.key.startsWith(start));
  if (prefix === undefined) return cite;
  const { start, end } = cite.keyRegion;
  return { ...cite, key: cite.key.slice(prefix.length), keyRegion: { start: start + prefix.length, end } };
}
