import type { FileSource } from '../project/file-source.ts';
import { layTexts } from '../project/lay-texts.ts';

/** Files held in memory, for tests and for a browser: path to text. */
export function createMemorySource(files: Readonly<Record<string, string>>): FileSource {
  return layTexts(EMPTY, new Map(Object.entries(files)));
}

const EMPTY: FileSource = {
  entries: () => [],
  read: () => ({ failure: 'missing', detail: 'it does not exist' }),
};
