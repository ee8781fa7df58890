import type { ReferenceReading, Region } from '../model.ts';
import { plainText } from './plain-parts.ts';

/**
 * What a text says behind the last part that was read of it: “Reprinted 1998. Chapter 2 is the one to read.” Empty
 * where it is no more than a word or two, such as “PDF” or “Print”.
 */
export function unreadRest(text: string, reading: ReferenceReading): string {
  const last = Math.max(0, ...regionsOf(reading).map(({ end }) => end));
  const rest = plainText(text.slice(last)).replace(/^[^\p{L}\p{N}"“‘«(]+/u, '');
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  return words.length > 2 ? rest : '';
}

function regionsOf(reading: ReferenceReading): Region[] {
  const { year, title, container, volume, issue, pages, publisher, place, edition, accessed, date, genre } =
    reading;
  const parts = [
    year,
    title,
    container,
    volume,
    issue,
    pages,
    publisher,
    place,
    edition,
    accessed,
    date,
    genre,
  ];
  return [...parts, ...reading.authors, ...reading.editors, ...reading.identifiers].flatMap((part) =>
    part === undefined ? [] : [part.region],
  );
}
