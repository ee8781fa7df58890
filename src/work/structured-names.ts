import type { Json, PersonName } from '../model.ts';
import { parseJsonText } from './json-text.ts';
import { personName, readSingleName } from './names.ts';

/** Names read from structured data. */
export interface StructuredNames {
  readonly names: readonly PersonName[];
  readonly others: boolean;
}

/**
 * Reads the names of CSL (`family`, `given`, particles, `suffix`, `literal`), of CITATION.cff (`family-names`,
 * `given-names`, `name`) and of loose YAML (strings, `first` and `last`, one text for all). A string that holds JSON
 * is read as that. Never throws; what holds no name is left out.
 */
export function readCslNames(value: Json): StructuredNames {
  const data = typeof value === 'string' ? parseJsonText(value) : value;
  if (typeof data === 'string') return readNameText(data);
  const names: PersonName[] = [];
  let others = false;
  for (const item of Array.isArray(data) ? (data as readonly Json[]) : [data]) {
    const name = typeof item === 'string' ? readSingleName(item) : nameOfObject(item);
    if (name === undefined) continue;
    if (/^(?:others|et\.? al\.?)$/i.test(name.family) && name.given === undefined) others = true;
    else names.push(name);
  }
  return { names, others };
}

function nameOfObject(item: Json): PersonName | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const object = item as { readonly [name: string]: Json };
  const part = (...names: string[]): string => {
    for (const name of names) {
      const value = Object.hasOwn(object, name) ? object[name] : undefined;
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
      if (typeof value === 'number') return String(value);
    }
    return '';
  };
  const family = part('family', 'family-names', 'familyName', 'last', 'lastname', 'surname');
  const given = part('given', 'given-names', 'givenName', 'first', 'firstname');
  if (family !== '' || given !== '') {
    const particles = [part('dropping-particle'), part('non-dropping-particle', 'name-particle', 'prefix')];
    const particle = particles.filter((text) => text !== '').join(' ');
    return personName(family, given, particle, part('suffix', 'name-suffix'));
  }
  const literal = part('literal');
  if (literal !== '') return { family: literal, literal: true };
  const name = part('name', 'author');
  return name === '' ? undefined : readSingleName(name);
}

/**
 * Reads a list people write by hand: `Knuth, D. E.; Lamport, L.`, `Donald Knuth and Leslie Lamport`, `Donald Knuth,
 * Leslie Lamport`. A comma parts persons only where each side has two words or more.
 */
export function readNameText(text: string): StructuredNames {
  const others = /\bet\.?\s{1,3}al\b\.?\s{0,9}$|\band others\s{0,9}$/i.exec(text);
  const list = others === null ? text : text.slice(0, others.index);
  const names: PersonName[] = [];
  for (const piece of list.split(/;|\s&\s|\sand\s|、|；/i)) {
    for (const one of splitAtCommas(piece)) {
      const name = readSingleName(one.replace(/^[\s,]{1,9}/, ''));
      if (name !== undefined) names.push(name);
    }
  }
  return { names, others: others !== null };
}

function splitAtCommas(piece: string): string[] {
  const parts = piece.split(/[,，]/).filter((part) => part.trim() !== '');
  const wordy = parts.every((part) => /\S\s+\S/.test(part.trim()));
  return wordy ? parts : [parts.join(',')];
}
