import type { ShortcodeSignature, SiteDialect } from '../../../model.ts';
import { hugoBuiltins } from '../../template/hugo/builtins.ts';
import { siteSignature } from '../../template/hugo/signature.ts';

type Cite = NonNullable<ShortcodeSignature['cite']>;

/** Names an argument with a key goes by where no template tells. */
export const KEY_NAMES: readonly string[] = ['key', 'keys', 'id', 'bib', 'citekey', 'cite'];
/** Names that an argument with a reference text has. */
export const REFERENCE_NAMES: readonly string[] = ['text', 'reference', 'ref'];
/** Names that an argument with a locator has. */
export const LOCATOR_NAMES: readonly string[] = ['pages', 'page', 'locator', 'loc', 'p', 'pp'];

/** Where no template tells: the key first, then a reference text or pages, as the arguments themselves show. */
export const evidenceCite: Cite = {
  key: { position: 0, names: KEY_NAMES },
  separators: ';,',
  suppressPrefix: true,
  reference: { position: 1, names: REFERENCE_NAMES },
  referenceRequired: false,
  locator: { position: 1, names: LOCATOR_NAMES },
  byEvidence: true,
};

const referenceList = { path: { position: 0, names: ['src', 'file', 'path', 'bib'] } };

/** The shortcodes that cite or print a list of references in most sites that have them. */
export const defaultHugoSignatures: Readonly<Record<string, ShortcodeSignature>> = {
  cite: { name: 'cite', paired: false, cite: evidenceCite },
  citep: { name: 'citep', paired: false, cite: evidenceCite },
  citet: { name: 'citet', paired: false, cite: evidenceCite },
  bibentry: { name: 'bibentry', paired: false, cite: evidenceCite },
  bibliography: { name: 'bibliography', paired: false, referenceList },
  references: { name: 'references', paired: false, referenceList },
  'works-cited': { name: 'works-cited', paired: false, referenceList },
};

/**
 * The signature of a shortcode in this site: from its template; without one from the profiles, unless all templates of
 * the site are known.
 */
export function hugoSignature(name: string, dialect: SiteDialect): ShortcodeSignature | undefined {
  const own = siteSignature(name, dialect);
  if (own !== undefined || dialect.shortcodesComplete || hugoBuiltins.has(name)) return own;
  return Object.hasOwn(defaultHugoSignatures, name) ? defaultHugoSignatures[name] : undefined;
}
