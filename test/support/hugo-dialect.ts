import type { ShortcodeSignature, SiteDialect } from '../../src/model.ts';

/** A Hugo site with these shortcodes and, unless said otherwise, no others. */
export function hugoDialect(
  signatures: readonly ShortcodeSignature[],
  shortcodesComplete = true,
): SiteDialect {
  return {
    name: 'hugo',
    root: '',
    reason: 'a test says so',
    shortcodes: Object.fromEntries(signatures.map((signature) => [signature.name, signature])),
    shortcodesComplete,
    crossReferencePrefixes: [],
  };
}

/** A shortcode that does not cite. */
export function plainSignature(name: string, paired: boolean): ShortcodeSignature {
  return { name, paired, template: `layouts/shortcodes/${name}.html` };
}
