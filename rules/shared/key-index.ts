import type { BibEntry, Located } from '../../src/model.ts';
import { aliasesOf } from '../../src/work/inheritance.ts';

type Entries = ReadonlyMap<string, readonly Located<BibEntry>[]>;

/** What a set of entries defines besides the keys themselves. */
export interface KeyIndex {
  /** Entries by their lower-cased key; the first of several. */
  readonly folded: ReadonlyMap<string, Located<BibEntry>>;
  /** Lower-cased keys that several keys share. */
  readonly ambiguous: ReadonlySet<string>;
  /** Other keys of entries: BibLaTeX's `ids`, Pandoc's `other-ids`. */
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
    for (const alias of aliasesOf(entry)) aliases.add(alias);
  }
  return { folded, ambiguous, aliases };
}
