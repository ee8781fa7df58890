import type { DialectName, ShortcodeSignature } from '../model.ts';
import type { EnterFolder } from './discover.ts';
import type { FactsMemory } from './facts-memory.ts';
import type { FileSource } from './file-source.ts';
import type { ProjectMemory } from './project-memory.ts';

/** What to load, and what to look at. */
export interface LoadOptions {
  readonly source: FileSource;
  /** The dialect a file has to be read in, whatever its site looks like. */
  readonly dialectOf?: (path: string) => DialectName | undefined;
  /** Called with each folder; its configuration may leave files alone. */
  readonly enter?: EnterFolder;
  /** Whether ignore files and the patterns of configurations hold; they do by default. */
  readonly isIgnoring?: boolean;
  /** What the configuration of a document says of shortcodes, where templates do not; the same object for like files. */
  readonly shortcodesOf?: (path: string) => Readonly<Record<string, ShortcodeSignature>>;
  /** Bibliographies that its configuration gives to a document, relative to the root. */
  readonly bibliographiesOf?: (path: string) => readonly string[];
  readonly targets?: readonly string[];
  /** The targets are files in a folder that nothing says to be a project: only what is near them is looked at. */
  readonly isLone?: boolean;
  readonly overlay?: ReadonlyMap<string, string>;
  /** Facts of an earlier look, which answer for files that did not change. */
  readonly memory?: FactsMemory;
  /** What the project said at an earlier look. */
  readonly projectMemory?: ProjectMemory;
  /** Told now and then how many of how many documents are read, and when all are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Reads only this part of the documents; what it finds is for joining, for one part alone says little. */
  readonly shard?: Shard;
  /**
   * Forgets the shortcodes of each page, once their citations are collected: half of all that would be remembered. They
   * stay where templates take their bibliography from the page, for a rule asks which of them a page has. Asked
   * when the configurations are known; where it says no, `memory` does not hold enough and is not asked.
   */
  readonly lean?: (() => boolean) | undefined;
}

/** One of `count` parts of a project's documents; `index` begins at 0. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}
