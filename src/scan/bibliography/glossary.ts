import type { BibEntry } from '../../model.ts';
import { once } from '../../text/once.ts';

/** Entry types of bib2gls, which writes glossaries and indexes: they define terms (its manual, “Entry types”). */
const TERMS = once(
  () =>
    new Set(
      (
        'abbreviation acronym compoundset dualabbreviation dualabbreviationentry dualacronym dualentry ' +
        'dualentryabbreviation dualindexabbreviation dualindexentry dualindexnumber dualindexsymbol dualnumber ' +
        'dualsymbol entry index indexplural number spawnabbreviation spawnacronym spawndualindexentry spawnentry ' +
        'spawnindex spawnindexplural spawnnumber spawnsymbol symbol tertiaryindexabbreviationentry'
      ).split(' '),
    ),
);

/** Whether a file of BibTeX's syntax defines terms for bib2gls and lists no works; terms have no authors and no years. */
export function isGlossary(entries: readonly BibEntry[]): boolean {
  return entries.length > 0 && entries.every(isTerm);
}

const isTerm = ({ type, fields }: BibEntry): boolean =>
  TERMS().has(type) && !fields.some(({ name }) => OF_WORKS.has(name));

const OF_WORKS = new Set(['author', 'editor', 'title', 'year', 'date', 'url', 'doi']);
