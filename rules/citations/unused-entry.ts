import { type DocumentFacts, defineRule, type Project } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';
import { isControlType } from '../../src/work/entry-types.ts';
import { aliasesOf } from '../../src/work/inheritance.ts';
import { MOST_COMPARISONS, unknownCites } from '../shared/unknown-cites.ts';

/** An entry that nothing cites is either forgotten or kept on purpose; the bibliography should say which. */
export default defineRule({
  id: 'unused-entry',
  description: 'Disallow bibliography entries that no document cites.',
  scope: 'project',
  level: 'note',
  preset: 'strict',
  since: '0.1.0',
  fix: 'none',
  messages: { unused: 'No page cites `{key}`.' },
  options: { allow: [] as string[] },
  optionInfo: { allow: { description: 'Keys of entries that are kept on purpose.' } },

  check(project, { options, report }) {
    const allowed = new Set(options.allow);
    for (const bibliography of project.bibliographies) {
      const readers = project.documentsOf(bibliography);
      // Manubot gives its manual references other keys than the ones that are cited.
      if (readers.length === 0 || readers.some(({ dialect }) => dialect === 'manubot')) continue;
      if (readers.some((document) => project.dialectOf(document).hasUnreadPages)) continue;
      if (readers.some(isUnread)) continue;
      if (JEKYLL_DATA.test(bibliography.path)) continue;
      const cited = new Set(allowed);
      const citedInAnyCase = new Set<string>();
      for (const document of readers) {
        for (const { cites, foldsCase } of project.citationsOf(document)) {
          for (const { key } of cites) cited.add(key);
          if (foldsCase) for (const { key } of cites) citedInAnyCase.add(key.toLowerCase());
        }
        for (const key of document.keysInCode) cited.add(key);
        for (const { nocite = [] } of project.linksOf(document)) for (const key of nocite) cited.add(key);
      }
      if (cited.has('*') || readers.some(({ printsWholeBibliography }) => printsWholeBibliography)) continue;
      for (const { fields, key } of bibliography.entries) {
        if (!cited.has(key)) continue;
        for (const { name, value } of fields)
          if (POINTERS.has(name)) for (const other of value.split(',')) cited.add(other.trim());
      }
      const meant = keysMeant(project, readers);
      for (const entry of bibliography.entries) {
        const { key, keyRegion } = entry;
        if (
          key === '' ||
          isControlType(entry.type) ||
          citedInAnyCase.has(key.toLowerCase()) ||
          meant.has(key)
        )
          continue;
        if ([key, ...aliasesOf(entry)].some((name) => cited.has(name))) continue;
        report({ at: { path: bibliography.path, region: keyRegion }, messageId: 'unused', data: { key } });
      }
    }
  },
});

/**
 * The entries that cites without one were meant for, `[@Harris2020]` for `harris2020`: they are cited once the cite is
 * mended, of which `miscased-key` and `undefined-key` speak.
 */
function keysMeant(project: Project, readers: readonly DocumentFacts[]): ReadonlySet<string> {
  const unknown = project.shared(unknownCites);
  const meant = new Set<string>();
  let comparisons = MOST_COMPARISONS;
  for (const document of readers) {
    const entries = project.entriesFor(document);
    for (const key of new Set(unknown.get(document)?.map(({ cite }) => cite.key))) {
      comparisons -= entries.size;
      const entry = comparisons < 0 ? undefined : closest(key, entries.keys());
      if (entry !== undefined) meant.add(entry);
    }
  }
  return meant;
}

/**
 * Whether what a page cites was not read: Jekyll copies it as it is, of which its front matter tells, or it is a notebook
 * that is not JSON.
 */
const isUnread = ({ problems }: DocumentFacts): boolean =>
  problems.some(({ messageId }) => UNREAD.test(messageId));

const UNREAD = /^(?:fm-(?:ignored-|missing-opening-delimiter$)|notebook-)/;

/** Data of Jekyll, which any page may print in a loop. */
const JEKYLL_DATA = /(?:^|\/)_data\//;

/** Fields through which a cited entry needs another one. */
const POINTERS = new Set(['crossref', 'xdata', 'xref', 'related', 'entryset']);
