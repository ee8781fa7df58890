import {
  type Citation,
  type Cite,
  type DocumentFacts,
  defineRule,
  type Engine,
  type Fix,
  type Location,
  type Project,
  type Region,
} from '../../src/model.ts';
import { isPackageName } from '../../src/text/package-name.ts';
import { closest } from '../../src/text/similar.ts';
import { createKeyIndexes, type KeyIndex } from '../shared/key-index.ts';
import {
  citesBibliography,
  declaresBibliography,
  isExternalKey,
  isGeneratedKey,
  isPlaceholder,
  mayBeLabel,
} from '../shared/keys.ts';
import { MOST_COMPARISONS, type UnknownCite, unknownCites } from '../shared/unknown-cites.ts';

/** Without an entry the key is printed as it stands, or the build stops: either way no reader can follow it. */
export default defineRule({
  id: 'undefined-key',
  description: 'Disallow cite keys that no bibliography of the document defines.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    undefined: 'Cite key `{key}` is not defined in {where}.{prints}',
    misspelt: 'Cite key `{key}` is not defined in {where}; did you mean `{suggestion}`?{prints}',
    tagged:
      'mystmd takes the tag for a part of the cite key, `{key}`, which is not defined in {where}.{prints}',
    cut: 'Cite key `{key}` is not defined in {where}: it ends at `{mark}`, and `{whole}` keeps it together.{prints}',
    'missing-at-sign':
      'Cite key `{key}` is not defined: no `@` stands before its entry, which makes a comment of it.{prints}',
    elsewhere: 'Cite key `{key}` is defined in {file}, which this page does not load.{prints}',
  },
  options: { allow: [] as string[] },
  optionInfo: { allow: { description: 'Keys that are left alone, such as those of works in press.' } },

  check(files, { project, options, report }) {
    const allowed = new Set(options.allow);
    const owners = entryOwners(project);
    const unclear = unclearBibliographies(project);
    const switchedOff = entriesSwitchedOff(project);
    const indexOf = files.shared(createKeyIndexes);
    let comparisons = MOST_COMPARISONS;
    for (const [document, unknown] of files.shared(unknownCites)) {
      if (!citesBibliography(project, document)) continue;
      if (project.linksOf(document).some(({ path }) => path !== undefined && unclear.has(path))) continue;
      const entries = project.entriesFor(document);
      const engine = project.engineOf(document);
      const loads = (file: string): boolean => project.linksOf(document).some(({ path }) => path === file);
      const isLeftAlone = createExceptions(document, project, indexOf(entries));
      for (const { citation, cite, mayBeName } of cites(project, document, unknown)) {
        const { key, keyRegion } = cite;
        if (allowed.has(key) || isLeftAlone(cite)) continue;
        const isTag = isKnownTag(key, document, project);
        const prints = isOfComponent(citation, document.dialect) ? '' : describePrint(engine, citation, key);
        const at = { path: document.path, region: keyRegion };
        const lost = switchedOff.get(key)?.find(({ path }) => loads(path));
        if (lost !== undefined) {
          const related = [{ at: lost, message: 'the entry' }];
          report({ at, messageId: 'missing-at-sign', data: { key, prints }, related, fixes: switchOn(lost) });
          continue;
        }
        const file = owners.get(key);
        if (file !== undefined) {
          report({ at, messageId: 'elsewhere', data: { key, file, prints } });
          continue;
        }
        const where = isTag ? tagDefinition(key) : describeBibliographies(project, document);
        if (document.dialect === 'myst' && key.includes('<')) {
          const untagged = key.slice(0, key.indexOf('<'));
          const data = { key, where, prints };
          if (entries.has(untagged))
            report({ at, messageId: 'tagged', data, fixes: citeByRole(at, untagged, citation) });
          else if (!mayBeName) report({ at, messageId: 'undefined', data });
          continue;
        }
        comparisons -= entries.size;
        const whole = comparisons < 0 ? undefined : wholeKey(cite, citation, document, entries.keys());
        if (whole !== undefined) {
          const mark = [...whole.slice(key.length)][0]!;
          report({ at, messageId: 'cut', data: { key, where, mark, whole: `@{${whole}}`, prints } });
          continue;
        }
        const suggestion =
          comparisons < 0 ? undefined : closest(key, isTag ? project.labelsOf(document) : entries.keys());
        if (suggestion !== undefined) {
          const edits = [{ path: document.path, region: keyRegion, text: suggestion }];
          report({
            at,
            messageId: 'misspelt',
            data: { key, where, suggestion, prints },
            fixes: [{ title: `Cite \`${suggestion}\``, safety: 'suggest', edits }],
          });
        } else if (!mayBeName) {
          report({ at, messageId: 'undefined', data: { key, where, prints } });
        }
      }
    }
  },
});

