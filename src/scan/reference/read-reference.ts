import type { PersonName, ReferenceReading, WorkPart } from '../../model.ts';
import { isSomethingElse } from './absent-title.ts';
import { findAccess } from './access.ts';
import { confidenceOf } from './confidence.ts';
import { type ContainerFinding, readContainer } from './containers.ts';
import { type DateFinding, findDates } from './dates.ts';
import { type Draft, startDraft, take } from './draft.ts';
import { findEdition } from './editions.ts';
import { findEditors } from './editors.ts';
import { findGenre, type GenreFinding } from './genres.ts';
import { type Head, readHead } from './head.ts';
import { findGenreMark, type GenreMark, readContainerEditors } from './gbt7714.ts';
import { findIdentifiers, type IdentifierFinding } from './identifiers.ts';
import { countWords } from './likeness.ts';
import { kindOf } from './kind.ts';
import type { NameFinding } from './names.ts';
import { findNumbers, type NumberCluster, type NumberRange } from './numbers.ts';
import { findProblems } from './problems.ts';
import { type PublisherFinding, readPublisher } from './publishers.ts';
import { recogniseStyle } from './style.ts';
import { readTitle, type TitleFinding } from './titles.ts';
import { regionOf, type Token, textOf } from './token.ts';
import { tokenise } from './tokenise.ts';

/** Everything that was found in one reference, as tokens; style, problems and the work are made from it. */
export interface Parts {
  readonly draft: Draft;
  readonly head: Head;
  readonly date: DateFinding | undefined;
  readonly dates: readonly DateFinding[];
  readonly title: TitleFinding | undefined;
  readonly container: ContainerFinding | undefined;
  readonly numbers: NumberCluster | undefined;
  readonly editors: readonly NameFinding[];
  readonly published: PublisherFinding;
  readonly edition: NumberRange | undefined;
  readonly identifiers: readonly IdentifierFinding[];
  readonly accessed: WorkPart | undefined;
  readonly genreMark: GenreMark | undefined;
  readonly genre: GenreFinding | undefined;
  /** Something else stands where the title is due; a style that prints no titles is not meant. */
  readonly lacksTitle: boolean;
}

/**
 * Reads a reference text, Markdown included, as the work it names. Never throws; linear in the text; what cannot be
 * read is absent. All regions are relative to `text`.
 *
 * The text is cut into tokens once. Identifiers, dates and names are anchors; title, container and publisher are what
 * stands between them, told apart by marks first and by words where there are no marks.
 */
export function readReference(text: string): ReferenceReading {
  const parts = readParts(text);
  const style = recogniseStyle(parts);
  const confidence = confidenceOf(parts, style);
  return { ...workOf(parts), style, confidence, problems: findProblems(parts, style, confidence) };
}

function readParts(text: string): Parts {
  const draft = startDraft(tokenise(text));
  const end = draft.tokens.length;
  const accessed = findAccess(draft);
  const identifiers = findIdentifiers(draft);
  const dates = findDates(draft.tokens).filter((date) => draft.taken[date.yearFrom] === 0);
  const head = readHead(draft, dates);
  const limits = { limit: end, dates, numbers: findNumbers(draft, head.next, end, dates, true) };
  const first = readTitle(draft, head.next, limits);
  const lacksTitle = first !== undefined && isSomethingElse(draft, first, limits.numbers, head.names !== undefined);
  const title = lacksTitle ? undefined : first;
  if (title !== undefined) take(draft, title.from, title.to);
  const rest = title?.next ?? head.next;
  const late = head.date === undefined ? readHead.late(draft, rest, dates) : undefined;
  const genreMark = findGenreMark(draft, rest);
  const genre = findGenre(draft, rest);
  const numbers = findNumbers(draft, rest, end, dates);
  const edition = findEdition(draft, rest);
  const inner = genreMark === undefined ? [] : readContainerEditors(draft, genreMark);
  const editors = [...inner, ...findEditors(draft, rest, end)];
  const container = readContainer(draft, rest, { title, numbers, dates, limit: end, genreMark, institutional: genre !== undefined && genre.kind !== 'other' });
  if (numbers !== undefined) take(draft, numbers.from, numbers.to);
  const expected = container === undefined || container.after === 'in' || container.after === 'words';
  const published = readPublisher(draft, rest, end, dates, expected);
  const date = head.date ?? late;
  const site = container === undefined ? siteOf(draft, published, identifiers, date) : undefined;
  return {
    draft,
    head,
    date,
    dates,
    title,
    container: container ?? site,
    numbers,
    editors,
    published: site === undefined ? published : {},
    edition,
    identifiers,
    accessed,
    genreMark,
    genre,
    lacksTitle,
  };
}

/** `*The Illustrated Transformer*. Jay Alammar. https://…`: what stands before the address of a dated page is its site. */
function siteOf(
  draft: Draft,
  { publisher, place }: PublisherFinding,
  identifiers: readonly IdentifierFinding[],
  date: DateFinding | undefined,
): ContainerFinding | undefined {
  const dated = date !== undefined && date.to - date.from >= 5;
  const online = identifiers.some((identifier) => identifier.kind === 'url');
  if (publisher === undefined || place !== undefined || !dated || !online) return undefined;
  if (countWords(draft.tokens, publisher.from, publisher.to).publisher > 0) return undefined;
  return { ...publisher, after: 'words' };
}

function workOf(parts: Parts): Omit<ReferenceReading, 'style' | 'confidence' | 'problems'> {
  const {
    head,
    draft: { tokens },
  } = parts;
  const names = head.names === undefined ? [] : peopleOf(tokens, head.names.names);
  const asEditors = head.names?.editors === true;
  const { numbers, published, date } = parts;
  return {
    authors: asEditors ? [] : names,
    editors: [...(asEditors ? names : []), ...peopleOf(tokens, parts.editors)],
    othersOmitted: head.names?.othersOmitted ?? false,
    ...part('year', tokens, date && { from: date.yearFrom, to: date.yearTo }),
    ...part('title', tokens, parts.title),
    ...part('container', tokens, parts.container),
    ...part('volume', tokens, numbers?.volume),
    ...part('issue', tokens, numbers?.issue),
    ...part('pages', tokens, numbers?.pages),
    ...part('publisher', tokens, published.publisher),
    ...part('place', tokens, published.place),
    ...part('edition', tokens, parts.edition),
    ...(parts.accessed !== undefined && { accessed: parts.accessed }),
    identifiers: parts.identifiers,
    kind: kindOf(parts),
  };
}

function part<N extends string>(
  name: N,
  tokens: readonly Token[],
  range: NumberRange | undefined,
): { [K in N]?: WorkPart } {
  if (range === undefined || range.to <= range.from) return {};
  const value = textOf(tokens, range.from, range.to);
  return { [name]: { value, region: regionOf(tokens, range.from, range.to) } } as { [K in N]?: WorkPart };
}

function peopleOf(tokens: readonly Token[], names: readonly NameFinding[]): WorkPart<PersonName>[] {
  return names.map(({ name, from, to }) => ({ value: name, region: regionOf(tokens, from, to) }));
}
