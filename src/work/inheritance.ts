import type { BibEntry, Field } from '../model.ts';

/** Fields that belong to one entry alone (biblatex manual, appendix B, "noinherit"; biber's default configuration). */
const OWN_FIELDS: ReadonlySet<string> = new Set(
  [
    'ids crossref xref xdata entryset entrysubtype execute gender keywords label options presort related',
    'relatedoptions relatedstring relatedtype shortauthor shorteditor shorthand shortjournal shortseries shorttitle',
    'sortkey sortname sorttitle sortyear',
  ]
    .join(' ')
    .split(' '),
);

/** What a part calls the fields of the whole it stands in: biber's default inheritance. */
const TO_BOOK = { title: 'booktitle', subtitle: 'booksubtitle', titleaddon: 'booktitleaddon' };
const TO_MAIN = { title: 'maintitle', subtitle: 'mainsubtitle', titleaddon: 'maintitleaddon' };
const TO_JOURNAL = { title: 'journaltitle', subtitle: 'journalsubtitle', titleaddon: 'journaltitleaddon' };

const NAMES_IN_PARTS: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  book: ['inbook bookinbook suppbook', TO_BOOK],
  mvbook: ['book inbook bookinbook suppbook', TO_MAIN],
  collection: ['incollection suppcollection', TO_BOOK],
  reference: ['inreference', TO_BOOK],
  mvcollection: ['collection incollection suppcollection', TO_MAIN],
  mvreference: ['reference inreference', TO_MAIN],
  proceedings: ['inproceedings conference', TO_BOOK],
  mvproceedings: ['proceedings inproceedings conference', TO_MAIN],
  periodical: ['article suppperiodical', TO_JOURNAL],
};

/** Longest chain of parents that is followed: no library has one of four. */
const MAX_PARENTS = 32;

/** Keys and aliases of the entries; of two entries under one key the first counts. */
export function entriesByKey(entries: readonly BibEntry[]): ReadonlyMap<string, BibEntry> {
  const byKey = new Map<string, BibEntry>();
  const add = (key: string, entry: BibEntry): void => {
    if (key !== '' && !byKey.has(key)) byKey.set(key, entry);
  };
  for (const entry of entries) add(entry.key, entry);
  for (const entry of entries) for (const alias of aliasesOf(entry)) add(alias, entry);
  return byKey;
}

/** The other keys of an entry: `ids` of BibLaTeX, and `other-ids` of what Pandoc makes of it in CSL, a list or words. */
export function aliasesOf({ fields }: Pick<BibEntry, 'fields'>): string[] {
  const aliases: string[] = [];
  for (const field of fields) {
    if (field.name === 'ids') aliases.push(...keysIn(field));
    else if (field.name === 'other-ids') aliases.push(...(field.value.match(/[^\s,"[\]]+/g) ?? []));
  }
  return aliases;
}

/** The keys in a comma-separated field such as `xdata`, `ids` or `entryset`. */
export function keysIn({ value }: Pick<Field, 'value'>): string[] {
  return value.split(',').flatMap((key) => (key.trim() === '' ? [] : [key.trim()]));
}

/**
 * The fields that entries inherit through `crossref` and `xdata`, for the entries that do; own fields are not among them.
 * A part gets the title of its whole as `booktitle`, as biber does it, and everything else under its own name. Cycles end
 * where they close, missing parents give nothing.
 */
export function resolveInheritance(entries: readonly BibEntry[]): ReadonlyMap<BibEntry, readonly Field[]> {
  const children = entries.filter(({ fields }) => fields.some(isLink));
  const inherited = new Map<BibEntry, readonly Field[]>();
  if (children.length === 0) return inherited;
  const byKey = entriesByKey(entries);
  for (const child of children) {
    const fields = fieldsOfParents(child, byKey);
    if (fields.length > 0) inherited.set(child, fields);
  }
  return inherited;
}

function isLink({ name }: Field): boolean {
  return name === 'crossref' || name === 'xdata';
}

function fieldsOfParents(child: BibEntry, byKey: ReadonlyMap<string, BibEntry>): Field[] {
  const names = new Set(child.fields.map(({ name }) => name));
  const found: Field[] = [];
  const seen = new Set([child]);
  const queue = parentsOf(child, byKey);
  for (let next = queue.shift(); next !== undefined && seen.size <= MAX_PARENTS; next = queue.shift()) {
    if (seen.has(next.parent)) continue;
    seen.add(next.parent);
    const renamed = next.isData ? undefined : NAMES_IN_PARTS[next.parent.type];
    const isPart = renamed?.[0].split(' ').includes(child.type) === true;
    for (const field of next.parent.fields) {
      const name = (isPart ? renamed?.[1][field.name] : undefined) ?? field.name;
      if (OWN_FIELDS.has(field.name) || names.has(name)) continue;
      names.add(name);
      found.push(name === field.name ? field : { ...field, name });
    }
    queue.push(...parentsOf(next.parent, byKey));
  }
  return found;
}

interface Parent {
  readonly parent: BibEntry;
  readonly isData: boolean;
}

function parentsOf(child: BibEntry, byKey: ReadonlyMap<string, BibEntry>): Parent[] {
  return child.fields.filter(isLink).flatMap((field) => {
    const isData = field.name === 'xdata';
    const keys = isData ? keysIn(field).slice(0, MAX_PARENTS) : [field.value.trim()];
    return keys.flatMap((key) => {
      const parent = byKey.get(key);
      return parent === undefined ? [] : [{ parent, isData }];
    });
  });
}
