import type { PersonName, ReferenceReading, ReferenceStyle, WorkPart } from '../../model.ts';
import type { Mutable } from '../../text/mutable.ts';
import { confidenceOf } from './confidence.ts';
import { genreName } from './genres.ts';
import { kindOf } from './kind.ts';
import type { NameFinding } from './name-pieces.ts';
import { type Parts, readParts } from './parts.ts';
import { readPlainReference } from './plain-reference.ts';
import { findProblems } from './problems.ts';
import { recogniseStyle } from './style.ts';
import { isOneOf, regionOf, type Token, type TokenRange, textOf } from './token.ts';
import { tokenise } from './tokenise.ts';

/** Longest text that is read, in UTF-16 units: more is no reference, and reading stays cheap whatever the text. */
const LONGEST_REFERENCE = 6000;

const UNREAD: ReferenceReading = {
  authors: [],
  editors: [],
  othersOmitted: false,
  identifiers: [],
  kind: 'unknown',
  style: 'unknown',
  confidence: 0,
  problems: [],
};

/**
 * Reads a reference text, Markdown included, as the work it names. Never throws; linear in the text; what cannot be
 * read is absent, and a text of more than 6,000 characters is not read at all. All regions are relative to `text`.
 *
 * The text is cut into tokens once. Identifiers, dates and names are anchors; title, container and publisher are what
 * stands between them, told apart by marks first and by words where there are no marks.
 */
export function readReference(text: string): ReferenceReading {
  if (text.length > LONGEST_REFERENCE) return UNREAD;
  return readPlainReference(text) ?? readTokens(text);
}

/** The same by its tokens, whatever the text and its length. */
export function readTokens(text: string): ReferenceReading {
  const parts = readParts(tokenise(text));
  const style = recogniseStyle(parts);
  const confidence = confidenceOf(parts, style);
  return workOf(parts, style, confidence);
}

function workOf(parts: Parts, style: ReferenceStyle, confidence: number): ReferenceReading {
  const {
    draft: { tokens },
    head,
    numbers,
    published,
    date,
  } = parts;
  const list = head.names ?? parts.lateNames;
  const names = list === undefined ? [] : peopleOf(tokens, list.names);
  const areEditors = list?.editors === true;
  const editors = peopleOf(tokens, parts.editors);
  const work: Mutable<ReferenceReading> = {
    authors: areEditors ? [] : names,
    editors: areEditors ? [...names, ...editors] : editors,
    othersOmitted: list?.othersOmitted ?? false,
    identifiers: parts.identifiers,
    kind: kindOf(parts),
    style,
    confidence,
    problems: findProblems(parts),
  };
  if (date !== undefined) {
    work.year = partOf(tokens, { from: date.yearFrom, to: date.yearTo });
    const opens = isOneOf(tokens[date.from], '([') ? 1 : 0;
    const closes = isOneOf(tokens[date.to - 1], ')]') ? 1 : 0;
    work.date = partOf(tokens, { from: date.from + opens, to: date.to - closes });
  }
  if (parts.title !== undefined) work.title = partOf(tokens, parts.title);
  if (parts.container !== undefined) work.container = partOf(tokens, parts.container);
  if (numbers?.volume !== undefined) work.volume = partOf(tokens, numbers.volume);
  if (numbers?.issue !== undefined) work.issue = partOf(tokens, numbers.issue);
  if (numbers?.pages !== undefined) work.pages = partOf(tokens, numbers.pages);
  if (published.publisher !== undefined) work.publisher = partOf(tokens, published.publisher);
  if (published.place !== undefined) work.place = partOf(tokens, published.place);
  if (parts.edition !== undefined) work.edition = partOf(tokens, parts.edition);
  if (parts.genre !== undefined) work.genre = partOf(tokens, genreName(tokens, parts.genre));
  if (parts.accessed !== undefined) work.accessed = parts.accessed;
  return work;
}

function partOf(tokens: readonly Token[], { from, to }: TokenRange): WorkPart {
  return { value: textOf(tokens, from, to), region: regionOf(tokens, from, to) };
}

function peopleOf(tokens: readonly Token[], names: readonly NameFinding[]): WorkPart<PersonName>[] {
  return names.map(({ name, from, to }) => ({ value: name, region: regionOf(tokens, from, to) }));
}
