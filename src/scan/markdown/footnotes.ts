import type { FootnoteDefinition, FootnoteUse, Reference } from '../../model.ts';
import { type InlineText, type Page, passageOf } from './page.ts';
import { regionIn } from './passage.ts';
import { referenceLikeness } from './reference-text.ts';

/** A character class of a regular expression in prose looks like a call: `[^a-z]`, `[^\s]`. */
const CHARACTER_CLASS = /\\|[a-zA-Z0-9]-[a-zA-Z0-9](?![\w-])/;

/**
 * The calls in one text, also of footnotes the page does not define, which a reader sees as they stand. What is rather a
 * regular expression is none.
 */
export function footnoteUses({ text, inline, region }: InlineText): FootnoteUse[] {
  const uses: FootnoteUse[] = [];
  for (const { start, end, isDefined } of inline.calls) {
    const label = text.slice(start + 2, end - 1);
    if (!isDefined && (CHARACTER_CLASS.test(label) || '+*{?'.includes(text[end] ?? ' '))) continue;
    uses.push({ label, region: region(start, end) });
  }
  return uses;
}

/** The definitions of a page in the order of their start. */
export function footnoteDefinitions({ text, parts }: Page): FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = [];
  for (const { containers } of parts) {
    for (const { label, start, end } of containers) {
      if (label === undefined) continue;
      definitions.push({
        label: text.slice(label.start, label.end),
        labelRegion: label,
        region: { start, end },
        text: firstLine(text.slice(label.end + 2, end)),
      });
    }
  }
  return parts.length > 1 ? definitions.sort((a, b) => a.region.start - b.region.start) : definitions;
}

function firstLine(text: string): string {
  const content = text.trimStart();
  const end = content.search(/[\r\n]/);
  return (end === -1 ? content : content.slice(0, end)).trimEnd();
}

/** Footnotes whose first paragraph is a formatted reference, keyed by their label. */
export function footnoteReferences(page: Page): Reference[] {
  const references: Reference[] = [];
  for (const { texts, containers } of page.parts) {
    const seen = new Set<number>();
    for (const block of texts) {
      const { container } = block;
      const label = containers[container]?.label;
      if (label === undefined || seen.has(container)) continue;
      seen.add(container);
      const passage = passageOf(page, block);
      const text = passage.text.trim();
      if (block.kind !== 'paragraph' || referenceLikeness(text) !== 'certain') continue;
      const start = passage.text.indexOf(text);
      references.push({
        region: regionIn(passage, start, start + text.length),
        text: text.replaceAll('\n', ' '),
        key: page.text.slice(label.start, label.end),
        construct: 'footnote',
      });
    }
  }
  return references;
}
