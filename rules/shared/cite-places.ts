import type { DocumentFacts, Project, Region } from '../../src/model.ts';
import { remember } from '../../src/text/remember.ts';

/** Where a key is cited. */
export interface CitePlace {
  readonly document: DocumentFacts;
  readonly region: Region;
}

/** The places where each key of a project is cited, page by page; ask the project for it by `project.shared`. */
export function citePlaces({ documents }: Project): ReadonlyMap<string, readonly CitePlace[]> {
  const places = new Map<string, CitePlace[]>();
  for (const document of documents) {
    for (const { cites } of document.citations) {
      for (const { key, keyRegion: region } of cites)
        remember(places, key, () => []).push({ document, region });
    }
  }
  return places;
}
