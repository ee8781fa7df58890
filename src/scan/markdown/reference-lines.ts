import { once } from '../../text/once.ts';
import { referenceLikeness } from './reference-text.ts';

/** The lines of one item of a paragraph that lists references. */
export interface ItemLines {
  readonly from: number;
  /** Behind the last line. */
  readonly to: number;
  /** Of an item whose number stands in no brackets among those of others. */
  readonly number?: string;
}

/** A line of template code alone. */
const TAG_ALONE = /^\uE000+\s*$/;

/** `[2]`, `[ 2 ]`, `［2］`, `(2) `, `**[2]**`, `<sup>2</sup>`, `<a id="2">[2]</a>`, `<a name="ref2"></a>[2]`, `{#knuth84}` at the start of a line. */
const NUMBERED_LINE =
  /^(?:<(?:a|span)\s[^<>]{1,200}>\s{0,3}(?:<\/a>|<\/span>)?\s{0,3})?(?:\*\*|__|`)?(?:\\?[[［【]{1,2} ?\d{1,3}[a-z]? ?\\?[\]］】]|\(\d{1,3}\) )|^<sup>\[?\d{1,3}\]?<\/sup>|^\{:?#[\w:.-]{1,100}\}\s/i;

const HARD_BREAK = /(?: {2}|\\|<br *\/?>)$/;

/**
 * A paragraph may hold several references, one a line, each with its number or a hard line break. Where numbers begin
 * them, and behind a line that ends with its year, a break only parts what belongs together.
 *
 * @param before The number of the item before the paragraph.
 */
export function itemsOfLines(all: readonly string[], before: string | undefined): ItemLines[] {
  // Tags such as `{{< references >}}` and its end stand around the list.
  const first = all.findIndex((line) => !TAG_ALONE.test(line));
  const lines = all.slice(first, all.findLastIndex((line) => !TAG_ALONE.test(line)) + 1);
  const numbers = numbersWithoutBrackets(lines, before);
  const isNumbered = lines.map((line, index) => numbers[index] !== undefined || NUMBERED_LINE.test(line));
  const items: ItemLines[] = [];
  let isInParts = false;
  for (const [index, line] of lines.entries()) {
    const isBroken = !isNumbered[0] && HARD_BREAK.test(lines[index - 1] ?? '');
    const begins = isBroken && !(isInParts && referenceLikeness(line) === 'none');
    if (index === 0 || isNumbered[index] || begins) {
      isInParts = endsAtYear(line);
      const number = numbers[index];
      items.push({ from: index + first, to: index + first + 1, ...(number !== undefined && { number }) });
    } else {
      items.push({ ...items.pop()!, to: index + first + 1 });
    }
  }
  return items;
}

/** `Knuth, D. E. (1984).` with a hard break, what stands before the year being names: no stops but those of initials. */
function endsAtYear(line: string): boolean {
  const names = AT_YEAR.exec(line)?.[1];
  return (
    names !== undefined && !/[.:\d*_“”"]/.test(names.replace(INITIALS_OF_NAMES(), '').replace(/\.$/, ''))
  );
}

const AT_YEAR = /^([^\n]{2,600}?),? {1,2}\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]?(?: {2,9}|\\|<br *\/?>)$/;
const INITIALS_OF_NAMES = once(() => /(?<!\p{L})\p{Lu}\.|(?<!\p{L})(?:et al|[Ee]ds?)\./gu);

/** Among items that begin with `[2]` and `[4]`, the one that begins with `3.`, `3)` or `(3)` is the third. */
function numbersWithoutBrackets(
  lines: readonly string[],
  before: string | undefined,
): readonly (string | undefined)[] {
  let last = Number(before);
  return lines.map((line) => {
    const [, number, other] = /^(?:\\?\[(\d{1,3})\\?\]|\(?(\d{1,3})[.)]\s)/.exec(line) ?? [];
    if (number !== undefined) last = Number(number);
    if (other === undefined || Number(other) !== last + 1) return undefined;
    last = Number(other);
    return other;
  });
}
