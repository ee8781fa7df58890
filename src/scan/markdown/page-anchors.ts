import { MASK } from '../../text/mask.ts';
import { remember } from '../../text/remember.ts';

const ANCHOR = /\b(?:id|name)\s{0,3}=\s{0,3}["']?([^"'\s<>]{1,100})|\{[^{}\n#]{0,100}#([\w:.-]{1,100})/g;
/** `id={'knuth84'}` of JSX; `(knuth84)=` and `:name: knuth84` of MyST. */
const OTHER_ANCHOR =
  /\bid=\{["'`]([\w:.-]+)["'`]|^[ \t]*(?:\(([\w:.-]{1,100})\)=|:(?:name|label):[ \t]+(\S{1,100}))/gm;
const HEADING_ELEMENT = /<h[1-6]\b[^<>]{0,200}>([^\n]{1,200})/gi;

/**
 * Whatever on the page names an anchor, and what its headings are called in a link. Too many rather than too few: a link to
 * one of them is not broken.
 */
export function pageAnchors(text: string, headings: readonly string[]): ReadonlySet<string> {
  const elements = Array.from(text.matchAll(HEADING_ELEMENT), ([, content]) => content!);
  return new Set([...anchorsOf(text), ...[...headings, ...elements].map(headingName)]);
}

/** What some headings are called in a link, and the anchors that are set in them. */
export function headingAnchors(headings: readonly string[]): ReadonlySet<string> {
  return new Set(headings.flatMap((heading) => [...anchorsOf(heading), headingName(heading)]));
}

function anchorsOf(text: string): string[] {
  const anchors = [...text.matchAll(ANCHOR)].map(([, attribute, braces]) => attribute ?? braces!);
  const others = Array.from(text.matchAll(OTHER_ANCHOR), ([, jsx, label, option]) => jsx ?? label ?? option!);
  return [...anchors, ...others];
}

/** Whether a link leads to one of these anchors or headings. */
export function isAnchor(name: string, anchors: ReadonlySet<string>): boolean {
  const plain = decoded(name).replace(/^user-content-/, '');
  const names = [name, plain, headingName(plain), headingName(plain.replace(COUNT, ''))];
  return names.some((other) => anchors.has(other));
}

/** Whether template code makes the anchor, or one that begins as it does: `<li id="ref-{{ forloop.index }}">`. */
export function isMade(name: string, anchors: ReadonlySet<string>): boolean {
  if (name.includes(MASK)) return true;
  return remember(madeBeginnings, anchors, () => beginningsOfMade(anchors)).some((beginning) =>
    name.startsWith(beginning),
  );
}

/** Each link of a page asks, and few pages have any. */
const madeBeginnings = new WeakMap<ReadonlySet<string>, readonly string[]>();

function beginningsOfMade(anchors: ReadonlySet<string>): string[] {
  return [...anchors].flatMap((anchor) => {
    const at = anchor.indexOf(MASK);
    return at === -1 ? [] : [anchor.slice(0, at)];
  });
}

/** Headings of one name are told apart by a number. */
const COUNT = /[-_]\d{1,2}$/;

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * A heading, or the anchor made of it, by its letters and digits, with a mark that no anchor has. Engines differ in blanks,
 * marks, accents, markup and the number before: “4. Émile’s **method**” is `#4-émiles-method`, `#emiles-method` and more.
 */
function headingName(heading: string): string {
  const name = heading
    .replace(/\]\([^()\n]*\)|<[^<>]*>|&\w{1,20};|\{[^{}]*\}/g, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return `# ${name.replace(/^\d+(?=\D)/, '')}`;
}
