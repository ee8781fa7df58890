import type { BibEntry, Located } from '../../src/model.ts';

type Entries = ReadonlyMap<string, readonly Located<BibEntry>[]>;

/** What a set of entries defines besides the keys themselves. */
export interface KeyIndex {
  /** Entries by their lower-cased key; the first of several. */
  readonly folded: ReadonlyMap<string, Located<BibEntry>>;
  /** Other names of entries: BibLaTeX's `ids`. */
  readonly aliases: ReadonlySet<string>;
}

/** Indexes entries once for all documents that share them: call it once in a check, and ask the result per document. */
export function createKeyIndexes(): (entries: Entries) => KeyIndex {
  const known = new Map<Entries, KeyIndex>();
  return (entries) => {
    const found = known.get(entries);
    if (found !== undefined) return found;
    const made = indexKeys(entries);
    known.set(entries, made);
    return made;
  };
}

function indexKeys(entries: Entries): KeyIndex {
  const folded = new Map<string, Located<BibEntry>>();
  const aliases = new Set<string>();
  for (const [key, [entry]] of entries) {
    if (entry === undefined) continue;
    if (!folded.has(key.toLowerCase())) folded.set(key.toLowerCase(), entry);
    const ids = entry.fields.find(({ name }) => name === 'ids')?.value ?? '';
    for (const alias of ids.split(',')) if (alias.trim() !== '') aliases.add(alias.trim());
  }
  return { folded, aliases };
}
