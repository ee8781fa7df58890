import type { DocumentFacts, Project, Reference } from '../model.ts';
import type { TextEdit } from '../text/edits.ts';

/** A document whose inline references are to become citations. */
export interface RewriteTask {
  readonly project: Project;
  readonly document: DocumentFacts;
  readonly text: string;
  /** For each reference the bibliography can stand in for, the key to cite. */
  readonly keys: ReadonlyMap<Reference, string>;
  /** The text of another file of the site; `''` where it cannot be read. */
  read(path: string): string;
}

/** What rewriting one document comes to. */
export interface RewritePlan {
  readonly edits: readonly TextEdit[];
  /** References whose text goes: the bibliography has to hold their works. */
  readonly replaced: readonly Reference[];
  readonly obstacles: readonly Obstacle[];
}

/** Why references stay as they are, or what the site needs besides. */
export type Obstacle =
  /** The template stops the build without a reference text. */
  | { readonly kind: 'template-demands-text'; readonly shortcode: string; readonly template: string }
  /** The template does without the text, but looks nothing up: it prints no reference for a bare key. */
  | { readonly kind: 'template-prints-text'; readonly shortcode: string; readonly template: string }
  /** No template can be seen: it has to print what a bare key stands for. */
  | { readonly kind: 'template-unseen'; readonly shortcode: string }
  /** The dialect has no citations. */
  | { readonly kind: 'no-citations'; readonly dialect: DocumentFacts['dialect'] }
  /** Something about the place of the reference: its texts say different things, arguments follow it … */
  | { readonly kind: 'kept'; readonly reference: Reference; readonly reason: KeptReason };

/** Why a reference is left as it is. */
export type KeptReason =
  | 'conflict' // another text of its key, or the entry, says something else
  | 'unread' // not understood
  | 'several-keys' // one text for several keys
  | 'arguments-behind' // removing it would move the arguments behind it
  | 'with-others' // the page keeps other texts, and no template says that a bare key is right beside them
  | 'more-than-reference' // the footnote says more
  | 'place' // a mark stands where a citation would read as something else
  | 'pages' // a citation of its pages could not say them any more
  | 'uncited-list'; // items of its list that nothing in the text points at would be lost
