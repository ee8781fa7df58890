import type { BibliographyFacts, Project, SyntaxProblem } from '../../src/model.ts';

/** Engines whose bibliographies Pandoc reads. */
const PANDOC_KIN = ['Pandoc', 'Quarto', 'R Markdown', 'Manubot'];

/** Both read with citation-js, of which the lexer knows little: it refuses what one of LaTeX's programs refuses. */
const CITATION_JS = ['mystmd', 'rehype-citation'];

/** Engines that read nothing of a bibliography with one error in it. */
const ALL_OR_NOTHING = new Set([...PANDOC_KIN, ...CITATION_JS]);

const LATEX = ['BibTeX', 'biber'];

/** Whether Pandoc refuses what gave the problem; only where the lexer names programs can it be otherwise. */
export function isRefusedByPandoc({ data }: SyntaxProblem): boolean {
  const engines = data?.['engines'];
  return engines === undefined || String(engines).includes('Pandoc');
}

/** What the lexer calls the parser of a program that does not read BibTeX itself. */
const PARSER_OF: ReadonlyMap<string, string> = new Map([
  ['Jekyll', 'bibtex-ruby'],
  ...PANDOC_KIN.map((name): [string, string] => [name, 'Pandoc']),
]);

/** The programs that the lexer names; undefined where all refuse it. */
const refusersOf = ({ data }: SyntaxProblem): readonly string[] | undefined =>
  data?.['engines'] === undefined ? undefined : String(data['engines']).split(', ');

function refuses(name: string, refusers: readonly string[]): boolean {
  if (CITATION_JS.includes(name))
    return refusers.includes(name) || LATEX.some((one) => refusers.includes(one));
  return refusers.includes(PARSER_OF.get(name) ?? name);
}

/** Whether a program refuses it that is known to read the file; where none is, both Pandoc and one of LaTeX's, or all. */
export function isRefusedByReader(
  project: Project,
  facts: BibliographyFacts,
  problem: SyntaxProblem,
): boolean {
  const refusers = refusersOf(problem);
  if (refusers === undefined) return true;
  const readers = readersOf(project, facts.path);
  if (readers.length > 0) return readers.some((name) => refuses(name, refusers));
  return isRefusedByPandoc(problem) && LATEX.some((name) => refusers.includes(name));
}

/** What comes of a problem, as the end of a message: “; Pandoc reads nothing of this file”. `''` where it is unknown. */
export function effectOf(project: Project, facts: BibliographyFacts, problem: SyntaxProblem): string {
  const refusers = refusersOf(problem);
  const readers = readersOf(project, facts.path);
  if (readers.length === 0 && facts.format !== 'bibtex') return '';
  if (readers.length === 0 && isRefusedByPandoc(problem)) return effectOnAny(refusers);
  const refusing = refusers === undefined ? readers : readers.filter((name) => refuses(name, refusers));
  if (refusing.length === 0 && refusers !== undefined)
    return `; ${listOf(refusers)} ${refusers.length === 1 ? 'refuses' : 'refuse'} it`;
  const losing = refusing.filter((name) => ALL_OR_NOTHING.has(name));
  if (losing.length > 0)
    return `; ${listOf(losing)} ${losing.length === 1 ? 'reads' : 'read'} nothing of this file`;
  return refusing.includes('Jekyll') ? '; Jekyll loses the entry' : '';
}

/** What comes of it where nobody is known to read the file. */
function effectOnAny(refusers: readonly string[] = LATEX): string {
  const refusing = LATEX.filter((name) => refusers.includes(name));
  if (refusing.length === 0) return '; Pandoc reads nothing of the file';
  return `; ${listOf(refusing)} ${refusing.length === 1 ? 'loses' : 'lose'} the entry, Pandoc and mystmd the whole file`;
}

/** “a”, “a and b”, “a, b and c”. */
export function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Engines that link to what the fields `doi` and `url` hold as it is written, the signs of LaTeX included. */
const VERBATIM = new Set([...PANDOC_KIN, 'mystmd']);

/** The first engine, by name, that reads a file and keeps the backslashes of LaTeX in its links. */
export function verbatimReader(project: Project, path: string): string | undefined {
  return readersOf(project, path).find((name) => VERBATIM.has(name));
}

/** The names of the engines of all pages that load a bibliography, or of the page that holds it, in order. */
export const readersOf = (project: Project, path: string): readonly string[] =>
  project.shared(createReaders)(path);

/** Asked for thousands of entries of one file, each file is looked up once. */
function createReaders(project: Project): (path: string) => readonly string[] {
  const { documents, bibliographies } = project;
  const known = new Map<string, readonly string[]>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const readers = bibliographies.filter((facts) => facts.path === path).flatMap(project.documentsOf);
    const pages = [...documents.filter((document) => document.path === path), ...readers];
    const names = [...new Set(pages.map((document) => project.engineOf(document).name))].sort();
    known.set(path, names);
    return names;
  };
}
