import type { Citation, Cite, DocumentFacts, IdentifierKind, Project, Region } from '../../src/model.ts';
import { checkIdentifier } from '../../src/work/identifiers.ts';
import type { IdentifierPlace } from './identifiers.ts';

/** `doi:10.1371/journal.pcbi.1007128`: what Manubot looks up online in place of an entry. */
const IDENTIFIER = /^(doi|pmid|pmcid|arxiv|isbn):(.+)$/i;

type Places = ReadonlyMap<IdentifierKind, readonly IdentifierPlace[]>;
const NONE: Places = new Map();

/** The identifiers that pages of Manubot cite, by their kind. Ask for it by `project.shared`. */
export function citedIdentifiers(project: Project): Places {
  const documents = project.documents.filter(({ dialect }) => dialect === 'manubot');
  if (documents.length === 0) return NONE;
  const places = new Map<IdentifierKind, IdentifierPlace[]>();
  for (const document of documents) {
    const cut = cutPlaces(document);
    for (const citation of project.citationsOf(document)) {
      for (const cite of citation.cites) {
        const found = cut.has(cite.keyRegion.start) ? undefined : readKey(document, citation, cite);
        if (found === undefined) continue;
        const known = places.get(found.kind);
        if (known === undefined) places.set(found.kind, [found.place]);
        else known.push(found.place);
      }
    }
  }
  return places;
}

/** Where a key ends too early, of which `malformed-citation` speaks. */
function cutPlaces({ problems }: DocumentFacts): ReadonlySet<number> {
  const cut = problems.filter(({ messageId }) => messageId === 'cut-identifier');
  return new Set(cut.map(({ region }) => region.start));
}

function readKey(
  { path }: DocumentFacts,
  { isUnseen }: Citation,
  { key, keyRegion }: Cite,
): { readonly kind: IdentifierKind; readonly place: IdentifierPlace } | undefined {
  const [, label, text] = isUnseen ? [] : (IDENTIFIER.exec(key) ?? []);
  if (label === undefined || text === undefined) return undefined;
  const kind = label.toLowerCase() as IdentifierKind;
  const start = keyRegion.end - text.length;
  const at = (part: Region = { start: 0, end: text.length }) => ({
    path,
    region: { start: start + part.start, end: start + part.end },
  });
  return { kind, place: { path, text, reading: checkIdentifier(kind, text), role: 'key', at, exact: true } };
}
