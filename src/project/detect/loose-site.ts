import type { DialectName } from '../../model.ts';
import { type Folder, inherited, type SiteView } from './folders.ts';

/** A site without a configuration file: a folder of documents that speak for themselves. */
export interface LooseSite {
  readonly root: string;
  readonly name: DialectName;
  readonly reason: string;
}

/** What surrounds the loose documents. */
export interface Surroundings {
  readonly view: SiteView;
  readonly folders: ReadonlyMap<string, Folder>;
  /** The dialects of the sites that have a configuration file, by root. */
  readonly sites: ReadonlyMap<string, readonly DialectName[]>;
}

const NO_DIALECTS: readonly DialectName[] = [];

/** The dialects of the innermost configured site around a folder. */
export function dialectsAbove(
  sites: ReadonlyMap<string, readonly DialectName[]>,
): (folder: string) => readonly DialectName[] {
  return inherited<readonly DialectName[]>((folder, above) => sites.get(folder) ?? above ?? NO_DIALECTS);
}
