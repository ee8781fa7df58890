import type { ReferenceStyle } from '../../model.ts';
import type { Parts } from './parts.ts';
import type { Token } from './token.ts';

/** Names the style by what it does differently from the others: order of names, place of the date, marks. */
export function recogniseStyle(parts: Parts): ReferenceStyle {
  const { head, title } = parts;
  if (parts.genreMark !== undefined) return 'gbt7714';
  if (head.names === undefined) return title === undefined ? 'unknown' : 'title-first';
  return head.date === undefined ? withLateDate(parts) : withEarlyDate(parts);
}

// ---- the date follows the names ----

/** `(1997).` is APA, `(1997)` or `, 1997.` Harvard; a bare `1997.` is ACM after `Donald E. Knuth`, else Chicago. */
function withEarlyDate(parts: Parts): ReferenceStyle {
  const {
    draft: { tokens },
    head: { names, date },
  } = parts;
  const after = tokens[date!.to]?.text;
  if (date!.bracket === '[') return 'unknown';
  const direct = names!.form === 'direct' || names!.form === 'direct-full';
  if (date!.bracket === '(') {
    if (direct) return 'unknown';
    return after === '.' && names!.form !== 'run-on' && !isJoinedBy(parts, 'and') ? 'apa' : 'harvard';
  }
  const before = tokens[date!.from - 1]?.text;
  if (direct) return before === '.' ? 'acm' : 'unknown';
  return before === ',' || after === ',' || names!.form === 'run-on' ? 'harvard' : 'chicago-author-date';
}

/** The last of several names is joined by this word. */
function isJoinedBy({ draft: { tokens }, head: { names } }: Parts, word: string): boolean {
  const last = names!.names.at(-1)!;
  return names!.names.length > 1 && tokens[last.from - 1]?.text === word;
}

// ---- the date stands further back ----

function withLateDate(parts: Parts): ReferenceStyle {
  const { names } = parts.head;
  switch (names!.form) {
    case 'run-on':
      return 'vancouver';
    case 'direct':
      return 'ieee';
    case 'direct-full':
      return afterFullNames(parts);
    case 'inverted':
    case 'literal':
      return afterInitials(parts);
    case 'inverted-full':
      return mlaOrChicago(parts);
    case 'cjk':
      return 'unknown';
  }
}

/** `Donald E. Knuth, *The Art* (Reading: Addison-Wesley, 1997)`: a note. BibTeX’s plain style is no style of ours. */
function afterFullNames(parts: Parts): ReferenceStyle {
  const {
    draft: { tokens },
    head,
    title,
  } = parts;
  const comma = tokens[head.next]?.text === ',' || tokens[head.next - 1]?.text === ',';
  if (!comma || title === undefined) return 'unknown';
  return title.mark === 'plain'
    ? 'unknown'
    : isDateEnclosed(parts)
      ? 'chicago-notes'
      : labelOf(parts) === '['
        ? 'ieee'
        : 'chicago-notes';
}

/** Nature ends in `(1997)`; Chicago and MLA give initials only where the author does. */
function afterInitials(parts: Parts): ReferenceStyle {
  const {
    draft: { tokens },
    head,
    title,
  } = parts;
  if (head.names!.form === 'literal') {
    if (hasSemicolonDate(parts)) return 'vancouver';
    if (tokens[head.next]?.text === ',') return labelOf(parts) === '[' ? 'ieee' : 'chicago-notes';
  }
  if (title?.mark === 'quote') return mlaOrChicago(parts);
  if (isDateEnclosed(parts) && !hasMixedOrder(parts)) return 'nature';
  return mlaOrChicago(parts);
}

/** `Abelson, Harold, and Gerald Jay Sussman`: the first name inverted, the next not. */
function hasMixedOrder({ head: { names } }: Parts): boolean {
  const [, second] = names!.names;
  return second !== undefined && (second.form === 'direct' || second.form === 'direct-full');
}

function labelOf({ draft: { tokens }, head: { start } }: Parts): string {
  return start === 0 ? '' : tokens[0]!.text;
}

/** The date is, or ends, what stands in a bracket. */
function isDateEnclosed({ draft: { tokens }, date }: Parts): boolean {
  return date !== undefined && (date.bracket === '(' || tokens[date.to]?.text === ')');
}

function hasSemicolonDate({ draft: { tokens }, date }: Parts): boolean {
  return date !== undefined && (tokens[date.from - 1]?.text === ';' || tokens[date.to]?.text === ';');
}

/** MLA labels volume and pages and sets a comma before the address; Chicago gives the place and sets the year in brackets. */
function mlaOrChicago(parts: Parts): ReferenceStyle {
  const {
    draft: { tokens },
    numbers,
    published,
    container,
    genre,
    title,
  } = parts;
  let mla = 0;
  if (numbers?.volume !== undefined) mla += isLabel(tokens, numbers.volume.from, /^vols?$/i) ? 2 : -2;
  if (numbers?.pages !== undefined) mla += isLabel(tokens, numbers.pages.from, /^pp?$/i) ? 1 : -1;
  if (published.colon === true) mla -= 2;
  else if (published.publisher !== undefined) mla += 0.5;
  if (container?.after === 'in') mla -= 1;
  if (genre !== undefined && title?.mark === 'quote') mla -= 1;
  if (isDateEnclosed(parts)) mla -= 2;
  mla += addressEvidence(tokens) + dateEvidence(parts);
  return mla >= 0 ? 'mla' : 'chicago-notes';
}

function isLabel(tokens: readonly Token[], at: number, label: RegExp): boolean {
  const before = tokens[at - 1];
  return label.test(before?.text ?? '') || (before?.text === '.' && label.test(tokens[at - 2]?.text ?? ''));
}

function addressEvidence(tokens: readonly Token[]): number {
  const at = tokens.findIndex((token) => token.kind === 'url');
  if (at < 1) return 0;
  return tokens[at - 1]!.text === ',' ? 2 : tokens[at - 1]!.text === '.' ? -1 : 0;
}

/** MLA writes `9 Aug. 2000` and `2000. University`, Chicago `August 9, 2000`. */
function dateEvidence({ draft: { tokens }, date }: Parts): number {
  if (date === undefined || date.bracket !== '') return 0;
  if (tokens[date.yearFrom - 1]?.text === ',' && date.from < date.yearFrom) return -2;
  if (tokens[date.from - 1]?.text === '.' && tokens[date.to]?.text === '.' && date.to < tokens.length - 1)
    return 2;
  return tokens[date.from]!.kind === 'number' && date.from < date.yearFrom ? 2 : 0;
}
