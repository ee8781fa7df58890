import type { FrontMatterField, Gap, Reference } from '../../../model.ts';

/**
 * How a page wants to be cited, written out in its front matter for layouts to print, as those of academicpages do:
 * `citation: 'Knuth, D. E. (1984). &quot;Literate programming.&quot; <i>The Computer Journal</i>. 27(2).'`. What goes over
 * several lines or holds escapes of YAML other than a doubled apostrophe is left alone, and so is one word, which may be a key.
 */
export function referencesOfFields(fields: readonly FrontMatterField[], text: string): readonly Reference[] {
  const field = fields.find(({ name }) => name === 'citation');
  if (typeof field?.value !== 'string') return NONE;
  const { start, end } = field.region;
  const isQuoted = text[start] === "'" || text[start] === '"';
  const written = isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end);
  const isApostrophed = text[start] === "'" && written.includes("''");
  if (field.value !== (isApostrophed ? written.replaceAll("''", "'") : written)) return NONE;
  const value = field.value.trim();
  if (!value.includes(' ')) return NONE;
  const trimmed = written.trim();
  const from = start + (isQuoted ? 1 : 0) + written.indexOf(trimmed);
  const region = { start: from, end: from + trimmed.length };
  const reference: Reference = { region, text: value, construct: 'field' };
  return [isApostrophed ? { ...reference, gaps: gapsOf(value) } : reference];
}

const NONE: readonly Reference[] = [];

/** Of each doubled apostrophe, the second is no part of the text. */
const gapsOf = (value: string): Gap[] =>
  Array.from(value.matchAll(/'/g), ({ index }) => ({ at: index, length: 1 }));
