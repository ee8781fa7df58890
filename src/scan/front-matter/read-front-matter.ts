import type { FrontMatterField, FrontMatterFormat, Region, SyntaxProblem } from '../../model.ts';
import { badOpening, executable, inOtherLanguage, unclosed, unopened } from './broken-front-matter.ts';
import { type ClosedBlock, decodeBlock, isClosed } from './decode-block.ts';
import { isEvident, isMeantAsMapping } from './evidence.ts';
import { findBlock, firstCharacter } from './find-block.ts';
import { behindCommentEnd, behindComments, isCommentedOut } from './leading-comment.ts';
import { findUnopened } from './missing-opening.ts';
import { type Overlooked, type Placement, placementOf } from './placement.ts';
import type { FrontMatterPolicy } from './policies.ts';

export { parseYamlBlock } from './decode-block.ts';
export type { FrontMatterPolicy } from './policies.ts';

/** The front matter of one document. */
export interface FrontMatterResult {
  readonly format: FrontMatterFormat;
  /** Delimiters included, the line break behind the closing one not; empty where there is no front matter. */
  readonly region: Region;
  /** Where the body begins: everything from here on is for the template layer. */
  readonly bodyStart: number;
  /** Keys at every depth in document order, parents before children; of a key written twice the last one counts. */
  readonly fields: readonly FrontMatterField[];
  readonly problems: readonly SyntaxProblem[];
  /** Why the engine does not see this front matter at all; the fields are read nevertheless. */
  readonly ignored?: Overlooked;
}

/**
 * Finds and reads the front matter of a page as the policy's engine does, and goes on where the engine gives up: a
 * broken or unclosed block yields the fields that can be read and a body that is still scanned, so one defect is one problem.
 * Never throws but for `ParserNotLoaded`; flat YAML, which is most of it, needs no parser.
 *
 * gray-matter is not the reader: it has no positions, runs `---js`, and knows neither TOML nor what Hugo, Jekyll and
 * Pandoc each take for a delimiter. It gives the second opinion on YAML that `yaml` refuses, and is the oracle of the
 * differential test.
 */
export function readFrontMatter(text: string, policy: FrontMatterPolicy): FrontMatterResult {
  const start = firstCharacter(text);
  if (text[start] === '<') return readBehindComment(text, start, policy) ?? withoutFrontMatter(text);
  const block = findBlock(text, start, policy);
  if (block === undefined || !('inner' in block)) {
    const found = findUnopened(text, start, policy);
    if (found !== undefined) return unopened(text, found, policy);
    return block === undefined ? withoutFrontMatter(text) : badOpening(text, block, policy);
  }
  const placement = placementOf(text, start, policy);
  if (placement === 'text' || (placement !== 'read' && !isEvident(text, block, placement))) {
    return withoutFrontMatter(text);
  }
  const stray = executable(block) ?? inOtherLanguage(block, policy);
  if (stray !== undefined) return stray;
  if (!isClosed(block)) return unclosed(text, block, policy) ?? withoutFrontMatter(text);
  if (policy.noMapping === 'text' && !isMeantAsMapping(text, block.inner)) return withoutFrontMatter(text);
  return withPlacement(text, decodeBlock(text, block, policy), placement, start, policy);
}

/**
 * Whether a page has front matter, or was evidently meant to have some that the engine overlooks. Reads nothing of it, so no
 * parser is needed.
 */
export function hasFrontMatter(text: string, policy: FrontMatterPolicy): boolean {
  const start = firstCharacter(text);
  if (text[start] === '<') return evidentBehindComment(text, start, policy) !== undefined;
  const block = findBlock(text, start, policy);
  if (block === undefined || !('inner' in block)) return findUnopened(text, start, policy) !== undefined;
  const placement = placementOf(text, start, policy);
  return placement === 'read' || (placement !== 'text' && isEvident(text, block, placement));
}

/** Front matter behind a comment is read where nothing is wrong with it but that. */
function readBehindComment(
  text: string,
  first: number,
  policy: FrontMatterPolicy,
): FrontMatterResult | undefined {
  const block = evidentBehindComment(text, first, policy);
  if (block === undefined) return undefined;
  const result = decodeBlock(text, block, policy);
  const { start } = block.opening;
  return policy.comments === 'opened' && isCommentedOut(text, first, start)
    ? { ...result, bodyStart: behindCommentEnd(text, block.end) }
    : withPlacement(text, result, 'comment', start, policy);
}

function evidentBehindComment(
  text: string,
  first: number,
  policy: FrontMatterPolicy,
): ClosedBlock | undefined {
  const start = behindComments(text, first, policy);
  const block = start === first ? undefined : findBlock(text, start, policy);
  if (block === undefined || !('inner' in block) || !isClosed(block) || block.word !== '') return undefined;
  return isEvident(text, block, 'comment') ? block : undefined;
}

function withoutFrontMatter(text: string): FrontMatterResult {
  const bodyStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { format: 'none', region: { start: 0, end: 0 }, bodyStart, fields: [], problems: [] };
}

/** Front matter the engine does not see is read all the same, with one problem that says so. */
function withPlacement(
  text: string,
  result: FrontMatterResult,
  placement: Placement,
  start: number,
  { effects }: FrontMatterPolicy,
): FrontMatterResult {
  if (placement === 'read' || placement === 'text') return result;
  const region = { start: 0, end: start };
  const problem: SyntaxProblem = {
    messageId: `fm-ignored-${placement}`,
    data: { effect: effects.ignored ?? effects.unopened },
    region,
    fix: placement === 'comment' ? moveBehind(text, region, result) : deleteLead(region, placement),
  };
  return { ...result, ignored: placement, problems: [problem, ...result.problems] };
}

function deleteLead(region: Region, placement: Overlooked): NonNullable<SyntaxProblem['fix']> {
  const title =
    placement === 'bom' ? 'Delete the byte order mark' : 'Delete what stands before the front matter';
  return { title, safety: 'safe', edits: [{ region, text: '' }] };
}

/** What the comment says is worth keeping. */
function moveBehind(
  text: string,
  lead: Region,
  { region: { end }, bodyStart }: FrontMatterResult,
): NonNullable<SyntaxProblem['fix']> {
  const comment = text.slice(lead.start, lead.end).trim();
  const edits = [
    { region: lead, text: '' },
    { region: { start: end, end: bodyStart }, text: `\n${comment}\n` },
  ];
  return { title: 'Put the comment behind the front matter', safety: 'suggest', edits };
}
