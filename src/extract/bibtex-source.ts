import type { IdentifierKind, PersonName, WorkPart } from '../model.ts';
import type { ExtractedWork } from './extraction.ts';
import { escapeLatex, protectTitle } from './latex.ts';
import { isReadable, nameOf, partValue, plainText } from './plain-parts.ts';

/** The parts of a work as BibTeX writes them; `''` for what the text does not say. */
export interface BibtexSource {
  readonly work: ExtractedWork;
  readonly authors: string;
  readonly editors: string;
  readonly title: string;
  readonly container: string;
  readonly publisher: string;
  readonly place: string;
  /** The text could be taken apart; else it is the title as a whole. */
  readonly isRead: boolean;
  part(name: 'volume' | 'issue' | 'edition' | 'genre'): string;
  readonly pages: string;
  identifier(kind: IdentifierKind): string;
}

/** Escapes the parts of a work. A text that cannot be taken apart is the title as a whole, and has no names. */
export function bibtexSource(work: ExtractedWork): BibtexSource {
  const { reading, text } = work;
  const isRead = isReadable(reading);
  const written = (part: WorkPart | undefined) =>
    part === undefined ? '' : escapeLatex(partValue(part, text));
  const { authors, editors, othersOmitted } = reading;
  return {
    work,
    isRead,
    authors: isRead ? namesOf(authors, work, othersOmitted) : '',
    editors: isRead ? namesOf(editors, work, othersOmitted && authors.length === 0) : '',
    title:
      reading.title === undefined || !isRead
        ? escapeLatex(plainText(text))
        : protectTitle(reading.title.value),
    container: reading.container === undefined ? '' : protectTitle(partValue(reading.container, text)),
    publisher: written(reading.publisher),
    place: written(reading.place),
    part: (name) => written(reading[name]),
    pages: (reading.pages?.value ?? '').replace(/\s{0,9}[–—−‒-]{1,9}\s{0,9}(?=[\p{L}\d])/gu, '--'),
    identifier: (kind) => reading.identifiers.find((identifier) => identifier.kind === kind)?.value ?? '',
  };
}

function namesOf(names: readonly WorkPart<PersonName>[], work: ExtractedWork, others: boolean): string {
  const written = names.map(({ value }) => bibtexName(nameOf(value, work.reading.style)));
  if (others && written.length > 0) written.push('others');
  return written.join(' and ');
}

/** `van Rossum, Guido`, `Drake, Jr., F. L.`, `{World Health Organization}`. */
function bibtexName({ family, given, particle, suffix, literal }: PersonName): string {
  const whole = escapeLatex(family);
  const isOne = literal === true || /[\s,]/.test(family);
  if (given === undefined && particle === undefined && suffix === undefined)
    return isOne ? `{${whole}}` : whole;
  const last = /,|\sand\s/.test(family) ? `{${whole}}` : whole;
  const front = particle === undefined ? last : `${escapeLatex(particle)} ${last}`;
  if (given === undefined) return suffix === undefined ? front : `{${front}, ${escapeLatex(suffix)}}`;
  return [front, suffix, given]
    .filter((part) => part !== undefined)
    .map((part, index) => (index === 0 ? part : escapeLatex(part)))
    .join(', ');
}
