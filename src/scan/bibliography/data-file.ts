import type { BibEntry, FrontMatterField, Json, Region, SyntaxProblem } from '../../model.ts';
import { parseJsonText } from '../../work/json-text.ts';
import { readToml } from '../front-matter/toml.ts';
import { readYaml } from '../front-matter/yaml.ts';
import { inOrder } from '../in-order.ts';
import { dataMember } from './bibliography-format.ts';
import { toEntry } from './csl-entry.ts';
import { readJsonData } from './csl-json.ts';
import {
  type DataNode,
  entriesOfList,
  entriesOfMap,
  entriesOfMembers,
  isMap,
  KEY_NAMES,
  nodesOf,
  valuesOf,
} from './front-matter-entries.ts';
import type { ReadBibliography } from './read-bibliography.ts';
import { itemsOfYaml, yamlBlock } from './yaml-items.ts';

interface Data {
  readonly fields: readonly FrontMatterField[];
  readonly problems: readonly SyntaxProblem[];
}

interface Item extends Data {
  readonly region: Region;
  readonly text: string;
}

/**
 * Reads CSL-YAML: a list of items under `references`, as Pandoc and Zotero write it, or at the top. A broken item costs
 * no other: the items are then read one by one.
 */
export function readCslYaml(text: string): ReadBibliography {
  const block = yamlBlock(text);
  const data = readBlock(text, block);
  if (data.problems.length === 0) return result(entriesOfData(data.fields), []);
  const parts = itemsOfYaml(text, block.start, block.end).map((item) => readItem(text, item));
  const problems = parts.flatMap((part) => part.problems);
  if (problems.length === 0) return result(entriesOfData(data.fields), data.problems);
  return result(parts.map(entryOfItem), problems);
}

