import type { Cite } from '../../model.ts';

type Suffix = Pick<Cite, 'label' | 'locator' | 'suffix'>;

/**
 * The words rehype-citation takes for labels, in its own order (`parse-citation.js`): the first with which a suffix begins
 * counts, in any case, even where it is a part of a longer word.
 */
const LABELS: readonly (readonly [label: string, words: string])[] = [
  ['book', 'Buch|Bücher|B.|book|bk.|bks.|livre|liv.'],
  ['chapter', 'Kapitel|Kap.|chapter|chap.|chaps|chapitre'],
  ['column', 'Spalte|Sp.|column|col.|cols|colonne'],
  ['figure', 'Abbildung|Abb.|figure|fig.|figs'],
  ['folio', 'Blatt|Blätter|Fol.|folio|fols|fᵒ'],
  ['issue', 'Nummer|Nr.|number|no.|nos.|numéro|nᵒ'],
  ['line', 'Zeile|Z|line|l.|ll.|ligne'],
  ['note', 'Note|N.|nn.'],
  ['opus', 'Opus|Opera|op.|opp.'],
  ['page', 'Seite|S.|page|p.|pp.'],
  ['paragraph', 'Absatz|Absätze|Abs.|¶¶|¶|paragraph|para.|paras|paragr.'],
  ['part', 'Teil|part|pt.|pts'],
  ['section', 'Abschnitt|Abschn.|§§|§|section|sec.|secs|sect.'],
  ['sub-verbo', 'sub verbo|sub verbis|s.v.|s.vv.'],
  ['verse', 'Vers|V.|vv.'],
  ['volume', 'Band|Bände|Bd.|Bde.|volume|vol.|vols.'],
];

const WORDS = LABELS.flatMap(([label, words]) =>
  words.split('|').map((word) => ({ label, word: word.toLowerCase() })),
);

/** A number, a range or a list of them, arabic or Roman. */
const LOCATOR = /^(?:[\d, -]*\d|[ivxlcdm, -]*[ivxlcdm])/i;

/** `{p. 3}` right behind the key or behind a comma and a blank; and what else stands behind such a comma. */
const BEHIND_KEY = /^(?:\{(.*)\})?(?:,\s+(?:\{(.*)\})?(.*))?/;

/** What stands behind a key in brackets. What the engine does not see, and does not print, is a suffix all the same. */
export function readGroupSuffix(written: string): Suffix {
  const [seen = '', atKey, atComma, rest] = BEHIND_KEY.exec(written) ?? [];
  const explicit = atKey ?? atComma;
  if (explicit !== undefined) return { ...readExplicit(explicit), ...suffixOf(rest) };
  return seen === '' ? suffixOf(written.replace(/^\s*,/, '')) : readBracketSuffix(rest ?? '');
}

/** What stands in a bracket behind a key in the text, or behind the comma in a group. */
export function readBracketSuffix(written: string): Suffix {
  const suffix = written.trim();
  const named = labelOf(suffix);
  const text = named === undefined ? suffix : suffix.slice(named.word.length).trim();
  const locator = LOCATOR.exec(text)?.[0];
  if (locator === undefined) return suffixOf(suffix);
  return { label: named?.label ?? 'page', locator, ...suffixOf(text.slice(locator.length)) };
}

/** Braces say that all of it is the locator. */
function readExplicit(written: string): Suffix {
  const text = written.trim();
  const named = labelOf(text);
  const locator = named === undefined ? text : text.slice(named.word.length).trim();
  return locator === '' ? {} : { label: named?.label ?? 'page', locator };
}

function labelOf(text: string): (typeof WORDS)[number] | undefined {
  const lower = text.toLowerCase();
  return WORDS.find(({ word }) => lower.startsWith(word));
}

function suffixOf(written = ''): Suffix {
  const suffix = written.replace(/^\s*,/, '').trim();
  return suffix === '' ? {} : { suffix };
}
