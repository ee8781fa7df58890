import type { BibliographyLink, SiteDialect } from '../model.ts';
import { ZOTERO } from '../scan/metadata.ts';
import { once } from '../text/once.ts';
import { ancestors, folderOf, join } from '../text/path.ts';
import { inOtherClone, isOutsideByName } from './bibliography-path.ts';
import { COMMANDS } from './command-files.ts';
import { isForeign } from './detect/folders.ts';
import { usesHakyll } from './hakyll.ts';
import type { ProjectReader } from './project-reader.ts';

/** A bibliography that a command names, and the folder of the file with the command. */
export interface ToldBibliography {
  readonly written: string;
  readonly folder: string;
}

/** `--bibliography refs.bib`, and the same as metadata: `-M bibliography=refs.bib`. */
const OPTION = /--bibliography|(?:-M|--metadata)[= \t]?["']?bibliography(?=[=:])/;
const ARGUMENT = /^(?:[=:]|[ \t]+|["'][ \t]*,[ \t]*)["']?([^\s"'\\,;`]+)/;
const LONGEST_ARGUMENT = 200;
/** Filters of Pandoc that ask Zotero, while it runs, for every key. */
const ASKS_ZOTERO = /\bzotero\.lua\b|\bpandoc-zotxt\b/;
const VARIABLE = /\$[({]?(\w+)[)}]?/;

/** The bibliographies that the commands of a project give to Pandoc. */
export function findTold(reader: ProjectReader): ToldBibliography[] {
  const visible = reader.files
    .filter((path) => COMMANDS.test(path) && !isForeign(folderOf(path)))
    .map((path) => ({ path, text: reader.read(path) ?? '' }));
  return [...visible, ...reader.hiddenSettings()].flatMap(({ path, text }) => {
    const folder = folderOf(path);
    const [, ...behind] = text.split(OPTION);
    const told = behind.flatMap((rest) => {
      const written = ARGUMENT.exec(rest.slice(0, LONGEST_ARGUMENT))?.[1];
      return written === undefined ? [] : [{ written: withVariable(written, text), folder }];
    });
    return ASKS_ZOTERO.test(text) ? [...told, { written: ZOTERO, folder }] : told;
  });
}

/** `$(BIB)` as the same file sets it: `BIB ?= refs.bib`. */
function withVariable(written: string, text: string): string {
  const [variable, name] = VARIABLE.exec(written) ?? [];
  if (variable === undefined) return written;
  const set = `[ \\t]{0,9}[:?]{0,2}=[ \\t]{0,9}["']?([^\\s"'#]{1,200})`;
  const value = new RegExp(`^[ \\t]{0,9}(?:export[ \\t]{1,9})?${name}${set}`, 'm').exec(text)?.[1];
  return value === undefined ? written : written.replace(variable, () => value);
}

/**
 * What pages that name no bibliography may be told: the files that commands name and the bibliographies about them. One
 * of somebody's machine, or of which nothing more is known where there is no other, keeps the keys from being judged.
 */
export function toldLinks(
  site: SiteDialect,
  told: readonly ToldBibliography[],
  nearest: readonly BibliographyLink[],
  reader: ProjectReader,
): BibliographyLink[] {
  const links = told.flatMap(({ written, folder }): BibliographyLink[] => {
    const link = { written, role: 'bibliography', isGuess: true } as const;
    const isOutside = written === ZOTERO || isOutsideByName(written);
    const bases = [...ancestors(folder, ''), ...ancestors(site.root, '')];
    const path = isOutside
      ? inOtherClone(written, reader)
      : bases.map((base) => join(base, written)).find((place) => reader.has(place));
    if (path !== undefined) return [{ ...link, written: path, path, status: 'found' }];
    return isOutside || nearest.length === 0 ? [{ ...link, status: 'outside' }] : [];
  });
  const isElsewhere = linksNotes(site, reader) || usesHakyll(site, reader);
  if (links.length + nearest.length > 0 || !isElsewhere) return [...links, ...nearest];
  return [{ written: ELSEWHERE, role: 'bibliography', isGuess: true, status: 'outside' }];
}

const ELSEWHERE = 'the settings of the program that shows the pages';
/** Not `list[[name]]` of R, nor `[[1]]` that it prints. */
const NOTE_LINK = once(() => /(?<![\w)\]])\[\[[\p{L}@][^[\]\n]/u);
const NOTE = /\.md$/i;
/** Who links notes at all links them everywhere. */
const ENOUGH_NOTES = 200;

/**
 * Whether pages link to one another as in Obsidian, Zettlr or Foam. There the bibliography is a setting of the program, which
 * lies in a hidden folder or on the machine of who writes.
 */
function linksNotes({ name }: SiteDialect, reader: ProjectReader): boolean {
  if (name !== 'pandoc') return false;
  const notes = reader.files.filter((path) => NOTE.test(path));
  return notes.slice(0, ENOUGH_NOTES).some((path) => NOTE_LINK().test(reader.read(path) ?? ''));
}
