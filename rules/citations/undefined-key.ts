import { type Cite, type DocumentFacts, defineRule, type Project, type Region } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { isPackageName } from '../../src/text/package-name.ts';
import { missingPages, pageMessages } from '../shared/cited-pages.ts';
import {
  citeInstead,
  createExplainer,
  type DoubtfulCite,
  isKnownTag,
  isOfComponent,
  messages,
} from '../shared/explain-unknown.ts';
import { citesInAbstract } from '../shared/front-matter.ts';
import { meantByGarbledKeys, seenKey } from '../shared/garbled-keys.ts';
import { createKeyIndexes, type KeyIndex } from '../shared/key-index.ts';
import {
  citesBibliography,
  declaresBibliography,
  isExternalKey,
  isGeneratedKey,
  isPlaceholder,
  mayBeLabel,
} from '../shared/keys.ts';
import { type UnknownCite, unknownCites } from '../shared/unknown-cites.ts';

/** Without an entry the key is printed as it stands, or the build stops: either way no reader can follow it. */
export default defineRule({
  id: 'undefined-key',
  description: 'Disallow cite keys that no bibliography of the document defines.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: { ...messages, ...pageMessages },
  options: { allow: [] as string[] },
  optionInfo: { allow: { description: 'Keys that are left alone, such as those of works in press.' } },

  check(files, { project, options, report }) {
    const allowed = new Set(options.allow);
    const unclear = unclearBibliographies(project);
    const explain = createExplainer(project);
    const indexOf = files.shared(createKeyIndexes);
    const meantElsewhere = once(() => meantByGarbledKeys(project));
    for (const [document, unknown] of files.shared(unknownCites)) {
      if (!citesBibliography(project, document)) continue;
      if (project.linksOf(document).some(({ path }) => unclear(document, path))) continue;
      const isLeftAlone = createExceptions(document, project, indexOf(project.entriesFor(document)));
      for (const found of cites(project, document, unknown)) {
        const { key, keyRegion } = found.cite;
        if (allowed.has(key) || isLeftAlone(found.cite) || meantElsewhere().has(key)) continue;
        const explanation = explain(document, found);
        if (explanation !== undefined)
          report({ at: { path: document.path, region: keyRegion }, ...explanation });
      }
    }
    for (const { at, page, suggestion } of missingPages(files.documents, project)) {
      if (allowed.has(page)) continue;
      if (suggestion === undefined) report({ at, messageId: 'missing-page', data: { page } });
      else
        report({
          at,
          messageId: 'misspelt-page',
          data: { page, suggestion },
          fixes: citeInstead(at, suggestion),
        });
    }
  },
});

/**
 * Makes a test for the cites of one page that need no entry after all, or of which another rule speaks: keys that differ
 * only by case are the business of `miscased-key`.
 */
function createExceptions(
  document: DocumentFacts,
  project: Project,
  { folded, aliases }: KeyIndex,
): (cite: Cite) => boolean {
  const keys = project.entriesFor(document);
  const writtenOut = keysWithText(document);
  const misread = misreadPlaces(document);
  const parts = once(() => textsWithParts(document, project));
  return ({ key, keyRegion }) => {
    // What garbles a key is the business of `invisible-character` and `mixed-script-key`.
    if (seenKey(key) !== key && keys.has(seenKey(key))) return true;
    if (writtenOut.has(key) || aliases.has(key) || folded.has(key.toLowerCase())) return true;
    if (isExternalKey(key, project, document) && !isKnownTag(key, document, project)) return true;
    if (isPlaceholder(key) || isGeneratedKey(key, project, document)) return true;
    if (isQuery(keyRegion, document) && [...keys.keys()].some((known) => known.includes(key))) return true;
    if (isPosition(key, keys.keys(), document) || misread.has(keyRegion.start)) return true;
    return parts().some((text) => text.includes(key));
  };
}

/** The titles of the entries of a Jekyll page whose includes take any part of one for a key. */
function textsWithParts(document: DocumentFacts, project: Project): string[] {
  if (document.dialect !== 'jekyll') return [];
  const { shortcodes } = project.dialectOf(document);
  const names = new Set(Object.values(shortcodes).flatMap(({ cite }) => cite?.sources?.within ?? []));
  if (names.size === 0) return [];
  const fields = [...project.entriesFor(document).values()].flat().flatMap((entry) => entry.fields);
  return fields.flatMap(({ name, value }) => (names.has(name) ? value : []));
}

