import type { Cite, Param } from '../../../model.ts';

/** CSL's labels by the words, without their dot, that people write before the number. */
const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    page: ['p', 'pp', 'pg', 'pgs', 'page', 'pages', 's'],
    chapter: ['c', 'ch', 'chap', 'chaps', 'chapter', 'chapters', 'kap'],
    section: ['sec', 'secs', 'sect', 'section', 'sections', '§', '§§'],
    volume: ['v', 'vol', 'vols', 'volume', 'volumes', 'bd'],
    issue: ['no', 'nos', 'nr', 'issue'],
    paragraph: ['para', 'paras', 'par', 'paragraph', 'paragraphs', '¶', '¶¶', 'abs'],
    figure: ['fig', 'figs', 'figure', 'figures'],
    line: ['l', 'll', 'line', 'lines'],
    note: ['n', 'nn', 'note', 'notes', 'fn'],
    part: ['pt', 'pts', 'part', 'parts'],
    verse: ['verse', 'verses'],
    folio: ['f', 'ff', 'fol', 'folio', 'folios'],
    table: ['table', 'tables', 'tab'],
  }).flatMap(([label, words]) => words.map((word) => [word, label] as const)),
);

const LINKS = new Set(['and', 'und', 'et', 'to', 'passim']);

/** Whether an argument is pages or another place in a work, and nothing else: `5-6`, `p. 3`, `;;25`, `xii`. */
export function isLocator({ value }: Pick<Param, 'value'>): boolean {
  if (typeof value === 'number') return true;
  if (typeof value !== 'string' || value.length > 60) return false;
  const words = value
    .toLowerCase()
    .split(/[^\p{L}\p{N}§¶]+/u)
    .filter((word) => word !== '');
  const isKnown = words.every((word) => isNumber(word) || LABELS.has(word) || LINKS.has(word));
  return isKnown && words.some(isNumber);
}

function isNumber(word: string): boolean {
  return /^(?:§*\d+[a-z]{0,2}|[ivxlc]+|[a-z]?\d+)$/.test(word);
}

/** A locator in CSL's terms: `chap. 3` is chapter 3, a bare number a page. */
export function readLocator(written: string): Pick<Cite, 'label' | 'locator'> {
  const text = written.trim();
  if (text === '') return {};
  const word = /^(\p{L}+|[§¶]+)\.?\s*(?=[\p{N}ivxlc])/iu.exec(text);
  const label = word === null ? undefined : LABELS.get(word[1]!.toLowerCase());
  if (word !== null && label !== undefined) return { label, locator: text.slice(word[0].length) };
  return /^[\p{N}ivxlc]/iu.test(text) ? { label: 'page', locator: text } : { locator: text };
}
