import type { CiteMode } from '../../../model.ts';
import type { Surroundings } from './surroundings.ts';
import type { SourceText, WorkBudget } from './work.ts';

/** One inline element of Pandoc's Markdown, as far as citations ask for it. */
export type InlineNode = Spot & (TextNode | GroupNode | CiteNode | NoteNode | InlineNoteNode | ReferenceNode);

interface Spot {
  readonly start: number;
  /** Where the next element begins. */
  readonly end: number;
  /** A word ends right at `end`: no citation can begin there. */
  readonly wordEnds: boolean;
}

/** Printed text; `space` for what trimming removes. */
export interface TextNode {
  readonly kind: 'text' | 'space';
  readonly text: string;
}

/** Emphasis, a link's text, quotes: what has inlines inside. */
interface GroupNode {
  readonly kind: 'group';
  readonly children: readonly InlineNode[];
  /** What is printed around them. */
  readonly around: readonly [string, string];
}

/** A citation: one bracket, or one key in the text with what follows it. */
export interface CiteNode {
  readonly kind: 'cite';
  readonly form: 'bracketed' | 'in-text';
  readonly cites: readonly ParsedCite[];
  /** `@key [text]`: if the bracket turns out to be a link, this is its label and the citation ends before it. */
  readonly bracket?: {
    readonly label: string;
    readonly children: readonly InlineNode[];
    readonly start: number;
  };
  /** The brackets as they are written, if it has any. */
  readonly brackets: string;
  /** Around its keys stand words and numbers alone, with nothing in them to look for or to find fault with. */
  readonly plain: boolean;
}

/** The cites of one bracket. */
export interface CiteGroup {
  readonly cites: readonly ParsedCite[];
  readonly end: number;
}

/** One key of a citation with what stands around it. */
export interface ParsedCite {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Behind the key, its closing brace included. */
  readonly next: number;
  readonly mode: CiteMode;
  readonly prefix: readonly InlineNode[];
  readonly suffix: readonly InlineNode[];
  /** A blank stands between the key and its suffix. */
  readonly spaced: boolean;
}

/** `[^label]`. */
interface NoteNode {
  readonly kind: 'note';
  readonly label: string;
}

/** `^[…]`. */
interface InlineNoteNode {
  readonly kind: 'inline-note';
  readonly children: readonly InlineNode[];
}

/** `[text]` or `[text][label]`: a link if the document defines the label or has such a heading, else just text. */
export interface ReferenceNode {
  readonly kind: 'reference';
  readonly label: string;
  /** What is printed where the label is known: the text of the link. */
  readonly linked: readonly InlineNode[];
  /** What is printed where it is not, the second bracket included. */
  readonly unlinked: readonly InlineNode[];
  /** Of the first bracket, brackets included. */
  readonly bracketEnd: number;
}

/** What holds for every inline element of a block. */
export interface InlineEnv extends SourceText, Surroundings {
  readonly budget: WorkBudget;
  /** Extensions of the dialect beyond Pandoc's Markdown. */
  readonly extensions: Extensions;
  /** Headings have none. */
  readonly lineBreaks: boolean;
  /** Labels of example lists that stand before this block. */
  readonly examples: ReadonlyMap<string, unknown>;
  /** Runs inside the block, by their limits. */
  runs: Map<number, InlineRun> | undefined;
  depth: number;
  /** Elements read so far that are more than words. */
  constructs: number;
}

/** Extensions that a dialect adds to Pandoc's Markdown. */
export interface Extensions {
  /** `https://…` in running text is a link (`autolink_bare_uris`). */
  readonly bareUris: boolean;
  /** `\(…\)` and `\[…\]` are math (`tex_math_single_backslash`). */
  readonly backslashMath: boolean;
  /** Titles and captions in the attributes of divisions are text, as Quarto's filters have it. */
  readonly textAttributes: boolean;
}

/** Reading up to one limit: positions and their results, in maps that are made when there is something to keep. */
export interface InlineRun {
  readonly env: InlineEnv;
  readonly limit: number;
  memo: Map<number, InlineNode | null> | undefined;
  /** The closing bracket of each opening one, -1 for none. */
  brackets: Map<number, number> | undefined;
  /** Groups `[…@key…]` by place and context. */
  groups: Map<number, CiteGroup | null> | undefined;
  /** By length of the run of backticks: code that begins between these places has no end. */
  unclosedCode: Map<number, readonly [number, number]> | undefined;
  /** Places from which a construct was seen to find no end. */
  hopeless: Map<string, Set<number>> | undefined;
  /** Reads the inline element at `at`. */
  inline(at: number, flags: number): InlineNode | undefined;
  /** The run over the same text that ends at `limit`. */
  within(limit: number): InlineRun;
}

/** No links may begin: inside the text of one. */
export const NO_LINKS = 1;
/** Between single quotation marks, where another opens nothing. */
export const IN_SINGLE_QUOTES = 2;
/** Between double ones. */
export const IN_DOUBLE_QUOTES = 4;
/** A word ends here. */
export const AFTER_WORD = 8;

/** The flags at the end of a node, for what follows it in the same construct. */
export function flagsAfter(node: InlineNode, flags: number): number {
  return node.wordEnds ? flags | AFTER_WORD : flags & ~AFTER_WORD;
}
