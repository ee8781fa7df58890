import type { BibEntry, Field, StringMacro, SyntaxProblem } from '../../../model.ts';

/** Where one text is being read, and what was found so far; passed along by the functions that read BibTeX. */
export interface BibtexReader {
  readonly text: string;
  /** Everything before it is read. */
  at: number;
  readonly entries: BibEntry[];
  readonly macros: StringMacro[];
  readonly problems: SyntaxProblem[];
  /** Macro values by lower-cased name, as defined so far. */
  readonly strings: Map<string, string>;
  /** Lower-cased names of macros that other macros or preambles use. */
  readonly buildingBlocks: Set<string>;
  /** How many characters macros may still add to the facts: a few hundred bytes can define gigabytes. */
  expansionLeft: number;
  /** Whether the text between two items already gave a problem. */
  junkReported: boolean;
  /** The last answer about where the next field begins on a line of its own: it holds for every offset in between. */
  fieldLine: { readonly from: number; readonly at: number };
  /** The last answer about which opening braces do not close before `to`. */
  unclosed: { readonly from: number; readonly to: number; readonly braces: ReadonlySet<number> };
  /** Opening braces that never close, known from the first comment that does not. */
  unclosedComments: ReadonlySet<number> | undefined;
  /** Field names seen, lower-cased, and the programs that refuse them. */
  readonly fieldNames: Map<string, { readonly name: string; readonly engines: string }>;
}

/** Where the head of an item stands: its `@`, its type, its `{` or `(`. */
export interface ItemHead {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly open: number;
  /** Lower-cased. */
  readonly type: string;
}

/** The entry being read. */
export interface OpenEntry {
  /** What messages call it: its key, `@book` where it has none, `@string` and `@preamble`. */
  readonly key: string;
  readonly open: number;
  /** Code unit of the `}` or `)` that ends it. */
  readonly closer: number;
  readonly fields: Field[];
  /** A brace or quote was missing: values of this entry end where the next field begins. */
  mended: boolean;
  /** Text was skipped in it: that its end does not fit says nothing new. */
  confused: boolean;
  commentReported: boolean;
}

/** Macros may add this many characters to the facts of one file. */
export const EXPANSION_LIMIT = 1 << 20;
/** One value may grow to this many characters. */
export const VALUE_LIMIT = 1 << 16;

/** A reader at the start of a text. */
export function createReader(text: string): BibtexReader {
  return {
    text,
    at: 0,
    entries: [],
    macros: [],
    problems: [],
    strings: new Map(),
    buildingBlocks: new Set(),
    expansionLeft: EXPANSION_LIMIT,
    junkReported: false,
    fieldLine: { from: 0, at: 0 },
    unclosed: { from: 0, to: 0, braces: new Set() },
    unclosedComments: undefined,
    fieldNames: new Map(),
  };
}

/** An entry whose head is read, without fields yet. */
export function openEntry(text: string, { open, type }: ItemHead, key: string): OpenEntry {
  const closer = text.charCodeAt(open) === 40 ? 41 : 125;
  return {
    key: key === '' ? `@${type}` : key,
    open,
    closer,
    fields: [],
    mended: false,
    confused: false,
    commentReported: false,
  };
}

type ProblemDetails = Pick<SyntaxProblem, 'data' | 'fix' | 'related'>;

/** Notes what could not be read; an empty region is widened by one character so that it can be shown. */
export function report(
  reader: BibtexReader,
  messageId: string,
  start: number,
  end: number,
  details: ProblemDetails = {},
): void {
  const { length } = reader.text;
  const from = start < end || end < length ? start : Math.max(0, Math.min(start, length - 1));
  const to = Math.min(length, Math.max(end, from + 1));
  reader.problems.push({ messageId, region: { start: from, end: to }, ...details });
}

/** A fix that replaces one region. */
export function replace(
  title: string,
  start: number,
  end: number,
  text: string,
): SyntaxProblem['fix'] & object {
  return { title, safety: 'safe', edits: [{ region: { start, end }, text }] };
}
