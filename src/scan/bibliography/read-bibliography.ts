import type { BibEntry, BibliographyFormat, StringMacro, SyntaxProblem } from '../../model.ts';
import { readBibtex } from './bibtex/bibtex.ts';
import { readCslJson } from './csl-json.ts';
import { readCff, readCslYaml, readHugoData } from './data-file.ts';
import { readRis } from './ris.ts';

/** What a bibliography says, less the path of its file. */
export interface ReadBibliography {
  readonly entries: readonly BibEntry[];
  /** `@string` definitions; BibTeX alone has them. */
  readonly macros: readonly StringMacro[];
  readonly problems: readonly SyntaxProblem[];
}

const readers: Readonly<Record<BibliographyFormat, (text: string, path: string) => ReadBibliography>> = {
  bibtex: readBibtex,
  'csl-json': readCslJson,
  'csl-yaml': readCslYaml,
  ris: readRis,
  'hugo-data': readHugoData,
  cff: readCff,
};

/**
 * Reads the text of one bibliography, whose path may name its only entry: its entries in order, its macros and what is broken, all as plain data with UTF-16
 * offsets. Never throws but `ParserNotLoaded`, for the formats in YAML and TOML; linear in the text.
 */
export function readBibliography(text: string, format: BibliographyFormat, path = ''): ReadBibliography {
  return text.startsWith(LFS_POINTER) ? readPointer(text) : readers[format](text, path);
}

/** What a checkout without Git LFS has in the place of a large file. */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

function readPointer({ length }: string): ReadBibliography {
  return {
    entries: [],
    macros: [],
    problems: [{ messageId: 'lfs-pointer', region: { start: 0, end: length } }],
  };
}
