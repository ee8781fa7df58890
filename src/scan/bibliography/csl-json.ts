import type { BibEntry, Region, SyntaxProblem } from '../../model.ts';
import { type ItemValue, toEntry } from './csl-entry.ts';
import { readJsonItems } from './json-items.ts';
import type { JsonItem, JsonItems, JsonMember } from './json-reader.ts';
import { decodeJsonString } from './json-scalar.ts';
import type { ReadBibliography } from './read-bibliography.ts';

/**
 * Reads CSL-JSON: a list of items, or an object that holds one under `items` (Zotero) or `references`. Numbers are
 * keys, as in Pandoc. An item alone, which Pandoc refuses, is read and reported.
 */
export function readCslJson(text: string): ReadBibliography {
  const read = readJsonItems(text);
  const items = itemsOf(read, text);
  const entries = items.map((item) =>
    toEntry(
      item.region,
      item.members.map((member) => toValue(text, member)),
    ),
  );
  // What a broken text lacks is most often a consequence of the break.
  const problems = read.problems.length > 0 ? read.problems : shapeProblems(read, entries, text);
  return { entries, macros: [], problems };
}

/** What Pandoc refuses in JSON that is whole: an item alone, a list of something else, an item without `id`. */
function shapeProblems(read: JsonItems, entries: readonly BibEntry[], text: string): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  if (read.shape === 'object') {
    problems.push({
      messageId: 'csl-not-a-list',
      region: { start: text.indexOf('{'), end: text.indexOf('{') + 1 },
    });
  }
  for (const region of read.strays) {
    const end = Math.min(region.end, region.start + 60);
    problems.push({ messageId: 'csl-not-an-item', region: { start: region.start, end } });
  }
  for (const { key, keyRegion, region } of entries) {
    const start = region.start;
    if (key === '') problems.push({ messageId: 'csl-missing-id', region: { start, end: start + 1 } });
    else if (isNoId(text, keyRegion)) problems.push({ messageId: 'csl-invalid-id', region: keyRegion });
  }
  return problems;
}

/** `true`, `1.5`, a list or an object; a text stands in quotes. */
function isNoId(text: string, { start, end }: Region): boolean {
  return text.charCodeAt(start - 1) !== 34 && !/^-?\d+$/.test(text.slice(start, end));
}

function itemsOf({ shape, items, top }: JsonItems, text: string): readonly JsonItem[] {
  if (shape !== 'object') return items;
  const start = text.indexOf('{');
  return [{ region: { start, end: text.trimEnd().length }, nameRegion: undefined, members: top }];
}

/** A member as text: strings decoded, lists and objects as the JSON they are. */
export function toValue(text: string, { nameRegion, region }: JsonMember): ItemValue {
  const name = decodeJsonString(text, nameRegion.start, nameRegion.end);
  const isString = text.charCodeAt(region.start) === 34;
  const end = isString && text.charCodeAt(region.end - 1) === 34 ? region.end - 1 : region.end;
  const value = isString
    ? decodeJsonString(text, region.start + 1, end)
    : text.slice(region.start, region.end);
  return { name, nameRegion, value: value === 'null' && !isString ? '' : value, region };
}

/** Reads a JSON object of entries by key, as Hugo's `data/bibliography.json`, or a list of entries that hold theirs. */
export function readJsonData(
  text: string,
  keyNames: readonly string[],
): { entries: BibEntry[]; problems: readonly SyntaxProblem[] } {
  const { items, problems } = readJsonItems(text);
  const entries = items.map((item) => {
    const entry = toEntry(
      item.region,
      item.members.map((member) => toValue(text, member)),
      item.nameRegion === undefined ? keyNames : [],
    );
    if (item.nameRegion === undefined) return entry;
    const { start, end } = item.nameRegion;
    return { ...entry, key: decodeJsonString(text, start, end), keyRegion: item.nameRegion };
  });
  return { entries, problems };
}
