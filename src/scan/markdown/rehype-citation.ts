import type { Citation, Cite, Region, SyntaxProblem } from '../../model.ts';
import { append } from '../../text/append.ts';
import { once } from '../../text/once.ts';
import type { EmphasisBudget } from './emphasis.ts';
import {
  findGroupProblems,
  findSpacedKey,
  findUnclosedCitation,
  findUnopenedCitations,
  isEmptyCitation,
  MAX_UNCLOSED,
} from './group-problems.ts';
import type { InlineText, Page } from './page.ts';
import { matchRehypeCites, type RehypeMatch } from './rehype-cite.ts';
import { type TextNode, textNodesOf } from './text-nodes.ts';

/** What the text of a page for rehype-citation comes to. */
export interface RehypeDraft {
  readonly citations: Citation[];
  readonly problems: SyntaxProblem[];
  readonly budget: EmphasisBudget;
}

/**
 * Reads one text as rehype-citation does: only in text nodes that stand in a paragraph, an item or a cell, or in an element
 * of MDX. What it leaves as it stands because it is in a heading, a link or emphasis becomes a problem, if it is written in
 * brackets.
 */
export function readRehypeText(
  content: InlineText,
  isHeading: boolean,
  page: Page,
  draft: RehypeDraft,
): void {
  if (!content.text.includes('@') && !AT_REFERENCE.test(content.text)) return;
  for (const node of textNodesOf(content, page.inlineRules, draft.budget, draft.problems)) {
    if (!node.value.includes('@')) continue;
    const matches = matchRehypeCites(node.value).filter(({ parts }) => parts.length > 0);
    const isRendered = node.place === 'component' || (node.place === 'text' && !isHeading);
    if (isRendered) addCitations(content, node, matches, draft);
    else addUnrendered(content, node, matches, isHeading, draft.problems);
  }
  if (!isHeading) addBracketProblems(content, draft.problems);
}

/** A writer who writes `@` so to hide it hides it from no engine that looks at the text nodes. */
const AT_REFERENCE = /&(?:#64|#x40|commat);/i;

/** Whether the text is the mark behind which rehype-citation prints the bibliography. */
export function isReferenceMark(text: string): boolean {
  return text.trim() === '[^ref]';
}

function addCitations(content: InlineText, node: TextNode, matches: RehypeMatch[], draft: RehypeDraft): void {
  for (const [index, match] of matches.entries()) {
    const region = regionOf(content, node, match.start, match.end);
    const cites = match.parts.map((part) => createCite(content, node, match, part));
    draft.citations.push({ region, construct: match.kind, cites, ...(index > 0 ? CHAINED : {}) });
    if (match.kind === 'bracketed') {
      const place = (start: number, end: number): Region => regionOf(content, node, start, end);
      append(draft.problems, groupProblems(node.value, match, place));
    }
  }
  append(draft.problems, gluedKeys(content, node, matches));
}

/** The plugin reads each part for itself: an empty one does no harm, and of one without a key nothing is printed. */
function groupProblems(
  value: string,
  { start, end }: RehypeMatch,
  region: (start: number, end: number) => Region,
): SyntaxProblem[] {
  return findGroupProblems(value, start + 1, end - 1, region)
    .filter(({ messageId }) => messageId !== 'empty-cite-part')
    .map(({ messageId, ...problem }) =>
      messageId === 'part-without-key'
        ? { ...problem, messageId: 'dropped-part' }
        : { ...problem, messageId },
    );
}

const GLUED = once(() => /(?<=[^\s@/.[-])@([\p{L}\d_](?:[^\s,;()[\]{}"'’”]{0,200}[\p{L}\d_])?)/gu);

/** `(@knuth84)` and `word@knuth84`: the plugin looks for a key without brackets behind a blank alone. */
function gluedKeys(content: InlineText, node: TextNode, matches: readonly RehypeMatch[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let next = 0;
  for (const { index, 0: written, 1: key } of node.value.matchAll(GLUED())) {
    while (next < matches.length && matches[next]!.end <= index) next += 1;
    if (next < matches.length && matches[next]!.start <= index) continue;
    const region = regionOf(content, node, index, index + written.length);
    problems.push({ messageId: 'glued-citation', data: { key: key! }, region });
  }
  return problems;
}

const CHAINED = { chained: true } as const;

function addBracketProblems(content: InlineText, problems: SyntaxProblem[]): void {
  const { text, inline, region } = content;
  for (const open of inline.unclosed.slice(0, MAX_UNCLOSED)) {
    const problem = findUnclosedCitation(text, open, region);
    if (problem !== undefined) problems.push(problem);
  }
  append(problems, findUnopenedCitations(content));
  for (const { kind, open, close } of inline.brackets) {
    if (kind !== 'text') continue;
    const spaced = findSpacedKey(text, open, region);
    if (spaced !== undefined) problems.push(spaced);
    if (isEmptyCitation(text, open, close))
      problems.push({ messageId: 'empty-citation', region: region(open, close + 1) });
  }
}

function createCite(
  content: InlineText,
  node: TextNode,
  { kind }: RehypeMatch,
  { key, keyStart, suppressAuthor, prefix, suffix }: RehypeMatch['parts'][number],
): Cite {
  const mode = suppressAuthor ? 'suppress-author' : kind === 'in-text' ? 'author-in-text' : 'normal';
  return {
    key,
    keyRegion: regionOf(content, node, keyStart, keyStart + key.length),
    mode,
    ...(prefix === '' ? {} : { prefix }),
    ...suffix,
  };
}

function regionOf({ region }: InlineText, node: TextNode, start: number, end: number): Region {
  return region(node.offset(start), node.offset(end - 1) + 1);
}

function addUnrendered(
  content: InlineText,
  node: TextNode,
  matches: readonly RehypeMatch[],
  isHeading: boolean,
  problems: SyntaxProblem[],
): void {
  const where = node.place === 'text' && isHeading ? 'heading' : node.place;
  for (const { kind, start, end, parts } of matches) {
    if (kind !== 'bracketed') continue;
    const key = parts[0]!.key;
    problems.push({
      messageId: 'citation-not-rendered',
      data: { key, where },
      region: regionOf(content, node, start, end),
    });
  }
}
