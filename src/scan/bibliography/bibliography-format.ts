// Interim file, to be replaced by the real one.
export function bibliographyFormat(path: string, _text: string): 'bibtex' | undefined {
  return path.endsWith('.bib') ? 'bibtex' : undefined;
}
