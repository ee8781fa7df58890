import type { BibEntry, Located } from '../../src/model.ts';

type Entries = ReadonlyMap<string, readonly Located<BibEntry>[]>;

/** What a set of entries defines besides the keys themselves. */
export interface KeyIndex {
  /** Entries by their lower-cased key; the first of several. */
  readonly folded: ReadonlyMap<string, Located<BibEntry>>;
  /** Lower-cased keys that several keys share. */
  readonly ambiguous: ReadonlySet<string>;
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
  const ambiguous = new Set<string>();
  const aliases = new Set<string>();
  for (const [key, [entry]] of entries) {
    if (entry === undefined) continue;
    const name = key.toLowerCase();
    if (folded.has(name)) ambiguous.add(name);
    else folded.set(name, entry);
    const ids = entry.fields.find(({ name }) => name === 'ids')?.value ?? '';
    for (const alias of ids.split(',')) if (alias.trim() !== '') aliases.add(alias.trim());
  }
  return { folded, ambiguous, aliases };
}
