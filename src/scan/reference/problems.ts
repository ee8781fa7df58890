import type { Region, SyntaxProblem } from '../../model.ts';
import { once } from '../../text/once.ts';
import {
  findBareInitial,
  findDanglingConjunction,
  findDoubledSeparator,
  findMisshapenAuthor,
  findStoppedEt,
} from './misshapen-authors.ts';
import { findMisshapenDay, findMisshapenMonth } from './misshapen-days.ts';
import { findBackwardPages, findEmptyDoi, findLostAddress, findOpenPages } from './misshapen-numbers.ts';
import {
  findMisshapenYear,
  findMissingAuthor,
  findMissingContainer,
  findMissingTitle,
  findMissingYear,
} from './missing-parts.ts';
import { withoutNoteMarks } from './note-marks.ts';
import type { Parts } from './parts.ts';
import { regionOf } from './token.ts';

/** What can be wrong with the parts of a reference, and how it is found. */
const CHECKS: readonly (readonly [string, (parts: Parts) => Region | undefined])[] = [
  ['missing-author', findMissingAuthor],
  ['misshapen-separator', ({ draft, head }) => findDoubledSeparator(draft.tokens, head)],
  ['misshapen-conjunction', ({ draft, head }) => findDanglingConjunction(draft.tokens, head)],
  ['misshapen-author', ({ draft, head }) => findMisshapenAuthor(draft.tokens, head)],
  ['misshapen-others', ({ draft, head }) => findStoppedEt(draft.tokens, head)],
  ['misshapen-initial', ({ draft, head }) => findBareInitial(draft.tokens, head)],
  ['missing-title', findMissingTitle],
  ['missing-container', findMissingContainer],
  ['misshapen-year', findMisshapenYear],
  ['missing-year', findMissingYear],
  ['misshapen-day', findMisshapenDay],
  ['misshapen-month', findMisshapenMonth],
  ['misshapen-pages', ({ draft, numbers }) => findBackwardPages(draft.tokens, numbers)],
  ['misshapen-range', ({ draft, numbers }) => findOpenPages(draft.tokens, numbers)],
  ['misshapen-address', ({ draft }) => findLostAddress(draft.tokens)],
  ['misshapen-doi', ({ draft, numbers }) => findEmptyDoi(draft.tokens, numbers)],
];

/**
 * What is malformed, in the order of the text. Parts are missed only where the marks are in order, since a lost mark
 * loses parts too, and only what comes first is named: one damage often looks like two.
 */
export function findProblems(parts: Parts): SyntaxProblem[] {
  const bare = findBareUrl(parts);
  if (bare !== undefined) return [{ messageId: 'bare-url', region: bare }];
  const accent = findLatexAccent(parts.draft.source.text);
  if (accent !== undefined) return [accent];
  const unbalanced = withoutNoteMarks(parts.draft.source, parts.head.names ?? parts.lateNames);
  if (unbalanced.length > 0) return [...unbalanced];
  for (const [messageId, find] of CHECKS) {
    const region = find(parts);
    if (region === undefined) continue;
    if (!messageId.startsWith('misshapen')) return [{ messageId, region }];
    return [{ messageId, data: { text: parts.draft.source.text.slice(region.start, region.end) }, region }];
  }
  return [];
}

/**
 * `G\"odel`, from a .bib file: Markdown takes the backslash for an escape, and prints `G"odel`. In the argument of a
 * shortcode Hugo has done so already, and the mark is left without a partner.
 */
function findLatexAccent(text: string): SyntaxProblem | undefined {
  if (!text.includes('"')) return undefined;
  const found = ACCENT().exec(text) ?? (text.split('"').length % 2 === 0 ? BARE_ACCENT().exec(text) : null);
  if (found === null) return undefined;
  const [written] = found;
  const mark = written.slice(-1);
  const region = { start: found.index, end: found.index + written.length };
  return { messageId: 'latex-accent', data: { text: `\\"${mark}`, mark }, region };
}

const ACCENT = once(() => /(?<=\p{L})\\"[aeiouAEIOU]/u);
/** Near the beginning of a name: `Sorting"and` has lost a mark of another kind. */
const BARE_ACCENT = once(() => /(?<=(?<!\p{L})\p{Lu}\p{Ll}{0,4})"[aou](?=\p{Ll})/u);

/** A reference that is nothing but an address. */
function findBareUrl({ draft: { tokens } }: Parts): Region | undefined {
  const [token, next] = tokens;
  if (token === undefined || (token.kind !== 'url' && token.kind !== 'doi') || tokens.length > 2)
    return undefined;
  return next === undefined || next.text === '.' ? regionOf(tokens, 0, 1) : undefined;
}
