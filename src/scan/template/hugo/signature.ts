import type { ShortcodeSignature, SiteDialect } from '../../../model.ts';

/**
 * The signature a site gives a shortcode. Since Hugo 0.146 the template is found whatever the case of the name, so
 * `{{< Cite >}}` runs `cite.html` (tpl/tplimpl/templatestore.go).
 */
export function siteSignature(name: string, { shortcodes }: SiteDialect): ShortcodeSignature | undefined {
  if (Object.hasOwn(shortcodes, name)) return shortcodes[name];
  const folded = name.toLowerCase();
  return Object.hasOwn(shortcodes, folded) ? shortcodes[folded] : foldedIndex(shortcodes).get(folded);
}

const indexes = new WeakMap<SiteDialect['shortcodes'], ReadonlyMap<string, ShortcodeSignature>>();

/** Remembered per site, because every page of the site asks. */
function foldedIndex(shortcodes: SiteDialect['shortcodes']): ReadonlyMap<string, ShortcodeSignature> {
  let index = indexes.get(shortcodes);
  if (index === undefined) {
    index = new Map(Object.values(shortcodes).map((signature) => [signature.name.toLowerCase(), signature]));
    indexes.set(shortcodes, index);
  }
  return index;
}
