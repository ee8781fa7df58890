import type { PersonName, Work } from '../model.ts';

/** “Knuth 1997”, “Kernighan & Ritchie 1988”, “Brooks et al. 1975”; `''` where nobody is named. */
export function authorYear({ authors, editors, othersOmitted, year }: Work): string {
  const families = (authors.length > 0 ? authors : editors).map(({ value }) => familyName(value));
  const [first = '', second] = families;
  const isMany = families.length > 2 || othersOmitted;
  const names = isMany ? `${first} et al.` : second === undefined ? first : `${first} & ${second}`;
  return first === '' ? '' : [names, year?.value].filter(Boolean).join(' ');
}

/** A work as one line of a reference list: authors, year, title, container, publisher. What is absent is left out. */
export function formatWork(work: Work): string {
  const { authors, editors, othersOmitted, year, title, container, publisher, edition } = work;
  const named = authors.length > 0 ? authors : editors;
  const who = formatNames(
    named.map(({ value }) => value),
    othersOmitted,
  );
  const role = authors.length > 0 || editors.length === 0 ? '' : editors.length > 1 ? ' (Eds.)' : ' (Ed.)';
  const when = year === undefined ? '' : `(${year.value})`;
  const place = [container?.value, volumeOf(work), work.pages?.value].filter(Boolean).join(', ');
  return [
    sentence([who + role, when].filter((part) => part !== '').join(' ')),
    sentence((title?.value ?? '') + (edition === undefined ? '' : ` (${editionOf(edition.value)})`)),
    sentence(place),
    sentence(publisher?.value ?? ''),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function familyName({ particle, family }: PersonName): string {
  return [particle, family].filter(Boolean).join(' ');
}

/** At most this many are named; nobody reads a collaboration in a tooltip. */
const MOST_NAMES = 6;

function formatNames(names: readonly PersonName[], othersOmitted: boolean): string {
  const shown = names.slice(0, MOST_NAMES).map(formatName);
  if (names.length > MOST_NAMES || othersOmitted) return [...shown, 'et al.'].join(', ');
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')}, & ${last}`;
}

function formatName(name: PersonName): string {
  return [familyName(name), name.given, name.suffix].filter(Boolean).join(', ');
}

function volumeOf({ volume, issue }: Work): string {
  if (volume === undefined) return issue === undefined ? '' : `no. ${issue.value}`;
  return issue === undefined ? volume.value : `${volume.value}(${issue.value})`;
}

/** `2`, `2nd` and `second` are editions by number; what says so itself stays as it is. */
function editionOf(edition: string): string {
  return /\bed/i.test(edition) ? edition : `${edition} ed.`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.?!…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
