import type { Citation, Cite, Footnotes, FootnoteUse, Region, SyntaxProblem } from '../../model.ts';
import { append } from '../../text/append.ts';
import type { Mutable } from '../../text/mutable.ts';
import { splitLocator } from './locator.ts';
import {
  type InlineRoot,
  type NoteDefinition,
  type PandocDocument,
  type Place,
  regionOf,
} from './pandoc-document.ts';
import type { CiteNode, InlineNode, ParsedCite } from './pandoc-nodes.ts';
import { type Defined, printedPrefix, printedSuffix, suffixWithTokens } from './pandoc-printing.ts';
import {
  bracketProblems,
  citeProblems,
  type IsCitation,
  unclosedCitation,
  unspacedCitation,
} from './pandoc-problems.ts';
import type { Piece } from './pandoc-source.ts';

/** A citation as Pandoc's AST has it. */
export interface PandocCitation {
  readonly region: Region;
  readonly form: 'bracketed' | 'in-text';
  readonly place: Place;
  readonly cites: readonly PandocCite[];
}

/** One key with its prefix and its whole suffix, the locator not yet taken out. */
interface PandocCite {
  readonly key: string;
  readonly keyRegion: Region;
  readonly mode: Cite['mode'];
  readonly prefix: string;
  readonly suffix: string;
  /** The suffix as citeproc takes it apart. */
  readonly tokens: string;
}

/** What is printed of a document. */
interface PrintedFacts {
  readonly citations: readonly PandocCitation[];
  readonly footnotes: Footnotes;
  readonly problems: readonly SyntaxProblem[];
}

interface Walk {
  readonly document: PandocDocument;
  readonly isCitation: IsCitation;
  readonly defined: Defined;
  /** Of each label the definition that is printed. */
  readonly notes: ReadonlyMap<string, NoteDefinition>;
  readonly printedNotes: Set<NoteDefinition>;
  /** Roots still to walk; those of a note come when it is used. */
  readonly pending: { readonly root: InlineRoot; readonly inNote: boolean }[];
  readonly citations: PandocCitation[];
  readonly uses: FootnoteUse[];
  readonly inline: Region[];
  readonly problems: SyntaxProblem[];
}

/** Where the walk is. */
interface Spot {
  readonly piece: Piece;
  readonly place: Place;
  readonly inNote: boolean;
  /** A closing bracket stands further on. */
  readonly closed: boolean;
}

/**
 * Walks what a document prints: a note where it is used, the last of two definitions, nothing of a note nobody uses. A
 * bracket is a link if its label is known; `@label` is a number if an example list has the label. Cites for which
 * `isCitation` says no (cross-references) are left out.
 */
export function printedFacts(document: PandocDocument, isCitation: IsCitation = () => true): PrintedFacts {
  const notes = document.notes.length === 0 ? NO_NOTES : lastNotes(document.notes);
  const walk: Walk = {
    document,
    isCitation,
    defined: { links: document.linkLabels, notes },
    notes,
    printedNotes: new Set(),
    pending: document.roots.map((root) => ({ root, inNote: false })),
    citations: [],
    uses: [],
    inline: [],
    problems: [],
  };
  for (let next = 0; next < walk.pending.length; next += 1) {
    const { root, inNote } = walk.pending[next]!;
    visitAll(walk, root.nodes, { piece: root.piece, place: root.place, inNote, closed: false });
  }
  const { citations, uses, inline, problems } = walk;
  const definitions = document.notes.map(({ roots, ...definition }) => definition);
  return { citations, footnotes: { uses, definitions, inline }, problems };
}

const NO_NOTES: Walk['notes'] = new Map();

function lastNotes(notes: readonly NoteDefinition[]): Walk['notes'] {
  return new Map(notes.map((note) => [note.label, note]));
}

function visitAll(walk: Walk, nodes: readonly InlineNode[], spot: Spot): void {
  let lastClosing: number | undefined;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!;
    if (node.kind === 'text') {
      const problem = node.text.startsWith('@') ? unspacedCitation(nodes, index, spot.piece) : undefined;
      if (problem !== undefined) walk.problems.push(problem);
    }
    if (node.kind === 'space' || (node.kind === 'text' && node.text !== '[')) continue;
    lastClosing ??= nodes.findLastIndex((other) => other.kind === 'text' && other.text === ']');
    const closed = spot.closed || index < lastClosing;
    const unclosed = closed ? undefined : unclosedCitation(nodes, index, spot.piece);
    if (unclosed !== undefined) walk.problems.push(unclosed);
    visit(walk, node, spotWith(spot, closed));
  }
}

