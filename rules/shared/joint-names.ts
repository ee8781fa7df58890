import type { Field, Json, Region } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { parseJsonText } from '../../src/work/json-text.ts';
import { cslNames } from './known-fields.ts';

/** What may part two names that share a tag or an item, to pass over all other values at once. */
export const JOINING = /;|\sand\s|&/g;

/** The tags of RIS that hold one name each. */
export const RIS_NAMES: ReadonlySet<string> = new Set('au a1 a2 a3 ed'.split(' '));

/** The variables of CSL and the fields of CITATION.cff that hold a list of names. */
export const namesOfItems: () => ReadonlySet<string> = once(
  () => new Set([...cslNames(), 'authors', 'editors', 'contact', 'recipients', 'senders', 'translators']),
);

/** Where a tag of RIS holds a second name behind `;`, “and” or `&`. */
export function joinOfRis(value: string): Region | undefined {
  const joint = SEMICOLON().exec(value) ?? TWO_NAMES.exec(value);
  if (joint === null) return undefined;
  const [, before = '', found = ''] = joint;
  return { start: before.length, end: before.length + found.length };
}

/** Whether one of the items of a list holds several names behind `;`. */
export function joinsNames({ value }: Field): boolean {
  if (!value.includes(';')) return false;
  const data = parseJsonText(value);
  if (!Array.isArray(data)) return false;
  return data.some((item: Json) =>
    (typeof item === 'object' && item !== null ? Object.values(item) : [item]).some(
      (part) => typeof part === 'string' && SEMICOLON().test(part),
    ),
  );
}

/** `Knuth, Donald and Lamport, Leslie` behind one tag; each name has a comma. */
const TWO_NAMES = /^([^,;]{1,80},[^,;]{1,80}?)(\band\b|&)\s[^,;]{1,80},/;

/** `Donald Knuth; Leslie Lamport`: no name has it. Of `Erd&odblac;s` and its like another rule tells. */
const SEMICOLON = once(() => /^([^;]{2,80})(?<!&#?\w{1,8})(;)\s?\p{Lu}/u);
