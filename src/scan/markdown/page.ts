import type { Region } from '../../model.ts';
import type { BlockRules, MarkdownFlavor } from './block-rules.ts';
import type { Blocks, TextBlock } from './blocks.ts';
import { footnoteIdentifier } from './footnote-label.ts';
import { type Inline, type InlineRules, scanInline } from './inline.ts';
import { createPassage, type Passage, regionIn } from './passage.ts';

/** A page whose blocks are known: the body, and the bodies of directives in it. */
export interface Page {
  readonly text: string;
  readonly flavor: MarkdownFlavor;
  readonly rules: BlockRules;
  readonly parts: readonly Blocks[];
  readonly inlineRules: InlineRules;
}

/** Inline Markdown with its structure; `region` maps its offsets to the file. */
export interface InlineText {
  readonly text: string;
  readonly inline: Inline;
  region(start: number, end: number): Region;
}

/** GFM as micromark reads it; Goldmark, kramdown and Python-Markdown look for calls first. */
const IMAGES_FIRST: ReadonlySet<MarkdownFlavor> = new Set(['markdown', 'rehype-citation']);

/** Joins the parts of a page: footnotes and link references defined in one are known in all. */
export function createPage(
  text: string,
  flavor: MarkdownFlavor,
  rules: BlockRules,
  parts: readonly Blocks[],
): Page {
  const footnotes = new Set<string>();
  const definitions = new Set<string>();
  for (const { containers, definitions: defined } of parts) {
    for (const identifier of defined) definitions.add(identifier);
    for (const { label } of containers) {
      if (label === undefined) continue;
      footnotes.add(footnoteIdentifier(text.slice(label.start, label.end), rules.footnoteLabels));
    }
  }
  const inlineRules = {
    footnoteLabels: rules.footnoteLabels,
    footnotes,
    definitions,
    imagesFirst: IMAGES_FIRST.has(flavor),
    myst: rules.myst,
    mdx: rules.modules,
  };
  return { text, flavor, rules, parts, inlineRules };
}

/** The passage of a text block. */
export function passageOf(page: Page, block: TextBlock): Passage {
  return createPassage(page.text, block.starts, block.ends);
}

/** Scans a passage for its inline structure. */
export function inlineOf(page: Page, passage: Passage): InlineText {
  return {
    text: passage.text,
    inline: scanInline(passage.text, page.inlineRules),
    region: (start, end) => regionIn(passage, start, end),
  };
}
