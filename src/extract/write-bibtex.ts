import { bibtexEntry } from './bibtex-entry.ts';
import type { ExtractedWork } from './extraction.ts';

/** Values that are macros. */
const MACROS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/;

/** The works as BibTeX, one entry after another with a blank line between; the same works give the same bytes. */
export function writeBibtex(works: readonly ExtractedWork[]): string {
  return works.map(writeEntry).join('\n');
}

function writeEntry(work: ExtractedWork): string {
  const { type, fields } = bibtexEntry(work);
  const lines = fields.map(([name, value]) => `  ${name} = ${writeValue(name, value)},\n`);
  return `@${type}{${work.key},\n${lines.join('')}}\n`;
}

function writeValue(name: string, value: string): string {
  return name === 'month' && MACROS.test(value) ? value : `{${value}}`;
}
