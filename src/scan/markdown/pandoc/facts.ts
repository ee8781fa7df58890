import type { Cite, Footnotes, FootnoteUse, Region, SyntaxProblem } from '../../../model.ts';
import { append } from '../../../text/append.ts';
import type { Mutable } from '../../../text/mutable.ts';
import { openedText } from '../footnotes.ts';
import { splitLocator } from '../locator.ts';
import { ENGLISH, type LocatorTerms } from '../locator-terms.ts';
import { bracketProblems } from './bracket-problems.ts';
import { citeProblems, type IsCitation } from './cite-problems.ts';
import {
  type InlineRoot,
  type NoteDefinition,
  type PandocDocument,
  type Place,
  regionOf,
} from './document.ts';
import { hasUnopened, lostSign, unclosedCitation, unopenedCitation } from './lost-marks.ts';
import { noteInLabel, unclosedNote } from './lost-notes.ts';
import type { CiteNode, InlineNode, ParsedCite } from './nodes.ts';
import { type Defined, printedPrefix, printedSuffix, suffixWithTokens } from './printing.ts';
import type { Piece } from './source.ts';
import { citationsInTex } from './tex-citations.ts';
import { unmarkedKeys } from './unmarked-keys.ts';

/**
 * A citation as Pandoc's AST has it, those of the metadata told by their place; `Read` is what its reader makes of one key
 * with what stands around it.
 */
export interface PandocCitation<Read> {
  readonly region: Region;
  readonly construct: CiteNode['form'] | Exclude<Place, 'body'>;
  readonly cites: readonly Read[];
}

type NoteMark = Region & { readonly label: string };

/** Makes what is wanted of a cite, once it is known what the document defines. */
type ReadCite<Read> = (cite: ParsedCite, piece: Piece, defined: Defined, terms: LocatorTerms) => Read;

/** What is printed of a document. */
interface PrintedFacts<Read> {
  readonly citations: readonly PandocCitation<Read>[];
  readonly footnotes: Footnotes;
  readonly problems: readonly SyntaxProblem[];
}

