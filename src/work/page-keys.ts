import type { Construct, DocumentFacts } from '../model.ts';

/** Whether keys of a construct hold for their page only: every page has its `[^1]` and its `[3]`. */
export function isPageConstruct(construct: Construct): boolean {
  // Asked of every reference several times: a set takes longer than to compare.
  return (
    construct === 'footnote' ||
    construct === 'list-item' ||
    construct === 'numbered' ||
    construct === 'link' ||
    construct === 'field'
  );
}

/** Whether a key says no more than where its reference stands: `3`, `fn:2`, `ref-12`, `note1`. */
export function isNumbering(key: string): boolean {
  return /^(?:fn|note|footnote|ref|reference|cite|r|n)?[-:_.]?\d{1,4}$/i.test(key);
}

/** Whether a key means nothing beyond its page, be it by its construct or since it only numbers: `{{< cite 1 "…" >}}`. */
export function isPageKey(construct: Construct, key: string): boolean {
  return isPageConstruct(construct) || isNumbering(key);
}

/**
 * Whether a page holds a bibliography that its keys are looked up in. Works that shortcodes and includes tell in its text
 * are none: a template that cites does not know of them.
 */
export function holdsBibliography({ dialect, entries, frontMatterRegion }: DocumentFacts): boolean {
  if (entries.length === 0) return false;
  if (dialect !== 'hugo' && dialect !== 'jekyll') return true;
  return entries.some(({ region }) => region.start < frontMatterRegion.end);
}

/** Whether a page of Jekyll is an article for Distill, as the layout of that name makes it. */
export function isForDistill({ frontMatter }: DocumentFacts): boolean {
  return frontMatter.some(({ name, value }) => name === 'layout' && value === 'distill');
}
