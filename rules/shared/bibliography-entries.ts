import type {
  BibEntry,
  BibliographyFacts,
  BibliographyFormat,
  DialectName,
  Field,
  Fix,
  Project,
  Region,
  SyntaxProblem,
} from '../../src/model.ts';
import { isControlType } from '../../src/work/entry-types.ts';

/** An entry with the file it stands in. */
export interface EntryInFile {
  readonly path: string;
  readonly format: BibliographyFormat;
  readonly entry: BibEntry;
  /** A comment stands between its fields, which no fix may take along. */
  readonly isCommented: boolean;
  /** No syntax problem stands in it: what is odd in one that is broken follows from that, and one defect is one finding. */
  readonly isWhole: boolean;
}

/** Every entry of bibliographies and of pages but those that only set options; ask the project for it by `project.shared`. */
export function entryPlaces({ bibliographies, documents }: Project): readonly EntryInFile[] {
  const places: EntryInFile[] = [];
  for (const facts of bibliographies) {
    const { path, format } = facts;
    const broken = brokenEntries(facts);
    const commented = entriesWithComments(facts);
    for (const entry of facts.entries) {
      if (isControlType(entry.type)) continue;
      places.push({ path, format, entry, isWhole: !broken.has(entry), isCommented: commented.has(entry) });
    }
  }
  for (const { path, entries, dialect } of documents) {
    // What a template of Hugo or Jekyll reads from the front matter is in its own words, not in those of CSL.
    const format = PAGE_FORMATS[dialect] ?? 'csl-yaml';
    for (const entry of entries) places.push({ path, format, entry, isWhole: true, isCommented: false });
  }
  return places;
}

/** What the entries in a page are written in where it is not CSL: Distill has BibTeX in a `<script>`. */
const PAGE_FORMATS: Readonly<Partial<Record<DialectName, BibliographyFormat>>> = {
  hugo: 'hugo-data',
  jekyll: 'hugo-data',
  distill: 'bibtex',
};

/** Every entry that could be read, of bibliographies and of front matter. */
export function wholeEntries(
  project: Project,
  formats?: ReadonlySet<BibliographyFormat>,
): readonly EntryInFile[] {
  return project
    .shared(entryPlaces)
    .filter(({ isWhole, format }) => isWhole && (formats === undefined || formats.has(format)));
}

/** For rules about entries of BibTeX alone. */
export const BIBTEX: ReadonlySet<BibliographyFormat> = new Set(['bibtex']);

/** Problems that leave the entry as readable as it was. */
const HARMLESS = new Set(
  (
    'undefined-string late-string invalid-key-character comment-in-entry parenthesised-entry space-after-at-sign ' +
    'stray-closing-brace'
  ).split(' '),
);

/** Entries of a file with a syntax problem inside; problems and entries are in the order of the text. */
export function brokenEntries({ entries, problems }: BibliographyFacts): ReadonlySet<BibEntry> {
  return entriesAround(
    entries,
    problems.filter(({ messageId }) => !HARMLESS.has(messageId)),
  );
}

function entriesWithComments({ entries, problems }: BibliographyFacts): ReadonlySet<BibEntry> {
  return entriesAround(
    entries,
    problems.filter(({ messageId }) => messageId === 'comment-in-entry'),
  );
}

function entriesAround(
  entries: readonly BibEntry[],
  problems: readonly SyntaxProblem[],
): ReadonlySet<BibEntry> {
  const around = new Set<BibEntry>();
  let index = 0;
  for (const { region } of problems) {
    while (index < entries.length && (entries[index]?.region.end ?? 0) < region.end) index++;
    const entry = entries[index];
    if (entry !== undefined && entry.region.start <= region.start) around.add(entry);
  }
  return around;
}

/** The dialects that Pandoc renders. */
export const PANDOC: ReadonlySet<DialectName> = new Set(['pandoc', 'quarto', 'rmarkdown', 'manubot']);

/** Whether documents load the bibliography and Pandoc renders all of them: what only LaTeX minds does no harm then. */
export function isReadByPandocOnly(project: Project, facts: BibliographyFacts): boolean {
  const documents = project.documentsOf(facts);
  return documents.length > 0 && documents.every(({ dialect }) => PANDOC.has(dialect));
}

/**
 * Bibliographies that are read together with this one, for macros and entries hold from one file to the next: those
 * that some document loads beside it, or all others where none is known to load it (`\bibliography{abbreviations,refs}`).
 */
export function companionsOf(project: Project, facts: BibliographyFacts): BibliographyFacts[] {
  const documents = project.documentsOf(facts);
  if (documents.length === 0) return project.bibliographies.filter((other) => other !== facts);
  const paths = new Set(documents.flatMap((document) => project.linksOf(document).map(({ path }) => path)));
  return project.bibliographies.filter((other) => other !== facts && paths.has(other.path));
}

const WEB: ReadonlySet<DialectName> = new Set(['jekyll', 'distill', 'hugo']);

/** Whether a page of Jekyll, Distill or Hugo loads it: their templates print what they like of a field, as it is. */
export function endsInHtml(project: Project, facts: BibliographyFacts): boolean {
  return project.documentsOf(facts).some(({ dialect }) => WEB.has(dialect));
}

/** A fix that takes a field out of its entry, with the white space up to its neighbour. */
export function removeField(
  { path, entry: { fields }, isCommented }: EntryInFile,
  field: Field,
  safety: Fix['safety'] = 'safe',
): Fix[] {
  if (isCommented) return [];
  const index = fields.indexOf(field);
  const next = fields[index + 1];
  const previous = fields[index - 1];
  if (field.written === undefined) return [];
  const region =
    next !== undefined
      ? { start: field.nameRegion.start, end: next.nameRegion.start }
      : previous !== undefined
        ? { start: previous.region.end, end: field.region.end }
        : undefined;
  if (region === undefined) return [];
  return [{ title: `Remove \`${field.name}\``, safety, edits: [{ path, region, text: '' }] }];
}

/** A fix that replaces one region. */
export function replaceWith(
  path: string,
  region: Region,
  text: string,
  title: string,
  safety: Fix['safety'],
): Fix[] {
  return [{ title, safety, edits: [{ path, region, text }] }];
}

/** Whether BibLaTeX keeps the entry out of the list: others borrow from it, or it stands in a list of abbreviations. */
export function isUnlisted({ fields }: BibEntry): boolean {
  return fields.some(
    ({ name, value }) => name === 'options' && /\b(?:dataonly|skipbib)\b(?!\s{0,9}=\s{0,9}false)/.test(value),
  );
}

/** An entry as messages name it: `knuth1997` in backticks, one without a key as “this `JOUR`”. */
export function nameOf({ key, type, fields }: BibEntry): string {
  if (key !== '') return `\`${key}\``;
  if (type === '') return 'this entry';
  const isBibtex = fields[0]?.written !== undefined;
  return `this \`${isBibtex ? '@' : ''}${type}\``;
}
