import type { IdentifierKind, Region } from '../../model.ts';
import { findIdentifiers } from '../../work/find-identifiers.ts';
import { type Draft, take } from './draft.ts';
import { IDENTIFIER } from './lexicon.ts';
import { isMark, type Token } from './token.ts';

/** An identifier as `Work` holds it. */
export interface IdentifierFinding {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly region: Region;
}

/** Reads the identifiers of the text, and takes their tokens with the labels before them. */
export function readIdentifiers(draft: Draft): IdentifierFinding[] {
  if (!mayHoldIdentifier(draft)) return [];
  const { tokens } = draft;
  const found = findIdentifiers(draft.source.text).map(({ kind, value, region }) => ({
    kind,
    value,
    region,
  }));
  let i = 0;
  for (const { kind, region } of found) {
    while (i < tokens.length && tokens[i]!.start < region.start) i++;
    const from = i;
    while (i < tokens.length && tokens[i]!.start < region.end) i++;
    if (i > from) takeWithLabel(draft, from, i);
    if (kind === 'arxiv') takeSubjectClass(draft, i);
  }
  for (let at = 0; at < tokens.length; at++) if (isAddress(tokens[at]!)) takeWithLabel(draft, at, at + 1);
  return found;
}

function mayHoldIdentifier({ source }: Draft): boolean {
  if ((source.bits & IDENTIFIER) !== 0) return true;
  return source.tokens.some(isAddress) || source.spans.some((span) => span.kind === 'link');
}

function isAddress(token: Token): boolean {
  return token.kind === 'url' || token.kind === 'doi';
}

const LABEL = /^(?:doi|url|uri|available|online|link|see|from|at|pdf|web|source|website)$/;

/** Takes `doi:`, `URL:` and the bracket around an identifier too. */
function takeWithLabel(draft: Draft, from: number, to: number): void {
  const { tokens } = draft;
  const colon = isMark(tokens[from - 1], ':');
  const label = tokens[colon ? from - 2 : from - 1];
  const labelled = label !== undefined && label.kind === 'word' && LABEL.test(label.lower);
  const start = labelled ? (colon ? from - 2 : from - 1) : from;
  const bracketed =
    (isMark(tokens[start - 1], '(') && isMark(tokens[to], ')')) ||
    (isMark(tokens[start - 1], '[') && isMark(tokens[to], ']'));
  take(draft, bracketed ? start - 1 : start, bracketed ? to + 1 : to);
}

/** `[cs.CL]` after an arXiv id. */
function takeSubjectClass(draft: Draft, at: number): void {
  const { tokens } = draft;
  if (!isMark(tokens[at], '[')) return;
  for (let i = at + 1; i < tokens.length && i < at + 7; i++) {
    if (!isMark(tokens[i], ']')) continue;
    take(draft, at, i + 1);
    return;
  }
}
