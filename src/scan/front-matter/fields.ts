import type { FrontMatterField, Json, Region, SyntaxProblem } from '../../model.ts';

/** What the readers of one format hand back: the fields in document order, and what could not be read. */
export interface FieldsRead {
  readonly fields: readonly FrontMatterField[];
  readonly problems: readonly SyntaxProblem[];
}

/** A field while its value is being read; becomes a `FrontMatterField` as it is. */
export interface DraftField {
  readonly name: string;
  readonly nameRegion: Region;
  value: Json;
  region: { start: number; end: number };
}

/** A JSON object or array while it is being filled. */
export type Container = Record<string, Json> | Json[];

/** Deeper data is kept once, in the value of the field above it, so that facts stay linear in the text. */
export const MAX_FIELD_DEPTH = 8;

/** Deepest nesting the parsers are given; they recurse. */
export const MAX_DEPTH = 100;

/** Longest key whose children get fields of their own; names repeat the keys above them. */
const MAX_KEY = 256;

/** The depth of what stands below a field. */
export const depthBelow = ({ nameRegion }: DraftField, depth: number): number =>
  nameRegion.end - nameRegion.start > MAX_KEY ? MAX_FIELD_DEPTH + 1 : depth + 1;

/** Sets an own property even where the key is `__proto__`. */
export function setOwn(map: Record<string, Json>, key: string, value: Json): void {
  if (key !== '__proto__') map[key] = value;
  else Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Sets a member of an object, or an item of an array. */
export function setMember(container: Container, key: string | number, value: Json): void {
  if (Array.isArray(container)) container[Number(key)] = value;
  else setOwn(container, String(key), value);
}

/** The dotted name of a key or an index below `parent`, `''` being the top. */
export const nameBelow = (parent: string, key: string | number): string =>
  parent === '' ? String(key) : `${parent}.${key}`;

/**
 * Keys that stand twice in one mapping, as problems; of a mapping that is written twice only the mapping. Linear, which
 * `uniqueKeys` of the parser is not.
 */
export function findDuplicateKeys(fields: readonly FrontMatterField[]): SyntaxProblem[] {
  const first = new Map<string, FrontMatterField>();
  const problems: SyntaxProblem[] = [];
  let inside = -1;
  for (const field of fields) {
    const earlier = first.get(field.name);
    if (earlier === undefined) first.set(field.name, field);
    else if (field.nameRegion.start >= inside) {
      inside = field.region.end;
      problems.push({
        messageId: 'duplicate-front-matter-key',
        data: { name: field.name },
        region: field.nameRegion,
        related: [{ region: earlier.nameRegion, message: 'the first time' }],
      });
    }
  }
  return problems;
}
