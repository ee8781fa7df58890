/**
 * The shortcodes Hugo brings along, those of older versions included, and whether their templates ask for `.Inner`
 * (tpl/tplimpl/embedded/templates/_shortcodes). A site's own template of the same name wins.
 */
export const hugoBuiltins: ReadonlyMap<string, { readonly paired: boolean }> = new Map(
  Object.entries({
    comment: true,
    details: true,
    figure: false,
    gist: false,
    highlight: true,
    instagram: false,
    instagram_simple: false,
    param: false,
    qr: true,
    ref: false,
    relref: false,
    speakerdeck: false,
    tweet: false,
    twitter: false,
    twitter_simple: false,
    vimeo: false,
    vimeo_simple: false,
    x: false,
    x_simple: false,
    youtube: false,
  }).map(([name, paired]) => [name, { paired }]),
);

/** What sites call the shortcodes that cite and that list references; such a word is a name even where none is known. */
export const usualNames: ReadonlySet<string> = new Set([
  'cite',
  'citep',
  'citet',
  'bibliography',
  'references',
]);
