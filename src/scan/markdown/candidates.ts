import type { Region } from '../../model.ts';
import type { MarkdownFlavor } from './block-rules.ts';
import { isReferenceHeading } from './reference-heading.ts';

/** What a page holds that could matter; where nothing does, it is never taken apart. */
export interface Candidates {
  readonly footnotes: boolean;
  /** A heading that announces references. */
  readonly referenceList: boolean;
  /** What the flavor itself cites with. */
  readonly citations: boolean;
}

const MARKS: Readonly<Record<MarkdownFlavor, readonly string[]>> = {
  myst: ['@', '{', ')=', '](', '<http', '#', '\n=', '\n-', '$$'],
  sphinx: ['{', ')=', '#', '\n=', '\n-', '$$'],
  'rehype-citation': ['@', '[^ref]', '<Cit'],
  distill: ['<d-', '<dt-'],
  markdown: [],
  goldmark: [],
  kramdown: [],
};

/** Looks for single characters and words only, at the speed of `indexOf`: most pages hold none. */
export function findCandidates(text: string, body: Region, flavor: MarkdownFlavor): Candidates {
  const has = (mark: string): boolean => {
    const at = text.indexOf(mark, body.start);
    return at !== -1 && at < body.end;
  };
  return {
    footnotes: has('[^'),
    referenceList: hasReferenceHeading(text, body),
    citations: MARKS[flavor].some(has),
  };
}

/** How a line that may head a list of references starts, or how the line under it does. */
const HEADING_MARKS = ['\n#', '\n**', '\n__', '\n==', '\n--'] as const;

function hasReferenceHeading(text: string, { start, end }: Region): boolean {
  if (startsHeading(text, start, end)) return true;
  for (const mark of HEADING_MARKS) {
    const isUnderline = mark === '\n==' || mark === '\n--';
    for (let at = text.indexOf(mark, start); at !== -1 && at < end; at = text.indexOf(mark, at + 2)) {
      if (
        isUnderline ? isTitle(text, text.lastIndexOf('\n', at - 1) + 1, at) : startsHeading(text, at + 1, end)
      ) {
        return true;
      }
    }
  }
  return false;
}

function startsHeading(text: string, start: number, end: number): boolean {
  const mark = text[start];
  if (mark !== '#' && mark !== '*' && mark !== '_') return false;
  const feed = text.indexOf('\n', start);
  return isTitle(text, start, feed === -1 ? end : feed);
}

/** Bounded on both sides: a long line is no title. */
const MAX_TITLE = 120;

function isTitle(text: string, start: number, end: number): boolean {
  return end > start && end - start <= MAX_TITLE && isReferenceHeading(text.slice(start, end));
}
