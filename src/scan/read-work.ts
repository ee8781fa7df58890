import type { BibEntry, Reference, Work } from '../model.ts';
import { workOfEntry } from '../work/entry-work.ts';
import { readReference } from './reference/read-reference.ts';

/** What a hand-written reference or a bibliography entry is about, whatever its form. */
export function readWork(source: Reference | BibEntry): Work {
  return 'text' in source ? readReference(source.text) : workOfEntry(source);
}
