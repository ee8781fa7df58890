import {
  type BibEntry,
  type DocumentFacts,
  defineRule,
  type Engine,
  type Fix,
  type Located,
  type Location,
  type Project,
} from '../../src/model.ts';
import { keysIn } from '../../src/work/inheritance.ts';

/** Of two entries under one key readers see one, and which one depends on the engine. */
export default defineRule({
  id: 'duplicate-key',
  description: 'Disallow two entries under one key, in one bibliography or in those one document loads.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    different: 'Key `{key}` is defined twice, and the entries differ in {fields}; {winner}.',
    identical: 'Key `{key}` is defined twice by equal entries.',
    case: 'Keys `{key}` and `{other}` differ only by case; {winner}.',
  },
  options: {},

  check(project, { report }) {
    const reported = new Set<string>();
    for (const { entries, engine } of groups(project)) {
      const [first, ...later] = entries;
      if (first === undefined) continue;
      for (const entry of later) {
        const place = `${entry.at.path}:${entry.at.region.start}`;
        // One file that a document names twice holds each entry once.
        if (reported.has(place) || isSamePlace(entry.at, first.at)) continue;
        reported.add(place);
        const key = entry.key;
        const related = [{ at: first.at, message: 'the first entry' }];
        const differences = differencesOf(first, entry);
        const winner = winnerOf(engine);
        if (first.key !== key) {
          report({ at: entry.at, messageId: 'case', data: { key, other: first.key, winner }, related });
        } else if (differences.length > 0) {
          const fields = differences.slice(0, 4).join(', ') + (differences.length > 4 ? ' and more' : '');
          report({ at: entry.at, messageId: 'different', data: { key, fields, winner }, related });
        } else {
          report({
            at: entry.at,
            messageId: 'identical',
            data: { key },
            related,
            fixes: removal(project, first, entry),
            level: 'warning',
          });
        }
      }
    }
  },
});

function isSamePlace(a: Location, b: Location): boolean {
  return a.path === b.path && a.region.start === b.region.start;
}

interface Group {
  readonly entries: readonly Located<BibEntry>[];
  readonly engine: Engine | undefined;
}

/** Entries under one key: file by file, and over all files that one document loads. */
function* groups(project: Project): Iterable<Group> {
  for (const facts of project.bibliographies) {
    const engines = project.documentsOf(facts).map((document) => project.engineOf(document));
    // BibTeX, which may read the file, tells no case apart; the engines of sites do, but for those with pybtex.
    const folds =
      facts.format === 'bibtex' && engines.every(({ caseSensitiveEntries }) => !caseSensitiveEntries);
    for (const same of sameKeys(facts.entries, folds)) {
      const entries = same.map((entry) => ({ ...entry, at: { path: facts.path, region: entry.keyRegion } }));
      yield { entries, engine: engines[0] };
    }
  }
  // Most documents share their entries and what they read apart, and most entries share no key.
  const clashes = new Map<unknown, readonly (readonly Located<BibEntry>[])[]>();
  const judged = new Map<unknown, Set<string>>();
  for (const document of project.documents) {
    const all = project.entriesFor(document);
    const clashing = clashes.get(all) ?? clashesOf(all);
    clashes.set(all, clashing);
    if (clashing.length === 0) continue;
    const apart = readApart(project, document);
    const ways = judged.get(all) ?? new Set();
    judged.set(all, ways);
    const way = [...apart].join('\n');
    if (ways.has(way)) continue;
    ways.add(way);
    for (const found of clashing) {
      const entries = apart.size === 0 ? found : found.filter(({ at }) => !apart.has(at.path));
      yield { entries, engine: project.engineOf(document) };
    }
  }
}

function clashesOf(all: ReadonlyMap<string, readonly Located<BibEntry>[]>): (readonly Located<BibEntry>[])[] {
  const clashes: (readonly Located<BibEntry>[])[] = [];
  for (const [key, entries] of all) if (key !== '' && entries.length > 1) clashes.push(entries);
  return clashes;
}

const NONE: ReadonlySet<string | undefined> = new Set();

/**
 * Files that a page does not read as one with the others, or that nobody says it reads. In Jekyll
 * `{% bibliography --file talks %}` prints a list of its own, and of those a name with Liquid in it may stand for the build
 * takes one; in a page for Distill the elements ask the file that the page names, and the tags of jekyll-scholar that of the
 * site; a template of Hugo looks into one data file, and conf.py of Sphinx, where it makes its list by code, takes some.
 * Filters of Pandoc print lists of their own, and a work cited in the text and the appendix stands in both.
 */
function readApart(project: Project, document: DocumentFacts): ReadonlySet<string | undefined> {
  const { dialect, path, frontMatterRegion } = document;
  const links = project.linksOf(document);
  const apart = links.filter(({ at, written, isGuess, isOwnList }) => {
    if (dialect === 'hugo' || dialect === 'sphinx') return at === undefined;
    if (dialect === 'distill') return at?.path !== path;
    if (dialect !== 'jekyll') return isGuess || isOwnList;
    return written.includes('{{') || (at?.path === path && at.region.start >= frontMatterRegion.end);
  });
  return apart.length === 0 ? NONE : new Set(apart.map((link) => link.path));
}

/** Entries that share their key with another, key by key. */
function sameKeys(entries: readonly BibEntry[], folds: boolean): Iterable<readonly BibEntry[]> {
  const first = new Map<string, BibEntry>();
  const groups = new Map<string, BibEntry[]>();
  for (const entry of entries) {
    if (entry.key === '') continue;
    const key = folds ? entry.key.toLowerCase() : entry.key;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, entry);
      continue;
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [known, entry]);
    else group.push(entry);
  }
  return groups.values();
}

function winnerOf(engine: Engine | undefined): string {
  if (engine === undefined) return 'biber prints the first, Pandoc the last';
  const { name, duplicateEntry } = engine;
  return duplicateEntry === 'error' ? `${name} stops` : `${name} prints the ${duplicateEntry}`;
}

/** What two entries say differently: “type”, names of fields. */
function differencesOf(a: BibEntry, b: BibEntry): string[] {
  const left = valuesOf(a);
  const right = valuesOf(b);
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.filter((name) => left.get(name) !== right.get(name));
}

function valuesOf({ type, fields }: BibEntry): Map<string, string> {
  const values = new Map([['type', type.toLowerCase()]]);
  for (const field of fields) {
    const value = field.name === 'ids' ? keysIn(field).join() : field.value.replace(/\s+/g, ' ').trim();
    values.set(field.name, value);
  }
  return values;
}

/** Takes the second of two equal BibTeX entries out. */
function removal(project: Project, first: Located<BibEntry>, entry: Located<BibEntry>): Fix[] {
  if (!entry.fields.every(({ written }) => written !== undefined)) return [];
  const edits = [{ path: entry.at.path, region: entry.region, text: '' }];
  const safety = isReadWith(project, first.at.path, entry.at.path) ? 'safe' : 'suggest';
  return [{ title: 'Remove the second entry', safety, edits }];
}

/** Whether whoever reads the second file reads the first one too, and no page prints the second as a list of its own. */
function isReadWith(project: Project, first: string, second: string): boolean {
  if (first === second) return true;
  const facts = project.bibliographies.find(({ path }) => path === second);
  const readers = facts === undefined ? [] : project.documentsOf(facts);
  return readers.every(
    (document) =>
      document.dialect !== 'jekyll' &&
      document.dialect !== 'distill' &&
      project.linksOf(document).some(({ path, status }) => path === first && status === 'found'),
  );
}
