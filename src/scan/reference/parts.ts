import type { WorkPart } from '../../model.ts';
import { judgeTitle } from './absent-title.ts';
import { readAccess } from './access.ts';
import { takeAsides } from './asides.ts';
import type { NameList } from './authors.ts';
import { type ContainerFinding, readContainer } from './containers.ts';
import type { DateFinding } from './dates.ts';
import { type Draft, readDates, startDraft, take } from './draft.ts';
import { readEdition, readRaisedEdition } from './editions.ts';
import { readEditors } from './editors.ts';
import { findGenreMark, type GenreMark, readContainerEditors } from './gbt7714.ts';
import { type GenreFinding, institutionWithin, readGenre } from './genres.ts';
import { type Head, readHead } from './head.ts';
import { type IdentifierFinding, readIdentifiers } from './identifiers.ts';
import { findLateDate } from './late-dates.ts';
import { readLateNames, titleFromNames } from './late-names.ts';
import { takeSeries, withLatePages } from './late-pages.ts';
import { countWords } from './likeness.ts';
import type { NameFinding } from './name-pieces.ts';
import { findNumbers, type NumberCluster } from './numbers.ts';
import { withoutOuterLink } from './outer-link.ts';
import { type PublisherFinding, readPublisher } from './publishers.ts';
import { readSiteTitle } from './site-titles.ts';
import { readTitle, type TitleFinding } from './titles.ts';
import type { TokenisedReference, TokenRange } from './token.ts';

/** Everything that was found in one reference, as tokens; style, problems and the work are made from it. */
export interface Parts {
  readonly draft: Draft;
  readonly head: Head;
  /** Names that follow the title, where none stand before it. */
  readonly lateNames: NameList | undefined;
  readonly date: DateFinding | undefined;
  readonly title: TitleFinding | undefined;
  /** Something else stands where the title is due; a style that prints no titles is not meant. */
  readonly lacksTitle: boolean;
  readonly container: ContainerFinding | undefined;
  readonly numbers: NumberCluster | undefined;
  readonly editors: readonly NameFinding[];
  readonly published: PublisherFinding;
  readonly edition: TokenRange | undefined;
  readonly genre: GenreFinding | undefined;
  readonly genreMark: GenreMark | undefined;
  readonly identifiers: readonly IdentifierFinding[];
  readonly accessed: WorkPart | undefined;
}

/** Reads the parts in the order of their certainty: anchors first, then what stands between them. */
export function readParts(source: TokenisedReference): Parts {
  const draft = startDraft(withoutOuterLink(source));
  const accessed = readAccess(draft);
  const identifiers = readIdentifiers(draft);
  readDates(draft);
  const raised = readRaisedEdition(draft);
  const read = readHead(draft);
  const retitled = titleFromNames(draft, read);
  const head = retitled === undefined ? read : { ...read, names: undefined };
  const ahead = findNumbers(draft, head.next, true);
  const due = retitled ?? readTitle(draft, head.next, ahead);
  const later = due === undefined || accessed === undefined ? undefined : readSiteTitle(draft, due);
  const verdict = later === undefined ? judgeTitle(draft, head, due, ahead) : 'present';
  const title = verdict === 'present' ? (later ?? due) : undefined;
  if (title !== undefined) take(draft, title.from, title.to);
  if (title?.place !== undefined) take(draft, title.place.from, title.place.to);
  const lateNames = title === undefined || head.names !== undefined ? undefined : readLateNames(draft, title);
  const rest = readRest(
    draft,
    (later === undefined ? title?.next : due?.next) ?? head.next,
    title,
    head.date,
  );
  const sited =
    later === undefined ? withSite(draft, rest, identifiers) : { ...rest, container: siteOf(due!) };
  const { date, genreMark, genre, numbers, editors, container, published } = sited;
  const edition = raised ?? sited.edition;
  return {
    draft,
    head,
    lateNames,
    date,
    title,
    lacksTitle: verdict === 'missing',
    container,
    numbers,
    editors,
    published,
    edition,
    genre,
    genreMark,
    identifiers,
    accessed,
  };
}

/** What follows the title. */
interface Rest
  extends Pick<
    Parts,
    'date' | 'genreMark' | 'genre' | 'numbers' | 'edition' | 'editors' | 'container' | 'published'
  > {}

/** Reads what follows the title. */
function readRest(
  draft: Draft,
  from: number,
  title: TitleFinding | undefined,
  early: DateFinding | undefined,
): Rest {
  const genreMark = findGenreMark(draft, from);
  const date = early ?? findLateDate(draft, from, genreMark?.online === true);
  takeAsides(draft, from);
  const genre = readGenre(draft, from);
  const numbers = withLatePages(draft, findNumbers(draft, from, false));
  const edition = readEdition(draft, from);
  const inner = genreMark === undefined ? [] : readContainerEditors(draft, genreMark);
  const editors = [...inner, ...readEditors(draft, from)];
  const monograph = genreMark !== undefined && !genreMark.contained && /^[MDRSP]$/.test(genreMark.code);
  const institutional = monograph || (genre !== undefined && genre.kind !== 'other');
  const container = readContainer(draft, from, { title, numbers, genreMark, institutional });
  if (numbers !== undefined) {
    take(draft, numbers.from, numbers.to);
    takeSeries(draft, numbers);
  }
  const expected = container === undefined || container.after === 'in' || container.after === 'words';
  const place = title?.place;
  const named = place === undefined ? readPublisher(draft, from, expected) : { place };
  const within = genre === undefined ? undefined : institutionWithin(draft.tokens, genre);
  const published =
    named.publisher === undefined && within !== undefined ? { ...named, publisher: within } : named;
  return { date, genreMark, genre, numbers, edition, editors, container, published };
}

/** `*The Illustrated Transformer*. Jay Alammar. https://…`: what stands before the address of a dated page is its site. */
function withSite(draft: Draft, rest: Rest, identifiers: readonly IdentifierFinding[]): Rest {
  const {
    container,
    date,
    published: { publisher, place },
  } = rest;
  if (container !== undefined || publisher === undefined || place !== undefined) return rest;
  const dated = date !== undefined && date.to - date.from >= 5;
  if (!dated || !identifiers.some((identifier) => identifier.kind === 'url')) return rest;
  if (countWords(draft.tokens, publisher.from, publisher.to).publisher > 0) return rest;
  return { ...rest, container: siteOf(publisher), published: {} };
}

function siteOf({ from, to }: TokenRange): ContainerFinding {
  return { from, to, after: 'words' };
}
