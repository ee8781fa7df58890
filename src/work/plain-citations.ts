import type { DialectName, DocumentFacts, Project } from '../model.ts';

/** Dialects that write `[@a; @b]`. */
export const BRACKETS: ReadonlySet<DialectName> = new Set([
  'pandoc',
  'quarto',
  'rmarkdown',
  'manubot',
  'myst',
  'mkdocs-bibtex',
  'rehype-citation',
]);

/** Writes a citation of these keys, none of them empty. */
export type CitationWriter = (keys: readonly string[]) => string;

/**
 * How a document's dialect cites, where that needs no template of the site. Undefined where it has no citations: plain
 * Markdown, and Jekyll without jekyll-scholar.
 */
export function citationWriter(project: Project, document: DocumentFacts): CitationWriter | undefined {
  const { dialect } = document;
  if (BRACKETS.has(dialect))
    return (keys) => `[${keys.map((key) => `@${bracketKey(key, dialect)}`).join('; ')}]`;
  if (dialect === 'sphinx') return (keys) => `{cite}\`${keys.join(',')}\``;
  if (dialect === 'documenter') return (keys) => `[${keys.join(', ')}](@cite)`;
  if (dialect === 'distill') return (keys) => `<d-cite key="${keys.join(',')}"></d-cite>`;
  if (dialect === 'jekyll' && usesScholar(project, document)) return (keys) => `{% cite ${keys.join(' ')} %}`;
  return undefined;
}

/** Braces for keys that would end early (Pandoc manual, “Citation syntax”). */
function bracketKey(key: string, dialect: DialectName): string {
  const isPlain = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u.test(key);
  return isPlain || dialect === 'mkdocs-bibtex' ? key : `{${key}}`;
}

/** Some page of the site cites, or a bibliography is there. */
function usesScholar(project: Project, document: DocumentFacts): boolean {
  const { root } = project.dialectOf(document);
  return project.documents.some(
    (other) =>
      project.dialectOf(other).root === root &&
      (other.citations.some(({ construct }) => construct === 'tag') ||
        project.linksOf(other).some(({ status }) => status === 'found')),
  );
}
