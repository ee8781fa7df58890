import type { BibEntry, Field, Json } from '../model.ts';
import { type FieldRole, NAMES_OF_ROLE } from './field-roles.ts';
import { parseJsonText } from './json-text.ts';
import { latexToText } from './latex-text.ts';

/** Finds the fields of an entry by what they say; inherited fields count where the entry has none of the name. */
export interface EntryFields {
  /** The first field of the role that says anything. */
  first(role: FieldRole): Field | undefined;
  all(role: FieldRole): readonly Field[];
}

/** Sorts the fields of an entry by their roles. */
export function entryFields(entry: BibEntry, inherited: readonly Field[]): EntryFields {
  const byName = new Map<string, Field[]>();
  const add = (field: Field, name: string): void => {
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [field]);
    else same.push(field);
  };
  for (const field of entry.fields) add(field, field.name.toLowerCase());
  const own = new Set(byName.keys());
  for (const field of inherited) {
    const name = field.name.toLowerCase();
    if (!own.has(name)) add(field, name);
  }
  const all = (role: FieldRole): readonly Field[] => {
    for (const name of NAMES_OF_ROLE.get(role)!) {
      const found = byName.get(name);
      if (found?.some((field) => field.value.trim() !== '')) return found;
    }
    return [];
  };
  return { all, first: (role) => all(role).find((field) => field.value.trim() !== '') };
}

/** The value as a reader sees it: LaTeX undone in BibTeX, the first of a JSON list, white space collapsed. */
export function textOfField(field: Field): string {
  const text = field.written === undefined ? firstText(parseJsonText(field.value)) : latexToText(field.value);
  return text.replace(/\s+/g, ' ').trim();
}

function firstText(value: Json): string {
  if (Array.isArray(value)) return firstText((value as readonly Json[])[0] ?? '');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  // CITATION.cff writes publisher, institution and conference as objects with a name.
  const name =
    typeof value === 'object' && value !== null ? (value as { readonly name?: Json }).name : undefined;
  return typeof name === 'string' ? name : '';
}