/**
 * Whether a key counts the items of a list, as `{{< cite 2 >}}` does where a template takes the place of an entry for its
 * key as well: a number among keys that are words.
 */
function isPosition(key: string, keys: Iterable<string>, { dialect }: DocumentFacts): boolean {
  return dialect === 'hugo' && COUNT.test(key) && ![...keys].some((other) => COUNT.test(other));
}

/** Whether a layout of Jekyll makes a query of the key: `key^=knuth` finds every key with that in it. */
function isQuery({ end }: Region, { dialect, frontMatterRegion }: DocumentFacts): boolean {
  return dialect === 'jekyll' && end <= frontMatterRegion.end;
}

const COUNT = /^\d{1,3}$/;

/** A citation that brings its reference along needs no entry, also where the page loads a bibliography for others. */
function keysWithText({ references }: DocumentFacts): ReadonlySet<string | undefined> {
  return new Set(references.flatMap(({ key, construct }) => (construct === 'shortcode' ? [key] : [])));
}

/** Where another key stands than the one that was meant: `malformed-citation` says so. */
function misreadPlaces({ problems }: DocumentFacts): ReadonlySet<number> {
  return new Set(
    problems.filter(({ messageId }) => MISREAD.has(messageId)).map(({ region }) => region.start),
  );
}

const MISREAD = new Set(['role-separator', 'element-separator', 'cut-identifier', 'unescaped-reference']);

/**
 * The cites that need an entry. A bare `@name` may be a label that a plugin of mystmd makes, a handle that rehype-citation
 * and mkdocs-bibtex print as it stands, or, beside Manubot's `doi:` and `pmid:`, a handle, and so it may in a page for which no bibliography
 * is declared; there it counts only where it looks like a misspelt key, as `@types/node` does anywhere, and
 * `[@fig:clock]` where pages in LaTeX may define it, and `{{< api "Heap" >}}` whose template prints what it does not find.
 * rehype-citation does nothing at all without a bibliography, so there `[@jane]` may be a handle as well. Of handles without
 * brackets in the front matter `metadata-citation` speaks, but for those of the abstract. What stands in a comment is out of
 * the reader's sight.
 */
function* cites(
  project: Project,
  document: DocumentFacts,
  unknown: readonly UnknownCite[],
): Iterable<DoubtfulCite> {
  const isDeclared = declaresBibliography(project, document);
  const mayHoldHandles = BARE_NAMES.has(document.dialect) || !isDeclared;
  const mayBeIdle = document.dialect === 'rehype-citation' && !isDeclared;
  for (const { citation, cite } of unknown) {
    const { construct } = citation;
    if (citation.isUnseen) continue;
    if (construct === 'link' || construct === 'numbered' || cite.key === '*' || cite.key === '') continue;
    const isHandle = mayHoldHandles || (document.dialect === 'manubot' && !cite.key.includes(':'));
    const isBareName =
      mayBeIdle ||
      (construct === 'in-text' && isHandle) ||
      (construct === 'metadata' && cite.mode === 'author-in-text' && !citesInAbstract(document, cite));
    const isName =
      isPackageName(cite.key) ||
      isOfComponent(citation, document.dialect) ||
      (construct === 'bracketed' && mayBeLabel(cite.key, project, document)) ||
      citation.mayBeText === true;
    yield { citation, cite, mayBeName: isBareName || isName };
  }
}

/** Dialects in which a bare `@name` is often something else: a label, a package, a handle. */
const BARE_NAMES = new Set(['myst', 'rehype-citation', 'mkdocs-bibtex']);

/**
 * Makes a test for bibliographies that do not say to a page which keys there are: those that cannot be read at all, which
 * `bibliography-syntax` says once, and data files whose templates find the keys in a way of their own: in another place,
 * or, in Hugo, under another name, where an item has none that is known. An include of Jekyll tells the name.
 */
function unclearBibliographies({
  bibliographies,
}: Project): (document: DocumentFacts, path: string | undefined) => boolean {
  const empty = bibliographies.filter(
    ({ format, entries, problems }) =>
      entries.length === 0 &&
      (format === 'hugo-data' || problems.some(({ messageId }) => messageId !== 'missing-at-sign')),
  );
  const keyless = bibliographies.filter(
    ({ format, entries }) => format === 'hugo-data' && entries.some(({ key }) => key === ''),
  );
  const unread = new Set(empty.map(({ path }) => path));
  const unnamed = new Set(keyless.map(({ path }) => path));
  return ({ dialect }, path = '') => unread.has(path) || (dialect === 'hugo' && unnamed.has(path));
}
