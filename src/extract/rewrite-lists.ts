import type { Citation, DialectName, Reference, Region } from '../model.ts';
import type { TextEdit } from '../text/edits.ts';
import { once } from '../text/once.ts';
import type { CitationWriter } from '../work/plain-citations.ts';
import type { Obstacle, RewritePlan, RewriteTask } from './rewriting.ts';

/**
 * A list of references that the text points into, `[3]` or `[Knuth, 1984](#knuth84)`, becomes citations; where the list
 * stood, the engine prints its own. A list with an item that nothing points at stays, since only cited works are printed.
 */
export function rewriteLists(task: RewriteTask, write: CitationWriter): RewritePlan {
  const { document, text, keys } = task;
  const items = document.references.filter(({ construct }) => construct === 'list-item');
  if (items.length === 0) return NOTHING;
  const byTarget = new Map(items.flatMap((item) => targetsOf(item).map((target) => [target, item] as const)));
  const pointing = document.citations.filter(
    ({ construct }) => construct === 'link' || construct === 'numbered',
  );
  const cited = new Set(pointing.flatMap(({ cites }) => cites.map(({ key }) => byTarget.get(key))));
  const losing = pointing.filter((citation) => behindKey(text, citation, write) === undefined);
  const cut = new Set(losing.flatMap(({ cites }) => cites.map(({ key }) => byTarget.get(key))));
  const obstacles = items.flatMap((reference): Obstacle[] => {
    if (!keys.has(reference)) return [{ kind: 'kept', reference, reason: 'conflict' }];
    if (cut.has(reference)) return [{ kind: 'kept', reference, reason: 'pages' }];
    return cited.has(reference) ? [] : [{ kind: 'kept', reference, reason: 'uncited-list' }];
  });
  const isWhole = pointing.every(({ cites }) => cites.every(({ key }) => byTarget.has(key)));
  const list = regionOfList(text, items);
  if (obstacles.length > 0) return { ...NOTHING, obstacles };
  if (!isWhole || list === undefined) {
    return {
      ...NOTHING,
      obstacles: items.map((reference) => ({ kind: 'kept', reference, reason: 'place' })),
    };
  }
  const edits = pointing.map((citation) => replaceLink(text, citation, byTarget, keys, write));
  edits.push({ region: list, text: listMark(document.dialect) });
  return { edits, replaced: items, obstacles: [] };
}

const NOTHING: RewritePlan = { edits: [], replaced: [], obstacles: [] };

/** A link has the anchor behind `#`, a number is itself. */
function targetsOf({ key = '' }: Reference): string[] {
  return key === '' ? [] : [key, `#${key}`];
}

/** “p. 12”, “Sec. 3”, “§ 4” in the words of a link. */
const PART = once(() => /(?:\p{L}\.|§)\s?\d{1,3}(?!\d)/u);

/**
 * What a citation says behind its key, `, p. 12`: nothing, for most. Undefined where the new one could not say it: it has
 * several keys, it is a link, or the dialect has another form for it.
 */
function behindKey(
  text: string,
  { construct, region, cites }: Citation,
  write: CitationWriter,
): string | undefined {
  if (construct === 'link') {
    const [words = ''] = text.slice(region.start, region.end).split('](');
    return PART().test(words) ? undefined : '';
  }
  const [cite, another] = cites;
  if (cites.every(({ locator }) => locator === undefined)) return '';
  const behind = text.slice(cite!.keyRegion.end, region.end - 1);
  const isPlain = another === undefined && /^,[^;[\]]+$/.test(behind);
  return isPlain && write(['a']).startsWith('[@') ? behind : undefined;
}

/** `([Knuth, 1984](#knuth84))` loses its brackets, `[Knuth (1984)](#knuth84)` names the author in the text. */
function replaceLink(
  text: string,
  citation: Citation,
  byTarget: ReadonlyMap<string, Reference>,
  keys: ReadonlyMap<Reference, string>,
  write: CitationWriter,
): TextEdit {
  const { region, cites } = citation;
  const cited = cites.map(({ key }) => keys.get(byTarget.get(key)!)!);
  const behind = behindKey(text, citation, write) ?? '';
  const bare = write([...new Set(cited)]);
  const written = behind === '' ? bare : `${bare.slice(0, -1)}${behind}]`;
  const words = /^\[([^\]]*)\]/.exec(text.slice(region.start, region.end))?.[1] ?? '';
  if (/\p{L}\s*\(\d{4}[a-z]?\)$/u.test(words) && written.startsWith('[@'))
    return { region, text: written.slice(1, -1) };
  const isBracketed = text[region.start - 1] === '(' && text[region.end] === ')';
  return {
    region: isBracketed ? { start: region.start - 1, end: region.end + 1 } : region,
    text: written,
  };
}

/** What may stand between two items: markers, numbers, anchors, attributes, blank lines. */
const BETWEEN =
  /\s|[-*+•]|\\?\[\d{1,3}\\?\]:?|\d{1,3}[.)]|<\/?(?:a|span|li|ol|ul|p)\b[^<>\n]{0,200}>|\[?\]?\{:?[^{}\n]{0,200}\}/y;

function isBetween(gap: string): boolean {
  BETWEEN.lastIndex = 0;
  while (BETWEEN.lastIndex < gap.length) if (!BETWEEN.test(gap)) return false;
  return true;
}

/** The lines from the first item to the last, if nothing else stands there. */
function regionOfList(text: string, items: readonly Reference[]): Region | undefined {
  const first = items[0]!.region;
  const last = items.at(-1)!.region;
  const start = text.lastIndexOf('\n', first.start) + 1;
  const feed = text.indexOf('\n', last.end);
  const end = feed === -1 ? text.length : feed;
  const gaps = items.map(({ region }, index) =>
    text.slice(items[index - 1]?.region.end ?? start, region.start),
  );
  const isList = [...gaps, text.slice(last.end, end)].every(isBetween);
  return isList ? { start, end } : undefined;
}

/** What tells the engine to print its list here; most print it at the end by themselves. */
function listMark(dialect: DialectName): string {
  switch (dialect) {
    case 'pandoc':
    case 'quarto':
    case 'rmarkdown':
      return '::: {#refs}\n:::';
    case 'manubot':
      return '<div id="refs"></div>';
    case 'mkdocs-bibtex':
      return '\\bibliography';
    case 'rehype-citation':
      return '[^ref]';
    default:
      return '';
  }
}
