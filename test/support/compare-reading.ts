import type { ReferenceReading } from '../../src/model.ts';
import type { CslItem } from './works.ts';

export type Aspect = 'authors' | 'year' | 'title' | 'container' | 'pages';

const plain = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether what was read agrees with the work a line was printed from; undefined where the line does not show that part. */
export function agrees(
  reading: ReferenceReading,
  item: CslItem,
  line: string,
  aspect: Aspect,
): boolean | undefined {
  const shown = (part: string | undefined): part is string =>
    part !== undefined && plain(line).includes(plain(part));
  const year = String(item.issued['date-parts'][0]![0]);
  switch (aspect) {
    case 'authors':
      return agreeAuthors(reading, item);
    case 'year':
      return shown(year) ? reading.year?.value.slice(0, 4) === year : undefined;
    case 'title':
      return plain(reading.title?.value) === plain(item.title);
    case 'container':
      return shown(item['container-title'])
        ? plain(reading.container?.value) === plain(item['container-title'])
        : undefined;
    case 'pages':
      return shown(item.page?.split('–')[0]) ? agreePages(reading.pages?.value, item.page!) : undefined;
  }
}

/** Family names in order; styles cut long lists short. */
function agreeAuthors(reading: ReferenceReading, item: CslItem): boolean {
  const expected = item.author.map((name) =>
    plain(name.literal ?? (name['non-dropping-particle'] ?? '') + name.family),
  );
  const found = reading.authors.map(({ value }) => plain((value.particle ?? '') + value.family));
  const whole = reading.othersOmitted ? expected.slice(0, found.length) : expected;
  return found.length > 0 && found.length === whole.length && found.every((name, i) => name === whole[i]);
}

/** `241–58` is `241–258`. */
function agreePages(found: string | undefined, expected: string): boolean {
  const [first, last] = expected.split('–');
  const [start, end] = (found ?? '').split(/[–-]/);
  return (
    start === first && (last === undefined ? end === undefined : end !== undefined && last.endsWith(end))
  );
}
