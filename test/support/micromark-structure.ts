import { parse, postprocess, preprocess } from 'micromark';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { blockRules } from '../../src/scan/markdown/block-rules.ts';
import { splitLines } from '../../src/scan/markdown/lines.ts';
import { createPage, inlineOf, passageOf } from '../../src/scan/markdown/page.ts';
import { scanBlocks } from '../../src/scan/markdown/scan-blocks.ts';

/** Where the constructs stand that decide what is a footnote or a citation, as `start-end`, sorted. */
export interface Structure {
  readonly calls: readonly string[];
  readonly definitions: readonly string[];
  readonly code: readonly string[];
  readonly links: readonly string[];
  readonly html: readonly string[];
  readonly autolinks: readonly string[];
  readonly headings: readonly string[];
}

const TYPES: Readonly<Record<string, keyof Structure>> = {
  gfmFootnoteCall: 'calls',
  gfmFootnoteDefinitionLabelString: 'definitions',
  codeText: 'code',
  link: 'links',
  image: 'links',
  htmlText: 'html',
  autolink: 'autolinks',
};

function empty(): Record<keyof Structure, string[]> {
  return { calls: [], definitions: [], code: [], links: [], html: [], autolinks: [], headings: [] };
}

function sorted(found: Record<keyof Structure, string[]>): Structure {
  for (const list of Object.values(found)) list.sort();
  return found;
}

/** What micromark with GFM footnotes makes of a whole text. */
export function structureByMicromark(text: string): Structure {
  const found = empty();
  const chunks = preprocess()(text, undefined, true);
  const events = postprocess(
    parse({ extensions: [gfmFootnote()] })
      .document()
      .write(chunks),
  );
  for (const [step, { type, start, end }] of events) {
    const list = TYPES[type];
    if (step !== 'enter') continue;
    if (list !== undefined) found[list].push(`${start.offset}-${end.offset}`);
    if (type === 'atxHeadingText' || type === 'setextHeadingText') found.headings.push(String(start.offset));
  }
  return sorted(found);
}

/** What our own scanners make of it. */
export function structureByScan(text: string): Structure {
  const found = empty();
  const blocks = scanBlocks(text, splitLines(text, { start: 0, end: text.length }), blockRules.markdown);
  const page = createPage(text, 'markdown', blockRules.markdown, [blocks]);
  for (const { label } of blocks.containers) {
    if (label !== undefined) found.definitions.push(`${label.start}-${label.end}`);
  }
  for (const block of blocks.texts) {
    const { inline, region } = inlineOf(page, passageOf(page, block));
    const at = (start: number, end: number): string =>
      `${region(start, start).start}-${region(start, end).end}`;
    if (block.kind === 'heading' && block.starts[0]! < block.ends[0]!)
      found.headings.push(String(block.starts[0]));
    for (const { start, end, isDefined } of inline.calls) if (isDefined) found.calls.push(at(start, end));
    for (const { kind, start, end } of inline.opaque) {
      if (kind === 'code') found.code.push(at(start, end));
      if (kind === 'html') found.html.push(at(start, end));
      if (kind === 'autolink') found.autolinks.push(at(start, end));
    }
    for (const { kind, open, end } of inline.brackets) {
      if (kind !== 'text') found.links.push(at(kind === 'image' ? open - 1 : open, end));
    }
  }
  return sorted(found);
}
