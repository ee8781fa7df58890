import type {
  BibEntry,
  Citation,
  Reference,
  Region,
  Shortcode,
  ShortcodeSignature,
  SiteDialect,
  SyntaxProblem,
} from '../../../model.ts';
import { closest } from '../../../text/similar.ts';
import { referenceLikeness } from '../../markdown/reference-text.ts';
import { siteSignature } from '../../template/hugo/signature.ts';
import { toldWork } from '../told-works.ts';
import { argumentAt, writtenReference } from './argument.ts';

/** An item of a list of references that a shortcode makes. */
export interface MadeItem {
  readonly key: string;
  /** What the template puts before the key in the `id`. */
  readonly prefix: string;
}

/** A reference that stands between the tags of a shortcode: `{{< bibitem "knuth84" >}}Knuth, D. E. …{{< /bibitem >}}`. */
export interface WrappedItem extends MadeItem {
  /** What stands between the tags. */
  readonly body: Region;
}

const NONE: readonly WrappedItem[] = [];

/** The items of a page, by the signatures of the site; what stands in code is none. */
export function wrappedItems(
  shortcodes: readonly Shortcode[],
  verbatim: readonly Region[],
  dialect: SiteDialect,
): readonly WrappedItem[] {
  // Most pages have no tag that closes.
  if (!shortcodes.some(({ closing }) => closing)) return NONE;
  const items: WrappedItem[] = [];
  let open: Shortcode | undefined;
  let next = 0;
  for (const shortcode of shortcodes) {
    const { name, region, closing, selfClosing, damaged } = shortcode;
    while (next < verbatim.length && verbatim[next]!.end <= region.start) next += 1;
    if ((verbatim[next]?.start ?? Infinity) <= region.start) continue;
    if (!closing) {
      const signature = siteSignature(name, dialect);
      const isItem = signature?.item !== undefined && signature.paired;
      if (isItem) open = selfClosing || damaged ? undefined : shortcode;
    } else if (open?.name === name) {
      const { key: place, prefix } = siteSignature(name, dialect)!.item!;
      const key = String(argumentAt(open, place)?.value ?? '').trim();
      const body = { start: open.region.end, end: region.start };
      if (key !== '') items.push({ key, prefix, body });
      open = undefined;
    }
  }
  return items;
}

/** What shortcodes without a body tell of the list of references. */
export interface Told {
  readonly items: readonly MadeItem[];
  readonly references: readonly Reference[];
  /** What is told of works part by part. */
  readonly entries: readonly BibEntry[];
}

/**
 * The items that shortcodes make of their arguments, `{{< source id="knuth84" title="…" >}}`, and the references that are
 * written in these: `{{< ref "knuth84" "Knuth, D. E. …" >}}`, `{{< references "Knuth, D. E. …" "Hoare, C. A. R. …" >}}`.
 */
export function toldItems(shortcodes: readonly Shortcode[], dialect: SiteDialect, text: string): Told {
  const items: MadeItem[] = [];
  const references: Reference[] = [];
  const entries: BibEntry[] = [];
  for (const [index, shortcode] of shortcodes.entries()) {
    const signature = siteSignature(shortcode.name, dialect);
    if (signature?.item?.hasParts && !shortcode.closing) {
      const work = toldWork(shortcode, signature.item, text, bodyOf(shortcode, shortcodes[index + 1]));
      if (work !== undefined) entries.push(work);
    }
    if (signature === undefined || signature.paired || !tellsOfReferences(signature)) continue;
    const { item } = signature;
    const key = item === undefined ? '' : String(argumentAt(shortcode, item.key)?.value ?? '').trim();
    if (item !== undefined && key !== '') items.push({ key, prefix: item.prefix });
    for (const param of shortcode.damaged ? [] : shortcode.params) {
      // Without a key, what is told may be of another kind: “Photograph: Ada Lovelace, 1843”.
      const likeness = typeof param.value === 'string' ? referenceLikeness(param.value) : 'none';
      if (likeness === 'certain' || (likeness === 'likely' && key !== ''))
        references.push(writtenReference(text, param, key));
    }
  }
  return { items, references, entries };
}

/** What stands between two tags, where nothing but text does. */
function bodyOf({ name, region }: Shortcode, next: Shortcode | undefined): Region | undefined {
  return next?.closing && next.name === name ? { start: region.end, end: next.region.start } : undefined;
}

const tellsOfReferences = ({ item, referenceList }: ShortcodeSignature): boolean =>
  item !== undefined || referenceList !== undefined;

/**
 * Cites that link to an item of their page which is not there: the template of the citation and that of the items agree
 * on what stands before a key, and the page has items; or it has their anchors in HTML, and others lead to these.
 */
export function lostItems(
  items: readonly MadeItem[],
  citations: readonly Citation[],
  shortcodes: readonly Shortcode[],
  dialect: SiteDialect,
  text: string,
): SyntaxProblem[] {
  const citing = new Map<Region, string>();
  const told = new Set<string>();
  for (const { name, region, params } of shortcodes) {
    const prefix = siteSignature(name, dialect)?.cite?.linksTo;
    if (prefix !== undefined && leadsToItems(prefix, items, text)) citing.set(region, prefix);
    // What is no citation may make the item, under whatever name.
    else for (const { value } of params) told.add(asAnchor(String(value).trim()));
  }
  if (citing.size === 0) return [];
  const links = citations.flatMap(({ region, cites }) => {
    const prefix = citing.get(region);
    return prefix === undefined ? [] : cites.map(({ key, keyRegion }) => ({ key, keyRegion, prefix }));
  });
  const lost = links.filter(
    ({ key, prefix }) =>
      key !== '' &&
      !told.has(asAnchor(key)) &&
      ![key, asAnchor(key)].some((form) => hasAnchor(text, prefix + form)),
  );
  // Where no link leads to an anchor, those are of something else, and the list is made elsewhere.
  if (items.length === 0 && lost.length === links.length) return [];
  return lost.map(({ key, keyRegion }) => lostItem(key, keyRegion, items));
}

/** Whether what stands before the keys in links to the page stands so before items, made or written in HTML. */
function leadsToItems(prefix: string, items: readonly MadeItem[], text: string): boolean {
  if (items.length > 0) return items.some((item) => item.prefix === prefix);
  const isBack = prefix === '' || LEADS_BACK.test(prefix);
  return !isBack && (text.includes(`id="${prefix}`) || text.includes(`name="${prefix}`));
}

/** What anchors begin with that items link back to, in the text: `href="#fnref:{{ .Get 0 }}"`. */
const LEADS_BACK = /back|fnref|cit/i;

function lostItem(key: string, region: Region, items: readonly MadeItem[]): SyntaxProblem {
  const keys = items.map((item) => item.key);
  // Any other number is as near.
  const near = /^\d+$/.test(key) ? undefined : closest(key, keys);
  if (near === undefined) return { messageId: 'lost-item', data: { key }, region };
  const fix = { title: `Cite \`${near}\``, safety: 'suggest' as const, edits: [{ region, text: near }] };
  return { messageId: 'misspelt-item', data: { key, suggestion: near }, region, fix };
}

/** Templates may make anchors of keys by `urlize` or `anchorize`. */
const asAnchor = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');

/** Whether the page has the anchor without a shortcode, as `id="ref-knuth84"` or `{#ref-knuth84}`. */
const hasAnchor = (text: string, anchor: string): boolean =>
  [`id="${anchor}"`, `id='${anchor}'`, `name="${anchor}"`, `#${anchor}}`].some((form) => text.includes(form));
