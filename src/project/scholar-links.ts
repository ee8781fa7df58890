import type {
  BibliographyLink,
  BibliographyPath,
  DocumentFacts,
  FrontMatterField,
  Location,
} from '../model.ts';
import { join } from '../text/path.ts';

/** Looks a name up in these folders first, then in those of the site. */
export type FindLinks = (
  name: string,
  above: readonly string[],
  role: BibliographyLink['role'],
  at: Location | undefined,
) => BibliographyLink[];

/**
 * The bibliographies of a Jekyll page. jekyll-scholar lays the `scholar:` of a page over that of the site: a name there is
 * read instead of the site's, and from a source there. The `--file` of a tag holds for that tag alone; the tags beside it
 * read what the page reads. Liquid in a name is filled in from the front matter, or else stands for any file.
 */
export function scholarLinks(
  { path, frontMatter, frontMatterRegion, bibliographies }: DocumentFacts,
  root: string,
  ofSite: readonly BibliographyLink[],
  find: FindLinks,
): readonly BibliographyLink[] {
  const source = textOf(frontMatter, 'scholar.source');
  const above = source === undefined ? [] : [join(root, source)];
  const links = (
    name: string,
    role: BibliographyLink['role'],
    at: Location | undefined,
  ): BibliographyLink[] =>
    find(fillIn(name, frontMatter), above, role, at).map((link) => ({ ...link, written: name }));
  const inherited =
    source === undefined && ofSite.every(({ written }) => !written.includes('{{'))
      ? ofSite
      : ofSite.flatMap(({ written, role, at }) => links(written, role, at));
  if (bibliographies.length === 0) return inherited;
  const own = bibliographies.map((name) => ({
    inTag: name.region.start >= frontMatterRegion.end,
    links: links(name.path, name.role, { path, region: name.region }),
  }));
  const ofKind = (inTag: boolean) => own.flatMap((one) => (one.inTag === inTag ? one.links : []));
  const isReplaced = bibliographies.some((name) => isOfScholar(name, frontMatter));
  return [...ofKind(false), ...(isReplaced ? [] : inherited), ...ofKind(true)];
}

function isOfScholar({ region }: BibliographyPath, fields: readonly FrontMatterField[]): boolean {
  return fields.some(
    ({ name, region: at }) => at.start === region.start && name.startsWith('scholar.bibliography'),
  );
}

/** `{{ page.references }}`, as jekyll-scholar reads it: a name with dots, no filters. */
function fillIn(written: string, fields: readonly FrontMatterField[]): string {
  if (!written.includes('{{')) return written;
  return written.replace(
    /\{\{\s*page\.([\w.]+)\s*\}\}/g,
    (whole, name: string) => textOf(fields, name) ?? whole,
  );
}

function textOf(fields: readonly FrontMatterField[], wanted: string): string | undefined {
  const value = fields.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' ? value : undefined;
}
