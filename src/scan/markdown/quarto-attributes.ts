import { type BlockContext, nested, readBlocks } from './pandoc/document.ts';
import { buildPiece } from './pandoc/source.ts';

const OPENING = /[ \n{](title|name|[a-z]{1,20}-cap)=(["'])/g;
const CALLOUT = /\.callout-/;
const THEOREM = /#(?:thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg)-|\.(?:proof|remark|solution)\b/;
const FLOAT = /#[a-z]{1,20}-/;

/** Which division has a text under this name: others keep what stands there as it is. */
const DIVISIONS: Readonly<Record<string, RegExp>> = { title: CALLOUT, name: THEOREM };

type IsText = (name: string, attributes: string) => boolean;

const isTextOfDivision: IsText = (name, attributes) => (DIVISIONS[name] ?? FLOAT).test(attributes);
const isCaptionOfListing: IsText = (name, attributes) => name === 'lst-cap' && attributes.includes('#lst-');

/** Reads the caption of a code block that is a listing to Quarto: ```` ```{.python #lst-sort lst-cap="After @knuth1997"} ````. */
export function readListingCaption(context: BlockContext, start: number, end: number): void {
  readTextAttributes(context, start, end, isCaptionOfListing);
}

/**
 * Reads the attributes of a division that are text to Quarto: the title of a callout, the name of a theorem, the caption of
 * a figure or a table. What they cite is cited.
 */
export function readTextAttributes(
  context: BlockContext,
  start: number,
  end: number,
  isText = isTextOfDivision,
): void {
  const { piece } = context;
  const attributes = piece.text.slice(start, end);
  if (!attributes.includes('@')) return;
  for (const match of attributes.matchAll(OPENING)) {
    const [opening, name, quote] = match;
    if (!isText(name!, attributes)) continue;
    const from = match.index + opening.length;
    const close = attributes.indexOf(quote!, from);
    if (close === -1 || !attributes.slice(from, close).includes('@')) continue;
    const text = buildPiece();
    text.append(piece, start + from, start + close);
    text.insert('\n\n\n');
    readBlocks(nested(context, { piece: text.finish(), inList: false, divLevel: 0, htmlElement: undefined }));
  }
}