/** Engines in whose citations some marks end a key, and braces keep it together. */
const CUTS_KEYS: ReadonlySet<string> = new Set(['pandoc', 'quarto', 'rmarkdown']);
/** What is no part of a key where it stands: a mark that belongs to none, or one without a letter behind it. */
const CUT = /^(?![:.#$%&\-+?<>~/][\p{L}\p{N}_])[^\p{L}\p{N}_]/u;

/** The key of which only the beginning is cited, as `O` of `[@O'Neil2016]`; of a bare cite what follows is not known. */
function wholeKey(
  { key, locator = '', suffix = '' }: Cite,
  { construct }: Citation,
  { dialect }: DocumentFacts,
  known: Iterable<string>,
): string | undefined {
  if (!CUTS_KEYS.has(dialect)) return undefined;
  const longer = [...known].filter((other) => other.startsWith(key) && CUT.test(other.slice(key.length)));
  if (construct !== 'bracketed') return longer.length === 1 ? longer[0] : undefined;
  // Quotes and dashes behind a key are typeset, so its letters alone are compared.
  const behind = lettersOf(locator + suffix);
  return longer.find((other) => {
    const rest = lettersOf(other.slice(key.length));
    return rest !== '' && behind.startsWith(rest);
  });
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Backticks keep the key apart from what follows. */
function citeByRole({ path, region: { start } }: Location, key: string, { construct }: Citation): Fix[] {
  if (construct !== 'in-text') return [];
  const role = `{cite:t}\`${key}\``;
  const edits = [{ path, region: { start: start - 1, end: start + key.length }, text: role }];
  return [{ title: `Write ${role}`, safety: 'suggest', edits }];
}

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
  return ({ key, keyRegion }) => {
    if (writtenOut.has(key) || aliases.has(key) || folded.has(key.toLowerCase())) return true;
    if (isExternalKey(key, project, document) && !isKnownTag(key, document, project)) return true;
    if (isPlaceholder(key) || isGeneratedKey(key, project, document)) return true;
    if (isQuery(keyRegion, document) && [...keys.keys()].some((known) => known.includes(key))) return true;
    return isPosition(key, keys.keys(), document) || misread.has(keyRegion.start);
  };
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

/** A tag of a Manubot site whose tags are known: its pages define them, or `citation-tags.tsv` does. */
function isKnownTag(key: string, document: DocumentFacts, project: Project): boolean {
  return key.startsWith('tag:') && [...project.labelsOf(document)].some((label) => label.startsWith('tag:'));
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
 * `[@fig:clock]` where notebooks may define it, and `{{< api "Heap" >}}` whose template prints what it does not find.
 * rehype-citation does nothing at all without a bibliography, so there `[@jane]` may be a handle as well. Of handles without
 * brackets in the front matter `metadata-citation` speaks. What stands in a comment is out of the reader's sight.
 */
function* cites(
  project: Project,
  document: DocumentFacts,
  unknown: readonly UnknownCite[],
): Iterable<UnknownCite & { mayBeName: boolean }> {
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
      (construct === 'metadata' && cite.mode === 'author-in-text');
    const isName =
      isPackageName(cite.key) ||
      isOfComponent(citation, document.dialect) ||
      (construct === 'bracketed' && mayBeLabel(cite.key, project, document)) ||
      citation.mayBeText === true;
    yield { citation, cite, mayBeName: isBareName || isName };
  }
}

/** `<Cite id="krebs-2023" />` of an MDX page: the component is the site's own, and looks where it likes. */
function isOfComponent({ construct }: Citation, dialect: string): boolean {
  return construct === 'element' && dialect === 'rehype-citation';
}

/** Dialects in which a bare `@name` is often something else: a label, a package, a handle. */
const BARE_NAMES = new Set(['myst', 'rehype-citation', 'mkdocs-bibtex']);

/**
 * Bibliographies that do not say which keys there are: those that cannot be read at all, which `bibliography-syntax` says
 * once, and data files of Hugo whose templates find the keys in a way of their own: under another name, or in another
 * place.
 */
function unclearBibliographies({ bibliographies }: Project): ReadonlySet<string> {
  const found = bibliographies.filter(({ format, entries, problems }) =>
    format === 'hugo-data'
      ? entries.length === 0 || entries.some(({ key }) => key === '')
      : entries.length === 0 && problems.some(({ messageId }) => messageId !== 'missing-at-sign'),
  );
  return new Set(found.map(({ path }) => path));
}

function entryOwners(project: Project): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { path, entries } of project.bibliographies) {
    for (const { key } of entries) if (!owners.has(key)) owners.set(key, path);
  }
  return owners;
}

/** `book{knuth1997,` without its `@`, by key: a comment to all programs. */
function entriesSwitchedOff({ bibliographies }: Project): ReadonlyMap<string, readonly Location[]> {
  const found = new Map<string, Location[]>();
  for (const { path, problems } of bibliographies) {
    for (const { messageId, data, region } of problems) {
      if (messageId !== 'missing-at-sign') continue;
      const key = String(data?.['key']);
      found.set(key, [...(found.get(key) ?? []), { path, region }]);
    }
  }
  return found;
}

function switchOn({ path, region: { start } }: Location): Fix[] {
  const edits = [{ path, region: { start, end: start }, text: '@' }];
  return [{ title: 'Write `@` before the entry', safety: 'suggest', edits }];
}

/** What the reader sees in place of the citation; `nocite` shows in the list of references alone. */
function describePrint(engine: Engine, { construct, cites }: Citation, key: string): string {
  const { name, undefinedKey, undefinedInGroup = undefinedKey } = engine;
  if (undefinedKey === '') return '';
  // What an include prints is up to its template, and Liquid finds nothing wrong with what is not there.
  if (construct === 'shortcode') return ` ${name} says nothing about it.`;
  if (construct === 'nocite') return ` ${name} lists nothing for it.`;
  const prints = cites.length > 1 ? undefinedInGroup : undefinedKey;
  return ` ${name} prints ${prints.replace('{key}', () => key)}.`;
}

const tagDefinition = (tag: string): string => `the text of this site, as \`[@${tag}]: doi:…\` would`;

/** As they are written, for that is how the author knows them; a name without an extension may be that of several files. */
function describeBibliographies(project: Project, document: DocumentFacts): string {
  const links = project.linksOf(document).filter(({ path, role }) => role === 'bibliography' && path);
  const names = links.map(({ written, path }) => (HAS_EXTENSION.test(written) ? written : (path ?? written)));
  const paths = [...new Set(names)];
  if (paths.length === 0)
    return `the ${document.dialect === 'distill' ? 'bibliography' : 'front matter'} of this page`;
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}

const HAS_EXTENSION = /\.[a-z]+$/i;
