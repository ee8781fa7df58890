import type { FrontMatterField, Region } from '../../model.ts';

/** Fields mystmd prints as parts of the page, with the names it takes for them (myst-frontmatter, `site/types.ts`). */
const PARTS: ReadonlySet<string> = new Set(
  (
    'abstract summary plain_language_summary plainLanguageSummary plain-language-summary lay_summary lay-summary ' +
    'keypoints keyPoints key_points key-points dedication epigraph quote data_availability dataAvailability ' +
    'data-availability availability acknowledgments acknowledgements acknowledgment acknowledgement ack'
  ).split(' '),
);

/** Where the front matter of a MyST page holds Markdown: `abstract: |` and its kin, and whatever stands in `parts`. */
export function mystParts(fields: readonly FrontMatterField[]): Region[] {
  return fields.flatMap(({ name, value, region }) =>
    typeof value === 'string' && (PARTS.has(name) || /^parts?\.[^.]+$/.test(name)) ? [region] : [],
  );
}
