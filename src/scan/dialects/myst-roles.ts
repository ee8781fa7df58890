import type { CiteMode } from '../../model.ts';

/** What the citing roles of one engine are called, and how each prints its cites. */
export type CiteRoles = ReadonlyMap<string, CiteMode>;

/**
 * mystmd: `cite` alone is narrative; `p` and everything with `par` or `alp` is parenthetical (myst-roles, `cite.ts`).
 * Roles that print a year or names only leave a part of the cite out.
 */
export const mystRoles: CiteRoles = new Map<string, CiteMode>([
  ...roles('author-in-text', 'cite cite:t cite:ts cite:ct cite:cts cite:label'),
  ...roles('normal', 'cite:p cite:ps cite:alp cite:alps cite:labelpar'),
  ...roles(
    'suppress-author',
    'cite:year cite:yearpar cite:author cite:authors cite:authorpar cite:authorpars cite:cauthor cite:cauthors',
  ),
]);

/** sphinxcontrib-bibtex 2.6: `cite` alone is parenthetical; `footcite` puts the reference into a footnote. */
export const sphinxRoles: CiteRoles = new Map<string, CiteMode>([
  ...roles(
    'author-in-text',
    'cite:t cite:ts cite:ct cite:cts cite:label footcite:t footcite:ts footcite:ct footcite:cts',
  ),
  ...roles(
    'normal',
    'cite cite:p cite:ps cite:alp cite:alps cite:labelpar cite:empty footcite footcite:p footcite:ps',
  ),
  ...roles(
    'suppress-author',
    'cite:year cite:yearpar cite:author cite:authors cite:authorpar cite:authorpars cite:cauthor cite:cauthors ' +
      'cite:cauthorpar cite:cauthorpars footcite:year footcite:yearpar footcite:author footcite:authors footcite:authorpar',
  ),
]);

function roles(mode: CiteMode, names: string): [string, CiteMode][] {
  return names.split(' ').map((name) => [name, mode]);
}

/** Roles of mystmd whose body is Markdown again. */
export const markdownRoles: ReadonlySet<string> = new Set(
  'span del delete strike smallcaps sc sub subscript sup superscript u underline'.split(' '),
);
