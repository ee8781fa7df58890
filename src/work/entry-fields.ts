import type { BibEntry, Field, Json } from '../model.ts';
import { type FieldRole, rolesOfNames } from './field-roles.ts';
import { parseJsonText } from './json-text.ts';
import { latexToText } from './latex-text.ts';

/** Finds the fields of an entry by what they say; inherited fields count where the entry has none of the name. */
export interface EntryFields {
  /** The first field of the role that says anything. */
  first(role: FieldRole): Field | undefined;
  all(role: FieldRole): readonly Field[];
}

/** Sorts the fields of an entry by their roles; of the names for one role the best that says anything counts. */
export function entryFields(entry: BibEntry, inherited: readonly Field[]): EntryFields {
  const best = new Map<FieldRole, { rank: number; fields: Field[] }>();
  const add = (field: Field): void => {
    const known = rolesOfNames().get(field.name.toLowerCase());
    if (known === undefined || isBlank(field.value)) return;
    const { role, rank } = known;
    const found = best.get(role);
    if (found === undefined || found.rank > rank) best.set(role, { rank, fields: [field] });
    else if (found.rank === rank) found.fields.push(field);
  };
  for (const field of entry.fields) add(field);
  if (inherited.length > 0) {
    const own = new Set(entry.fields.map((field) => field.name.toLowerCase()));
    for (const field of inherited) if (!own.has(field.name.toLowerCase())) add(field);
  }
  return {
    all: (role) => best.get(role)?.fields ?? [],
    first: (role) => best.get(role)?.fields[0],
  };
}

function isBlank(text: string): boolean {
  return text === '' || (text.charCodeAt(0) <= 32 && text.trim() === '');
}

/** The value as a reader sees it: LaTeX undone in BibTeX, the first of a JSON list, white space collapsed. */
export function textOfField(field: Field): string {
  const text = field.written === undefined ? firstText(parseJsonText(field.value)) : latexToText(field.value);
  return /\s\s|[^\S ]|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

function firstText(value: Json): string {
  let first: Json | undefined = value;
  while (Array.isArray(first)) first = (first as readonly Json[])[0];
  if (typeof first === 'string' || typeof first === 'number') return String(first);
  // CITATION.cff writes publisher, institution and conference as objects with a name.
  const name =
    typeof first === 'object' && first !== null ? (first as { readonly name?: Json }).name : undefined;
  return typeof name === 'string' ? name : '';
}
