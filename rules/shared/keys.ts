import type { DialectName, DocumentFacts, Project } from '../../src/model.ts';
import { holdsBibliography } from '../../src/work/page-keys.ts';

/**
 * Whether an undefined key of this document can be told at all: it loads a bibliography, and every bibliography it loads
 * was read, or is written by a generator whose keys are known.
 */
export function citesBibliography(project: Project, document: DocumentFacts): boolean {
  if (lacksBibliography(project, document)) return false;
  return holdsBibliography(document) || project.linksOf(document).some(({ role }) => role === 'bibliography');
}

/** Whether a bibliography of the document is not there, so that any key may be one of it. */
export function lacksBibliography(project: Project, document: DocumentFacts): boolean {
  return project
    .linksOf(document)
    .some(
      ({ role, status, keyPrefix }) =>
        role === 'bibliography' && status !== 'found' && keyPrefix === undefined,
    );
}

/** Whether a generated bibliography of this document will define the key. */
export function isGeneratedKey(key: string, project: Project, document: DocumentFacts): boolean {
  const name = /^(.+?)\d{4}[a-z]?$/.exec(key)?.[1];
  return project
    .linksOf(document)
    .some(
      ({ keyPrefix, packages }) =>
        (keyPrefix === undefined ? packages?.includes(key) === true : key.startsWith(keyPrefix)) ||
        (name !== undefined && packages?.includes(name) === true),
    );
}

/** What doi2cite, pandoc-url2cite and Manubot's filter look up. */
const OF_FILTERS =
  /^(?:(?:url:)?https?:\/\/|(?:dx\.)?doi\.org\/|(?:doi:)?10(?:\.\d{4}|\/)|shortdoi:10\/|pmid:\d|pmcid:PMC|arxiv:\d|isbn:\d|wikidata:Q\d|clinicaltrials:NCT\d)/i;

/** Prefixes of keys that the engine resolves itself, online. */
const RESOLVED_ONLINE: Partial<Readonly<Record<DialectName, RegExp>>> = {
  manubot:
    /^(?:doi|pmid|pmcid|pmc|arxiv|isbn|url|https?|wikidata|tag|shortdoi|clinicaltrials|go|[a-z][a-z0-9.]*):/i,
  myst: /^(?:https?:\/\/|doi:|10\.\d{4,9}\/)/i,
};

/** A key that stands for an identifier: no bibliography needs to define it. `raw:` keys of Manubot are not such. */
export function isExternalKey(key: string, project: Project, document: DocumentFacts): boolean {
  const { name, resolvesIdentifiers } = project.dialectOf(document);
  if (resolvesIdentifiers === true && OF_FILTERS.test(key)) return true;
  return isResolvedOnline(key, name);
}

/** The same for what is known of the engine alone. */
export function isResolvedOnline(key: string, dialect: DialectName): boolean {
  const identifier = dialect === 'manubot' ? key.replace(WHY_CITED, '') : key;
  return RESOLVED_ONLINE[dialect]?.test(identifier) === true && !/^raw:/i.test(identifier);
}

/** `uses_data_from:` before `doi:10.5281/zenodo.1`: why it is cited, which a filter takes off. */
const WHY_CITED = /^(?:[a-z]{1,40}_[a-z_]{1,40}:){1,9}/;

/** Whether a page of mystmd in LaTeX, which nobody here reads, may define the key as a label of its own: `fig:clock`. */
export function mayBeLabel(key: string, project: Project, document: DocumentFacts): boolean {
  const { name, crossReferencePrefixes } = project.dialectOf(document);
  return name === 'myst' && crossReferencePrefixes.some((prefix) => key.startsWith(prefix));
}

/** A key that stands for a source yet to be found. */
export function isPlaceholder(key: string): boolean {
  return PLACEHOLDER.test(key);
}

const PLACEHOLDER =
  /^(?:todo|tbd|tba|fixme|xxx+|cite[-_ ]?me|citation[-_ ]?needed|ref(?:erence)?[-_ ]?needed|\?+)$/i;

/** Whether the page or its site names a bibliography, or the page holds one; else those that lie about are a guess. */
export function declaresBibliography(project: Project, document: DocumentFacts): boolean {
  if (holdsBibliography(document)) return true;
  return project.linksOf(document).some(({ role, isGuess }) => role === 'bibliography' && isGuess !== true);
}
