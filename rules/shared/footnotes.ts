import type {
  DocumentFacts,
  Engine,
  FootnoteDefinition,
  Footnotes,
  FootnoteUse,
  Project,
} from '../../src/model.ts';
import { isPartialPath } from '../../src/text/partial-path.ts';
import { closest } from '../../src/text/similar.ts';

/** A label as the engine compares it: GFM and its kin fold case, the others do not. */
export function footnoteName({ caseSensitiveFootnotes }: Engine): (label: string) => string {
  return caseSensitiveFootnotes ? (label) => label : (label) => label.toLowerCase();
}

/** Whether the note to a mark, or the mark to a note, may stand in another file of the same page. */
export function isPartOfPage({ dialect, path, footnotes }: DocumentFacts): boolean {
  return (
    footnotes.isPart === true || ((dialect === 'quarto' || dialect === 'rmarkdown') && isPartialPath(path))
  );
}

/** The pages of each book whose engine joins them to one text; a page of its own is in none. */
export function joinedPages(project: Project): ReadonlyMap<string, readonly DocumentFacts[]> {
  const books = new Map<string, DocumentFacts[]>();
  for (const document of project.documents) {
    const { joinsPages, root } = project.dialectOf(document);
    if (joinsPages !== true) continue;
    const pages = books.get(root);
    if (pages === undefined) books.set(root, [document]);
    else pages.push(document);
  }
  return books;
}

/** The labels that the book of a page calls and defines, for the pages of a book. */
export function labelsOfBooks(project: Project): (document: DocumentFacts) => {
  readonly used: ReadonlySet<string>;
  readonly defined: ReadonlySet<string>;
} {
  const alone = { used: new Set<string>(), defined: new Set<string>() };
  const labelsOf = (list: readonly { readonly label: string }[]): string[] => list.map(({ label }) => label);
  const books = new Map(
    [...project.shared(joinedPages)].map(([root, pages]) => {
      const used = new Set(pages.flatMap(({ footnotes }) => labelsOf(footnotes.uses)));
      const defined = new Set(pages.flatMap(({ footnotes }) => labelsOf(footnotes.definitions)));
      return [root, { used, defined }];
    }),
  );
  return (document) => {
    const { joinsPages, root } = project.dialectOf(document);
    return (joinsPages === true ? books.get(root) : undefined) ?? alone;
  };
}

/** Labels of definitions that nothing on the page uses: what a misspelt use may have meant. */
function unusedLabels({ uses, definitions }: Footnotes, name: (label: string) => string): string[] {
  const used = new Set(uses.map(({ label }) => name(label)));
  return definitions.map(({ label }) => label).filter((label) => !used.has(name(label)));
}

/** What to make of the uses that no definition answers, so that one slip is told once. */
export interface LostUses {
  /** In the order of the page; none where every use has its definition. */
  readonly uses: readonly FootnoteUse[];
  /** The unused label that one of them is a misspelling of; the only unused one will do for the only lost one. */
  meant(label: string): string | undefined;
  /** A second definition of some label that was to define the only label that is lost. */
  readonly renamed: FootnoteDefinition | undefined;
}

/** Reads the uses without a definition together with what is left over among the definitions. */
export function lostUses(footnotes: Footnotes, name: (label: string) => string): LostUses {
  const defined = new Set(footnotes.definitions.map(({ label }) => name(label)));
  const uses = footnotes.uses.filter(({ label }) => !defined.has(name(label)));
  const free = uses.length === 0 ? [] : unusedLabels(footnotes, name);
  const labels = new Set(uses.map(({ label }) => name(label)));
  const isOnlyOne = labels.size === 1;
  const areCounted = [...labels].filter((label) => COUNT.test(label)).length > 1;
  const meant = (label: string): string | undefined => {
    if (free.length > MAX_CANDIDATES) return undefined;
    if (isOnlyOne && free.length === 1) return free[0];
    return areCounted && COUNT.test(label) ? undefined : closest(label, free);
  };
  const seconds = isOnlyOne && free.length === 0 ? secondDefinitions(footnotes, name) : [];
  return { uses, meant, renamed: seconds.length === 1 ? seconds[0] : undefined };
}

/** Where several numbers are lost, one that is near to an unused note is no slip of the pen: `[^10]` and `[^11]` to `[^1]`. */
const COUNT = /^\d{1,4}$/;

/** With more notes that nobody uses, one of them is near to anything. */
const MAX_CANDIDATES = 500;

function secondDefinitions(
  { definitions }: Footnotes,
  name: (label: string) => string,
): FootnoteDefinition[] {
  const seen = new Set<string>();
  return definitions.filter(({ label }) => seen.size === seen.add(name(label)).size);
}