/** Written out, as all that is made for each citation: a spread of an object takes longer than the rest. */
function spotWith(spot: Spot, closed: boolean): Spot {
  if (spot.closed === closed) return spot;
  const { piece, place, inNote } = spot;
  return { piece, place, inNote, closed };
}

function visit(walk: Walk, node: InlineNode, spot: Spot): void {
  if (node.kind === 'group') visitAll(walk, node.children, spot);
  else if (node.kind === 'cite') visitCite(walk, node, spot);
  else if (node.kind === 'note') {
    visitNote(walk, node.label, regionOf(spot.piece, node.start, node.end), spot.inNote);
  } else if (node.kind === 'inline-note') {
    walk.inline.push(regionOf(spot.piece, node.start, node.end));
    visitAll(walk, node.children, spotWith(spot, false));
  } else if (node.kind === 'reference') {
    const isLink = walk.defined.links.has(node.label);
    if (!isLink) append(walk.problems, bracketProblems(node, spot.piece, walk.isCitation));
    visitAll(walk, isLink ? node.linked : node.unlinked, spot);
  }
}

function visitNote(walk: Walk, label: string, region: Region, inNote: boolean): void {
  walk.uses.push({ label, region });
  const note = walk.notes.get(label);
  if (note === undefined) return;
  if (inNote) {
    walk.problems.push({ messageId: 'footnote-use-in-definition', data: { label }, region });
  } else if (!walk.printedNotes.has(note)) {
    walk.printedNotes.add(note);
    for (const root of note.roots) walk.pending.push({ root, inNote: true });
  }
}

function visitCite(walk: Walk, node: InlineNode & CiteNode, spot: Spot): void {
  const { document, defined, isCitation } = walk;
  const { piece, place } = spot;
  if (isExample(node, document)) return;
  const linked = node.bracket !== undefined && defined.links.has(node.bracket.label);
  const cites = linked ? [withoutSuffix(node.cites[0]!)] : node.cites;
  const wanted = cites.every(isWanted, walk) ? cites : cites.filter(isWanted, walk);
  if (wanted.length > 0) {
    const region = regionOf(piece, node.start, linked ? node.cites[0]!.next : node.end);
    const read = wanted.map((cite) => readCite(cite, piece, defined));
    walk.citations.push({ region, form: node.form, place, cites: read });
    append(walk.problems, citeProblems(node, piece, isCitation));
  }
  for (const { prefix, suffix } of cites) {
    if (prefix.length > 0) visitAll(walk, prefix, spotWith(spot, true));
    if (suffix.length > 0) visitAll(walk, suffix, spotWith(spot, true));
  }
  if (linked) visitAll(walk, node.bracket!.children, spot);
}

function isWanted(this: Walk, { key }: ParsedCite): boolean {
  return this.isCitation(key);
}

/** A plain `@label` whose label an example list has, here or further on. */
function isExample({ bracket, form, cites }: CiteNode, { examples }: PandocDocument): boolean {
  return bracket === undefined && form === 'in-text' && examples.has(cites[0]!.key);
}

function withoutSuffix(cite: ParsedCite): ParsedCite {
  return { ...cite, suffix: [], spaced: false };
}

function readCite(cite: ParsedCite, piece: Piece, defined: Defined): PandocCite {
  const suffix = printedSuffix(cite, defined);
  return {
    key: cite.key,
    keyRegion: keyRegionOf(cite, piece),
    mode: cite.mode,
    prefix: printedPrefix(cite, defined),
    suffix,
    tokens: suffix === '' ? '' : suffixWithTokens(cite, suffix, defined),
  };
}

/** Of the key; where it is empty, the place between the braces. */
function keyRegionOf({ keyStart, keyEnd }: ParsedCite, piece: Piece): Region {
  if (keyEnd > keyStart) return regionOf(piece, keyStart, keyEnd);
  const { end } = regionOf(piece, keyStart, keyStart);
  return { start: end, end };
}

/** The citation as a fact: the locator taken out of the suffix. */
export function citationFact({ region, form, place, cites }: PandocCitation): Citation {
  return { region, construct: place === 'body' ? form : place, cites: cites.map(citeFact) };
}

function citeFact({ key, keyRegion, mode, prefix, suffix, tokens }: PandocCite): Cite {
  if (prefix === '' && suffix === '') return { key, keyRegion, mode };
  const cite: Mutable<Cite> = { key, keyRegion, mode };
  if (prefix !== '') cite.prefix = prefix;
  if (suffix === '') return cite;
  const { label, locator, suffix: rest } = splitLocator(tokens);
  if (label !== undefined) cite.label = label;
  if (locator !== undefined) cite.locator = locator;
  if (rest !== undefined) cite.suffix = rest;
  return cite;
}
