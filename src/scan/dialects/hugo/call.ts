import type { Citation, Cite, Param, Reference, Shortcode, ShortcodeSignature } from '../../../model.ts';
import type { Mutable } from '../../../text/mutable.ts';
import { referenceLikeness } from '../../markdown/reference-text.ts';
import { type Piece, splitArgument } from '../../template/split-argument.ts';
import { argumentAt, partRegion, writtenReference } from './argument.ts';
import { readLocator } from './locator.ts';
import { REFERENCE_NAMES } from './signatures.ts';

/** What the signature of a shortcode says of how it cites. */
export type CiteSignature = NonNullable<ShortcodeSignature['cite']>;

/** A use of a citing shortcode, with what its signature says of its arguments. */
export interface Call {
  readonly shortcode: Shortcode;
  readonly signature: ShortcodeSignature;
  readonly cite: CiteSignature;
  readonly text: string;
  /** What stands between the separators of the arguments that hold keys. */
  readonly keys: readonly KeyPiece[];
}

/** What stands between two separators of an argument that holds keys; offsets are those of the argument's value. */
export interface KeyPiece extends Piece {
  readonly param: Param;
}

/**
 * A use of a shortcode by its signature; `cite` is what that says of citing, or what the evidence of the page says in its
 * place.
 */
export function callOf(
  shortcode: Shortcode,
  signature: ShortcodeSignature,
  cite: CiteSignature,
  text: string,
): Call {
  const keys: KeyPiece[] = [];
  for (const param of keyParams(shortcode, cite)) {
    for (const { text: written, start, end } of splitArgument(String(param.value), cite.separators)) {
      keys.push({ text: written, start, end, param });
    }
  }
  return { shortcode, signature, cite, text, keys };
}

/** The arguments that hold keys. A type letter that is left out leaves the key in its place. */
function keyParams(shortcode: Shortcode, { key }: CiteSignature): Param[] {
  const { params } = shortcode;
  const isPositional = params[0]?.name === undefined;
  if (key.rest && isPositional) return params.slice(key.position);
  if (key.position === 1 && isPositional && params.length === 1) return [...params];
  const param = argumentAt(shortcode, key);
  return param === undefined ? [] : [param];
}

/**
 * A template that looks keys up may still be handed a reference text, where a site is on its way from texts to a
 * bibliography: what begins with names and has a year is no locator.
 */
export function withWrittenReference(shortcode: Shortcode, cite: CiteSignature): CiteSignature {
  const { key, locator, reference } = cite;
  if (reference !== undefined || key.rest === true) return cite;
  const behind =
    key.position === undefined ? { names: REFERENCE_NAMES } : { position: key.position + 1, names: [] };
  const place = locator ?? behind;
  const value = argumentAt(shortcode, place)?.value;
  if (typeof value !== 'string' || referenceLikeness(value) === 'none') return cite;
  const { locator: _, ...rest } = cite;
  return { ...rest, reference: place };
}

/** What a call cites; undefined where it has no key. */
export function citationOf(call: Call): Citation | undefined {
  const { shortcode, cite } = call;
  const cites = citesOf(call);
  if (cites.length === 0) return undefined;
  const citation: Mutable<Citation> = { region: shortcode.region, construct: 'shortcode', cites };
  if (cite.foldsCase) citation.foldsCase = true;
  if (cite.mayBeText) citation.mayBeText = true;
  return citation;
}

function citesOf({ shortcode, cite, text, keys }: Call): Cite[] {
  const filled = keys.every((piece) => piece.text !== '') ? keys : keys.filter((piece) => piece.text !== '');
  const locator = cite.locator === undefined ? '' : locatorText(argumentAt(shortcode, cite.locator));
  const locators = locator === '' ? [] : splitArgument(locator, filled.length > 1 ? ';' : '');
  const mode = isNarrative(shortcode.name) ? 'author-in-text' : 'normal';
  return filled.map(({ text: written, start, end, param }, index): Cite => {
    const isSuppressed = cite.suppressPrefix && written.length > 1 && written.startsWith('-');
    const offset = isSuppressed ? 1 : 0;
    const key = isSuppressed ? written.slice(1) : written;
    const keyRegion = partRegion(text, param, start + offset, end);
    const pages = locators[index]?.text ?? '';
    const plain: Cite = { key, keyRegion, mode: isSuppressed ? 'suppress-author' : mode };
    return pages === '' ? plain : { ...plain, ...readLocator(pages) };
  });
}

/** Whether a shortcode of this name prints the authors in the text, as `\textcite` does. */
export const isNarrative = (name: string): boolean => /(?:^|\/)(?:citet|textcite)$/i.test(name);

function locatorText(param: Param | undefined): string {
  return param === undefined || typeof param.value === 'boolean' ? '' : String(param.value);
}

/** The reference text of a call; undefined where it has none. */
export function referenceOf({ shortcode, cite, text, keys }: Call): Reference | undefined {
  const param = cite.reference === undefined ? undefined : argumentAt(shortcode, cite.reference);
  if (param === undefined || String(param.value).trim() === '') return undefined;
  return writtenReference(text, param, keys.length === 1 ? keys[0]!.text : '');
}
