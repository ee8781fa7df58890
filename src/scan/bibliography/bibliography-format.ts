import type { BibliographyFormat } from '../../model.ts';
import { nameOf } from '../../text/path.ts';

/**
 * What a bibliography is written in, by its extension and, where that says too little, by its beginning; undefined for a
 * file that is no bibliography.
 */
export function bibliographyFormat(path: string, text: string): BibliographyFormat | undefined {
  const name = nameOf(path).toLowerCase();
  switch (name.slice(name.lastIndexOf('.') + 1)) {
    case 'bib':
    case 'bibtex':
    case 'biblatex':
      return 'bibtex';
    case 'ris':
      return 'ris';
    case 'cff':
      return 'cff';
    case 'json':
    case 'csljson':
      return isOwnData(path, text) || isMember(path, text) ? 'hugo-data' : jsonFormat(text);
    case 'yaml':
    case 'yml':
      return isOwnData(path, text) ? 'hugo-data' : yamlFormat(text);
    case 'toml':
      return 'hugo-data';
    default:
      return undefined;
  }
}

/**
 * Whether a data file is in the words of its site: templates read whatever there is, and only what has the shapes of CSL
 * is held to them.
 */
function isOwnData(path: string, text: string): boolean {
  if (!DATA_FOLDER.test(path)) return false;
  const head = text.slice(0, 20_000);
  return !CSL.test(head) || EPRINTS.test(head);
}

/** An object in a folder of data, which is one entry under the name of its file; a list under a name of CSL is CSL. */
function isMember(path: string, text: string): boolean {
  return (
    dataMember(path) !== undefined &&
    /^\ufeff?\s*\{(?!\s*"(?:items|references)"\s*:\s*\[)/.test(text.slice(0, 4000))
  );
}

/** The name of a file in a folder of Hugo's data: `knuth84` for `data/references/knuth84.yaml`. */
export function dataMember(path: string): string | undefined {
  return /(?:^|\/)data\/[^/]+\/([^/]+)\.\w+$/.exec(path)?.[1];
}

const DATA_FOLDER = /(?:^|\/)_?data\//i;
const CSL =
  /["']?\b(?:family|issued|container-title|date-parts)["']?\s*:|\btype["']?\s*:\s*["']?(?:article-journal|paper-conference)\b/;
/** What EPrints exports has names in parts as CSL has, and words of its own for all else. */
const EPRINTS = /["']?\beprintid["']?\s*:/;

/** A list, or an object that holds one or is an item itself, is CSL; any other object is a map by key. */
function jsonFormat(text: string): BibliographyFormat {
  const head = text.slice(0, 4000);
  if (!/^\ufeff?\s*\{/.test(head)) return 'csl-json';
  return /^\ufeff?\s*\{\s*"(?:items|references|id|type|title|author)"\s*:\s*["[\d]/.test(head)
    ? 'csl-json'
    : 'hugo-data';
}

/** A list at the top or under `references` is CSL; a map is one by key. */
function yamlFormat(text: string): BibliographyFormat {
  return /^(?:references\s*:|-\s)/m.test(text.slice(0, 20_000)) ? 'csl-yaml' : 'hugo-data';
}
