import type { BibliographyFacts, DocumentFacts, Facts, SiteDialect } from '../model.ts';
import type { FactsMemory } from '../project/facts-memory.ts';
import type { Source } from '../scan/scan.ts';
import { digestText } from '../text/digest.ts';
import { type KeptFacts, openFacts, type PackedFacts, packFacts } from './facts-file.ts';

/** A memory of facts that outlives the process. */
export interface FactsCache extends FactsMemory {
  /**
   * All facts that hold now, as bytes; undefined where nothing changed since they were opened. Of files that were not
   * looked at, those are kept that still exist.
   */
  pack(exists: (path: string) => boolean): Uint8Array | undefined;
}

/**
 * Opens a cache over files that `pack` made, of which any may be damaged: what cannot be read is scanned again. Facts
 * answer only for the very text and dialect they were read from, so a cache can be stale, shared or split in shards and
 * never wrong.
 */
export function createFactsCache(version: string, files: readonly Uint8Array[]): FactsCache {
  const opened = files.flatMap((bytes) => openFacts(version, bytes) ?? []);
  const packed = new Map<string, PackedFacts>();
  for (const one of opened) for (const facts of one.files) packed.set(facts.path, facts);
  const kept = new Map<string, KeptFacts>();
  const scanned = new Set<string>();
  const mannerOf = dialectDigests();
  const recall = (source: Source, manner: string): Facts | undefined => {
    const known = packed.get(source.path);
    if (known === undefined || known.manner !== manner || known.digest !== digestOf(source)) return undefined;
    const facts = known.unpack(source.text.length);
    if (facts !== undefined) kept.set(source.path, { digest: known.digest, manner, facts });
    return facts;
  };
  const keep = (source: Source, manner: string, facts: Facts): void => {
    kept.set(source.path, { digest: digestOf(source), manner, facts });
    scanned.add(source.path);
  };
  return {
    document(source, dialect) {
      const facts = recall(source, mannerOf(dialect));
      return facts?.kind === 'document' ? facts : undefined;
    },
    keepDocument: (source, dialect, facts: DocumentFacts) => keep(source, mannerOf(dialect), facts),
    bibliography(source, format) {
      const facts = recall(source, format);
      return facts?.kind === 'bibliography' ? facts : undefined;
    },
    keepBibliography: (source, format, facts: BibliographyFacts) => keep(source, format, facts),
    pack(exists) {
      if (files.length === 1 && scanned.size === 0) return undefined;
      const [only, ...more] = opened;
      if (only !== undefined && more.length === 0) {
        const anew = [...scanned].map((path) => kept.get(path)!);
        const replaced = only.replace(anew, (path) => kept.has(path) || exists(path));
        if (replaced !== undefined) return replaced;
      }
      const others = [...packed.values()].flatMap(({ path, digest, manner, unpack }) => {
        if (kept.has(path) || !exists(path)) return [];
        const facts = unpack(Number.POSITIVE_INFINITY);
        return facts === undefined ? [] : [{ digest, manner, facts }];
      });
      return packFacts(version, [...kept.values(), ...others]);
    },
  };
}

function digestOf({ text, invalidAt }: Source): string {
  return invalidAt === undefined ? digestText(text) : `${digestText(text)}@${invalidAt}`;
}

function dialectDigests(): (dialect: SiteDialect) => string {
  const digests = new WeakMap<SiteDialect, string>();
  return (dialect) => {
    const digest = digests.get(dialect) ?? digestText(JSON.stringify(dialect));
    digests.set(dialect, digest);
    return digest;
  };
}
