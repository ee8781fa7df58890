import type { BibEntry, DocumentFacts, Reference, Region, Work } from '../model.ts';
import { authorYear } from '../work/format-work.ts';
import { valueStart } from '../work/place-in-field.ts';
import { type KeyContext, keyContextAt } from './key-context.ts';
import type { View } from './view.ts';

/** A key that could be meant. */
export interface KeyProposal {
  readonly key: string;
  /** As it is to be written here. */
  readonly insert: string;
  /** “Kernighan & Ritchie 1988: The C Programming Language”. */
  readonly detail: string;
  /** What typing is compared with: the key, then its authors and title. */
  readonly filter: string;
}

/** The keys that go with what is being written. */
export interface KeyProposals {
  readonly region: Region;
  readonly proposals: readonly KeyProposal[];
  /** There are more than these, so typing on has to ask again. */
  readonly isIncomplete: boolean;
}

/** Nobody reads further down; each costs a work to be read. */
const MOST_PROPOSALS = 100;

/** The keys a document can cite at the cursor, or that an entry can refer to. */
export async function proposeKeys(
  view: View,
  path: string,
  offset: number,
  scan: (text: string) => Promise<DocumentFacts | undefined>,
): Promise<KeyProposals | undefined> {
  const facts = view.facts(path);
  if (facts === undefined) return undefined;
  const text = view.text(path);
  const context =
    facts.kind === 'document'
      ? await keyContextAt(text, offset, scan)
      : pointerContext(facts.entries, text, offset);
  if (context === undefined) return undefined;
  const sources = facts.kind === 'document' ? sourcesFor(view, facts) : entrySources(facts.entries);
  const matching = rank(sources, context.typed);
  const proposals = matching
    .slice(0, MOST_PROPOSALS)
    .map(([key, source]) => propose(view, key, source, context));
  return { region: context.region, proposals, isIncomplete: matching.length > MOST_PROPOSALS };
}

type Source = BibEntry | Reference | undefined;

/** Every key the document sees: entries it loads, texts of its site, and keys that are merely cited. */
function sourcesFor(view: View, document: DocumentFacts): Map<string, Source> {
  const { project } = view;
  const sources = new Map<string, Source>();
  for (const [key, [entry]] of project.entriesFor(document)) sources.set(key, entry);
  const hasEntries = sources.size > 0;
  const { root } = project.dialectOf(document);
  for (const other of project.documents) {
    if (other.references.length === 0 && hasEntries) continue;
    if (project.dialectOf(other).root !== root) continue;
    for (const reference of other.references) {
      const { key = '', construct } = reference;
      if (construct === 'shortcode' && key !== '' && sources.get(key) === undefined)
        sources.set(key, reference);
    }
    if (hasEntries) continue;
    for (const { cites, construct } of other.citations) {
      if (construct === 'link' || construct === 'numbered') continue;
      for (const { key } of cites) if (!sources.has(key) && key !== '*') sources.set(key, undefined);
    }
  }
  return sources;
}

function entrySources(entries: readonly BibEntry[]): Map<string, Source> {
  return new Map(entries.map((entry) => [entry.key, entry]));
}

/** Keys that begin so come first, then those that hold it, then works whose authors or title do. */
function rank(sources: ReadonlyMap<string, Source>, typed: string): [string, Source][] {
  const wanted = typed.toLowerCase();
  const groups: [string, Source][][] = [[], [], []];
  for (const source of sources) {
    const key = source[0].toLowerCase();
    if (key.startsWith(wanted)) groups[0]!.push(source);
    else if (key.includes(wanted)) groups[1]!.push(source);
    else if (wanted.length > 1 && saidOf(source[1]).includes(wanted)) groups[2]!.push(source);
  }
  return groups.flatMap((group) => group.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a source says in the fields people search by, cheaply: no work is read for it. */
function saidOf(source: Source): string {
  if (source === undefined) return '';
  const known = said.get(source) ?? ('text' in source ? source.text : saidInFields(source)).toLowerCase();
  said.set(source, known);
  return known;
}

/** Facts live as long as their file stays as it is. */
const said = new WeakMap<BibEntry | Reference, string>();

function saidInFields({ fields }: BibEntry): string {
  const searched = fields.filter(({ name }) => SEARCHED.has(name.toLowerCase()));
  return searched.map(({ value }) => value).join(' ');
}

const SEARCHED: ReadonlySet<string> = new Set('author editor title au ti year date'.split(' '));

function propose(view: View, key: string, source: Source, context: KeyContext): KeyProposal {
  const detail = source === undefined ? '' : describe(view, source);
  const insert = context.bare && !/^[\w./-]+$/.test(key) ? `"${key}"` : key;
  return { key, insert, detail, filter: `${key} ${detail}`.trim() };
}

function describe(view: View, source: BibEntry | Reference): string {
  const work: Work = view.project.workOf(source);
  const title = work.title?.value ?? ('text' in source ? source.text : '');
  return [authorYear(work), title].filter((part) => part !== '').join(': ');
}

/** Far longer than any key. */
const MAX_KEY = 300;

/** `crossref = {knu`: a field of an entry that names another one. */
function pointerContext(entries: readonly BibEntry[], text: string, offset: number): KeyContext | undefined {
  for (const { fields } of entries) {
    for (const field of fields) {
      const start = POINTERS.has(field.name) ? valueStart(field) : undefined;
      if (start === undefined || offset < start || offset > start + field.value.length) continue;
      const from =
        offset - (/[^\s,]*$/.exec(text.slice(Math.max(start, offset - MAX_KEY), offset))?.[0].length ?? 0);
      const end = offset + (/^[^\s,]*/.exec(text.slice(offset, start + field.value.length))?.[0].length ?? 0);
      return { region: { start: from, end }, typed: text.slice(from, offset), bare: false };
    }
  }
  return undefined;
}

const POINTERS: ReadonlySet<string> = new Set(['crossref', 'xref', 'xdata', 'related', 'entryset']);