/** An item that is broken still has the key that can be seen. */
function entryOfItem({ fields, region, text }: Item): BibEntry {
  if (fields.length > 0) return toEntry(region, valuesOf(fields, undefined));
  const id = /^[- \t]*\bid[ \t]*:[ \t]*["']?([^"'\s#]+)/m.exec(text);
  if (id === null) return toEntry(region, []);
  const [written, value = ''] = id;
  const end = region.start + id.index + written.length;
  const keyRegion = { start: end - value.length, end };
  return toEntry(region, [{ name: 'id', nameRegion: keyRegion, value, region: keyRegion }]);
}

const LIST_NAME = 'references:\n';

/** A block of YAML; a list at the top gets a name, because front matter is a map. */
function readBlock(text: string, { start, end }: Region): Data {
  if (!startsList(text.slice(start, end))) return asData(readYaml(text, start, end));
  return shift(
    asData(readYaml(LIST_NAME + text.slice(start, end), 0, LIST_NAME.length + end - start)),
    start - LIST_NAME.length,
  );
}

const startsList = (block: string): boolean => /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*-[ \t\r\n]/.test(block);

/** One item of a list, which is a map once its dash is a blank. */
function readItem(source: string, region: Region): Item {
  const text = source.slice(region.start, region.end).replace('-', ' ');
  return { ...shift(asData(readYaml(text, 0, text.length)), region.start), region, text };
}

function shift({ fields, problems }: Data, by: number): Data {
  const moved = ({ start, end }: Region): Region => ({
    start: Math.max(0, start + by),
    end: Math.max(0, end + by),
  });
  return {
    fields: fields.map((field) => ({
      ...field,
      nameRegion: moved(field.nameRegion),
      region: moved(field.region),
    })),
    problems: problems.map((problem) => ({ ...problem, region: moved(problem.region) })),
  };
}

/**
 * Reads a data file of Hugo: a map of entries by key, a list of entries that hold their key, or one entry by the name of
 * its file.
 */
export function readHugoData(text: string, path = ''): ReadBibliography {
  const name = dataMember(path);
  const only = name === undefined ? undefined : entryOfFile(text, name);
  if (only !== undefined) return only;
  const first = /\S/.exec(text.replace(/^\ufeff/, ''))?.[0];
  if (first === '{' || isJsonList(text)) {
    const { entries, problems } = readJsonData(text, KEY_NAMES);
    // One level deeper the reader of YAML finds them, which is a superset.
    const isDeeper = first === '{' && problems.length === 0 && isNested(parseJsonText(text));
    return isDeeper
      ? result(entriesOfData(readBlock(text, wholeOf(text)).fields), [])
      : result(entries, problems);
  }
  const isToml = isTomlData(text);
  const { fields, problems } = isToml
    ? asData(readToml(text, 0, text.length))
    : readBlock(text, yamlBlock(text));
  const entries = entriesOfData(fields);
  if (problems.length === 0) return result(entries, problems);
  if (!isToml && startsList(text)) return readCslYaml(text);
  return result(inOrder([...entries, ...headsOf(text, isToml ? TOML_HEAD : YAML_HEAD, entries)]), problems);
}

function isTomlData(text: string): boolean {
  const head = text.slice(0, 2000);
  return /^[ \t]*(?:\[|[\w"'.-]+[ \t]*=)/m.test(head) && !/^[\w"'-]+:(?:\s|$)/m.test(head);
}

/**
 * The work that a whole file describes: it has a title and who wrote it or when. A key inside that is another than the
 * name of the file does not tell which of them templates ask for.
 */
function entryOfFile(text: string, name: string): ReadBibliography | undefined {
  if (isJsonList(text) || startsList(text)) return undefined;
  const { fields, problems } = isTomlData(text)
    ? asData(readToml(text, 0, text.length))
    : readBlock(text, /^\ufeff?\s*\{/.test(text) ? wholeOf(text) : yamlBlock(text));
  const values = valuesOf(fields, undefined);
  const has = (names: readonly string[]): boolean =>
    values.some((value) => names.includes(value.name) && value.value !== '');
  if (!has(['title']) || !has(OF_A_WORK) || has(['references'])) return undefined;
  if (values.some((value) => KEY_NAMES.includes(value.name) && value.value !== name)) return undefined;
  // No place in the file holds the key.
  const entry = { ...toEntry(wholeOf(text), values, KEY_NAMES), key: name, keyRegion: { start: 0, end: 0 } };
  return result([entry], problems);
}

const OF_A_WORK = ['author', 'authors', 'editor', 'editors', 'year', 'date', 'issued'];

const wholeOf = ({ length }: string): Region => ({ start: 0, end: length });

/** Whether entries stand below the members of an object: in lists, or in maps of maps. */
function isNested(data: Json): boolean {
  if (!isJsonMap(data)) return false;
  const members = Object.values(data);
  const isMapOfMaps = (member: Json): boolean => isJsonMap(member) && Object.values(member).every(isJsonMap);
  return (
    members.some((member) => Array.isArray(member) && member.some(isJsonMap)) || members.every(isMapOfMaps)
  );
}

const isJsonMap = (data: Json): data is { readonly [name: string]: Json } =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** A list of JSON begins with an object; what else begins with a bracket is a table of TOML. */
const isJsonList = (text: string): boolean => /^\ufeff?\s*\[\s*[{\]]/.test(text);

/** `knuth97:` with indented lines below it. */
const YAML_HEAD = /^(?:"([^"\r\n]+)"|'([^'\r\n]+)'|(\w[^\s:#'"]*)):[ \t]*\r?\n[ \t]/gm;

/** `[knuth97]`, and `[knuth97` whose bracket is missing. */
const TOML_HEAD = /^[ \t]*\[[ \t]*(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([\w-]+))[ \t]*(?:\]|\r?$)/gm;

/** Entries of a broken file that can be seen by their heads alone: they are there, whatever became of their fields. */
function headsOf(text: string, head: RegExp, read: readonly BibEntry[]): BibEntry[] {
  const known = new Set(read.map(({ key }) => key));
  return [...text.matchAll(head)].flatMap((match) => {
    const key = match[1] ?? match[2] ?? match[3] ?? '';
    if (known.has(key)) return [];
    known.add(key);
    const start = match.index + match[0].indexOf(key);
    const region = { start, end: start + key.length };
    return [{ ...toEntry(region, [], []), key, keyRegion: region }];
  });
}

/**
 * Reads CITATION.cff: the work itself, its preferred citation and its references. None of them has a key, because
 * nothing cites them.
 */
export function readCff(text: string): ReadBibliography {
  const { start, end } = yamlBlock(text);
  const { fields, problems } = asData(readYaml(text, start, end));
  const top = nodesOf(fields);
  const named = (name: string): DataNode | undefined => top.find((node) => node.name === name);
  const preferred = named('preferred-citation');
  const references = named('references');
  const own = valuesOf(fields, undefined).filter(
    ({ name }) => name !== 'references' && name !== 'preferred-citation',
  );
  const entries = own.length === 0 ? [] : [toEntry({ start, end }, own, [])];
  if (preferred !== undefined && isMap(preferred)) {
    entries.push(toEntry(preferred.field.region, valuesOf(fields, preferred), []));
  }
  // Without a list under `references` there is none: what stands at the top is no reference.
  if (references !== undefined) entries.push(...entriesOfList(fields, references, []));
  return result(entries, problems);
}

function result(entries: readonly BibEntry[], problems: readonly SyntaxProblem[]): ReadBibliography {
  return { entries, macros: [], problems };
}

/** Entries of a list under `references`, of a list at the top, of lists under other names, or of a map by key. */
function entriesOfData(fields: readonly FrontMatterField[]): readonly BibEntry[] {
  const top = nodesOf(fields);
  const references = top.find(({ name, field }) => name === 'references' && Array.isArray(field.value));
  if (references !== undefined) return entriesOfList(fields, references, KEY_NAMES);
  const isList = top.length > 0 && top.every(({ field }) => field.nameRegion.start === field.nameRegion.end);
  if (isList) return entriesOfList(fields, undefined, KEY_NAMES);
  const lists = top.filter((node) => Array.isArray(node.field.value) && nodesOf(fields, node).some(isMap));
  if (lists.length === 0) return entriesOfMap(fields);
  return inOrder([
    ...entriesOfMembers(fields, top),
    ...lists.flatMap((list) => entriesOfList(fields, list, KEY_NAMES)),
  ]);
}

/** The problems of the front-matter readers under the names they have in a bibliography. */
function asData({ fields, problems }: Data): Data {
  return {
    fields,
    problems: problems.map((problem) => ({
      ...problem,
      messageId: problem.messageId === 'fm-decode' ? 'data-syntax' : 'data-too-deep',
    })),
  };
}
