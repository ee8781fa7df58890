import type { PersonName, ReferenceReading, WorkPart } from '../model.ts';
import { once } from '../text/once.ts';
import type { CalendarDate } from '../work/dates.ts';
import { withoutHtml, withoutMarkdown } from '../work/titles.ts';
import { readWrittenDate } from '../work/written-dates.ts';
import type { PublicationDate } from './extraction.ts';

/** Whether enough of a text was understood to take it apart; what was not becomes a title as a whole. */
export function isReadable({ confidence, title }: ReferenceReading): boolean {
  return confidence >= 0.5 && title !== undefined;
}

/** A reference text without its Markdown, on one line; an address without its scheme, since it stands for a title. */
export function plainText(text: string): string {
  const plain = withoutMarkdown(withoutHtml(text)).replace(/\s+/g, ' ').trim();
  return plain.replace(/^https?:\/\/(?=\S+$)/i, '');
}

/** Words that keep the full stop behind them, though it ends the reference too. */
const SHORTENED = once(
  () => /(?:^|[\s.])(?:Inc|Ltd|Co|Corp|Bros|Assoc|Univ|Dept|St|Jr|Sr|S\.A|U\.S|\p{Lu})$/u,
);

/**
 * The value of a part as a bibliography has it. Readers leave the full stop out that stands behind a part; where it
 * belongs to a word cut short (“Red Hat, Inc.”, “Phys. Rev. Lett.”) it comes back.
 */
export function partValue(part: WorkPart, text: string): string {
  const value = part.value.trim();
  if (text[part.region.end] !== '.' || value.endsWith('.')) return value;
  const isCutShort = SHORTENED().test(value) || /\p{L}{2}\.\s/u.test(value);
  return isCutShort ? `${value}.` : value;
}

/** A name as a bibliography has it: `KNUTH D E` of GB/T 7714 and `Knuth DE` of Vancouver are `Knuth, D. E.` */
export function nameOf(name: PersonName, style: ReferenceReading['style']): PersonName {
  if (name.literal === true) return name;
  const { given } = name;
  const isPrintedInCapitals = style === 'gbt7714' && /^[\p{Lu}\s'’-]{2,}$/u.test(name.family);
  const family = isPrintedInCapitals ? capitalised(name.family) : name.family;
  return { ...name, family, ...(given === undefined ? {} : { given: withStops(given) }) };
}

function capitalised(name: string): string {
  return name.toLowerCase().replace(/(?<=^|[\s'’-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Initials that stand without their full stops get them. */
function withStops(given: string): string {
  const letters = given.replace(/[.\s]/g, '');
  const areInitials =
    /^\p{Lu}{1,3}$/u.test(letters) && /^(?:\p{Lu}{1,3}|\p{Lu}(?:\s\p{Lu}){1,2})\.?$/u.test(given);
  return areInitials && /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(letters)
    ? [...letters].map((letter) => `${letter}.`).join(' ')
    : given;
}

const STATES: readonly (readonly [RegExp, PublicationDate['state']])[] = [
  [/submitted|under review|eingereicht|soumis|enviado/i, 'submitted'],
  [/in prep|in vorbereitung|en préparation|en preparación/i, 'inpreparation'],
  [/forthcoming|to appear|im erscheinen|à paraître|de próxima/i, 'forthcoming'],
  [/in press|accepted|im druck|sous presse|en prensa|in corso di stampa|no prelo/i, 'inpress'],
];

/** When the work came out; empty where the text does not say. */
export function publicationDate({ year, date }: ReferenceReading): PublicationDate {
  if (year === undefined) return {};
  const [first, second] = (year.value.match(/\d{2,4}/g) ?? []).map(Number);
  const isPair = /^\d{4}[a-z]?\s?[-–—/]\s?\d{2,4}[a-z]?$/.test(year.value);
  if (isPair && first !== undefined && second !== undefined) {
    const last = second < 100 ? first - (first % 100) + second : second;
    if (!year.value.includes('/') || last - first <= 2) return { date: { year: first }, endYear: last };
    return { date: { year: last }, firstYear: first };
  }
  const read = readWrittenDate(date?.value ?? year.value) ?? readWrittenDate(year.value);
  if (read !== undefined) return { date: read };
  const state = STATES.find(([words]) => words.test(year.value))?.[1];
  return state === undefined ? {} : { state };
}

/** When a page was last looked at, in ISO 8601. */
export function accessDate({ accessed }: ReferenceReading): string | undefined {
  const date = accessed === undefined ? undefined : readWrittenDate(accessed.value);
  return date === undefined ? undefined : isoDate(date);
}

/** `2020-03-11`, `2020-03`, `2020`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  const parts = [year, month, day].filter((part) => part !== undefined);
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Longer ones are sentences. */
const LONGEST_GENRE = 200;

/** `Technical Report No. CSL-83-8` is a type and a number. */
export function splitGenre(genre: string): { readonly type: string; readonly number?: string } {
  if (genre.length > LONGEST_GENRE) return { type: genre };
  const match =
    /^([^\d#]{0,80}?)[\s,]*(?:\b(?:No|Nos|Nr|Number)\b\.?|#)?[:\s]*([A-Za-z]{0,12}[-.]?[\w./–-]*\d[\w./–-]*)\.?$/i.exec(
      genre,
    );
  const type = (match?.[1] ?? genre).replace(/[\s,.:]+$/, '').trim();
  return match === null ? { type } : { type, number: match[2]! };
}