interface Walk<Read> {
  readonly document: PandocDocument;
  readonly readCite: ReadCite<Read>;
  readonly isCitation: IsCitation;
  readonly defined: Defined;
  readonly terms: LocatorTerms;
  /** Of each label the definition that is printed. */
  readonly notes: ReadonlyMap<string, NoteDefinition>;
  /** The definitions that are used, in the order of their uses. */
  readonly printedNotes: Set<NoteDefinition>;
  readonly citations: PandocCitation<Read>[];
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
export function printedFacts<Read>(
  document: PandocDocument,
  readCite: ReadCite<Read>,
  isCitation: IsCitation = () => true,
  terms = ENGLISH,
): PrintedFacts<Read> {
  const isNoted = document.notes.length > 0;
  const notes = isNoted ? new Map(document.notes.map((note) => [note.label, note])) : NO_NOTES;
  const walk: Walk<Read> = {
    document,
    readCite,
    isCitation,
    defined: { links: document.linkLabels, notes },
    terms,
    notes,
    printedNotes: new Set(),
    citations: [],
    uses: [],
    inline: [],
    problems: [],
  };
  for (const root of document.roots) visitRoot(walk, root, false);
  // Those that a note uses are added while they are walked.
  for (const { roots } of walk.printedNotes) for (const root of roots) visitRoot(walk, root, true);
  const { citations, uses, inline, problems } = walk;
  const definitions = document.notes.map(({ roots, ...definition }) => definition);
  return { citations, footnotes: { uses, definitions, inline }, problems };
}

const NO_NOTES: ReadonlyMap<string, NoteDefinition> = new Map();

function visitRoot<Read>(walk: Walk<Read>, root: InlineRoot, inNote: boolean): void {
  const { nodes, piece, place } = root;
  const spot = { piece, place, inNote, closed: false };
  if (root.arePlain !== true) visitAll(walk, nodes, spot);
  else for (const node of nodes) visit(walk, node, spot);
}

function visitAll<Read>(walk: Walk<Read>, nodes: readonly InlineNode[], spot: Spot): void {
  let lastClosing: number | undefined;
  let opened = false;
  let closesMore: boolean | undefined;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!;
    if (node.kind === 'text') {
      const problem = node.text.includes('@') ? lostSign(nodes, index, spot.piece) : undefined;
      if (problem !== undefined) walk.problems.push(problem);
      // Raw TeX has a length and prints nothing.
      if (node.text === '' && spot.piece.text[node.start] === '\\')
        append(walk.problems, citationsInTex(node, spot.piece));
    }
    if (node.kind === 'text' && node.text === ']' && !opened) {
      const problem = unopenedCitation(nodes, index, spot.piece);
      // Asked once for all brackets: the answer reads the whole text.
      if (problem !== undefined) closesMore ??= hasUnopened(nodes, spot.piece);
      if (problem !== undefined && closesMore === true) walk.problems.push(problem);
    }
    if (node.kind === 'space' || (node.kind === 'text' && node.text !== '[')) continue;
    opened ||= node.kind === 'text';
    lastClosing ??= nodes.findLastIndex((other) => other.kind === 'text' && other.text === ']');
    const closed = spot.closed || index < lastClosing;
    const unclosed = closed
      ? undefined
      : (unclosedCitation(nodes, index, spot.piece) ?? unclosedNote(node, spot.piece));
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

function visit<Read>(walk: Walk<Read>, node: InlineNode, spot: Spot): void {
  if (node.kind === 'group') visitAll(walk, node.children, spot);
  else if (node.kind === 'cite') visitCite(walk, node, spot);
  else if (node.kind === 'note') {
    visitNote(walk, node, spot);
  } else if (node.kind === 'inline-note') {
    walk.inline.push(regionOf(spot.piece, node.start, node.end));
    visitAll(walk, node.children, spotWith(spot, false));
  } else if (node.kind === 'reference') {
    const isLink = walk.defined.links.has(node.label);
    if (!isLink) {
      append(walk.problems, bracketProblems(node, spot.piece, walk.isCitation));
      append(walk.problems, noteInLabel(node, spot.piece));
    }
    visitAll(walk, isLink ? node.linked : node.unlinked, spot);
  }
}

function visitNote<Read>(walk: Walk<Read>, { label, start, end }: NoteMark, { piece, inNote }: Spot): void {
  const region = regionOf(piece, start, end);
  const note = walk.notes.get(label);
  const opensLine = note === undefined ? openedText(piece.text, start, end) : undefined;
  walk.uses.push({ label, region, ...(opensLine === undefined ? {} : { opensLine }) });
  if (note === undefined) return;
  if (inNote) {
    walk.problems.push({ messageId: 'footnote-use-in-definition', data: { label }, region });
  } else walk.printedNotes.add(note);
}

function visitCite<Read>(walk: Walk<Read>, node: InlineNode & CiteNode, spot: Spot): void {
  const { document, defined, isCitation, terms } = walk;
  const { piece, place } = spot;
  if (isExample(node, document)) return;
  const linked = node.bracket !== undefined && defined.links.has(node.bracket.label);
  const cites = linked ? [withoutSuffix(node.cites[0]!)] : node.cites;
  const read = readWanted(walk, cites, piece);
  if (read.length > 0) {
    const region = regionOf(piece, node.start, linked ? node.cites[0]!.next : node.end);
    walk.citations.push({ region, construct: place === 'body' ? node.form : place, cites: read });
    const unmarked = unmarkedKeys(cites, piece);
    if (unmarked.length > 0) append(walk.problems, unmarked);
    if (node.plain) return;
    const problems = citeProblems(node, piece, isCitation, terms);
    if (problems.length > 0) append(walk.problems, problems);
  }
  for (const { prefix, suffix } of cites) {
    if (prefix.length > 0) visitAll(walk, prefix, spotWith(spot, true));
    if (suffix.length > 0) visitAll(walk, suffix, spotWith(spot, true));
  }
  if (linked) visitAll(walk, node.bracket!.children, spot);
}

/** Most citations have one key; what several need would be made for each of them, so it has a function of its own. */
function readWanted<Read>(walk: Walk<Read>, cites: readonly ParsedCite[], piece: Piece): readonly Read[] {
  const first = cites[0];
  if (first === undefined || cites.length > 1) return readSeveral(walk, cites, piece);
  return walk.isCitation(first.key) ? [walk.readCite(first, piece, walk.defined, walk.terms)] : [];
}

function readSeveral<Read>(
  { readCite, isCitation, defined, terms }: Walk<Read>,
  cites: readonly ParsedCite[],
  piece: Piece,
): readonly Read[] {
  return cites.filter(({ key }) => isCitation(key)).map((cite) => readCite(cite, piece, defined, terms));
}

/** A plain `@label` whose label an example list has, here or further on. */
function isExample({ bracket, form, cites }: CiteNode, { examples }: PandocDocument): boolean {
  if (examples.size === 0 || bracket !== undefined || form !== 'in-text') return false;
  return examples.has(cites[0]!.key);
}

function withoutSuffix(cite: ParsedCite): ParsedCite {
  return { ...cite, suffix: [], spaced: false };
}

/** Of the key; where it is empty, the place between the braces. */
function keyRegionOf({ keyStart, keyEnd }: ParsedCite, piece: Piece): Region {
  if (keyEnd > keyStart) return regionOf(piece, keyStart, keyEnd);
  const { end } = regionOf(piece, keyStart, keyStart);
  return { start: end, end };
}

/** A cite as a fact: the locator taken out of the suffix. */
export function citeFact(parsed: ParsedCite, piece: Piece, defined: Defined, terms: LocatorTerms): Cite {
  const { key, mode } = parsed;
  const keyRegion = keyRegionOf(parsed, piece);
  const prefix = printedPrefix(parsed, defined);
  const written = printedSuffix(parsed, defined);
  // What is added later lies apart from the rest, and most cites have nothing more than this.
  if (written === '') return prefix === '' ? { key, keyRegion, mode } : { key, keyRegion, mode, prefix };
  const cite: Mutable<Cite> = { key, keyRegion, mode };
  if (prefix !== '') cite.prefix = prefix;
  const { label, locator, suffix } = splitLocator(suffixWithTokens(parsed, written, defined), terms);
  if (label !== undefined) cite.label = label;
  if (locator !== undefined) cite.locator = locator;
  if (suffix !== undefined) cite.suffix = suffix;
  return cite;
}
