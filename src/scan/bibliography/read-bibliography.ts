import type { BibEntry, StringMacro, SyntaxProblem } from '../../model.ts';

/** What a bibliography says, less the path of its file. */
export interface ReadBibliography {
  readonly entries: readonly BibEntry[];
  readonly macros: readonly StringMacro[];
  readonly problems: readonly SyntaxProblem[];
}

// Interim, to be replaced by the real dispatcher.
export function readBibliography(_text: string, _format: string): ReadBibliography {
  return { entries: [], macros: [], problems: [] };
}
