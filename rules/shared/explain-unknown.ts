import type { Citation, Cite, DocumentFacts, Fix, Location, Problem, Project } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { closest } from '../../src/text/similar.ts';
import { describeBibliographies, describePrint, tagDefinition } from './describe-unknown.ts';
import { partedKey } from './garbled-keys.ts';
import { nameOfCharacter } from './report-invalid.ts';
import { MOST_COMPARISONS, type UnknownCite } from './unknown-cites.ts';

/** An unknown cite that may be no cite at all. */
export interface DoubtfulCite extends UnknownCite {
  /** A label, a handle or a package looks alike: nothing is said of it unless it is nearly a key. */
  readonly mayBeName: boolean;
}

/** What `undefined-key` says. */
export const messages = {
  undefined: 'Cite key `{key}` is not defined in {where}.{prints}',
  misspelt: 'Cite key `{key}` is not defined in {where}; did you mean `{suggestion}`?{prints}',
  tagged:
    'mystmd takes the tag for a part of the cite key, `{key}`, which is not defined in {where}.{prints}',
  cut: 'Cite key `{key}` is not defined in {where}: it ends at `{mark}`, and `{whole}` keeps it together.{prints}',
  overrun:
    'Cite key `{key}` is not defined in {where}: it goes on behind `{known}`, which `{whole}` cites alone.{prints}',
  parted:
    'Cite key `{key}` is not defined in {where}: {character} parts it from the rest of `{whole}`.{prints}',
  'missing-at-sign':
    'Cite key `{key}` is not defined: no `@` stands before its entry, which makes a comment of it.{prints}',
  elsewhere: 'Cite key `{key}` is defined in {file}, which this page does not load.{prints}',
};

/** What it says of one cite; where, it knows. */
type Explanation = WithoutPlace<Problem<typeof messages>>;
type WithoutPlace<P> = P extends unknown ? Omit<P, 'at'> : never;

/** Of one cite, what is asked again and again. */
interface Asked extends DoubtfulCite {
  readonly document: DocumentFacts;
  /** What the reader sees in its place. */
  readonly prints: string;
  /** Where the key should be defined. */
  readonly where: string;
}

/**
 * Makes a function that says why a key has no entry, as closely as can be told: its entry lost its `@`, stands in another
 * file, or goes by a similar key. Undefined where nothing is to be said.
 */
export function createExplainer(
  project: Project,
): (document: DocumentFacts, cite: DoubtfulCite) => Explanation | undefined {
  // Most projects have nothing to explain.
  const owners = once(() => entryOwners(project));
  const switchedOff = once(() => entriesSwitchedOff(project));
  let comparisons = MOST_COMPARISONS;
  return (document, found) => {
    const { citation, cite } = found;
    const { key } = cite;
    const prints = isOfComponent(citation, document.dialect)
      ? ''
      : describePrint(project.engineOf(document), citation, key);
    const lost = switchedOff()
      .get(key)
      ?.find(({ path }) => loads(project, document, path));
    if (lost !== undefined) return missingAtSign(lost, key, prints);
    const file = owners().get(key);
    if (file !== undefined) return { messageId: 'elsewhere', data: { key, file, prints } };
    const isTag = isKnownTag(key, document, project);
    const where = isTag ? tagDefinition(key) : describeBibliographies(project, document);
    const asked = { ...found, document, prints, where };
    const entries = project.entriesFor(document);
    if (document.dialect === 'myst' && key.includes('<')) return explainTagged(asked, entries);
    comparisons -= entries.size;
    if (comparisons < 0) return undefinedUnlessName(asked);
    return (
      explainParted(asked, entries) ??
      explainCut(asked, entries.keys()) ??
      explainOverrun(asked, entries) ??
      explainMisspelt(asked, isTag ? project.labelsOf(document) : entries.keys()) ??
      undefinedUnlessName(asked)
    );
  };
}

function loads(project: Project, document: DocumentFacts, file: string): boolean {
  return project.linksOf(document).some(({ path }) => path === file);
}

function undefinedUnlessName({ mayBeName, cite: { key }, where, prints }: Asked): Explanation | undefined {
  return mayBeName ? undefined : { messageId: 'undefined', data: { key, where, prints } };
}

function missingAtSign(lost: Location, key: string, prints: string): Explanation {
  const related = [{ at: lost, message: 'the entry' }];
  return { messageId: 'missing-at-sign', data: { key, prints }, related, fixes: switchOn(lost) };
}

