import type { Citation, DocumentFacts, Engine, Project } from '../../src/model.ts';

/** What the reader sees in place of the citation; `nocite` shows in the list of references alone. */
export function describePrint(engine: Engine, { construct, cites }: Citation, key: string): string {
  const { name, undefinedKey, undefinedInGroup = undefinedKey } = engine;
  if (undefinedKey === '') return '';
  // What an include prints is up to its template, and Liquid finds nothing wrong with what is not there.
  if (construct === 'shortcode') return ` ${name} says nothing about it.`;
  if (construct === 'nocite') return ` ${name} lists nothing for it.`;
  // The tags of a page for Distill are jekyll-scholar's.
  if (construct === 'tag' && name === 'Distill') return ' jekyll-scholar prints (missing reference).';
  const prints = cites.length > 1 ? undefinedInGroup : undefinedKey;
  return ` ${name} prints ${prints.replace('{key}', () => key)}.`;
}

/** Where a tag of Manubot should be defined. */
export const tagDefinition = (tag: string): string => `the text of this site, as \`[@${tag}]: doi:…\` would`;

/** As they are written, for that is how the author knows them; a name without an extension may be that of several files. */
export function describeBibliographies(project: Project, document: DocumentFacts): string {
  const links = project.linksOf(document).filter(({ path, role }) => role === 'bibliography' && path);
  const names = links.map(({ written, path }) => (HAS_EXTENSION.test(written) ? written : (path ?? written)));
  const paths = [...new Set(names)];
  if (paths.length === 0)
    return `the ${document.dialect === 'distill' ? 'bibliography' : 'front matter'} of this page`;
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}

const HAS_EXTENSION = /\.[a-z]+$/i;
