import type { BibEntry, FrontMatterField } from '../../model.ts';
import { isRecord } from '../../text/is-record.ts';
import { type ItemValue, textOfJson, toEntry } from './csl-entry.ts';

/** A value in a flattened document with what stands directly below it. */
export interface DataNode {
  readonly field: FrontMatterField;
  /** Its own name: a key or an index. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Entries written in a document's front matter, under `references:` as Pandoc reads them. */
export function entriesOfFrontMatter(fields: readonly FrontMatterField[]): BibEntry[] {
  const references = nodesOf(fields).find(({ name }) => name === 'references');
  return references === undefined ? [] : entriesOfList(fields, references);
}

/**
 * Entries in the lists that a page of Hugo or Jekyll keeps in its parameters, under whatever name a template calls their keys, and in
 * maps by key; an item without any is no entry.
 */
export function entriesOfParameters(
  fields: readonly FrontMatterField[],
  isList: (name: string) => boolean,
): BibEntry[] {
  const top = nodesOf(fields);
  const own = top.filter(({ name }) => name === 'params').flatMap((node) => nodesOf(fields, node));
  return [...top, ...own]
    .filter(({ name }) => isList(name))
    .flatMap((list) => {
      if (Array.isArray(list.field.value)) return entriesOfList(fields, list, KEY_NAMES);
      const members = nodesOf(fields, list);
      return members.every(isMap) ? entriesOfMembers(fields, members) : [];
    })
    .filter(({ key }) => key !== '');
}

/** What the key of an entry is called in lists that are not CSL. */
export const KEY_NAMES: readonly string[] = ['id', 'key', 'citekey'];

/** What stands at the top of flattened fields, or directly below one; fields are in the order of the document. */
export function nodesOf(fields: readonly FrontMatterField[], parent?: DataNode): DataNode[] {
  const nodes: DataNode[] = [];
  const skipped = parent === undefined ? 0 : parent.field.name.length + 1;
  const to = parent?.to ?? fields.length;
  let index = parent?.from ?? 0;
  while (index < to) {
    const field = fields[index] as FrontMatterField;
    const below = field.name + '.';
    const from = index + 1;
    index = from;
    while (index < to && fields[index]?.name.startsWith(below)) index++;
    nodes.push({ field, name: field.name.slice(skipped), from, to: index });
  }
  return nodes;
}

/** The items of a list as entries; items that are no maps say nothing. */
export function entriesOfList(
  fields: readonly FrontMatterField[],
  list: DataNode | undefined,
  keyNames: readonly string[] = ['id'],
): BibEntry[] {
  return nodesOf(fields, list)
    .filter(isMap)
    .map((item) => toEntry(item.field.region, valuesOf(fields, item), keyNames));
}

/** The members of a map as entries: each is named by its key. All at the top may be maps of such, under other names. */
export function entriesOfMap(fields: readonly FrontMatterField[]): BibEntry[] {
  const top = nodesOf(fields);
  const below = top.map((node) => nodesOf(fields, node));
  const isDeeper = below.length > 0 && below.every((nodes) => nodes.length > 0 && nodes.every(isMap));
  return entriesOfMembers(fields, isDeeper ? below.flat() : top);
}

/** Those of the members that are maps, as entries that are named by their keys. */
export function entriesOfMembers(
  fields: readonly FrontMatterField[],
  members: readonly DataNode[],
): BibEntry[] {
  return members.filter(isMap).map((item) => {
    const { nameRegion, region } = item.field;
    const whole = {
      start: Math.min(nameRegion.start, region.start),
      end: Math.max(nameRegion.end, region.end),
    };
    return { ...toEntry(whole, valuesOf(fields, item), []), key: item.name, keyRegion: nameRegion };
  });
}

/** What stands directly below a node, as values of an item. */
export function valuesOf(fields: readonly FrontMatterField[], item: DataNode | undefined): ItemValue[] {
  return nodesOf(fields, item).map(({ field, name }) => ({
    name,
    nameRegion: field.nameRegion,
    value: textOfJson(field.value),
    region: field.region,
  }));
}

/** Whether a node has members by name; a list has none. */
export function isMap({ field: { value } }: DataNode): boolean {
  return isRecord(value);
}
