import type { Citation, Label, Shortcode } from '../model.ts';

/**
 * Anchors that templates make: `{{< anchor "knuth84" >}}` and `{% include item.html id="knuth84" %}` may print
 * `<a id="knuth84">` or `<li id="ref-knuth84">`, so a link to such an anchor has its item, though Markdown shows none.
 */
export function anchorsOfTags(
  citations: readonly Citation[],
  labels: readonly Label[],
  shortcodes: () => readonly Shortcode[],
): Label[] {
  if (!citations.some(isLink)) return [];
  const known = new Set(labels.map(({ name }) => name));
  const linked = new Set(
    citations.filter(isLink).flatMap(({ cites }) => cites.map(({ key }) => key.slice(1))),
  );
  const tags = shortcodes();
  return [...linked]
    .filter((anchor) => !known.has(anchor))
    .flatMap((anchor) => {
      const [param] = tags.flatMap(({ params }) =>
        params.filter(({ value }) => names(String(value), anchor)),
      );
      return param === undefined ? [] : [{ name: anchor, region: param.region, isAnchor: true as const }];
    });
}

const isLink = ({ construct }: Citation): boolean => construct === 'link';

/** Whether what a tag is told is the anchor, or ends it behind a prefix of the template. */
const names = (told: string, anchor: string): boolean =>
  told === anchor || (told.length > 2 && anchor.endsWith(told));
