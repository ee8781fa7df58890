import type { BibliographyLink, Location } from '../model.ts';
import type { Mutable } from '../text/mutable.ts';
import type { Resolved } from './bibliography-path.ts';

/** The link to what a path leads to. Written out, since every document has its own and a spread takes longer than the rest. */
export function declared(
  { written, path, status, keyPrefix, packages }: Resolved,
  role: BibliographyLink['role'],
  at: Location | undefined,
  isOwnList?: boolean,
): BibliographyLink {
  const link: Mutable<BibliographyLink> = {
    written,
    role,
    status,
  };
  if (path !== undefined) link.path = path;
  if (keyPrefix !== undefined) link.keyPrefix = keyPrefix;
  if (packages !== undefined) link.packages = packages;
  if (at !== undefined) link.at = at;
  if (isOwnList === true) link.isOwnList = true;
  return link;
}

/** Of several links to one file the first. */
export function unique(links: readonly BibliographyLink[]): readonly BibliographyLink[] {
  if (links.length < 2) return links;
  const seen = new Set<string>();
  return links.filter(({ path, written, role }) => {
    const name = `${role} ${path ?? written}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
