import { parse, postprocess, preprocess } from 'micromark';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import type { Region } from '../../src/model.ts';
import { matchRehypeCites } from '../../src/scan/markdown/rehype-cite.ts';

/** What matters of a page of rehype-citation, read from the tokens of micromark alone; one line for each. */
export interface FullReading {
  readonly citations: readonly string[];
  readonly uses: readonly string[];
  readonly definitions: readonly string[];
}

interface Note extends Region {
  readonly label: string;
}

/** A text node of the tree: adjacent characters with nothing between them, and where each stands. */
interface Node {
  value: string;
  readonly offsets: number[];
}

/** Tokens at whose edges a text node ends. */
const BORDERS = new Set(
  (
    'emphasis strong link image codeText htmlText autolink gfmFootnoteCall hardBreakEscape hardBreakTrailing ' +
    'paragraph'
  ).split(' '),
);
/** Tokens whose text is no text of the page. */
const SILENT = new Set(['resource', 'reference', 'gfmFootnoteCall', 'image', 'autolink']);
/** Tokens in whose text the engine looks for nothing. */
const UNREAD = new Set(['emphasis', 'strong', 'link']);

/** Reads a page without a shortcut: every token of micromark is looked at, from the first to the last. */
export function readByMicromark(text: string): FullReading {
  const chunks = preprocess()(text, undefined, true);
  const parser = parse({ extensions: [gfmFootnote()] });
  const events = postprocess(parser.document().write(chunks));
  const nodes: Node[] = [];
  const uses: Note[] = [];
  const definitions: Note[] = [];
  const inside = { paragraph: 0, silent: 0, unread: 0 };
  let node: Node | undefined;
  let paragraph: Region = { start: 0, end: 0 };
  const add = (value: string, at: number): void => {
    if (inside.paragraph === 0 || inside.silent + inside.unread > 0) return;
    if (text.slice(paragraph.start, paragraph.end).trim() === '[^ref]') return;
    if (node === undefined) {
      node = { value: '', offsets: [] };
      nodes.push(node);
    }
    for (let index = 0; index < value.length; index++) node.offsets.push(at + index);
    node.value += value;
  };
  for (const [step, { type, start, end }] of events) {
    const change = step === 'enter' ? 1 : -1;
    if (BORDERS.has(type)) node = undefined;
    if (type === 'paragraph') {
      inside.paragraph += change;
      paragraph = { start: start.offset, end: end.offset };
    }
    if (SILENT.has(type)) inside.silent += change;
    if (UNREAD.has(type)) inside.unread += change;
    if (step === 'exit') continue;
    const written = text.slice(start.offset, end.offset);
    if (type === 'data' || type === 'characterEscapeValue') add(written, start.offset);
    else if (type === 'characterReference') add('&', end.offset - 1);
    else if (type === 'lineEnding') add('\n', start.offset);
    else if (type === 'gfmFootnoteCall') {
      uses.push({ label: written.slice(2, -1), start: start.offset, end: end.offset });
    } else if (type === 'gfmFootnoteDefinition') {
      definitions.push({ label: '', start: start.offset, end: end.offset });
    } else if (type === 'gfmFootnoteDefinitionLabelString') {
      definitions.push({ ...definitions.pop()!, label: written });
    }
  }
  const isPrinted = printedNotes(definitions, uses);
  const citations = nodes.flatMap(({ value, offsets }) =>
    matchRehypeCites(value)
      .filter(({ parts, start }) => parts.length > 0 && isPrinted(offsets[start]!))
      .map(({ parts, kind, start, end }) => {
        const cites = parts.map(
          (part) => `${part.suppressAuthor ? '-' : ''}${part.key} ${offsets[part.keyStart]}`,
        );
        return `${kind} ${offsets[start]}-${offsets[end - 1]! + 1} ${cites.join(' ')}`;
      }),
  );
  return {
    citations: citations.sort(),
    uses: uses.map((use) => `${use.label} ${use.start}-${use.end}`).sort(),
    definitions: definitions.map((note) => `${note.label} ${note.start}`).sort(),
  };
}

/** Tells of a place whether it is printed: not in a note, or in the first one of a label that something printed calls. */
function printedNotes(definitions: readonly Note[], uses: readonly Note[]): (place: number) => boolean {
  const identifier = (label: string): string => label.toLowerCase().toUpperCase();
  const noteAt = (place: number): Note | undefined =>
    definitions.findLast(({ start, end }) => start <= place && place < end);
  const printed = new Set<Note | undefined>([undefined]);
  for (const note of printed) {
    for (const use of uses) {
      if (noteAt(use.start) !== note) continue;
      printed.add(definitions.find(({ label }) => identifier(label) === identifier(use.label)));
    }
  }
  return (place) => printed.has(noteAt(place));
}
