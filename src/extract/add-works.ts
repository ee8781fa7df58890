import type { BibliographyTarget, ExtractedWork } from './extraction.ts';
import { writeBibtex } from './write-bibtex.ts';
import { cslItems, writeCslJson } from './write-csl-json.ts';

/** The works as a file of their own. */
export function writeBibliography(works: readonly ExtractedWork[], format: BibliographyTarget): string {
  return format === 'bibtex' ? writeBibtex(works) : writeCslJson(works);
}

/**
 * A bibliography with works added behind what it holds, which stays byte for byte. Undefined where the text is no list
 * of CSL-JSON items, so that nothing can be added.
 */
export function addWorks(
  text: string,
  works: readonly ExtractedWork[],
  format: BibliographyTarget,
): string | undefined {
  if (works.length === 0) return text;
  if (text.trim() === '') return writeBibliography(works, format);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const added = (written: string) => written.replaceAll('\n', newline);
  if (format === 'bibtex') {
    const gap = text.slice(text.trimEnd().length).includes('\n') ? '' : newline;
    return `${text}${gap}${newline}${added(writeBibtex(works))}`;
  }
  const close = text.lastIndexOf(']');
  if (!isList(text) || close === -1) return undefined;
  const before = text.slice(0, close).trimEnd();
  const items = JSON.stringify(cslItems(works), null, 2).slice(1, -2);
  return `${before}${before.endsWith('[') ? '' : ','}${added(items)}${newline}${text.slice(close)}`;
}

function isList(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return false;
  }
}
