import type { Label, Region } from '../../model.ts';
import type { Lines } from './lines.ts';

/** One leaf block whose text is inline Markdown. Its pieces are what a passage is made of. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'cell';
  /** Of a heading, 1 to 6; 0 otherwise. */
  readonly level: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Index of the innermost container, -1 at the top. */
  readonly container: number;
}

/** A block that holds blocks. Containers are listed in the order they open, so a parent precedes its children. */
export interface Container {
  readonly kind: 'quote' | 'item' | 'definition' | 'footnote';
  readonly parent: number;
  readonly start: number;
  /** Behind its last line that is not blank. */
  readonly end: number;
  /** Of an ordered item as written. */
  readonly ordinal: string | undefined;
  /** Of a footnote. */
  readonly label: Region | undefined;
}

/** Fenced code, or a MyST directive. */
export interface FencedBlock {
  readonly marker: '`' | '~' | ':';
  readonly region: Region;
  readonly info: Region;
  readonly lines: Lines;
  readonly container: number;
}

/** Raw HTML the engine does not read as Markdown. */
export interface HtmlBlock {
  readonly region: Region;
  readonly container: number;
}

/** The block structure of a text, as much of it as citations and footnotes need. */
export interface Blocks {
  readonly texts: readonly TextBlock[];
  readonly containers: readonly Container[];
  readonly fences: readonly FencedBlock[];
  readonly html: readonly HtmlBlock[];
  /** MyST targets and labelled equations. */
  readonly labels: readonly Label[];
  /** Labels of link reference definitions, normalised. */
  readonly definitions: ReadonlySet<string>;
  /** Where containers were nested deeper than is read; what stands deeper counts as text. */
  readonly tooDeep?: Region;
}
