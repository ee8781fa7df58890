import type { Citation, CiteMode, Param, Reference, Region, Shortcode, SiteDialect } from '../../../model.ts';
import { standsAlone } from '../../template/hugo/pairing.ts';
import { NO_TEMPLATE, type TemplateFacts } from '../template-facts.ts';
import { isNarrative } from './call.ts';
import { isLocator } from './locator.ts';
import { hugoSignature } from './signatures.ts';

/**
 * A tag with a key and what `isReferenceText` takes for a reference: a text of four words or more with a comma, a point or
 * a colon. No backslash, brace or line end stands in either.
 */
const PLAIN_CITE =
  /\{\{< ?[a-z]+ "[A-Za-z][\w-]{0,99}" "(?=[^"\n.,:]{0,200}[.,:])[A-Z*\u00c0-\u00de][^\s"\\{}]*(?: [^\s"\\{}]+){3,}" ?>\}\}/y;

const SPACE = 0x20;
const PERCENT = 0x25;
const ANGLE = 0x3e;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** The lists that the cites of a page are added to. */
interface PlainFacts {
  readonly masked: Region[];
  readonly citations: Citation[];
  readonly references: Reference[];
}

/**
 * What a page says whose shortcodes, if there are any, all cite by a key and a reference text under one name whose form no
 * template tells, as on most pages. To look for these at once takes a fraction of what reading tags part by part does.
 * Undefined where there is anything else.
 *
 *     > | Words fade.{{< cite "knuth1997" "Knuth, D. E. (1997). *The Art of Computer Programming*." >}}
 */
export function readPlainCites(text: string, body: Region, dialect: SiteDialect): TemplateFacts | undefined {
  const first = text.indexOf('{{', body.start);
  if (first === -1) return hasCloser(text, body.start, text.length) ? undefined : NO_TEMPLATE;
  PLAIN_CITE.lastIndex = first;
  if (!PLAIN_CITE.test(text)) return undefined;
  const name = nameAt(text, first);
  if (!citesByEvidence(name, dialect)) return undefined;
  const mode = isNarrative(name) ? 'author-in-text' : 'normal';
  const facts: PlainFacts = { masked: [], citations: [], references: [] };
  let from = body.start;
  for (let open = first; open !== -1; open = text.indexOf('{{', from)) {
    if (hasCloser(text, from, open)) return undefined;
    PLAIN_CITE.lastIndex = open;
    if (!PLAIN_CITE.test(text) || nameAt(text, open) !== name) return undefined;
    const { lastIndex: end } = PLAIN_CITE;
    if (isInBraces(text, open, end) || !addCite(facts, text, { start: open, end }, name, mode))
      return undefined;
    from = end;
  }
  if (hasCloser(text, from, text.length)) return undefined;
  const { masked, citations, references } = facts;
  const shortcodes = (): Shortcode[] => masked.map((region) => shortcodeAt(text, region, name));
  return { ...NO_TEMPLATE, shortcodes, masked, citations, references };
}

/**
 * Adds what a tag cites; false where its text is a place in a work.
 * ```
 * {{< cite "knuth1997" "Knuth, D. E. (1997). …" >}}
 * ^start   ^                                       ^end
 * ```
 */
function addCite(facts: PlainFacts, text: string, region: Region, name: string, mode: CiteMode): boolean {
  const keyRegion = quotedAt(text, nameStartAt(text, region.start) + name.length + 1);
  const textRegion = quotedAt(text, keyRegion.end + 2);
  const key = text.slice(keyRegion.start, keyRegion.end);
  const reference = text.slice(textRegion.start, textRegion.end);
  if (isLocator({ value: reference })) return false;
  facts.masked.push(region);
  facts.citations.push({ region, construct: 'shortcode', cites: [{ key, keyRegion, mode }] });
  facts.references.push({ region: textRegion, text: reference, key, construct: 'shortcode' });
  return true;
}

/** The same tag as it is written. */
function shortcodeAt(text: string, region: Region, name: string): Shortcode {
  const start = nameStartAt(text, region.start);
  const end = start + name.length;
  const key = quotedAt(text, end + 1);
  const params = [key, quotedAt(text, key.end + 2)].map((content): Param => {
    const value = text.slice(content.start, content.end);
    return { value, region: { start: content.start - 1, end: content.end + 1 }, quote: '"' };
  });
  const nameRegion = { start, end };
  return { region, name, nameRegion, delimiter: '<', closing: false, selfClosing: false, params };
}

/** What stands between a quote at this place and the next. */
function quotedAt(text: string, quote: number): Region {
  return { start: quote + 1, end: text.indexOf('"', quote + 1) };
}

function nameStartAt(text: string, open: number): number {
  return text.charCodeAt(open + 3) === SPACE ? open + 4 : open + 3;
}

function nameAt(text: string, open: number): string {
  const start = nameStartAt(text, open);
  return text.slice(start, text.indexOf(' ', start));
}

/** Whether tags of this name open nothing, print no list, take two arguments, and say by these alone how they cite. */
function citesByEvidence(name: string, dialect: SiteDialect): boolean {
  if (name === 'bibliography') return false;
  const signature = hugoSignature(name, dialect);
  if (signature?.cite?.byEvidence !== true || signature.referenceList !== undefined) return false;
  return (signature.positional ?? 2) >= 2 && standsAlone(name, dialect);
}

/** Whether a brace touches the tag: it may be one too many. */
function isInBraces(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start - 1) === OPENING_BRACE || text.charCodeAt(end) === CLOSING_BRACE;
}

/** Whether something stands between the two that may close a tag, whole or broken; what opens it may be broken, too. */
function hasCloser(text: string, from: number, to: number): boolean {
  for (
    let brace = text.indexOf('}', from);
    brace !== -1 && brace < to;
    brace = text.indexOf('}', brace + 1)
  ) {
    const before = text.charCodeAt(brace - 1);
    const mark = before === SPACE ? text.charCodeAt(brace - 2) : before;
    if (mark === ANGLE || mark === PERCENT) return true;
  }
  return false;
}
