import type { Region } from '../../model.ts';
import { PAGE_LABEL } from './lexicon.ts';
import type { NumberCluster } from './numbers.ts';
import { isOneOf, regionOf, type Token, textOf } from './token.ts';

const RANGE = /^(\d{2,7}) ?[-–—] ?(\d{2,7})$/;

/** `16–10`. Where one end has fewer digits than the other, it may be short for something: `1099–02`. */
export function runsBackwards(pages: string): boolean {
  const [, first = '', last = ''] = RANGE.exec(pages) ?? [];
  return first.length === last.length && first > last;
}

/**
 * Pages behind a volume that end before they begin, or `(pp. 460–433)` of a chapter. `p. 12-10` of a manual is page 10
 * of its twelfth part.
 */
export function findBackwardPages(
  tokens: readonly Token[],
  numbers: NumberCluster | undefined,
): Region | undefined {
  if (numbers?.pages === undefined) return undefined;
  const { from, to } = numbers.pages;
  const written = textOf(tokens, from, to);
  if (!runsBackwards(written)) return undefined;
  const isLabelled = tokens.slice(Math.max(0, from - 2), from).some(({ bits }) => (bits & PAGE_LABEL) !== 0);
  const arePages = numbers.volume !== undefined || (isLabelled && /^\d{3}/.test(written));
  return arePages ? regionOf(tokens, from, to) : undefined;
}

/** `27(3), 10–.`: pages behind a volume that have lost their end. */
export function findOpenPages(
  tokens: readonly Token[],
  numbers: NumberCluster | undefined,
): Region | undefined {
  if (numbers?.volume === undefined || numbers.pages === undefined) return undefined;
  const { from, to } = numbers.pages;
  if (to !== from + 1 || !isOneOf(tokens[to], '-–—')) return undefined;
  const next = tokens[to + 1];
  return next === undefined || isOneOf(next, '.,;') ? regionOf(tokens, from, to + 1) : undefined;
}

/**
 * The address of the resolver alone, behind an article, or a label with nothing behind it: nobody cites the resolver with
 * volume and pages.
 */
export function findEmptyDoi(
  tokens: readonly Token[],
  numbers: NumberCluster | undefined,
): Region | undefined {
  if (numbers?.volume === undefined || numbers.pages === undefined) return undefined;
  const at = tokens.findIndex(({ kind, lower }) => kind === 'url' && RESOLVER.test(lower));
  return at === -1 ? labelAtEnd(tokens) : regionOf(tokens, at, at + 1);
}

/** `10–16. doi:` at the end of the text. */
function labelAtEnd(tokens: readonly Token[]): Region | undefined {
  const last = isOneOf(tokens.at(-1), '.') ? tokens.length - 2 : tokens.length - 1;
  const isLabel = isOneOf(tokens[last], ':') && tokens[last - 1]?.lower === 'doi';
  return isLabel ? regionOf(tokens, last - 1, last + 1) : undefined;
}

/** `Retrieved May 3, 2020, from`, `Recuperado de` and `[Online]. Available:` at the end of the text, where the address was lost. */
export function findLostAddress(tokens: readonly Token[]): Region | undefined {
  const to = isOneOf(tokens.at(-1), '.:') ? tokens.length - 1 : tokens.length;
  const word = tokens[to - 1]?.lower;
  const isOpen = isOneOf(tokens[to], ':') || (word !== undefined && BEFORE_ADDRESSES.has(word));
  for (let from = to - 1; isOpen && from > 0 && from > to - 8; from--) {
    if (isOneOf(tokens[from], ':') || tokens[from]!.link >= 0) return undefined;
    if (ACCESSED.test(tokens[from]!.text)) return regionOf(tokens, from, to);
  }
  return undefined;
}

const BEFORE_ADDRESSES = new Set('from at de em en sur unter von'.split(' '));

/** With a capital, as behind a full stop: “the names retrieved from” may end a title. */
const ACCESSED = /^(?:Retrieved|Accessed|Available|Disponible|Disponível|Recuperado|Verfügbar|Abgerufen)$/;

const RESOLVER = /^(?:https?:\/\/)?(?:dx\.)?doi\.org\/?$/;
