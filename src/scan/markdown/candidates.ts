import type { Region } from '../../model.ts';
import type { MarkdownFlavor } from './block-rules.ts';
import { announcesReferences } from './reference-heading.ts';

/** What a page holds that could matter; where nothing does, it is never taken apart. */
export interface Candidates {
  readonly footnotes: boolean;
  /** A heading that announces references. */
  readonly referenceList: boolean;
  /** What the flavor itself cites with. */
  readonly citations: boolean;
}

/** Citations of other systems, see `readForeignCites`. */
const FOREIGN = ['[@', '\\cite'];

const MARKS: Readonly<Record<MarkdownFlavor, readonly string[]>> = {
  myst: ['@', '{', 'cite:', ')=', '](', '<http', '#', '==', '--', '$$'],
  sphinx: ['{', '[@', 'cite:', ')=', '#', '==', '--', '$$'],
  'rehype-citation': ['@', '[^ref]', '<Cit', '&#64;', '&#x40;', '&commat;', '\\cite'],
  distill: ['<d', '</d', ...FOREIGN],
  documenter: ['(@cite', '(@C', '@bibliography', ...FOREIGN],
  markdown: [],
  'python-markdown': [],
  goldmark: [],
  kramdown: [],
};

/**
 * Looks for single characters and words only, at the speed of `indexOf`: most pages hold none. Where templates cite,
 * `citesInTemplate`, the citations of other systems count as well.
 */
export function findCandidates(
  text: string,
  body: Region,
  flavor: MarkdownFlavor,
  citesInTemplate = false,
): Candidates {
  return find(text, body, flavor, mayAnnounce, citesInTemplate);
}

/**
 * Whether a page could hold a candidate once its template code is masked, asked of the text as it stands: masking copies
 * a page, and most pages need no copy. Masking takes marks away and adds none; a title that holds template code may read
 * otherwise without it, so it counts.
 */
export function mayHoldCandidates(
  text: string,
  body: Region,
  flavor: MarkdownFlavor,
  citesInTemplate: boolean,
): boolean {
  const { footnotes, referenceList, citations } = find(
    text,
    body,
    flavor,
    mayBeReferenceHeading,
    citesInTemplate,
  );
  return footnotes || referenceList || citations;
}

const mayAnnounce: TitleTest = (title) => announcesReferences(title) !== 'none';
const mayBeReferenceHeading: TitleTest = (title) => /[{}]/.test(title) || mayAnnounce(title);

type TitleTest = (title: string) => boolean;

function find(
  text: string,
  body: Region,
  flavor: MarkdownFlavor,
  isTitle: TitleTest,
  citesInTemplate: boolean,
): Candidates {
  const has = (mark: string): boolean => {
    const at = text.indexOf(mark, body.start);
    return at !== -1 && at < body.end;
  };
  return {
    footnotes: has('[^'),
    referenceList: hasReferenceHeading(text, body, isTitle),
    citations: MARKS[flavor].some(has) || (citesInTemplate && FOREIGN.some(has)),
  };
}

function hasReferenceHeading(text: string, { start, end }: Region, isTitle: TitleTest): boolean {
  return (
    hasTitleLine(text, start, end, '#', isTitle) ||
    hasTitleLine(text, start, end, '**', isTitle) ||
    hasTitleLine(text, start, end, '<h', isTitle) ||
    hasUnderlinedTitle(text, start, end, isTitle)
  );
}

/** A line that starts with the mark and announces references. The mark's first character is rare, so finding it is fast. */
function hasTitleLine(text: string, start: number, end: number, mark: string, isTitle: TitleTest): boolean {
  for (let at = text.indexOf(mark, start); at !== -1 && at < end; ) {
    if (at !== start && !isLineEnd(text.charCodeAt(at - 1))) {
      at = text.indexOf(mark, at + mark.length);
      continue;
    }
    const feed = lineEnd(text, at, end);
    if (isShort(at, feed) && isTitle(text.slice(at, feed))) return true;
    at = text.indexOf(mark, feed);
  }
  return false;
}

/** A line of `=` or `-` under a title. */
function hasUnderlinedTitle(text: string, start: number, end: number, isTitle: TitleTest): boolean {
  for (const mark of ['==', '--']) {
    for (
      let at = text.indexOf(mark, start);
      at !== -1 && at < end;
      at = text.indexOf(mark, lineEnd(text, at, end))
    ) {
      if (at <= start + 1 || !isLineEnd(text.charCodeAt(at - 1))) continue;
      const titleEnd = text.charCodeAt(at - 2) === 13 ? at - 2 : at - 1;
      const titleStart = Math.max(start, text.lastIndexOf('\n', titleEnd - 1) + 1);
      if (isShort(titleStart, titleEnd) && isTitle(text.slice(titleStart, titleEnd))) return true;
    }
  }
  return false;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function lineEnd(text: string, at: number, end: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? end : feed;
}

/** Bounded on both sides: a long line is no title. */
const MAX_TITLE = 120;

function isShort(start: number, end: number): boolean {
  return end > start && end - start <= MAX_TITLE;
}
