import type { Config } from '../config/config.ts';
import type { UserError } from '../errors.ts';
import type { DialectName, Rule } from '../model.ts';
import type { FactsMemory } from '../project/facts-memory.ts';
import type { FileSource } from '../project/file-source.ts';
import type { Shard } from '../project/load-options.ts';

/** What a session is made with. */
export interface SessionOptions {
  readonly source: FileSource;
  /** The rules there are; a configuration decides which run. */
  readonly rules: readonly Rule[];
  /** Holds for every file. Without it each file has the configuration that stands nearest to it. */
  readonly config?: Config | undefined;
  /** Wins over every configuration: what a command line says. */
  readonly settings?: Config | undefined;
  /** Runs a module of the project, by its path, and gives its default export; without it no configuration runs code. */
  readonly runCode?: ((path: string) => Promise<unknown>) | undefined;
  /**
   * Told of a configuration that cannot be read; the last good one of that file, or none, holds instead. Without it a
   * look ends with the error.
   */
  readonly onConfigError?: ((error: UserError) => void) | undefined;
  /** Whether ignore files and the patterns of configurations hold; they do by default. */
  readonly isIgnoring?: boolean;
  /** Whether the lint directives of files count; they do by default. */
  readonly inlineConfig?: boolean;
  /** Runs only these rules, whatever the configuration says. */
  readonly only?: ReadonlySet<string>;
  /** Never runs these. */
  readonly skip?: ReadonlySet<string>;
  /** Reads every document in this dialect, whatever the site looks like. */
  readonly dialect?: DialectName;
  /** Files or folders whose findings are wanted, relative to the root; none means all. */
  readonly targets?: readonly string[];
  /** The targets are files in a folder that nothing says to be a project: only what is near them is looked at. */
  readonly isLone?: boolean;
  /** Texts that win over the file source: standard input, unsaved buffers. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** Facts of earlier runs, which answer for files that did not change. */
  readonly memory?: FactsMemory;
  /** Reads only this part of the documents. */
  readonly shard?: Shard;
  /** Told now and then how many of how many documents are read, and when all are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /**
   * Forgets of each page what no built-in rule asks for: its shortcodes, once their citations are collected, unless the
   * templates of the site take their bibliography from the page. Where a configuration brings rules of its own,
   * everything is kept, and `memory`, which holds as much as this, is not asked.
   */
  readonly lean?: boolean;
}
