import { cslItem } from './csl-item.ts';
import type { ExtractedWork } from './extraction.ts';

/** The works as CSL-JSON, which knows no second key for a work: each alias is an item of its own. */
export function writeCslJson(works: readonly ExtractedWork[]): string {
  return `${JSON.stringify(cslItems(works), null, 2)}\n`;
}

/** The items in the order of their ids. */
export function cslItems(works: readonly ExtractedWork[]): readonly ReturnType<typeof cslItem>[] {
  const items = works.flatMap((work) => [work.key, ...work.aliases].map((key) => cslItem({ ...work, key })));
  return items.sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
}