/** mystmd takes `<b>` behind a key for a part of it. */
function explainTagged(asked: Asked, entries: { has(key: string): boolean }): Explanation | undefined {
  const { document, citation, cite, where, prints } = asked;
  const { key, keyRegion } = cite;
  const untagged = key.slice(0, key.indexOf('<'));
  if (!entries.has(untagged)) return undefinedUnlessName(asked);
  const at = { path: document.path, region: keyRegion };
  return { messageId: 'tagged', data: { key, where, prints }, fixes: citeByRole(at, untagged, citation) };
}

function explainCut(
  { cite, citation, document, where, prints }: Asked,
  known: Iterable<string>,
): Explanation | undefined {
  const { key } = cite;
  const whole = wholeKey(cite, citation, document, known);
  if (whole === undefined) return undefined;
  const mark = [...whole.slice(key.length)][0]!;
  return { messageId: 'cut', data: { key, where, mark, whole: `@{${whole}}`, prints } };
}

function explainParted(
  { cite, citation, document: { path }, where, prints }: Asked,
  entries: { has(key: string): boolean },
): Explanation | undefined {
  const parted = citation.construct === 'bracketed' ? partedKey(cite, entries) : undefined;
  if (parted === undefined) return undefined;
  const { whole, rest } = parted;
  const { start, end } = cite.keyRegion;
  const fixes = citeInstead({ path, region: { start, end: end + rest.length } }, whole);
  const data = { key: cite.key, where, character: nameOfCharacter(rest[0]!), whole, prints };
  return { messageId: 'parted', data, fixes };
}

function explainOverrun(
  { cite: { key }, document, where, prints }: Asked,
  entries: { has(key: string): boolean },
): Explanation | undefined {
  const end = key.search(OVERRUN());
  const known = key.slice(0, Math.max(0, end));
  if (known === '' || !CUTS_KEYS.has(document.dialect) || !entries.has(known)) return undefined;
  return { messageId: 'overrun', data: { key, where, known, whole: `@{${known}}`, prints } };
}

/** A word that belongs to the text, not to the key: `-like`, `.Then`. A letter alone tells keys apart. */
const OVERRUN = once(() => /[:.#$%&\-+?<>~/]\p{L}{2,}$/u);

function explainMisspelt(
  { cite: { key, keyRegion }, document, where, prints }: Asked,
  known: Iterable<string>,
): Explanation | undefined {
  const suggestion = closest(key, known);
  if (suggestion === undefined) return undefined;
  const data = { key, where, suggestion, prints };
  // Whether braces stand round the key that is there cannot be told.
  if (CUTS_KEYS.has(document.dialect) && NEEDS_BRACES().test(suggestion))
    return { messageId: 'misspelt', data };
  const fixes = citeInstead({ path: document.path, region: keyRegion }, suggestion);
  return { messageId: 'misspelt', data, fixes };
}

/** Writes in a place what was meant to be cited there. */
export function citeInstead({ path, region }: Location, meant: string): Fix[] {
  return [{ title: `Cite \`${meant}\``, safety: 'suggest', edits: [{ path, region, text: meant }] }];
}

/** Engines in whose citations some marks end a key, and braces keep it together. */
const CUTS_KEYS: ReadonlySet<string> = new Set(['pandoc', 'quarto', 'rmarkdown']);
/** What is no part of a key where it stands: a mark that belongs to none, or one without a letter behind it. */
const CUT = once(() => /^(?![:.#$%&\-+?<>~/][\p{L}\p{N}_])[^\p{L}\p{N}_]/u);
const NEEDS_BRACES = once(() => new RegExp(CUT().source.slice(1), 'u'));

/** The key of which only the beginning is cited, as `O` of `[@O'Neil2016]`; of a bare cite what follows is not known. */
function wholeKey(
  { key, locator = '', suffix = '' }: Cite,
  { construct }: Citation,
  { dialect }: DocumentFacts,
  known: Iterable<string>,
): string | undefined {
  if (!CUTS_KEYS.has(dialect)) return undefined;
  const longer = [...known].filter((other) => other.startsWith(key) && CUT().test(other.slice(key.length)));
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

/** A tag of a Manubot site whose tags are known: its pages define them, or `citation-tags.tsv` does. */
export function isKnownTag(key: string, document: DocumentFacts, project: Project): boolean {
  return key.startsWith('tag:') && [...project.labelsOf(document)].some((label) => label.startsWith('tag:'));
}

/** `<Cite id="krebs-2023" />` of an MDX page: the component is the site's own, and looks where it likes. */
export function isOfComponent({ construct }: Citation, dialect: string): boolean {
  return construct === 'element' && dialect === 'rehype-citation';
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
