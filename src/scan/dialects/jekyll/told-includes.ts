import type { BibEntry, Param, Shortcode, SiteDialect } from '../../../model.ts';
import { toldWork } from '../told-works.ts';
import { createLiquidFlow } from './flow.ts';

/** The works that includes of a site are told part by part: `{% include bib.html label="knuth84" title="…" %}`. */
export function toldByIncludes(
  shortcodes: readonly Shortcode[],
  { shortcodes: signatures }: SiteDialect,
  text: string,
): readonly BibEntry[] {
  if (!Object.values(signatures).some(({ item }) => item?.hasParts)) return NONE;
  const flow = createLiquidFlow();
  const entries: BibEntry[] = [];
  for (const shortcode of shortcodes) {
    flow.visit(shortcode);
    const name = `${shortcode.name} ${String(shortcode.params[0]?.value)}`;
    const item = Object.hasOwn(signatures, name) ? signatures[name]!.item : undefined;
    if (!item?.hasParts || !flow.isLive()) continue;
    const work = toldWork(shortcode, item, text, undefined, isLiteral);
    if (work !== undefined) entries.push(work);
  }
  return entries;
}

const NONE: readonly BibEntry[] = [];

/** What is neither quoted nor a number is a variable. */
const isLiteral = ({ quote, value }: Param): boolean => quote !== '' || /^\d+$/.test(String(value));
