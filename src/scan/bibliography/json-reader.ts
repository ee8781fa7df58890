import type { Region, SyntaxProblem } from '../../model.ts';

/** One member of an object; a value that is a list or an object is a region only. */
export interface JsonMember {
  /** As written, between its quotes. */
  readonly nameRegion: Region;
  readonly region: Region;
}

/** An object that may be an item of a bibliography, with the name it stands under where it is a member of another. */
export interface JsonItem {
  readonly region: Region;
  readonly nameRegion: Region | undefined;
  readonly members: readonly JsonMember[];
}

/** The objects of a JSON text down to the items of a bibliography. */
export interface JsonItems {
  /** What the text is at its top: a list of items, an object that lists them, or an object of something else. */
  readonly shape: 'list' | 'listed' | 'object' | 'none';
  readonly items: readonly JsonItem[];
  /** Members of the object at the top. */
  readonly top: readonly JsonMember[];
  /** Where a list holds something else than objects. */
  readonly strays: readonly Region[];
  readonly problems: readonly SyntaxProblem[];
}

/** A list or an object that is not closed yet. */
export interface OpenContainer {
  readonly start: number;
  readonly isObject: boolean;
  readonly name: Region | undefined;
  readonly members: JsonMember[] | undefined;
}

/** Where the items of a JSON text stand. */
export interface ItemPlace {
  /** The names under which an object at the top lists them. */
  readonly names: RegExp;
  /** What is expected where the text holds nothing, in the words of a message. */
  readonly top: string;
}

/** Reading one text; `expect` is what the grammar allows next. */
export interface JsonReader {
  readonly text: string;
  readonly place: ItemPlace;
  at: number;
  expect: 'value' | 'first' | 'name' | 'colon' | 'next' | 'end';
  readonly stack: OpenContainer[];
  name: Region | undefined;
  /** The string read last: a name after all, where a colon follows it in a list. */
  last: Region | undefined;
  itemDepth: number;
  shape: JsonItems['shape'];
  readonly items: JsonItem[];
  readonly top: JsonMember[];
  readonly strays: Region[];
  readonly problems: SyntaxProblem[];
  /** Something was broken, and no item since then was whole: what looks broken now is a consequence. */
  quiet: boolean;
  /** Nothing in the item being read is broken so far. */
  whole: boolean;
}

/** JSON knows these four and no other white space. */
export function isJsonSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Whether the innermost open container is an object. */
export function inObject({ stack }: JsonReader): boolean {
  return stack.at(-1)?.isObject === true;
}

/** Notes what was expected, unless what was found may only follow from an earlier break. */
export function complain(
  reader: JsonReader,
  expected: string,
  start: number,
  end: number,
  found = `\`${reader.text.slice(start, Math.min(end, start + 20))}\``,
): void {
  reader.whole = false;
  if (reader.quiet) return;
  reader.quiet = true;
  reader.problems.push({ messageId: 'json-syntax', data: { expected, found }, region: { start, end } });
}
