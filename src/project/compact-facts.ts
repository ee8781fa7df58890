import type { Cite, DocumentFacts, Json, Reference } from '../model.ts';
import type { Mutable } from '../text/mutable.ts';
import { createRegionPool } from './region-pool.ts';

/** V8 copies a slice that is shorter than this; a longer one keeps the whole text it was cut from alive. */
const SHORTEST_SLICE = 13;

/**
 * Makes a function that makes the facts of a page small, for they stay until the end and a site has thousands of pages. It
 * replaces long strings by copies, one for all pages where they say the same, so that the text of the page can be
 * collected; keys and names, which every page repeats, whatever their length. Fields of front matter share their regions.
 * The facts are changed in place and say what they said.
 */
export function createCompactor(): (facts: DocumentFacts) => DocumentFacts {
  const shareRegion = createRegionPool();
  const names: string[] = [];
  // Names of properties are kept once by V8 itself, which finds them by identity; a map compares text by text.
  const owned = Object.create(null) as Record<string, Shared | undefined>;
  const find = (text: string): Shared => {
    const known = owned[text];
    if (known !== undefined) return known;
    const copy = copyOf(text);
    const shared: Shared = { text: copy, reference: undefined };
    owned[copy] = shared;
    return shared;
  };
  const share = (text: string): string => find(text).text;
  const own = (text: string): string => (text.length < SHORTEST_SLICE ? text : share(text));
  const ownReference = (reference: Mutable<Reference>): void => {
    if (reference.key === undefined) {
      reference.text = own(reference.text);
      return;
    }
    const shared = find(reference.key);
    reference.key = shared.text;
    // Most keys have one text wherever they stand, and to compare two texts takes less than to look one up.
    if (shared.reference !== reference.text) shared.reference = own(reference.text);
    reference.text = shared.reference;
  };
  return (facts: Mutable<DocumentFacts>) => {
    // A list that grew has room for more, and a copy has not.
    facts.frontMatter = facts.frontMatter.slice();
    if (facts.citations.length > 0) facts.citations = facts.citations.slice();
    if (facts.references.length > 0) facts.references = facts.references.slice();
    for (const { params } of facts.shortcodes) for (const param of params) ownValue(param, own);
    for (const reference of facts.references) ownReference(reference);
    ownCites(facts, share);
    for (let place = 0; place < facts.frontMatter.length; place++) {
      const field: Mutable<DocumentFacts['frontMatter'][number]> = facts.frontMatter[place]!;
      // Pages of one site have the same fields in the same order.
      if (names[place] !== field.name) names[place] = share(field.name);
      field.name = names[place]!;
      ownField(field);
      field.nameRegion = shareRegion(field.nameRegion);
      field.region = shareRegion(field.region);
    }
    for (const named of facts.bibliographies as Mutable<DocumentFacts['bibliographies'][number]>[]) {
      named.path = share(named.path);
      named.region = shareRegion(named.region);
    }
    for (const part of rareParts(facts)) ownStrings(part, own);
    return facts;
  };
}

/** A text that is kept once for all pages. */
interface Shared {
  readonly text: string;
  /** Of a key the reference text that was seen with it last. */
  reference: string | undefined;
}

/** What most pages have none of. */
function rareParts({ problems, directives, labels, entries, footnotes }: DocumentFacts): readonly object[] {
  const notes = footnotes.uses.length + footnotes.definitions.length;
  if (problems.length + directives.length + labels.length + entries.length + notes === 0) return NOTHING;
  return [problems, directives, labels, entries, footnotes];
}

const NOTHING: readonly object[] = [];

/** Counted, for a site has a hundred thousand, and an iterator makes an object for each. */
function ownCites({ citations, references }: DocumentFacts, share: Own): void {
  for (let place = 0; place < citations.length; place++) {
    const { cites } = citations[place]!;
    // Where a text follows the key, it is most often that of the same place, and to compare takes less than to look up.
    const key = place < references.length ? references[place]!.key : undefined;
    for (const cite of cites) ownCite(cite, share, key);
  }
}

/**
 * What stands around a key hardly repeats.
 *
 * @param likely A key that is shared already, and may be the same.
 */
function ownCite(cite: Mutable<Cite>, share: Own, likely: string | undefined): void {
  cite.key = cite.key === likely ? likely : share(cite.key);
  if (cite.prefix !== undefined) cite.prefix = copyOf(cite.prefix);
  if (cite.locator !== undefined) cite.locator = copyOf(cite.locator);
  if (cite.suffix !== undefined) cite.suffix = copyOf(cite.suffix);
}

function ownValue(param: Mutable<DocumentFacts['shortcodes'][number]['params'][number]>, own: Own): void {
  if (typeof param.value === 'string') param.value = own(param.value);
  if (param.name !== undefined) param.name = own(param.name);
}

/** Flattening the sum makes a string of its own, one character longer than the slice of it. */
function copyOf(text: string): string {
  return text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1);
}

type Own = (text: string) => string;

const isLong = (item: Json): boolean => typeof item === 'string' && item.length >= SHORTEST_SLICE;

/**
 * A title or a date is that of one page, so values are copied: to look for another of their kind would be for nothing.
 * Deeper ones are left as they are: aliases of YAML share them, and each of their keys is a field of its own.
 */
function ownField(field: Mutable<DocumentFacts['frontMatter'][number]>): void {
  const { value } = field;
  if (typeof value === 'string') field.value = copyOf(value);
  else if (Array.isArray(value) && value.some(isLong))
    field.value = value.map((item) => (typeof item === 'string' ? copyOf(item) : item));
}

/** Walks plain data, without recursion. */
function ownStrings(data: object, own: Own): void {
  const waiting: object[] = [data];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const holder = next as Record<string, unknown>;
    for (const name of Object.keys(holder)) {
      const value = holder[name];
      if (typeof value === 'string') {
        if (value.length >= SHORTEST_SLICE) holder[name] = own(value);
      } else if (typeof value === 'object' && value !== null) waiting.push(value);
    }
  }
}
