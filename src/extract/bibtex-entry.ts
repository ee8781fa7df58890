import { dateFields } from './bibtex-dates.ts';
import { type BibtexFields, FIELDS_OF, identifierFields, noteFields } from './bibtex-fields.ts';
import { bibtexSource } from './bibtex-source.ts';
import { bibtexType } from './bibtex-type.ts';
import type { ExtractedWork } from './extraction.ts';

/** An entry of BibTeX before it is written out: values escaped, in the order of the file. */
export interface BibtexEntry {
  readonly type: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/**
 * The entry of a work. Types and fields are those that BibTeX and BibLaTeX share, so that every engine reads them; a
 * work that lacks what its type demands (the university of a thesis) becomes a `misc`, which demands nothing, and an
 * unknown year is `date = {XXXX}`, as EDTF writes it: biber and the linter have nothing to add then.
 */
export function bibtexEntry(work: ExtractedWork): BibtexEntry {
  const source = bibtexSource(work);
  const type = bibtexType(source);
  const fields: BibtexFields = [
    ['author', source.authors],
    ['editor', source.editors],
    ['title', source.title],
    ...FIELDS_OF[type.fields](source, type),
  ];
  fields.push(...dateFields(source, type), ...identifierFields(source), ...noteFields(source, type));
  if (work.aliases.length > 0) fields.push(['ids', work.aliases.join(',')]);
  return { type: type.name, fields: fields.filter(([, value]) => value !== '') };
}
